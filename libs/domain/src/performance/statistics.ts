/** Sum over count, exact; `null` for none. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Of a sample: the root of the squared distances from the mean over one less than their number; `null` of fewer than two. */
export function deviation(values: readonly number[]): number | null {
  const centre = mean(values);
  if (centre === null || values.length < 2) return null;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1));
}

/**
 * The value below which a share of the values lies, between neighbours in proportion (Hyndman and Fan's type 7, as spreadsheets do with QUARTILE.INC);
 * `null` for none. `sorted` ascends; `share` is 0 to 1.
 */
export function quantile(sorted: readonly number[], share: number): number | null {
  if (sorted.length === 0) return null;
  const at = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
  return below + (above - below) * (at - Math.floor(at));
}

/** To the nearest whole number, halves up (domain.md 3.8). */
export const roundHalfUp = (value: number): number => Math.floor(value + 0.5);
