import { chordSquared, chordSquaredWithin } from './distance';
import type { Position } from './distance';
import type { Fit } from './fits';
import type { DistanceBand } from './policy';
import { toTwentieths } from './twentieths';

/** A distance band as the engines compare it: the squared chord at its limit and the fit in twentieths. */
export interface ChordBand {
  readonly within: number;
  readonly fit: number;
}

/** The bands of a policy, nearest first. */
export function chordBands(bands: readonly DistanceBand[]): readonly ChordBand[] {
  return bands.map(([km, fit]) => ({ within: chordSquaredWithin(km), fit: toTwentieths(fit) }));
}

/** The fit of two places: the first band that reaches, 0 beyond the last, unknown without both places. */
export function distanceFit(
  bands: readonly DistanceBand[],
): (from: Position | null, to: Position | null) => Fit {
  const limits = chordBands(bands);
  return (from, to) => {
    if (from === null || to === null) return 'unknown';
    const squared = chordSquared(from, to);
    for (const { within, fit } of limits) if (squared <= within) return fit;
    return 0;
  };
}
