import type { Cuts } from './cuts';
import { isLeftSafe, LEAST_HIDDEN } from './region-cuts';
import { between, isSafeBetween, pooledCounts, type Counts } from './safe-counts';

/**
 * Which month ends are shown, of each council and of the region last. Small cells are hidden; where the region is shown, at least three are hidden or none, and what is hidden
 * sums to so much that not even bounds tell one of them, whichever council takes off its own. Where that cannot be had, the region's is hidden.
 */
export function standingCells(councils: readonly Counts[], isAllowed: readonly (readonly boolean[])[]): readonly Cuts[] {
  const region = pooledCounts(councils);
  const ends = (region.at[0] ?? [0]).slice(1).map((_, at) => at + 1);
  const shown: readonly Cuts[] = isAllowed.map(() => [false]);
  for (const end of ends) {
    const safe = [...councils, region].map((counts, series) => (isAllowed[series]?.[end] ?? false) && isSafeBetween(counts, null, end));
    const cells = (safe.pop() ?? false) ? hideMore(councils, safe, end) : [...safe, false];
    cells.forEach((isShown, series) => (shown[series] as Cuts)[end] = isShown);
  }
  return shown;
}

/** The cells of a month end, and the region's last, with as many hidden besides as it takes: the smallest first, a true zero never. */
function hideMore(councils: readonly Counts[], safe: readonly boolean[], end: number): readonly boolean[] {
  const cells = [...safe];
  const size = (council: number): number => between(councils[council] as Counts, 0, null, end);
  const spare = cells.map((_, council) => council).filter((council) => (cells[council] ?? false) && size(council) > 0).sort((a, b) => size(a) - size(b) || a - b);
  for (;;) {
    const hidden = councils.filter((_, council) => !(cells[council] ?? false)).map((counts) => counts.least.map((_, count) => between(counts, count, null, end)));
    if (hidden.length === 0 || (hidden.length >= LEAST_HIDDEN && isLeftSafe(hidden, slack(councils, hidden.length)))) return [...cells, true];
    const next = spare.shift();
    if (next === undefined) return [...safe, false];
    cells[next] = false;
  }
}

// A cell that is hidden holds at least one child, as a true zero is shown: whoever takes off its own must be left with three more than that.
const slack = (councils: readonly Counts[], hidden: number): readonly number[] => (councils[0]?.least ?? []).map((least) => Math.max(least, hidden + 2));
