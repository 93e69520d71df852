import { addDays, addMonths } from '../dates/day-count';
import type { IsoDate } from '../dates/iso-date';
import { collectionYear } from '../ssda903/finding';
import { adoptedTallies } from './adopted-rules';
import { childTallies } from './children';
import type { Period } from './indicator';
import { firstDay, lastDay, monthLater, monthOf, monthsFrom, type Month } from './periods';
import { lastLeavings, leaversIn, type Source } from './source';
import type { Tally } from './tally';

/** What an uploaded file tells of one whole month, by the code of the indicator. No child stands in it. */
export interface ReturnMonth {
  readonly month: Month;
  readonly tallies: Readonly<Record<string, Tally>>;
}

/** Whose days a file covers whole: Annex A the twelve months to its day, the return of a year April to March (domain.md 4.1, 4.2). */
export const coveredBy = ({ year, asAt }: { readonly year: number | null; readonly asAt: IsoDate }): Period => {
  if (year === null) return { from: addDays(addMonths(asAt, -12), 1), to: asAt };
  const { first, last } = collectionYear(year);
  return { from: first, to: last };
};

/** Months of which a period holds every day, the earliest first. */
export function wholeMonths({ from, to }: Period): readonly Month[] {
  const first = firstDay(monthOf(from)) === from ? monthOf(from) : monthLater(monthOf(from), 1);
  const last = lastDay(monthOf(to)) === to ? monthOf(to) : monthLater(monthOf(to), -1);
  return monthsFrom(first, last);
}

/**
 * A source by month, as the same rules reckon the hub's own journeys. Who left care counts in the month in which they left for the last time within the period (domain.md 3.3, A4);
 * a source that does not tell has no A4.
 */
export function returnMonths({ journeys, leavers }: Pick<Source, 'journeys' | 'leavers'>, period: Period): readonly ReturnMonth[] {
  const months = wholeMonths(period);
  const periods = months.map((month): Period => ({ from: firstDay(month), to: lastDay(month) }));
  const [tallies, adopted] = [childTallies(journeys, periods), adoptedTallies(journeys, periods)];
  const last = leavers === null ? null : lastLeavings(leavers, period);
  return months.map((month, at) => {
    const left = leaversIn(last, periods[at] as Period);
    return { month, tallies: { ...tallies[at], ...adopted[at], ...(left !== null && { A4: { of: left.adopted, among: left.all } }) } };
  });
}
