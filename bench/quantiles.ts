/** Median and 95th percentile of timed runs, in seconds. */
export function quantiles(seconds: readonly number[]): { readonly median_s: number; readonly p95_s: number } {
  const sorted = [...seconds].sort((a, b) => a - b);
  const at = (share: number): number => Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(4));
  return { median_s: at(0.5), p95_s: at(0.95) };
}
