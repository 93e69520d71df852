import type { Cell, SheetRows } from './cell';
import { cellText, loose } from './cell';
import type { Column, SheetSpec } from './column';
import type { Issue } from './issue';
import { shownValue, sheetIssue } from './issue';
import { looseHeading } from './read-value';

/** Which heading was taken as which field; `null` for one the hub does not know. */
export interface Mapping {
  readonly sheet: string;
  readonly heading: string;
  readonly field: string | null;
}

export interface Headings {
  /** Index of the heading row; the data begin below. */
  readonly row: number;
  /** Column of the specification and its heading in the file, by index in the row. */
  readonly columns: ReadonlyMap<number, { readonly column: Column; readonly heading: string }>;
  readonly mapping: readonly Mapping[];
  readonly issues: readonly Issue[];
}

/** Titles and notes may stand above the headings. */
const ROWS_SEARCHED = 10;

/** The key columns by what they must contain, where the exact heading is not there (`contains child and id`). */
const KEY_WORDS: Readonly<Record<SheetSpec['subject'], RegExp>> = {
  CHILD: /\bchild\b.*\b(id|identifier)\b|\b(id|identifier)\b.*\bchild\b/,
  ADULT: /\badopter\b.*\b(id|identifier)\b|\b(id|identifier)\b.*\badopter\b/,
  HOUSEHOLD: /\bfamily\b.*\b(id|identifier)\b|\b(id|identifier)\b.*\bfamily\b/,
};

/** The heading row of a sheet, or `null` where no row holds the key column. */
export function findHeadings(sheet: SheetRows, spec: SheetSpec): Headings | null {
  const candidates = sheet.rows.slice(0, ROWS_SEARCHED).map((cells, row) => ({ row, columns: mapRow(cells, spec) }));
  const key = keyOf(spec);
  const best = candidates.filter(({ columns }) => columns.some((found) => found.column === key)).sort((a, b) => known(b.columns) - known(a.columns) || a.row - b.row)[0];
  return best ? described(sheet, best.row, best.columns) : null;
}

/** How many of these columns stand in a row that holds the key column as well: how a sheet is told by its structure. */
export function countMarks(sheet: SheetRows, spec: SheetSpec, marks: ReadonlySet<Column>): number {
  const key = keyOf(spec);
  const rows = sheet.rows.slice(0, ROWS_SEARCHED).map((cells) => mapRow(cells, spec)).filter((columns) => columns.some(({ column }) => column === key));
  return Math.max(0, ...rows.map((columns) => new Set(columns.flatMap(({ column }) => (column && marks.has(column) ? [column] : []))).size));
}

/** Every sheet's first column names its subject. */
const keyOf = ({ columns }: SheetSpec): Column | undefined => columns[0];

interface FoundHeading {
  readonly index: number;
  readonly heading: string;
  readonly column: Column | null;
}

const known = (columns: readonly FoundHeading[]): number => new Set(columns.flatMap(({ column }) => (column ? [column] : []))).size;

function mapRow(cells: readonly Cell[], spec: SheetSpec): readonly FoundHeading[] {
  const names = new Map(spec.columns.flatMap((column) => [column.heading, ...(column.alsoCalled ?? [])].map((name): [string, Column] => [loose(name), column])));
  const found = cells
    .map((cell, index) => ({ index, heading: cellText(cell).replace(/\s+/g, ' ') }))
    .filter(({ heading }) => heading !== '')
    .map(({ index, heading }) => ({ index, heading, column: names.get(loose(heading)) ?? names.get(looseHeading(heading)) ?? null }));
  const key = keyOf(spec) ?? null;
  if (found.some(({ column }) => column === key)) return found;
  const byWords = found.find(({ column, heading }) => column === null && KEY_WORDS[spec.subject].test(loose(heading)));
  return found.map((one) => (one === byWords ? { ...one, column: key } : one));
}

function described(sheet: SheetRows, row: number, found: readonly FoundHeading[]): Headings {
  const columns = new Map<number, { column: Column; heading: string }>();
  const issues: Issue[] = [];
  const taken = new Set<Column>();
  for (const { index, heading, column } of found) {
    const shown = shownValue(heading);
    if (column === null) {
      issues.push({ ...sheetIssue('WARNING', sheet.name, { code: 'UNKNOWN_HEADING', message: 'The hub does not know this heading, so it skipped the column.' }, shown), row: row + 1 });
    } else if (taken.has(column)) {
      issues.push({ ...sheetIssue('WARNING', sheet.name, { code: 'DUPLICATE_HEADING', message: 'This column stands here twice; the first one counts.' }, shown), row: row + 1 });
    } else {
      taken.add(column);
      columns.set(index, { column, heading });
    }
  }
  const mapping = found.map(({ heading, column }) => ({ sheet: sheet.name, heading: shownValue(heading) ?? '', field: column?.field ?? null }));
  return { row, columns, mapping, issues };
}
