import type { Fit } from './fits';

/** The sums behind a pair's numbers: whole numbers, so that two pairs compare exactly. Fits in twentieths. */
export interface Tally {
  /** Weight of the applicable criteria. */
  readonly weight: number;
  /** Weight of those with a known fit. */
  readonly knownWeight: number;
  /** Weight by fit over the known. */
  readonly known: number;
  /** The same with every unknown counted at the policy's unknown fit: the rank's numerator. */
  readonly expected: number;
}

/** The part of a tally that the order is made from. */
export type RankTally = Pick<Tally, 'weight' | 'knownWeight' | 'expected'>;

/** A criterion's weight and what it found. */
export interface Finding {
  readonly weight: number;
  readonly fit: Fit;
}

/** Sums findings; `unknownFit` in twentieths. */
export function tally(findings: readonly Finding[], unknownFit: number): Tally {
  const sums = { weight: 0, knownWeight: 0, known: 0, expected: 0 };
  for (const { weight, fit } of findings) {
    if (fit === 'notApplicable') continue;
    sums.weight += weight;
    if (fit === 'unknown') {
      sums.expected += weight * unknownFit;
    } else {
      sums.knownWeight += weight;
      sums.known += weight * fit;
      sums.expected += weight * fit;
    }
  }
  return sums;
}

/** The numbers that people see, out of 100 (coverage out of 1). `score` is `null` where nothing is known. */
export function numbersOf({ weight, knownWeight, known, expected }: Tally): {
  readonly rank: number;
  readonly score: number | null;
  readonly coverage: number;
  readonly low: number;
  readonly high: number;
} {
  // 100 percent over 20 twentieths. Each is one division of whole numbers, which keeps low <= rank <= high exact.
  return {
    rank: (5 * expected) / weight,
    score: knownWeight === 0 ? null : (5 * known) / knownWeight,
    coverage: knownWeight / weight,
    low: (5 * known) / weight,
    high: (5 * known + 100 * (weight - knownWeight)) / weight,
  };
}

/** Negative where `a` comes first: by rank descending, then coverage descending, as exact fractions. */
export function compareTallies(a: RankTally, b: RankTally): number {
  return b.expected * a.weight - a.expected * b.weight || b.knownWeight * a.weight - a.knownWeight * b.weight;
}
