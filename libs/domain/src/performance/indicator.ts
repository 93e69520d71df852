import type { IsoDate } from '../dates/iso-date';
import { daysUntil, survival, type Wait } from './kaplan-meier';
import { deviation, mean, quantile } from './statistics';

/** Both days belong to it. */
export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

export type Unit = 'days' | 'percent' | 'children' | 'households';

/** FLOW: what happened from the first day to the last. STANDING: how things stood at the end of the last day. */
export type Part = 'FLOW' | 'STANDING';

/** What an indicator is, in words that stand beside every figure. `version` counts up when what is reckoned changes. */
export interface Definition {
  readonly code: string;
  readonly label: string;
  readonly unit: Unit;
  /** What it is reckoned from; a median with those who wait is all that a time's STANDING part gives. */
  readonly parts: readonly Part[];
  readonly population: string;
  readonly definition: string;
  readonly version: number;
  /** Which way is good; `none` where a figure only tells. */
  readonly polarity: 'higher' | 'lower' | 'none';
}

/** One figure. `value` is exact (whole days and per cent are made when it is shown) and `null`, never 0, for an empty population. */
export interface Figure {
  readonly value: number | null;
  /** The sum of days of a time; those who count of a share; the count itself of a count. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Children that were reckoned with. */
  readonly n: number;
  /** Of times alone. */
  readonly median: number | null;
  readonly lowerQuartile: number | null;
  readonly upperQuartile: number | null;
  /** Standard deviation of the days (n - 1), of which the interval around their mean is made; `null` of fewer than two. */
  readonly deviation: number | null;
  /** Days until half of all had moved on, those among them who still wait counted for as long as they have (Kaplan and Meier); `null` where fewer than half have. */
  readonly medianWithWaiting: number | null;
  /** Why there is no value; `null` where there is one. */
  readonly reason: string | null;
}

export interface Indicator extends Definition, Figure {
  readonly period: Period;
}

const NO_SPREAD = { median: null, lowerQuartile: null, upperQuartile: null, deviation: null, medianWithWaiting: null } as const;
const NOBODY = 'No children in this population.';

/** The mean of whole days, with the median and the quartiles; `waits` are those and the ones that have not ended, ENDED where there are no others. */
export function timeOf(days: readonly number[], waits: readonly Wait[] | 'ENDED' = []): Figure {
  const sorted = [...days].sort((a, b) => a - b);
  return {
    value: mean(days), numerator: days.length === 0 ? null : days.reduce((sum, one) => sum + one, 0), denominator: days.length, n: days.length,
    median: quantile(sorted, 0.5), lowerQuartile: quantile(sorted, 0.25), upperQuartile: quantile(sorted, 0.75), deviation: deviation(sorted),
    medianWithWaiting: waits === 'ENDED' ? (sorted[Math.ceil(sorted.length / 2) - 1] ?? null) : daysUntil(survival(waits)), reason: days.length === 0 ? NOBODY : null,
  };
}

/** The sum of some times and of their squares; the latter `null` where their spread is not told. */
export interface Lengths {
  readonly count: number;
  readonly sum: number;
  readonly squares: number | null;
}

/** The mean of times of which only sums are known; of one at least. */
export function timeOfLengths({ count, sum, squares }: Lengths): Figure {
  const spread = squares === null || count < 2 ? null : Math.sqrt((squares - (sum * sum) / count) / (count - 1));
  return { value: sum / count, numerator: sum, denominator: count, n: count, ...NO_SPREAD, deviation: spread, reason: null };
}

/** Per cent of a population, 0 to 100. */
export function shareOf(numerator: number, denominator: number): Figure {
  const isEmpty = denominator === 0;
  return { value: isEmpty ? null : (100 * numerator) / denominator, numerator, denominator, n: denominator, ...NO_SPREAD, reason: isEmpty ? NOBODY : null };
}

/** A count: 0 is a true value. */
export function countOf(count: number): Figure {
  return { value: count, numerator: count, denominator: null, n: count, ...NO_SPREAD, reason: null };
}

/** What a source cannot give. */
export function withoutValue(reason: string): Figure {
  return { value: null, numerator: null, denominator: null, n: 0, ...NO_SPREAD, reason };
}
