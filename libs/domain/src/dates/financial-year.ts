import { addDays, addMonths } from './day-count';
import { calendarDay, fromCalendarDay, type IsoDate } from './iso-date';

/** A quarter of the financial year, 1 April to 31 March: Q1 is April to June (domain.md 2.7). `year`: the one in which the financial year begins. */
export interface Quarter {
  readonly year: number;
  readonly quarter: 1 | 2 | 3 | 4;
}

/** The quarter in which a day lies. Example: 31 March 2026 lies in Q4 of 2025/26. */
export function quarterOf(date: IsoDate): Quarter {
  const { year, month } = calendarDay(date);
  const fromApril = (month + 8) % 12;
  return { year: month >= 4 ? year : year - 1, quarter: (Math.floor(fromApril / 3) + 1) as Quarter['quarter'] };
}

/** Its first and last day. */
export function daysOfQuarter({ year, quarter }: Quarter): { readonly first: IsoDate; readonly last: IsoDate } {
  const first = addMonths(fromCalendarDay({ year, month: 4, day: 1 }), (quarter - 1) * 3);
  return { first, last: addDays(addMonths(first, 3), -1) };
}

/** `2025/26`. */
export const financialYearWords = (year: number): string => `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
