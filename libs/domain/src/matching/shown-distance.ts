import { LARGEST_FIT } from './twentieths';
import type { Policy } from './policy';

/**
 * A band of the policy as people may know it, never kilometres: `0-40`, `40-80`, `320+`. Bands with one fit cannot be told apart and are one.
 * `NOT_KNOWN` is a band of its own: a place that nobody recorded is neither near nor far.
 */
export type ShownDistance = string;

export const DISTANCE_NOT_KNOWN: ShownDistance = 'NOT_KNOWN';

type Bands = Pick<Policy, 'distanceBandsKm'>;

/** The band that a fit in twentieths stands for; 0 is beyond the last one. */
export function distanceBandOf(fit: number, { distanceBandsKm }: Bands): ShownDistance {
  const fits = distanceBandsKm.map(([, value]) => Math.round(value * LARGEST_FIT));
  const [first, last] = [fits.indexOf(fit), fits.lastIndexOf(fit)];
  const from = first === -1 ? (distanceBandsKm.at(-1)?.[0] ?? 0) : (distanceBandsKm[first - 1]?.[0] ?? 0);
  return fit === 0 ? `${from}+` : `${from}-${distanceBandsKm[last]?.[0]}`;
}

/** The bands that a policy can tell, the nearest first and what is not known last. */
export function distanceBandsOf(policy: Bands): readonly ShownDistance[] {
  const fits = [...policy.distanceBandsKm.map(([, value]) => Math.round(value * LARGEST_FIT)), 0];
  return [...new Set(fits.map((fit) => distanceBandOf(fit, policy))), DISTANCE_NOT_KNOWN];
}

export function distanceBandWords(band: ShownDistance): string {
  if (band === DISTANCE_NOT_KNOWN) return 'not known';
  const [from = '', to] = band.endsWith('+') ? [band.slice(0, -1)] : band.split('-');
  if (to === undefined) return from === '0' ? 'at any distance' : `over ${from} km`;
  return from === '0' ? `up to ${to} km` : `${from} to ${to} km`;
}
