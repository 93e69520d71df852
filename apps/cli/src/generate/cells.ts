import type { Column } from '@hub/domain/interchange/column';
import { NEED_LABELS } from '@hub/domain/children/words';
import type { IsoDate } from '@hub/domain/dates/iso-date';

/** A typed cell as the workbook writer takes it; `null` is an empty one. */
export type OutCell = { readonly value: string | number | Date; readonly type: typeof String | typeof Number | typeof Date; readonly format?: string } | null;

type Value = unknown;
const LEAVING = { '1': '1 - Adopter withdrew from process', '2': '2 - Process put on hold', '3': '3 - Application refused' } as const;
const SEX = { F: 'b) Female', M: 'a) Male', U: 'c) Not stated/recorded', N: 'd) Neither' } as const;

/** A fact as a council's file would write it in this column. */
export function cellOf(column: Column, value: Value): OutCell {
  if (value === undefined || value === null) return null;
  if (column.type === 'date') return dateCell(value as IsoDate);
  if (typeof value === 'number') return { value, type: Number };
  return { value: textOf(column, value), type: String };
}

// Midnight UTC is what the workbook's serial number is reckoned from, so no time zone can move the day.
function dateCell(date: IsoDate): OutCell {
  return { value: new Date(`${date}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' };
}

function textOf(column: Column, value: NonNullable<Value>): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (Array.isArray(value)) return listText(column, value as readonly string[]);
  const text = String(value);
  if (column.type === 'gender') return SEX[text as keyof typeof SEX];
  if (column.type === 'leaving-reason') return LEAVING[text as keyof typeof LEAVING];
  if (column.type === 'choice') return column.choices?.find((choice) => choice.value === text)?.label ?? text;
  return text;
}

function listText(column: Column, values: readonly string[]): string {
  if (values.length === 0) return 'none';
  return values.map((value) => (column.type === 'need-list' ? NEED_LABELS[value] ?? value : value)).join('; ');
}

/** The fact that a column's field names, `needs.attachment` reaching into a group. */
export function fieldOf(facts: object, field: string): Value {
  return field.split('.').reduce<Value>((value, key) => (value as Record<string, Value> | null | undefined)?.[key], facts);
}
