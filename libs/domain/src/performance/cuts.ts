import type { Month } from './periods';
import { between, isSafeBetween, type Counts } from './safe-counts';

/** Of one series: at which nodes it may be cut (of flows), or is shown (of standing numbers). Node 0 is the start of the history, node n the end of its nth month. */
export type Cuts = boolean[];

/** The nodes in the order in which they matter: 31 March, 30 September, ends of quarters, other months; of each the oldest first, so that a month more changes nothing before. */
export function byImportance(months: readonly Month[]): readonly number[] {
  return months.map((_, at) => at + 1).sort((a, b) => rank(months, a) - rank(months, b) || a - b);
}

const RANKS: Readonly<Record<string, number>> = { '03': 0, '09': 1, '06': 2, '12': 2 };
const rank = (months: readonly Month[], node: number): number => RANKS[months[node - 1]?.slice(5) ?? ''] ?? 3;

/** Whether a node that matters more is still to come: until then a run that ends here must leave enough for that one too. */
export function comesBeforeItsTime(months: readonly Month[], node: number): boolean {
  const own = rank(months, node);
  return own > 0 && !months.some((_, at) => at + 1 > node && rank(months, at + 1) < own);
}

export interface CouncilCuts {
  readonly counts: Counts;
  readonly months: readonly Month[];
  /** Where it may be cut at all. */
  readonly isAllowed: readonly boolean[];
  /** Where it was cut when it was shown before: what has been seen cannot be taken back. */
  readonly former: readonly boolean[];
}

/** Cuts such that every run between two of them is safe; adding them one by one in the order in which they matter. */
export function councilCuts({ counts, months, isAllowed, former }: CouncilCuts): Cuts {
  const cuts: Cuts = [true, ...months.map(() => false)];
  const order = byImportance(months);
  for (const node of [...order.filter((one) => former[one] ?? false), ...order.filter((one) => !(former[one] ?? false))]) {
    if (!(isAllowed[node] ?? false) || !staysSafe(counts, cuts, node)) continue;
    cuts[node] = (former[node] ?? false) || !comesBeforeItsTime(months, node) || leavesEnough(counts, cuts, node);
  }
  return cuts;
}

/** Whether both runs into which a cut would divide the one that it lies in are safe; what comes after the last cut is not shown. */
export function staysSafe(counts: Counts, cuts: Cuts, node: number): boolean {
  const after = cutAfter(cuts, node);
  return isSafeBetween(counts, cutBefore(cuts, node), node) && (after === null || isSafeBetween(counts, node, after));
}

export const cutBefore = (cuts: Cuts, node: number): number => cuts.lastIndexOf(true, node - 1);

/** `null` where there is none: what comes after the last cut is not shown. */
export function cutAfter(cuts: Cuts, node: number): number | null {
  const after = cuts.indexOf(true, node + 1);
  return after < 0 ? null : after;
}

// Twice what a run needs, by the children in its population.
function leavesEnough(counts: Counts, cuts: Cuts, node: number): boolean {
  const count = between(counts, 0, cutBefore(cuts, node), node);
  return count === 0 || count >= 2 * (counts.least[0] ?? 0);
}
