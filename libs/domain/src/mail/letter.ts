import type { NoticeKind } from '../audit/notices';

/** What waits for a person, beside notices. */
export const WAITING_WORK = ['WAITING_LINKS', 'WAITING_APPROVALS', 'WAITING_HANDOVERS', 'WAITING_ACTIONS', 'WAITING_CONSENTS'] as const;
export type WaitingWork = (typeof WAITING_WORK)[number];

/** How many of what a mail tells: numbers alone, so that there is nothing in it that anybody else must not read (trust.md I9). */
export type MailCounts = Readonly<Partial<Record<NoticeKind | WaitingWork, number>>>;

export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

type Words = readonly [one: string, many: string];

/** Notices by group, so that a mail does not even tell what has happened. In the order of the letter. */
const NEWS = {
  RESULTS: ['new result', 'new results'],
  LINKS: ['new notice about a link', 'new notices about links'],
  DOCUMENTS: ['new notice about a document', 'new notices about documents'],
  PLACEMENTS: ['new notice about a placement', 'new notices about placements'],
  MEETINGS: ['new notice about a meeting', 'new notices about meetings'],
  PANELS: ['new notice about a panel or a decision', 'new notices about panels or decisions'],
  FEES: ['new notice about a fee', 'new notices about fees'],
  ENQUIRIES: ['new enquiry', 'new enquiries'],
  COURSES: ['new notice about a course', 'new notices about courses'],
  CLOCKS: ['new notice about a clock', 'new notices about clocks'],
  REMINDERS: ['new reminder', 'new reminders'],
  LOOKING: ['new notice about looking at records', 'new notices about looking at records'],
  HUB: ['new notice about the hub itself', 'new notices about the hub itself'],
  ACCOUNT: ['new notice about your account', 'new notices about your account'],
} as const satisfies Record<string, Words>;
type Group = keyof typeof NEWS;

const GROUP_OF: Readonly<Record<NoticeKind, Group>> = {
  SEARCH_NEW: 'RESULTS',
  DOCUMENT_GIVEN: 'DOCUMENTS', DOCUMENT_REVIEWED: 'DOCUMENTS',
  LINK_SUGGESTED: 'LINKS', LINK_INTEREST: 'LINKS', LINK_MOVED: 'LINKS', LINK_ENDED: 'LINKS', LINK_MESSAGE: 'LINKS', LINK_HANDED_OVER: 'LINKS', LINK_TAKEN_ON: 'LINKS', LINK_IDLE: 'LINKS',
  PLACEMENT_OPENED: 'PLACEMENTS', PLACEMENT_MOVED: 'PLACEMENTS', PLACEMENT_ENDED: 'PLACEMENTS', PLACEMENT_HANDED_OVER: 'PLACEMENTS', PLACEMENT_CORRECTED: 'PLACEMENTS', CORRECTION_ASKED: 'PLACEMENTS', CORRECTION_REFUSED: 'PLACEMENTS',
  MEETING_INVITED: 'MEETINGS', MEETING_MOVED: 'MEETINGS', MEETING_CANCELLED: 'MEETINGS', MEETING_MINUTES: 'MEETINGS', ACTION_GIVEN: 'MEETINGS',
  PANEL_PLACE_TAKEN: 'PANELS', PANEL_PLACE_GIVEN_UP: 'PANELS', PANEL_CANCELLED: 'PANELS', PAPERS_LATE: 'PANELS', PANEL_RECOMMENDED: 'PANELS', DECISION_DUE: 'PANELS', DECISION_MADE: 'PANELS', RECOMMENDATION_CORRECTED: 'PANELS', DECISION_CORRECTED: 'PANELS',
  FEE_DUE: 'FEES', FEE_RATE_UNKNOWN: 'FEES',
  COURSE_PLACE: 'COURSES', COURSE_CANCELLED: 'COURSES', ENQUIRY_RECEIVED: 'ENQUIRIES',
  AGREEMENT_REVIEW: 'REMINDERS', AGREEMENT_ENDS: 'REMINDERS', CONSENT_ENDS: 'REMINDERS', SEARCH_WIDENS: 'REMINDERS', SEARCH_REVIEW: 'REMINDERS', NO_LINK: 'REMINDERS', DRIFT_RAISED: 'REMINDERS',
  CLOCK_DUE: 'CLOCKS', CLOCK_OVERDUE: 'CLOCKS',
  MANY_PROFILES: 'LOOKING', OUT_OF_HOURS: 'LOOKING', OWN_SURNAME: 'LOOKING', BREAK_GLASS: 'LOOKING',
  PASSWORD_CHANGED: 'ACCOUNT', INVARIANT_BROKEN: 'HUB',
};

const WAITS: Readonly<Record<WaitingWork, Words>> = {
  WAITING_LINKS: ['link of yours waits for your agency', 'links of yours wait for your agency'],
  WAITING_APPROVALS: ['request waits for your approval', 'requests wait for your approval'],
  WAITING_HANDOVERS: ['link is with nobody', 'links are with nobody'],
  WAITING_ACTIONS: ['action that you promised is open', 'actions that you promised are open'],
  WAITING_CONSENTS: ['family is to be asked again', 'families are to be asked again'],
};

const SUBJECT = 'Adoption hub: there is something new for you';

/** Whether there is anything new: what only waits, waited the day before. */
export function hasNews(counts: MailCounts): boolean {
  return newsOf(counts).length > 0;
}

/** One letter, with one link: to the sign-in at `signIn`. The subject is always the same. */
export function letter(counts: MailCounts, signIn: string): Letter {
  const [news, waits] = [newsOf(counts), WAITING_WORK.flatMap((work) => said(counts[work] ?? 0, WAITS[work]))];
  const first = news.length === 1 ? [`You have ${news[0] ?? ''}.`] : ['You have:', ...news.map((line) => `- ${line}`)];
  const also = waits.length > 0 ? ['', 'Also waiting:', ...waits.map((line) => `- ${line}`)] : [];
  const end = 'This mail says no more than that. You choose how often it comes on the page of your account.';
  return {
    subject: SUBJECT,
    text: [...first, ...also, '', `Sign in: ${signIn}`, '', end, ''].join('\n'),
    html: page([
      news.length === 1 ? `<p>${first[0] ?? ''}</p>` : `<p>You have:</p>${listed(news)}`,
      waits.length > 0 ? `<p>Also waiting:</p>${listed(waits)}` : '',
      `<p><a href="${escaped(signIn)}">Sign in</a></p>`, `<p>${end}</p>`,
    ]),
  };
}

function newsOf(counts: MailCounts): string[] {
  const kinds = Object.entries(GROUP_OF) as [NoticeKind, Group][];
  return (Object.entries(NEWS) as [Group, Words][]).flatMap(([group, words]) =>
    said(kinds.reduce((sum, [kind, of]) => sum + (of === group ? (counts[kind] ?? 0) : 0), 0), words));
}

const said = (count: number, [one, many]: Words): string[] => (count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]);
const listed = (lines: readonly string[]): string => `<ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`;
const page = (parts: readonly string[]): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${SUBJECT}</title></head><body>${parts.join('')}</body></html>`;
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
