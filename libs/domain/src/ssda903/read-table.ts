import type { SheetRows } from '../interchange/cell';
import { cellText } from '../interchange/cell';
import { TABLE_NAMES, TABLES, type Row, type Table } from './tables';

/** The XML variant's names of two columns. */
const ALSO_CALLED: Readonly<Record<string, string>> = { CHILDID: 'CHILD', PL: 'PLACE' };

export interface ReadTable {
  readonly table: Table;
  readonly rows: readonly Row[];
  /** Columns of the table that the file lacks. */
  readonly missing: readonly string[];
}

/** One file of the return; `null` where its headings are of none that the hub reads. Headings may vary in case and spaces (domain.md trap 23); rows without a child are blank lines. */
export function readTable({ name, rows }: SheetRows): ReadTable | null {
  const headings = (rows[0] ?? []).map((heading) => columnOf(cellText(heading)));
  const table = TABLE_NAMES.find((one) => ['CHILD', ...TABLES[one].marks].every((mark) => headings.includes(mark)));
  if (table === undefined) return null;
  const read = rows.slice(1).map((cells, at): Row => ({ file: name, row: at + 2, cells: Object.fromEntries(headings.map((heading, column) => [heading, cellText(cells[column])])) }));
  return { table, rows: read.filter(({ cells }) => cells.CHILD !== ''), missing: TABLES[table].columns.filter((column) => !headings.includes(column)) };
}

function columnOf(heading: string): string {
  const name = heading.toUpperCase().replace(/\s+/g, '_');
  return ALSO_CALLED[name] ?? name;
}
