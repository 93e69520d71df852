import { addDays, addMonths } from '../dates/day-count';
import { isoDate, type IsoDate } from '../dates/iso-date';
import type { Period } from './indicator';

/** A calendar month, `YYYY-MM`. */
export type Month = string & { readonly __brand: 'Month' };

export const PERIOD_KINDS = ['MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR_TO_DATE', 'ROLLING_12', 'THREE_YEARS'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

const MARCH = 3;
const MONTHS_OF: Readonly<Record<Exclude<PeriodKind, 'YEAR_TO_DATE'>, number>> = { MONTH: 1, QUARTER: 3, HALF_YEAR: 6, ROLLING_12: 12, THREE_YEARS: 36 };

/** @throws a plain error where the text is no month; callers check what people enter. */
export function month(text: string): Month {
  isoDate(`${text}-01`);
  return text as Month;
}

export const monthOf = (day: IsoDate): Month => day.slice(0, 7) as Month;
export const firstDay = (of: Month): IsoDate => isoDate(`${of}-01`);
export const lastDay = (of: Month): IsoDate => addDays(addMonths(firstDay(of), 1), -1);
export const monthLater = (of: Month, months: number): Month => monthOf(addMonths(firstDay(of), months));

/** Every month from one to another, both among them; none where the last is the earlier. */
export function monthsFrom(first: Month, last: Month): readonly Month[] {
  const months: Month[] = [];
  for (let next = first; next <= last; next = monthLater(next, 1)) months.push(next);
  return months;
}

/** The months of a kind of period that ends with a month: a quarter is that month and the two before it, a year to date begins in April. */
export function monthsOf(kind: PeriodKind, to: Month): readonly Month[] {
  const count = kind === 'YEAR_TO_DATE' ? ((Number(to.slice(5)) - MARCH + 11) % 12) + 1 : MONTHS_OF[kind];
  return Array.from({ length: count }, (_, at) => monthLater(to, at - count + 1));
}

/** Its first and last day. */
export function periodEnding(kind: PeriodKind, to: Month): Period {
  return { from: firstDay(monthsOf(kind, to)[0] ?? to), to: lastDay(to) };
}
