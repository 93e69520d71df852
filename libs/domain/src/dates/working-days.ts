import type { BankHolidays } from './bank-holidays';
import { addDays, daysBetween, mondayOf } from './day-count';
import type { IsoDate } from './iso-date';

const SATURDAY = 5;

/**
 * Any day but Saturday, Sunday, Christmas Day, Good Friday and a bank holiday (domain.md 2.7). Null beyond the days for which the
 * bank holidays are known.
 */
export function isWorkingDay(date: IsoDate, holidays: BankHolidays): boolean | null {
  if (date < holidays.knownFrom || date > holidays.knownUntil) return null;
  return daysBetween(mondayOf(date), date) < SATURDAY && !holidays.days.has(date);
}

/**
 * The last day "within n working days of" a date, which itself is day 0. Null where the bank holidays are not known so far.
 * Example: 5 working days of Thursday 24 December 2026 is 5 January 2027.
 */
export function addWorkingDays(date: IsoDate, days: number, holidays: BankHolidays): IsoDate | null {
  let at = date;
  for (let left = days; left > 0;) {
    at = addDays(at, 1);
    const works = isWorkingDay(at, holidays);
    if (works === null) return null;
    if (works) left -= 1;
  }
  return at;
}

/** The last day on which n working days are left before a date, which itself does not count. Null where the bank holidays are not known so far. */
export function workingDaysBefore(date: IsoDate, days: number, holidays: BankHolidays): IsoDate | null {
  let at = date;
  for (let left = days; left > 0;) {
    at = addDays(at, -1);
    const works = isWorkingDay(at, holidays);
    if (works === null) return null;
    if (works) left -= 1;
  }
  return at;
}

/**
 * The last of n working days "beginning with" a date: day 1 where it is a working day (AAR 30B(5)(c): the day the notice was sent), else
 * the next that is one. Null where the bank holidays are not known so far.
 */
export function workingDaysBeginningWith(date: IsoDate, days: number, holidays: BankHolidays): IsoDate | null {
  return addWorkingDays(addDays(date, -1), days, holidays);
}
