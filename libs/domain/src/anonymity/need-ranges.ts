import type { Level, Levels } from '../matching/pool';
import { levelOf } from '../matching/pool';
import { NEED_KEYS } from '../children/words';

/** A need as other agencies see it: one level, or a range where a level is rare. 0 to 3 tells nothing; `null` is not recorded. */
export interface NeedRange {
  readonly key: string;
  readonly level: Level | null;
  readonly upTo: Level | null;
}

/** How many units of the region have each level of each need. */
export type NeedCounts = Readonly<Record<string, readonly [none: number, mild: number, moderate: number, severe: number]>>;

type Range = readonly [from: Level, to: Level];

/** Ways to show a need, finest first. All units of a region show it the same way, so that a wide range does not give the rare level away. */
const SCALES: readonly (readonly Range[])[] = [
  [[0, 0], [1, 1], [2, 2], [3, 3]],
  [[0, 0], [1, 1], [2, 3]],
  [[0, 0], [1, 3]],
  [[0, 3]],
];

/** The needs of a unit as they may be shown; `before` is what is shown already, of which nothing becomes finer. */
export function needRanges(needs: Levels, counts: NeedCounts, k: number, before: readonly NeedRange[] = []): NeedRange[] {
  return NEED_KEYS.map((key) => {
    const level = levelOf(needs, key);
    if (level === null) return { key, level, upTo: null };
    const [from, to] = rangeOf(level, counts[key] ?? [0, 0, 0, 0], k);
    const was = before.find((one) => one.key === key);
    const isSame = was !== undefined && was.level !== null && was.upTo !== null && was.level <= level && level <= was.upTo;
    return isSame ? { key, level: lower(from, was.level ?? from), upTo: upper(to, was.upTo ?? to) } : { key, level: from, upTo: to };
  });
}

function rangeOf(level: Level, counts: readonly number[], k: number): Range {
  const sizeOf = ([from, to]: Range): number => counts.slice(from, to + 1).reduce((sum, units) => sum + units, 0);
  const scale = SCALES.find((ranges) => ranges.every((range) => sizeOf(range) === 0 || sizeOf(range) >= k)) ?? [[0, 3] as const];
  return scale.find(([from, to]) => from <= level && level <= to) ?? [0, 3];
}

const lower = (a: Level, b: Level): Level => (a < b ? a : b);
const upper = (a: Level, b: Level): Level => (a > b ? a : b);

export const isWithheld = ({ level, upTo }: NeedRange): boolean => level === 0 && upTo === 3;

/** The highest level that what is shown allows; needs that are not shown are left aside. */
export function highestShown(ranges: readonly NeedRange[]): Level | null {
  const levels = ranges.filter((range) => !isWithheld(range)).flatMap(({ upTo }) => upTo ?? []);
  return levels.length === 0 ? null : (Math.max(...levels) as Level);
}
