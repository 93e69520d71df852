import { categorize, remembered } from './kernel-columns';
import type { Categories } from './kernel-columns';
import { facetOf } from './kernel-facets';
import { lateCategories, lateDistance } from './kernel-late';
import type { LateCriterion } from './kernel-late';
import type { Policy } from './policy';
import type { PreparedHousehold, PreparedUnit } from './prepared';
import type { Rulebook } from './rulebook';
import type { SoftCriterion } from './soft-criteria';
import { LARGEST_FIT, toTwentieths } from './twentieths';

// Half the size fits the first cache twice as well, and only unusual weights need more than 31 bits.
type Sums = Int32Array | Float64Array;

interface Column {
  readonly categories: Categories;
  /** By category: what the criterion adds to a pair's packed sum. */
  readonly cellsOf: (unit: PreparedUnit) => readonly number[];
}

/** Criteria that share one table, looked up by the combination of their categories. */
interface Group {
  readonly columns: readonly Column[];
  readonly size: number;
  /** Where its table begins. */
  readonly start: number;
}

/**
 * The soft criteria as tables: a pair's packed sum is the sum over the household's cells in the unit's table. It
 * packs two whole numbers, points (weight by fit in twentieths, unknowns counted) above known weight.
 */
export interface SoftTables {
  /** Cells per household. */
  readonly width: number;
  /** Each household's cells, side by side. */
  readonly cells: Uint16Array;
  /** Filled for one unit at a time by `load`. */
  readonly sums: Sums;
  /** What one point is in a packed sum: more than all weights together. */
  readonly point: number;
  readonly load: (unit: PreparedUnit) => void;
  /** Criteria with too many categories for a table, to be judged pair by pair. */
  readonly late: readonly LateCriterion[];
}

// Four needs with five categories each; small enough that all tables together stay in the first caches.
const LARGEST_TABLE = 625;
const REMEMBERED_CELLS = 1000;

/** Sorts the criteria into tables. */
export function softTables({ policy, criteria }: Rulebook, households: readonly PreparedHousehold[]): SoftTables {
  const late: LateCriterion[] = [];
  const packing = packingOf(policy, criteria);
  const columns = criteria.flatMap((criterion): readonly Column[] => {
    const facet = facetOf(criterion.criterion);
    if (facet === null) {
      late.push(lateDistance(criterion, households, policy.distanceBandsKm));
      return [];
    }
    const categories = categorize(households, facet);
    if (categories.examples.length > LARGEST_TABLE) {
      late.push(lateCategories(criterion, facet, categories));
      return [];
    }
    const make = (unit: PreparedUnit): readonly number[] => judgeCategories(criterion, categories, unit, packing);
    return [{ categories, cellsOf: remembered(REMEMBERED_CELLS, facet.ofUnit, make) }];
  });
  const groups = grouped(columns);
  const sums = packing.emptySums(groups.reduce((total, { size }) => total + size, 0));
  return {
    width: groups.length,
    cells: cellsOf(groups, households.length),
    sums,
    point: packing.point,
    load: (unit) => groups.forEach((group) => fillTable(sums, group, unit)),
    late,
  };
}

// In the criteria's order, as many to a group as its table has room for.
function grouped(columns: readonly Column[]): readonly Group[] {
  const groups: Group[] = [];
  for (const column of columns) {
    const size = column.categories.examples.length;
    const last = groups.at(-1);
    if (last !== undefined && last.size * size <= LARGEST_TABLE) {
      groups[groups.length - 1] = { ...last, columns: [...last.columns, column], size: last.size * size };
    } else {
      groups.push({ columns: [column], size, start: last === undefined ? 0 : last.start + last.size });
    }
  }
  return groups;
}

interface Packing {
  readonly unknownFit: number;
  readonly point: number;
  readonly emptySums: (size: number) => Sums;
}

function packingOf(policy: Policy, criteria: readonly SoftCriterion[]): Packing {
  const total = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const point = 2 ** Math.ceil(Math.log2(total + 1));
  const fits = total * LARGEST_FIT * point + total < 2 ** 31;
  return {
    unknownFit: toTwentieths(policy.unknownFit),
    point,
    emptySums: (size) => (fits ? new Int32Array(size) : new Float64Array(size)),
  };
}

function judgeCategories(
  { judge, weight }: SoftCriterion,
  { examples }: Categories,
  unit: PreparedUnit,
  { unknownFit, point }: Packing,
): readonly number[] {
  return examples.map((household) => {
    const fit = judge({ unit, household, ruledOut: false });
    if (fit === 'notApplicable') return 0;
    return fit === 'unknown' ? weight * unknownFit * point : weight * fit * point + weight;
  });
}

// Each column multiplies what is filled so far: one copy per category, that category's cell added.
function fillTable(sums: Sums, { columns, start }: Group, unit: PreparedUnit): void {
  let filled = 1;
  sums[start] = 0;
  for (const column of columns) {
    const cells = column.cellsOf(unit);
    // The first copy is the one that the others are made from, so it is changed last.
    for (let category = cells.length - 1; category >= 0; category -= 1) {
      const added = cells[category] as number;
      const copy = start + category * filled;
      for (let at = 0; at < filled; at += 1) sums[copy + at] = (sums[start + at] as number) + added;
    }
    filled *= cells.length;
  }
}

function cellsOf(groups: readonly Group[], households: number): Uint16Array {
  const cells = new Uint16Array(households * groups.length);
  groups.forEach(({ columns, start }, group) => {
    for (let at = 0; at < households; at += 1) {
      let place = start;
      let stride = 1;
      for (const { of, examples } of columns.map(({ categories }) => categories)) {
        place += (of[at] as number) * stride;
        stride *= examples.length;
      }
      cells[at * groups.length + group] = place;
    }
  });
  return cells;
}
