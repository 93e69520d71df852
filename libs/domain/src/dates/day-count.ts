import { calendarDay, daysInMonth, fromCalendarDay } from './iso-date';
import type { IsoDate } from './iso-date';

/** Whole days from one date to another; negative where `to` lies earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The date a number of days later (earlier where negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return fromDayNumber(dayNumber(date) + days);
}

const A_MONDAY = '2024-01-01' as IsoDate;

/** The Monday of the date's week: itself, or the one before. */
export function mondayOf(date: IsoDate): IsoDate {
  return addDays(date, -(((daysBetween(A_MONDAY, date) % 7) + 7) % 7));
}

/**
 * The date a number of calendar months later (earlier where negative). A day that the month lacks becomes
 * its last: 31 January plus one month is 28 or 29 February.
 */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = calendarDay(date);
  const count = year * 12 + (month - 1) + months;
  const target = { year: Math.floor(count / 12), month: (((count % 12) + 12) % 12) + 1 };
  return fromCalendarDay({ ...target, day: Math.min(day, daysInMonth(target.year, target.month)) });
}

/**
 * Age in whole months by day of month, never below 0: 31 January to 28 February is 0 months, and an expected
 * date of birth serves for an unborn child.
 */
export function ageInMonths(dateOfBirth: IsoDate, asAt: IsoDate): number {
  const born = calendarDay(dateOfBirth);
  const at = calendarDay(asAt);
  const months = (at.year - born.year) * 12 + (at.month - born.month) - (at.day < born.day ? 1 : 0);
  return Math.max(0, months);
}

/**
 * Days since 1 March of year 0, for whatever counts the days of many dates. With the year beginning in March the leap day comes last and the months'
 * lengths follow one linear formula.
 */
export function dayNumber(date: IsoDate): number {
  const { year, month, day } = calendarDay(date);
  const marchYear = month <= 2 ? year - 1 : year;
  const monthFromMarch = (month + 9) % 12;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
}

function fromDayNumber(number: number): IsoDate {
  const era = Math.floor(number / 146_097);
  const dayOfEra = number - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  return fromCalendarDay({ year, month, day });
}
