import { countOf, shareOf, timeOf, timeOfLengths, type Lengths, type Figure, type Unit } from './indicator';

/**
 * What a run of months holds of one indicator of one council: enough to reckon its figure, and such that the months of a longer period add up to it.
 * Whatever is left out is empty or 0. Flows (what happened in the months) add; `atEnd` is how things stood on the last day, and the last month's holds.
 */
export interface Tally {
  /** Of a time: the whole days of each child or household, in any order. */
  readonly days?: readonly number[];
  /** Of a time, in place of the days, as others see it. */
  readonly lengths?: Lengths;
  /** Of a share: who counts, and among how many. Of a count: `among` alone. */
  readonly of?: number;
  readonly among?: number;
  readonly atEnd?: Standing;
}

/** How things stand at the end of a day. */
export interface Standing {
  readonly of?: number;
  readonly among?: number;
  /** Of a time, for the median with those who wait: days of the waits that go on, and of those that are over though their journey is not. */
  readonly waits?: readonly number[];
  readonly over?: readonly number[];
}

const NO_DAYS: readonly number[] = [];

/** The tally of runs of months that follow one another, the earliest first. */
export function followedBy(...runs: readonly Tally[]): Tally {
  return { ...flowOf(runs), atEnd: runs.at(-1)?.atEnd ?? {} };
}

/** The tally of several councils in the same months: their children together (domain.md 3.8, trap 33). */
export function pooled(...councils: readonly Tally[]): Tally {
  const ends = councils.map(({ atEnd }) => atEnd ?? {});
  return { ...flowOf(councils), atEnd: { of: sum(ends, 'of'), among: sum(ends, 'among'), waits: joined(ends.map(({ waits }) => waits)), over: joined(ends.map(({ over }) => over)) } };
}

/** Without the days of each: how many there are and their sum, and with `hasSpread` the squares of which a deviation is made. */
export function withoutEach({ days = [], of = 0, among = 0 }: Tally, hasSpread: boolean): Tally {
  if (days.length === 0) return { of, among };
  const total = (of: (one: number) => number): number => days.reduce((all, one) => all + of(one), 0);
  return { lengths: { count: days.length, sum: total((one) => one), squares: hasSpread ? total((one) => one * one) : null } };
}

function flowOf(tallies: readonly Tally[]): Tally {
  const lengths = tallies.flatMap((one) => one.lengths ?? []);
  return { days: joined(tallies.map(({ days }) => days)), of: sum(tallies, 'of'), among: sum(tallies, 'among'), ...(lengths.length > 0 && { lengths: lengths.reduce(together) }) };
}

const together = (one: Lengths, other: Lengths): Lengths => ({ count: one.count + other.count, sum: one.sum + other.sum, squares: one.squares === null || other.squares === null ? null : one.squares + other.squares });
// Whole lists at once: a page joins hundreds of thousands of days.
const joined = (lists: readonly (readonly number[] | undefined)[]): readonly number[] => NO_DAYS.concat(...lists.map((list) => list ?? NO_DAYS));
const sum = (all: readonly { readonly of?: number; readonly among?: number }[], key: 'of' | 'among'): number => all.reduce((total, one) => total + (one[key] ?? 0), 0);

/** The figure of an indicator from its tally; the unit says which kind it is. */
export function figureOf(unit: Unit, { days = [], lengths, of = 0, among = 0, atEnd = {} }: Tally): Figure {
  if (unit === 'percent') return shareOf(of + (atEnd.of ?? 0), among + (atEnd.among ?? 0));
  if (unit !== 'days') return countOf(among + (atEnd.among ?? 0));
  if (lengths !== undefined) return timeOfLengths(lengths);
  if ((atEnd.waits?.length ?? 0) + (atEnd.over?.length ?? 0) === 0) return timeOf(days, 'ENDED');
  const ended = [...days, ...(atEnd.over ?? [])].map((wait) => ({ days: wait, isOver: true }));
  return timeOf(days, [...ended, ...(atEnd.waits ?? []).map((wait) => ({ days: wait, isOver: false }))]);
}
