import { isIsoDate } from '../dates/iso-date';
import { needLabel } from '../children/words';
import type { Cell } from './cell';
import type { Column } from './column';

const ANNEX_A_WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  gender: { M: 'a) Male', F: 'b) Female', U: 'c) Not stated/recorded', N: 'd) Neither' },
  'leaving-reason': { '1': '1 - Adopter withdrew from process', '2': '2 - Process put on hold', '3': '3 - Application refused' },
};

/** The cell that `readValue` reads back as this value: what a file says that is written from records. */
export function writeCell(column: Column, value: unknown): Cell {
  if (value === null || value === undefined || column.type === 'ignored') return null;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map((part) => partText(column, String(part))).join('; ');
  if (typeof value === 'number') return writeNumber(column, value);
  const text = String(value);
  if (column.type === 'date' && isIsoDate(text)) return { date: text };
  if (column.choices) return column.choices.find((choice) => choice.value === text)?.label ?? text;
  return ANNEX_A_WORDS[column.type]?.[text] ?? text;
}

const partText = (column: Column, part: string): string => (column.type === 'need-list' ? needLabel(part) : part);

/** Years hold months only where they are whole; other ages belong into the columns of months. */
function writeNumber(column: Column, value: number): Cell {
  if (column.type === 'age-years-from') return value % 12 === 0 ? value / 12 : null;
  if (column.type === 'age-years-to') return value % 12 === 11 ? Math.floor(value / 12) : null;
  return value;
}
