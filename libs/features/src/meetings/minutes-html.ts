import { groupWords } from '@hub/domain/children/spoken-card';
import { PAIR_OUTCOMES, UNIT_OUTCOMES } from '@hub/domain/meetings/outcomes';
import { ABSENCE_REASONS, MEETING_ROLES, presenceWords } from '@hub/domain/meetings/states';
import { escaped, pdfPage } from '@hub/platform/pdf/page';
import type { MeetingAction, MeetingCorrection, MeetingMinutes, MeetingPair, MinutesItem } from './meeting-view';

const MOMENT = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' });
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

const moment = (at: Date): string => MOMENT.format(at);
const day = (date: string): string => DAY.format(new Date(`${date}T00:00:00Z`));

/** A table with its caption; the first cell of each row names it. */
function table(caption: string, titles: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const head = titles.map((title) => `<th scope="col">${escaped(title)}</th>`).join('');
  const body = rows.map(([name = '', ...cells]) => `<tr><th scope="row">${escaped(name)}</th>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('');
  return `<table><caption>${escaped(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

const said = (...parts: readonly (string | null | undefined | false)[]): string => parts.filter((part) => part !== null && part !== undefined && part !== false && part !== '').join('. ');
const paragraph = (words: string): string => (words === '' ? '' : `<p class="text">${escaped(words)}</p>`);

const pairRow = ({ householdReference, band, outcome, reasonLabel, words, decidedBy, decidedAt, link }: MeetingPair): string[] => [
  householdReference, band ?? '', outcome ? [PAIR_OUTCOMES[outcome], link].filter(Boolean).join(': ') : 'None recorded', said(reasonLabel, words), decidedBy && decidedAt ? `${decidedBy.displayName}, ${moment(decidedAt)}` : '',
];

const actionsTable = (caption: string, actions: readonly MeetingAction[]): string => table(caption, ['Who', 'What', 'Until', 'Done'], actions.map(({ owner, ownerAgency, words, dueOn, doneOn, isOverdue }) => [
  ownerAgency ? `${owner.displayName}, ${ownerAgency.name}` : owner.displayName, words ?? 'Not shown to you', day(dueOn), doneOn ? day(doneOn) : isOverdue ? 'Overdue' : 'Not yet',
]));

const correctionList = (corrections: readonly MeetingCorrection[]): string => (corrections.length === 0 ? '' : `<h3>Corrections</h3><ul>${corrections.map(({ householdReference, words, person, at }) =>
  `<li>${escaped(said(householdReference, words ?? 'Not shown to you', `${person.displayName}, ${moment(at)}`))}</li>`).join('')}</ul>`);

function itemHtml({ item, actions, corrections }: MinutesItem): string {
  const { position, isShown, unitReference, unit, absences, pairs, hiddenPairs, outcome, words } = item;
  if (!isShown || unitReference === null) return `<section><h2>Item ${position}</h2><p>This item is not shown to you.</p></section>`;
  return `<section><h2>Item ${position}: ${escaped(unitReference)}</h2>${paragraph(unit ? `${groupWords(unit)}.` : '')}
${absences.map(({ person, reason, words: why }) => paragraph(said(`${person.displayName} left the room for this item: ${ABSENCE_REASONS[reason]}`, why))).join('')}
${table(`Families beside ${unitReference}`, ['Family', 'Band', 'Outcome', 'Why', 'Recorded by'], pairs.map(pairRow))}
${paragraph(hiddenPairs === 0 ? '' : `${hiddenPairs} ${hiddenPairs === 1 ? 'family is' : 'families are'} not shown to you.`)}
${paragraph(outcome ? said(`${unitReference} as a whole: ${UNIT_OUTCOMES[outcome].toLowerCase()}`, words) : '')}
${actionsTable(`Actions on ${unitReference}`, actions)}${correctionList(corrections)}</section>`;
}

/** The minutes on paper, as the page shows them to the same reader; the title names nobody and no case. */
export function minutesHtml({ meeting, startedAt, endedAt, attendance, items, actions, corrections }: MeetingMinutes, watermark: string): string {
  const held = startedAt === null ? 'Not held' : `${moment(startedAt)}${endedAt ? ` to ${moment(endedAt)}` : ', under way: this is a draft'}`;
  const people = attendance.flatMap((of) => of.people.map(({ person, agency, role, attendance: was, leftAt }) => [person.displayName, agency.name, MEETING_ROLES[role], presenceWords(was, endedAt === null || (leftAt !== null && leftAt < endedAt))]));
  return pdfPage({
    title: `Minutes of meeting ${meeting.reference}`,
    body: `<p>${escaped(meeting.title)}. Written from what was recorded, as far as it is shown to whom this file was made for. Do not pass it on.</p>
<table><tbody>${[['Planned for', moment(meeting.startsAt)], ['Held', held], ['Place', meeting.place]].map(([label = '', value = '']) => `<tr><th scope="row">${label}</th><td>${escaped(value)}</td></tr>`).join('')}</tbody></table>
<section><h2>Who was there</h2>${table('People at the meeting', ['Name', 'Agency', 'As', 'Attendance'], people)}</section>
${items.map(itemHtml).join('\n')}
${actions.length === 0 ? '' : `<section><h2>Other actions</h2>${actionsTable('Actions on no item that is shown', actions)}</section>`}
${corrections.length === 0 ? '' : `<section><h2>Corrections</h2>${correctionList(corrections)}</section>`}
<p>${escaped(watermark)}</p>`,
  });
}
