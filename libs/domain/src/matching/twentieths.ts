/**
 * Every fit of the rules is a multiple of 1/20, so that ranks are exact fractions of whole numbers and can be
 * compared without rounding. The engines reckon in twentieths; 20 of them are a full fit.
 */
export const LARGEST_FIT = 20;

/** A fit from 0 to 1 in twentieths. */
export function toTwentieths(fit: number): number {
  return Math.round(fit * LARGEST_FIT);
}

/** True for a number from 0 to 1 that is a multiple of 1/20. */
export function isFit(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 1 && toTwentieths(value) / LARGEST_FIT === value;
}
