import type { Policy } from './policy';
import type { Band } from './result';

export const BANDS: readonly Band[] = ['A', 'B', 'C', 'D'];

// Limits are decimals such as 72.3, which binary fractions only approach; in millionths they are whole.
const MILLIONTHS = 1_000_000;

/** The smallest numerator (weight times fit in twentieths) that reaches bands A, B and C with a total weight. */
export function bandThresholds(bands: Policy['bands'], weight: number): readonly [number, number, number] {
  const least = (limit: number): number => Math.ceil((Math.round(limit * MILLIONTHS) * weight) / (5 * MILLIONTHS));
  return [least(bands.A), least(bands.B), least(bands.C)];
}

/** The place in `BANDS` of a numerator, by the thresholds of its weight: at or above a limit is inside. */
export function naturalBand(numerator: number, thresholds: readonly [number, number, number]): number {
  if (numerator >= thresholds[0]) return 0;
  if (numerator >= thresholds[1]) return 1;
  return numerator >= thresholds[2] ? 2 : 3;
}

/** The compromise cap: one stretch on an essential need gives at best B, two or more at best C. */
export function capBand(band: number, essentialStretches: number): number {
  return Math.max(band, Math.min(essentialStretches, 2));
}
