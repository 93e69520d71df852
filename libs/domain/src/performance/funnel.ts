/** Limits of a share for one size of a council, as shares of 0 to 1; 95 and 99.8 per cent lie between them where nothing but chance differs. */
export interface FunnelLimits {
  readonly n: number;
  readonly lower95: number;
  readonly upper95: number;
  readonly lower998: number;
  readonly upper998: number;
}

/** Where a council lies: nothing to tell it from the region, or beyond a limit. */
export type FunnelPlace = 'WITHIN' | 'BEYOND_95' | 'BEYOND_998';

/** ln(k!) by sums: exact enough for the sizes of councils, and monotone. */
const factorials: number[] = [0];
function logFactorial(k: number): number {
  for (let next = factorials.length; next <= k; next += 1) factorials.push((factorials[next - 1] ?? 0) + Math.log(next));
  return factorials[k] ?? 0;
}

/** P(X = k) of a binomial distribution. */
function binomial(k: number, n: number, share: number): number {
  if (share <= 0 || share >= 1) return k === (share <= 0 ? 0 : n) ? 1 : 0;
  return Math.exp(logFactorial(n) - logFactorial(k) - logFactorial(n - k) + k * Math.log(share) + (n - k) * Math.log1p(-share));
}

/**
 * Spiegelhalter's exact limits (2005): the smallest count with at least the tail's probability at or below it, drawn between counts in proportion, so that the
 * curves are smooth. `tail` is 0.025 for 95 per cent.
 */
function limit(n: number, share: number, tail: number): number {
  let [below, up] = [0, 0];
  for (let k = 0; k <= n; k += 1) {
    const at = binomial(k, n, share);
    up = below + at;
    if (up >= tail) return Math.max(0, k - (at === 0 ? 0 : (up - tail) / at)) / n;
    below = up;
  }
  return 1;
}

/** The limits around the region's share (0 to 1) for a council of `n` children. */
export function funnelLimits(n: number, share: number): FunnelLimits {
  return { n, lower95: limit(n, share, 0.025), upper95: limit(n, share, 0.975), lower998: limit(n, share, 0.001), upper998: limit(n, share, 0.999) };
}

/** Where a count of so many lies among the limits around the region's share. */
export function funnelPlace(count: number, limits: FunnelLimits): FunnelPlace {
  const share = count / limits.n;
  if (share < limits.lower998 || share > limits.upper998) return 'BEYOND_998';
  return share < limits.lower95 || share > limits.upper95 ? 'BEYOND_95' : 'WITHIN';
}

/**
 * How much more councils differ than chance would have it: the mean of the squared standardised residuals, of which the most extreme tenth at either end
 * is brought in to its neighbours. Limits are widened by its root where it is over 1.
 */
export function overDispersion(councils: readonly { readonly count: number; readonly n: number }[], share: number): number {
  if (share <= 0 || share >= 1 || councils.length === 0) return 1;
  const scores = councils.map(({ count, n }) => (count / n - share) / Math.sqrt((share * (1 - share)) / n)).sort((a, b) => a - b);
  const cut = Math.floor(scores.length / 10);
  const [low, high] = [scores[cut] ?? 0, scores[scores.length - 1 - cut] ?? 0];
  const phi = scores.reduce((sum, score) => sum + Math.min(high, Math.max(low, score)) ** 2, 0) / scores.length;
  return Math.max(1, phi);
}
