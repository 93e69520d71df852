import { figureWords } from '@hub/domain/performance/figure-words';
import { REPORT_SECTIONS } from '@hub/domain/performance/executive-report';
import { escaped, pdfPage } from '@hub/platform/pdf/page';
import type { ActionView, ExecutiveReport, FeeSums, SectionView } from './executive-report-view';

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const MOMENT = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' });
const POUNDS = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });

const day = (date: string): string => DAY.format(new Date(`${date}T00:00:00Z`));
const pounds = (pence: number | null): string => (pence === null ? 'Not entered' : POUNDS.format(pence / 100));

function table(caption: string, titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = titles.map((title) => `<th scope="col">${escaped(title)}</th>`).join('');
  const body = rows.map(([name = '', ...cells]) => `<tr><th scope="row">${escaped(name)}</th>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('');
  return rows.length === 0 ? '' : `<table><caption>${escaped(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

const sectionHtml = ({ title, figures, words, writtenBy }: SectionView, number: number, more: string): string => `<section><h2>${number}. ${escaped(title)}</h2>
${table(title, ['What', 'Figure', 'Of', 'How it is counted'], figures.map((figure) => [figure.label, figureWords(figure).value, figureWords(figure).of, figure.definition]))}${more}
${words === null ? '<p>Nothing has been written here.</p>' : `<p class="text">${escaped(words)}</p><p>Written by ${escaped(writtenBy ?? 'somebody who left')}.</p>`}</section>`;

const FEES = { PAYER: 'To pay', PAYEE: 'To be paid' } as const;

function moneyHtml(fees: readonly FeeSums[], budget: number | null, spent: number | null): string {
  return table('Inter-agency fees', ['Direction', 'Open at the start', 'Fell due', 'Paid', 'Waived', 'Open at the end'], fees.map(({ side, opening, due, paid, waived, closing }) => [FEES[side], ...[opening, due, paid, waived, closing].map(pounds)]))
    + table('Spend against budget', ['Budget', 'Spent', 'Left'], [[pounds(budget), pounds(spent), budget === null || spent === null ? '' : pounds(budget - spent)]]);
}

const actionsHtml = (actions: readonly ActionView[]): string => (actions.length === 0 ? '<p>None.</p>' : table('Improvement actions', ['What', 'About', 'Who', 'Until', 'Reviewed on', 'Done'], actions.map(({ words, section, owner, dueOn, reviewOn, doneOn }) =>
  [words ?? '(destroyed)', REPORT_SECTIONS[section], owner, day(dueOn), day(reviewOn), doneOn === null ? 'Not yet' : day(doneOn)])));

/** The report on paper, as its page shows it. The title names an agency and a half-year, and nobody. */
export function reportHtml({ agency, from, to, dataDate, edition, sections, fees, budget, spent, actions, comments, signedBy, signedAt, editionDate }: ExecutiveReport, watermark: string): string {
  const standing = signedAt === null ? 'This is a draft that nobody has signed.' : `Signed by ${signedBy ?? 'somebody who left'}, ${MOMENT.format(signedAt)}.`;
  return pdfPage({
    title: `Six-monthly report of ${agency.name}, ${day(from)} to ${day(to)}`,
    body: `<p>To the executive side of the agency (National Minimum Standards 25.6). ${escaped(standing)} Figures are of what was known on ${day(dataDate)}${edition === null || editionDate === null ? '' : `, indicators of what was known on ${day(editionDate)}, edition ${escaped(edition)}`}.</p>
${sections.map((section, at) => sectionHtml(section, at + 1, section.code === 'FINANCE' ? moneyHtml(fees, budget, spent) : '')).join('\n')}
<section><h2>Improvement actions</h2>${actionsHtml(actions)}</section>
${comments.length === 0 ? '' : `<section><h2>Words beside indicators</h2>${table('Words beside indicators', ['Indicator', 'Period to', 'Words', 'By'], comments.map(({ code, month, words, author }) => [code, month, words ?? '(destroyed)', author]))}</section>`}
<p>${escaped(watermark)}</p>`,
  });
}
