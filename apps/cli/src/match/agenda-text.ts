import { agendaAccount } from '@hub/domain/matching/agenda/account';
import type { Agenda } from '@hub/domain/matching/agenda/agenda';
import { textTable } from './text-table';

const HEADER = ['#', 'unit', 'priority', 'household', 'rank', 'pinned'];

/** An agenda for people: its account, and a table of the links in the order of the meeting. */
export function agendaText(agenda: Agenda): string {
  const rows = agenda.units.flatMap(({ unit, priority, links }) =>
    links.map(({ household, rank, pinned }) => [unit, priority.toFixed(2), household, rank.toFixed(1), pinned ? 'yes' : '']),
  );
  const table = rows.length === 0 ? [] : ['', ...textTable(HEADER, rows.map((row, at) => [String(at + 1), ...row]))];
  const without = agenda.without.length === 0 ? [] : ['', `Without a link: ${agenda.without.join(', ')}`];
  return [agendaAccount(agenda), ...table, ...without].join('\n');
}

/** An agenda for programs: the links in the order of the meeting. */
export function agendaJson({ objective, bound, units }: Agenda): string {
  const links = units.flatMap(({ unit, links: ofUnit }) => ofUnit.map(({ household }) => ({ unit, household })));
  return JSON.stringify({ objective, bound, links }, null, 1);
}
