/**
 * A calendar day as `YYYY-MM-DD` (years 0001 to 9999), proleptic Gregorian. A day has no time zone, so all
 * reckoning here is on the digits: a `Date` would move the day for half the world's offsets.
 */
export type IsoDate = string & { readonly brand: 'IsoDate' };

/** Year, month (1 to 12) and day of the month (1 to 31). */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** True for the text of a day that exists: `2026-02-30` and `2026-2-3` are refused. */
export function isIsoDate(value: unknown): value is IsoDate {
  if (typeof value !== 'string') return false;
  const parts = SHAPE.exec(value);
  if (parts === null) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The text as an `IsoDate`. Throws a `RangeError` where there is no such day. */
export function isoDate(text: string): IsoDate {
  if (!isIsoDate(text)) throw new RangeError(`"${text}" is not a day of the calendar (YYYY-MM-DD)`);
  return text;
}

/** The parts of a date. */
export function calendarDay(date: IsoDate): CalendarDay {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** The date of the given parts. Throws a `RangeError` where there is no such day. */
export function fromCalendarDay({ year, month, day }: CalendarDay): IsoDate {
  const digits = (value: number, width: number): string => String(value).padStart(width, '0');
  return isoDate(`${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`);
}

/** The number of days in a month (1 to 12) of a year. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
