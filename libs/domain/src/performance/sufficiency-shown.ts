import type { SufficiencyDimension, SufficiencyRow } from './sufficiency';

/** A row as one viewer may see it; a number that could tell of one to five is null. */
export interface ShownSufficiencyRow {
  readonly dimension: SufficiencyDimension;
  readonly value: string;
  readonly children: number | null;
  readonly units: number | null;
  readonly available: number | null;
  readonly pipeline: number | null;
}

/** 1 to 5 are not shown (domain.md 6.1). */
const LEAST = 6;
const isSafe = (count: number): boolean => count === 0 || count >= LEAST;

/** One number of the region as everybody may look at it: whole, and less what each agency knows of its own. */
type Views = readonly number[];
const plus = (one: Views, other: Views): Views => one.map((count, at) => count + (other[at] ?? 0));
const minus = (one: Views, other: Views): Views => one.map((count, at) => count - (other[at] ?? 0));
const allSafe = (views: Views): boolean => views.every(isSafe);

type Field = 'children' | 'units' | 'available' | 'pipeline';

/**
 * The region's rows from those of each agency, which are of the same groups in the same order. Nothing that is shown, and no sum or difference of it, is one to five, to
 * anybody: neither who knows the region's alone nor who takes away the own agency's. Those who wait are cut into parts that add up; of families each group is held against
 * those that it is a part of. An age has no children: with the sizes and kinds they would tell how old the younger ones of groups are.
 */
export function regionSufficiency(byAgency: readonly (readonly SufficiencyRow[])[]): readonly ShownSufficiencyRow[] {
  const groups = byAgency[0] ?? [];
  const viewsOf = (at: number, field: Field): Views => {
    const counts = byAgency.map((rows) => rows[at]?.[field] ?? 0);
    const sum = counts.reduce((total, count) => total + count, 0);
    return [sum, ...counts.map((count) => sum - count)];
  };
  const waits = waitingShown(groups, (at) => viewsOf(at, 'units'));
  const children = childrenShown(groups, waits, viewsOf);
  const [available, pipeline] = (['available', 'pipeline'] as const).map((field) => familiesShown(groups, (at) => viewsOf(at, field)));
  const told = (isShown: boolean | undefined, at: number, field: Field): number | null => (isShown ? (viewsOf(at, field)[0] ?? 0) : null);
  return groups.map(({ dimension, value }, at) => ({
    dimension, value, children: told(children[at], at, 'children'), units: told(waits[at], at, 'units'), available: told(available?.[at], at, 'available'), pipeline: told(pipeline?.[at], at, 'pipeline'),
  }));
}

type Group = Pick<SufficiencyRow, 'dimension' | 'value'>;
const first = (value: string): string => value.split(' ')[0] ?? '';

/** By the children or groups to be placed together, which stand in one part of each whole. A group of several ages stands in several ages, which are therefore no parts. */
function waitingShown(groups: readonly Group[], units: (at: number) => Views): readonly boolean[] {
  const shown = groups.map(() => false);
  const all = groups.findIndex(({ dimension }) => dimension === 'ALL');
  if (all < 0 || !allSafe(units(all))) return shown;
  shown[all] = true;
  const cut = (parts: readonly number[], of: number): void => {
    if (shown[of]) parted(parts.map(units), units(of)).forEach((isShown, at) => { shown[parts[at] ?? -1] = isShown; });
  };
  const at = (is: (group: Group) => boolean): number[] => groups.flatMap((group, place) => (is(group) ? [place] : []));
  for (const dimension of ['SIZE', 'EARLY_PERMANENCE', 'HERITAGE']) cut(at((group) => group.dimension === dimension), all);
  for (const size of at(({ dimension }) => dimension === 'SIZE')) cut(at(({ dimension, value }) => dimension === 'KIND' && first(value) === groups[size]?.value), size);
  for (const key of new Set(groups.filter(({ dimension }) => dimension === 'NEED').map(({ value }) => first(value)))) cut(at(({ dimension, value }) => dimension === 'NEED' && first(value) === key), all);
  return shown;
}

const LARGE = '3+';

/** One and two together say their children themselves; of three or more the fourth and fifth ones count too. All are told where each size is: else they would tell of the sizes that are hidden. */
function childrenShown(groups: readonly Group[], waits: readonly boolean[], viewsOf: (at: number, field: Field) => Views): readonly boolean[] {
  const isTold = (size: string, at: number): boolean => {
    const units = viewsOf(at, 'units');
    return waits[at] === true && (size !== LARGE || allSafe(viewsOf(at, 'children').map((count, view) => count - 3 * (units[view] ?? 0))));
  };
  const sizes = groups.map(({ dimension, value }, at) => dimension === 'SIZE' && isTold(value, at));
  const isEach = groups.every(({ dimension }, at) => dimension !== 'SIZE' || sizes[at] === true);
  return groups.map(({ dimension }, at) => sizes[at] === true || (dimension === 'ALL' && waits[at] === true && isEach));
}

/**
 * Which parts of a whole are shown: each that is safe, less the smallest until what is hidden together is safe too. What is in no part counts as one more, which is never
 * shown. `whole` is safe and known; so hiding every part always is.
 */
export function parted(parts: readonly Views[], whole: Views): readonly boolean[] {
  const shown = parts.map(allSafe);
  const rest = parts.reduce(minus, whole);
  const isHiddenSafe = (): boolean => allSafe(parts.reduce((sum, part, at) => (shown[at] ? sum : plus(sum, part)), rest));
  while (!isHiddenSafe()) {
    const [smallest] = parts.map((part, at) => ({ at, count: part[0] ?? 0 })).filter(({ at, count }) => shown[at] && count > 0).sort((a, b) => a.count - b.count);
    if (smallest === undefined) break;
    shown[smallest.at] = false;
  }
  return shown;
}

/**
 * Families stand in many groups at once: each is shown where it is safe itself, and so is what it leaves of each shown group that it is a part of. Of a size and an age
 * together, so is what both leave of what lies around them: families who take neither.
 */
function familiesShown(groups: readonly Group[], views: (at: number) => Views): readonly boolean[] {
  const shown = groups.map(() => false);
  const known = (dimension: string, value: string): Views | null => {
    const at = groups.findIndex((group) => group.dimension === dimension && group.value === value);
    return shown[at] === true ? views(at) : null;
  };
  const isSafeAcross = ({ dimension, value }: Group, own: Views): boolean => {
    const [size = '', band = ''] = value.split(' ');
    const side = dimension === 'KIND' ? known('SIZE', size) : null;
    if (side === null) return true;
    return groups.filter((around) => around.dimension === 'ALL' || (around.dimension === 'SIZE' && around.value < size)).every((around) => {
      const [outer, corner] = [known(around.dimension, around.value), around.dimension === 'ALL' ? known('AGE', band) : known('KIND', `${around.value} ${band}`)];
      return outer === null || corner === null || allSafe(plus(minus(minus(outer, side), corner), own));
    });
  };
  groups.forEach((group, at) => {
    const around = groups.flatMap((other, place) => (place < at && shown[place] && isPartOf(group, other) ? [place] : []));
    const own = views(at);
    shown[at] = allSafe(own) && (group.dimension === 'ALL' || shown[0] === true) && around.every((place) => allSafe(minus(views(place), own))) && isSafeAcross(group, own);
  });
  return shown;
}

/** Every family of one group is one of the other's too. */
function isPartOf(group: Group, other: Group): boolean {
  if (other.dimension === 'ALL') return true;
  const [size, band] = group.value.split(' ');
  if (group.dimension === 'SIZE') return other.dimension === 'SIZE';
  if (group.dimension === 'NEED') return other.dimension === 'NEED' && first(other.value) === size;
  if (group.dimension !== 'KIND') return false;
  return other.dimension === 'SIZE' ? other.value <= (size ?? '') : other.dimension === 'AGE' ? other.value === band : other.dimension === 'KIND' && other.value.split(' ')[1] === band;
}
