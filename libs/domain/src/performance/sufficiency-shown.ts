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
 * anybody: neither who knows the region's alone nor who takes away the own agency's. What waits is cut into parts that add up; of families each group is held against those
 * that it is a part of.
 */
export function regionSufficiency(byAgency: readonly (readonly SufficiencyRow[])[]): readonly ShownSufficiencyRow[] {
  const groups = byAgency[0] ?? [];
  const viewsOf = (at: number, field: Field): Views => {
    const counts = byAgency.map((rows) => rows[at]?.[field] ?? 0);
    const sum = counts.reduce((total, count) => total + count, 0);
    return [sum, ...counts.map((count) => sum - count)];
  };
  const waits = waitingShown(groups, (at) => [...viewsOf(at, 'children'), ...viewsOf(at, 'units')], (at) => viewsOf(at, 'children'));
  const [available, pipeline] = (['available', 'pipeline'] as const).map((field) => familiesShown(groups, (at) => viewsOf(at, field)));
  return groups.map(({ dimension, value }, at) => ({
    dimension, value,
    children: waits[at] ? (viewsOf(at, 'children')[0] ?? 0) : null,
    // A group of several ages stands in several rows, so that its count would say nothing of how the rows add up.
    units: waits[at] && dimension !== 'AGE' ? (viewsOf(at, 'units')[0] ?? 0) : null,
    available: available?.[at] ? (viewsOf(at, 'available')[0] ?? 0) : null,
    pipeline: pipeline?.[at] ? (viewsOf(at, 'pipeline')[0] ?? 0) : null,
  }));
}

type Group = Pick<SufficiencyRow, 'dimension' | 'value'>;
const first = (value: string): string => value.split(' ')[0] ?? '';

function waitingShown(groups: readonly Group[], whole: (at: number) => Views, children: (at: number) => Views): readonly boolean[] {
  const shown = groups.map(() => false);
  const all = groups.findIndex(({ dimension }) => dimension === 'ALL');
  if (all < 0 || !allSafe(whole(all))) return shown;
  shown[all] = true;
  const cut = (parts: readonly number[], of: number, views: (at: number) => Views): void => {
    if (shown[of]) parted(parts.map(views), views(of)).forEach((isShown, at) => { shown[parts[at] ?? -1] = isShown; });
  };
  const at = (is: (group: Group) => boolean): number[] => groups.flatMap((group, place) => (is(group) ? [place] : []));
  cut(at(({ dimension }) => dimension === 'AGE'), all, children);
  for (const dimension of ['SIZE', 'EARLY_PERMANENCE', 'HERITAGE']) cut(at((group) => group.dimension === dimension), all, whole);
  for (const size of at(({ dimension }) => dimension === 'SIZE')) cut(at(({ dimension, value }) => dimension === 'KIND' && first(value) === groups[size]?.value), size, whole);
  for (const key of new Set(groups.filter(({ dimension }) => dimension === 'NEED').map(({ value }) => first(value)))) cut(at(({ dimension, value }) => dimension === 'NEED' && first(value) === key), all, whole);
  return shown;
}

/**
 * Which parts of a whole are shown: each that is safe, less the smallest until what is hidden together is safe too. What is in no part counts as one more, which is never
 * shown. `whole` is safe and known; so hiding every part always is.
 */
export function parted(parts: readonly Views[], whole: Views): readonly boolean[] {
  const shown = parts.map(allSafe);
  const rest = parts.reduce(minus, whole).map((count) => Math.max(0, count));
  const isHiddenSafe = (): boolean => allSafe(parts.reduce((sum, part, at) => (shown[at] ? sum : plus(sum, part)), rest));
  while (!isHiddenSafe()) {
    const [smallest] = parts.map((part, at) => ({ at, count: part[0] ?? 0 })).filter(({ at, count }) => shown[at] && count > 0).sort((a, b) => a.count - b.count);
    if (smallest === undefined) break;
    shown[smallest.at] = false;
  }
  return shown;
}

/** Families stand in many groups at once: each is shown where it is safe itself, and so is what it leaves of each shown group that it is a part of. */
function familiesShown(groups: readonly Group[], views: (at: number) => Views): readonly boolean[] {
  const shown = groups.map(() => false);
  groups.forEach((group, at) => {
    const around = groups.flatMap((other, place) => (place < at && shown[place] && isPartOf(group, other) ? [place] : []));
    const isFirst = group.dimension === 'ALL';
    shown[at] = allSafe(views(at)) && (isFirst || shown[0] === true) && around.every((place) => allSafe(minus(views(place), views(at))));
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
