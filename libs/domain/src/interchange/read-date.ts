import { addDays } from '../dates/day-count';
import { fromCalendarDay, isIsoDate, isoDate } from '../dates/iso-date';
import type { IsoDate } from '../dates/iso-date';
import type { Cell } from './cell';
import { cellText } from './cell';
import type { Reading } from './reading';
import { blank, fault, value, valueBut } from './reading';

/** Excel's day 0, with its 29 February 1900 that never was: right for every serial from 61 on. */
const EXCEL_DAY_ZERO = isoDate('1899-12-30');
const LAST_SERIAL = 2_958_465;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const TIME = /[t ]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[ap]m)?(z|[+-]\d{2}:?\d{2})?$/i;
const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const UK = /^(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4}|\d{2})$/;
const WORDS = /^(\d{1,2})(?:st|nd|rd|th)?[-/. ,]+([a-z]{3,9})[-/. ,]+(\d{4}|\d{2})$/i;
const PARTIAL = /^(zz|\?\?|xx|\d{1,2})[-/.](zz|\?\?|xx|\d{1,2})[-/.](zzzz|\?{4}|xxxx|\d{4})$/i;

const HOW = 'Write the day first, as dd/mm/yyyy.';

/**
 * The day that a cell means: a real Excel date, a serial number, ISO, or text with the day first. `thisYear`
 * decides the century of two-digit years. Nothing here makes a `Date`, which would read 03/04/2020 as 4 March.
 */
export function readDate(cell: Cell, thisYear: number): Reading<IsoDate> {
  if (cell !== null && typeof cell === 'object') return value(cell.date);
  if (typeof cell === 'number') return fromNumber(cell);
  const text = cellText(cell).replace(TIME, '').trim();
  if (text === '') return blank;
  if (/^\d{5}(\.\d+)?$/.test(text) || /^\d{8}$/.test(text)) return fromNumber(Number(text));
  const iso = ISO.exec(text);
  if (iso) return ofParts(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const uk = UK.exec(text);
  if (uk) return withYear(uk[3] ?? '', Number(uk[2]), Number(uk[1]), thisYear);
  const words = WORDS.exec(text);
  const month = words ? MONTHS.indexOf((words[2] ?? '').slice(0, 3).toLowerCase()) + 1 : 0;
  if (words && month > 0) return withYear(words[3] ?? '', month, Number(words[1]), thisYear);
  if (PARTIAL.test(text)) {
    return { kind: 'blank', warning: { code: 'PARTIAL_DATE', message: 'Only a part of this date is known, so it counts as not recorded. Give the whole date when it is known.' } };
  }
  return fault('NOT_A_DATE', `This is not a date. ${HOW}`);
}

/** The day of an Excel serial number (1900 system); the time of the day falls away. */
export function dateOfSerial(serial: number): IsoDate | null {
  const day = Math.floor(serial);
  if (!(day >= 1 && day <= LAST_SERIAL)) return null;
  return addDays(EXCEL_DAY_ZERO, day < 60 ? day + 1 : day);
}

function fromNumber(number: number): Reading<IsoDate> {
  if (Number.isInteger(number) && number >= 19_000_101 && number <= 99_991_231) {
    return ofParts(Math.floor(number / 10_000), Math.floor(number / 100) % 100, number % 100);
  }
  const date = dateOfSerial(number);
  return date === null ? fault('NOT_A_DATE', `This number is not a date. ${HOW}`) : value(date);
}

function withYear(year: string, month: number, day: number, thisYear: number): Reading<IsoDate> {
  if (year.length === 4) return ofParts(Number(year), month, day);
  const century = Math.floor(thisYear / 100) * 100;
  const inThis = century + Number(year);
  const full = inThis > thisYear + 1 ? inThis - 100 : inThis;
  const read = ofParts(full, month, day);
  if (read.kind !== 'value') return read;
  return valueBut(read.value, 'TWO_DIGIT_YEAR', `The year has two digits and was taken as ${full}. Write all four.`);
}

function ofParts(year: number, month: number, day: number): Reading<IsoDate> {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (isIsoDate(text)) return value(fromCalendarDay({ year, month, day }));
  const swapped = month > 12 && day <= 12 ? ' It looks as if the month came first.' : '';
  return fault('IMPOSSIBLE_DATE', `There is no such day in the calendar.${swapped} ${HOW}`);
}
