import { byImportance, cutAfter, cutBefore, staysSafe, type Cuts } from './cuts';
import type { Month } from './periods';
import { between, isSafe, pooledCounts, type Counts } from './safe-counts';

/** Nobody is left alone: one council always knows its own numbers, and two others must stay apart from each other. */
export const LEAST_HIDDEN = 3;

export interface RegionCuts {
  readonly councils: readonly Counts[];
  readonly months: readonly Month[];
  /** Of each council; cuts are taken away from them where the region's total would give them away. */
  readonly cuts: readonly Cuts[];
  readonly isAllowed: readonly boolean[];
  /** Of each council, and of the region last: what has been seen cannot be taken back. */
  readonly former: readonly (readonly boolean[])[];
}

/**
 * Where the region's totals may be cut. At each such node none of the councils lacks a cut, or three do; and whatever is left of a run of the region when those who have its
 * ends, and any one council that knows its own, are taken off, is 0 or safe (docs/adr/0032). Where it is not, the cut is taken from further councils, the smallest
 * numbers first, or else from the region.
 */
export function regionCuts({ councils, months, cuts, isAllowed, former }: RegionCuts): Cuts {
  const region: Cuts = [true, ...months.map(() => false)];
  const counts = pooledCounts(councils);
  const formerOfRegion = former[councils.length] ?? [];
  const order = byImportance(months);
  for (const node of [...order.filter((one) => formerOfRegion[one] ?? false), ...order.filter((one) => !(formerOfRegion[one] ?? false))]) {
    if (!(isAllowed[node] ?? false) || !staysSafe(counts, region, node)) continue;
    region[node] = true;
    const spare = councils.map((_, council) => council).filter((council) => (cuts[council]?.[node] ?? false) && !(former[council]?.[node] ?? false));
    if (!hideEnough({ councils, cuts, region, node }, spare)) region[node] = false;
  }
  return region;
}

/** Of some councils, what each count comes to. */
type Numbers = readonly (readonly number[])[];

interface At {
  readonly councils: readonly Counts[];
  readonly cuts: readonly Cuts[];
  readonly region: Cuts;
  readonly node: number;
}

function hideEnough(at: At, spare: readonly number[]): boolean {
  const { councils, cuts, node } = at;
  const sized = spare.map((council) => ({ council, size: runAround(councils[council] as Counts, cuts[council] as Cuts, node) })).filter(({ size }) => size !== 0);
  const taken: number[] = [];
  const next = sized.sort((a, b) => a.size - b.size || a.council - b.council).values();
  while (!isHidden(at)) {
    const { value, done } = next.next();
    if (done === true) {
      for (const council of taken) (cuts[council] as Cuts)[node] = true;
      return false;
    }
    (cuts[value.council] as Cuts)[node] = false;
    taken.push(value.council);
  }
  return true;
}

/** The population of the run that there would be without a cut; what has not ended counts with what is known of it. */
const runAround = (counts: Counts, cuts: Cuts, node: number): number => between(counts, 0, cutBefore(cuts, node), cutAfter(cuts, node) ?? cuts.length - 1);

function isHidden({ councils, cuts, region, node }: At): boolean {
  const lacking = lackers(cuts, node);
  if (lacking.length > 0 && lacking.filter((council) => !isKnownEmpty(councils[council] as Counts, cuts[council] as Cuts, node)).length < LEAST_HIDDEN) return false;
  const left = (among: readonly number[], from: number, to: number | null): boolean =>
    isLeftSafe(among.map((council) => leftOf(councils[council] as Counts, cuts[council] as Cuts, from, to)), leasts(councils));
  // After it: up to the next cut of each, where all of them have one, or all but the one that knows its own.
  const ending = lacking.filter((council) => cutAfter(cuts[council] as Cuts, node) !== null);
  if (lacking.length - ending.length === 0 && !left(ending, node, null)) return false;
  if (lacking.length - ending.length === 1 && !isSumSafe(ending.map((council) => leftOf(councils[council] as Counts, cuts[council] as Cuts, node, null)), leasts(councils))) return false;
  return region.every((isCut, other) => {
    if (!isCut || other === node) return true;
    const both = [...new Set([...lacking, ...lackers(cuts, other)])];
    const [from, to] = [Math.min(node, other), Math.max(node, other)];
    // Where each has a cut between the two, what is left is what was left at either, and both are safe already.
    return (other > 0 && both.every((council) => hasCutIn(cuts[council] as Cuts, from, to))) || left(both, from, to);
  });
}

function hasCutIn(cuts: Cuts, from: number, to: number): boolean {
  const first = cuts.indexOf(true, from);
  return first >= 0 && first <= to;
}

const leasts = (councils: readonly Counts[]): readonly number[] => councils[0]?.least ?? [];

const lackers = (cuts: readonly Cuts[], node: number): number[] => cuts.flatMap((one, council) => ((one[node] ?? false) ? [] : [council]));

// A council whose run around the node is empty hides nothing: that nobody was there is shown.
function isKnownEmpty(counts: Counts, cuts: Cuts, node: number): boolean {
  const after = cutAfter(cuts, node);
  return after !== null && counts.least.every((_, count) => between(counts, count, cutBefore(cuts, node), after) === 0);
}

/** What is left of a council's numbers between two nodes when its own whole runs between them are taken off; without an end, up to its next cut. */
function leftOf(counts: Counts, cuts: Cuts, from: number, to: number | null): readonly number[] {
  const first = cuts.indexOf(true, from);
  return counts.least.map((_, count) => {
    if (to !== null && !hasCutIn(cuts, from, to)) return between(counts, count, from, to);
    return between(counts, count, from, first) + (to === null ? 0 : between(counts, count, cuts.lastIndexOf(true, to), to));
  });
}

/** What councils that are not told apart sum to is safe, and so it is for each of them who takes off its own. */
export const isLeftSafe = (hidden: Numbers, least: readonly number[]): boolean => least.every((atLeast, count) => {
  const sum = sumOf(hidden, count);
  return isSafe(sum, atLeast) && hidden.every((counts) => isSafe(sum - (counts[count] ?? 0), atLeast));
});

const isSumSafe = (hidden: Numbers, least: readonly number[]): boolean => least.every((atLeast, count) => isSafe(sumOf(hidden, count), atLeast));
const sumOf = (hidden: Numbers, count: number): number => hidden.reduce((sum, counts) => sum + (counts[count] ?? 0), 0);
