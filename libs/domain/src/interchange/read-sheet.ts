import type { IsoDate } from '../dates/iso-date';
import type { Cell, SheetRows } from './cell';
import { cellText } from './cell';
import type { Column, SheetSpec } from './column';
import type { Headings, Mapping } from './headings';
import { findHeadings } from './headings';
import type { Fault, Issue, Severity } from './issue';
import { sheetIssue, shownValue } from './issue';
import { readValue } from './read-value';

/** One row below the headings, read. What the row says nothing about is absent from `fields`. */
export interface SheetRecord {
  readonly sheet: string;
  /** As Excel numbers it. */
  readonly row: number;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Heading and text of each field's cell, for an issue that names the place. */
  readonly cells: ReadonlyMap<string, CellPlace>;
  /** An error stands against the row; the others go on. */
  readonly refused: boolean;
}

export interface CellPlace {
  readonly heading: string;
  readonly text: string;
}

export interface ReadSheet {
  readonly sheet: string;
  readonly spec: SheetSpec;
  readonly records: readonly SheetRecord[];
  readonly mapping: readonly Mapping[];
  readonly issues: readonly Issue[];
}

/** Reads every row of a sheet by its specification. Never throws; a sheet that cannot be read has no records. */
export function readSheet(sheet: SheetRows, spec: SheetSpec, today: IsoDate): ReadSheet {
  const headings = findHeadings(sheet, spec);
  const key = spec.columns[0]?.heading ?? '';
  if (headings === null) {
    const message = `The sheet has no column "${key}" in its first rows, so none of it was read. Put the headings in row 1.`;
    return { sheet: sheet.name, spec, records: [], mapping: [], issues: [sheetIssue('ERROR', sheet.name, { code: 'MISSING_COLUMN', message }, key)] };
  }
  const issues: Issue[] = [...headings.issues, ...missingColumns(sheet, spec, headings)];
  const records = sheet.rows.flatMap((cells, index) => {
    if (index <= headings.row || cells.every((cell) => cellText(cell) === '')) return [];
    return [readRow({ sheet: sheet.name, row: index + 1, cells, headings, spec, today }, issues)];
  });
  if (records.length === 0) issues.push(sheetIssue('WARNING', sheet.name, { code: 'EMPTY_SHEET', message: 'The sheet holds headings and no rows.' }));
  return { sheet: sheet.name, spec, records, mapping: headings.mapping, issues };
}

/** Without a required column every row would be refused with the same words: say it once, of the sheet. */
function missingColumns(sheet: SheetRows, spec: SheetSpec, headings: Headings): readonly Issue[] {
  const found = new Set([...headings.columns.values()].map(({ column }) => column));
  return spec.columns
    .filter((column) => column.required && !found.has(column))
    .map((column) => sheetIssue('ERROR', sheet.name, { code: 'MISSING_COLUMN', message: `The column "${column.heading}" is missing; no row can be taken without it.` }, column.heading));
}

interface RowAt {
  readonly sheet: string;
  readonly row: number;
  readonly cells: readonly Cell[];
  readonly headings: Headings;
  readonly spec: SheetSpec;
  readonly today: IsoDate;
}

function readRow(at: RowAt, issues: Issue[]): SheetRecord {
  const fields: Record<string, unknown> = {};
  const cells = new Map<string, CellPlace>();
  let refused = false;
  const report = (severity: Severity, place: CellPlace, fault: Fault): void => {
    refused ||= severity === 'ERROR';
    issues.push({ severity, sheet: at.sheet, row: at.row, column: place.heading, value: shownValue(place.text), ...fault });
  };
  for (const [index, { column, heading }] of at.headings.columns) {
    const place = { heading, text: cellText(at.cells[index]) };
    const reading = readValue(at.cells[index], column, at.today);
    if (!cells.has(column.field) || place.text !== '') cells.set(column.field, place);
    if (reading.kind === 'fault') {
      report('ERROR', place, reading.fault);
      continue;
    }
    if (reading.warning) report('WARNING', place, reading.warning);
    if (reading.kind === 'blank') setBlank(at.spec, column, fields, () => report('ERROR', place, blankFault(column)));
    else if (!set(fields, column.field, reading.value)) report('ERROR', place, { code: 'CONTRADICTION', message: 'Two columns of this row say different things of the same. Keep one of them.' });
  }
  const missing = at.spec.columns.some((column) => column.required && !cells.has(column.field));
  return { sheet: at.sheet, row: at.row, fields, cells, refused: refused || missing };
}

function blankFault(column: Column): Fault {
  return { code: 'BLANK', message: `"${column.heading}" is blank; the row cannot be taken without it.` };
}

function setBlank(spec: SheetSpec, column: Column, fields: Record<string, unknown>, refuse: () => void): void {
  if (column.required) refuse();
  else if (spec.blank === 'clear' && column.type !== 'ignored' && !(column.field in fields)) fields[column.field] = null;
}

/** False where another column of the row has set the field to something else. */
function set(fields: Record<string, unknown>, field: string, value: unknown): boolean {
  const before = fields[field];
  if (before !== undefined && before !== null && JSON.stringify(before) !== JSON.stringify(value)) return false;
  fields[field] = value;
  return true;
}

/** An issue at a field's cell of a record. */
export function issueAt(severity: Severity, record: SheetRecord, field: string, fault: Fault): Issue {
  const place = record.cells.get(field);
  return { severity, sheet: record.sheet, row: record.row, column: place?.heading ?? null, value: shownValue(place?.text ?? ''), ...fault };
}
