import type { Levels } from '../matching/pool';
import type { Placed } from './parsed';
import type { SheetRecord } from './read-sheet';

/** Fields `needs.<key>` of a row become the levels of `needs`; everything else stays as it is. */
export function factsOf(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const facts: Record<string, unknown> = {};
  const levels: Record<string, Record<string, unknown>> = {};
  for (const [field, value] of Object.entries(fields)) {
    const dot = field.indexOf('.');
    if (dot < 0) facts[field] = value;
    else (levels[field.slice(0, dot)] ??= {})[field.slice(dot + 1)] = value;
  }
  return { ...facts, ...(levels as Readonly<Record<string, Levels>>) };
}

export function headingsOf(record: SheetRecord): ReadonlyMap<string, string> {
  return new Map([...record.cells].map(([field, { heading }]) => [field, heading]));
}

/** The facts of one row with their place. The cast is sound: each column's reader gives its field's type. */
export function placedRow<T>(record: SheetRecord): Placed<T> {
  return { facts: factsOf(record.fields) as T, place: { sheet: record.sheet, rows: [record.row] }, headings: headingsOf(record) };
}
