import { bandThresholds, capBand, naturalBand } from './bands';
import { isStretch } from './fits';
import type { Bitset, Categories } from './kernel-columns';
import { APPLYING_BY_HOUSEHOLD } from './kernel-facets';
import { softTables } from './kernel-tables';
import type { SoftTables } from './kernel-tables';
import { levelOf } from './pool';
import type { PreparedHousehold, PreparedUnit } from './prepared';
import type { Rulebook } from './rulebook';
import { shortlist } from './shortlist';
import type { Ranked, Shortlist } from './shortlist';
import type { SoftCriterion } from './soft-criteria';
import { LARGEST_FIT, toTwentieths } from './twentieths';

/** The households to choose from. */
export interface Choice {
  readonly eligible: Bitset;
  readonly conditional: Bitset;
}

// The households with which a unit has one and the same total weight.
interface WeightClass {
  readonly weight: number;
  readonly thresholds: readonly [number, number, number];
  /** The most that late criteria can add. */
  readonly lateBound: number;
}

interface Scan {
  readonly rules: Rulebook;
  readonly tables: SoftTables;
  readonly classOf: Uint32Array;
  /** One household of each class. */
  readonly examples: readonly PreparedHousehold[];
  /** By need: each household's acceptance, -1 where not recorded. */
  readonly acceptances: ReadonlyMap<string, Int8Array>;
  readonly unknownFit: number;
  /** The smallest packed sum, by class, that may still enter the list. */
  readonly least: Float64Array;
}

interface EssentialNeed {
  readonly need: number;
  readonly accepted: Int8Array;
}

interface UnitScan extends Scan {
  readonly unit: PreparedUnit;
  readonly classes: readonly WeightClass[];
  readonly essential: readonly EssentialNeed[];
}

/** Makes the function that finds a unit's best households, eligible before conditional. */
export function unitScan(
  rules: Rulebook,
  households: readonly PreparedHousehold[],
  applicability: Categories,
): (unit: PreparedUnit, choice: Choice, top: number) => readonly Ranked[] {
  const unknownFit = toTwentieths(rules.policy.unknownFit);
  const tables = softTables(rules, households);
  const least = new Float64Array(applicability.examples.length);
  const shared: Scan = {
    rules,
    tables,
    classOf: applicability.of,
    examples: applicability.examples,
    acceptances: new Map(rules.policy.needs.map((key) => [key, acceptancesOf(key, households)])),
    unknownFit,
    least,
  };
  return (unit, { eligible, conditional }, top) => {
    tables.load(unit);
    const scan = {
      ...shared,
      unit,
      classes: weightClasses(unit, shared),
      essential: essentialNeeds(unit, shared),
    };
    const best = bestOf(eligible, top, scan);
    return best.length === top ? best : [...best, ...bestOf(conditional, top - best.length, scan)];
  };
}

function weightClasses(unit: PreparedUnit, { rules, tables, examples }: Scan): readonly WeightClass[] {
  const applies = ({ judge }: SoftCriterion, household: PreparedHousehold): boolean =>
    judge({ unit, household, ruledOut: false }) !== 'notApplicable';
  const anyone = examples[0];
  let shared = 0;
  for (const criterion of rules.criteria) {
    const byHousehold = APPLYING_BY_HOUSEHOLD.includes(criterion.criterion);
    if (!byHousehold && anyone !== undefined && applies(criterion, anyone)) shared += criterion.weight;
  }
  const byHousehold = rules.criteria.filter(({ criterion }) => APPLYING_BY_HOUSEHOLD.includes(criterion));
  return examples.map((household) => {
    const own = byHousehold.filter((criterion) => applies(criterion, household));
    const weight = own.reduce((sum, criterion) => sum + criterion.weight, shared);
    const late = tables.late.filter(({ criterion }) => !byHousehold.includes(criterion) || own.includes(criterion));
    const lateBound = late.reduce((sum, { criterion }) => sum + criterion.weight * LARGEST_FIT, 0);
    return { weight, thresholds: bandThresholds(rules.policy.bands, weight), lateBound };
  });
}

// The inner loop of the kernel: nearly every household stops at the comparison with `least`.
function bestOf(set: Bitset, room: number, scan: UnitScan): readonly Ranked[] {
  const list = shortlist(room);
  const { least, classOf } = scan;
  const { cells, sums, width } = scan.tables;
  least.fill(-Infinity);
  for (let word = 0; word < set.length; word += 1) {
    let bits = set[word] as number;
    while (bits !== 0) {
      const at = word * 32 + 31 - Math.clz32(bits & -bits);
      bits &= bits - 1;
      let sum = 0;
      const end = (at + 1) * width;
      for (let cell = at * width; cell < end; cell += 1) sum += sums[cells[cell] as number] as number;
      if (sum >= (least[classOf[at] as number] as number)) consider(at, sum, list, scan);
    }
  }
  return list.best;
}

function consider(at: number, packed: number, list: Shortlist, scan: UnitScan): void {
  const { unit, tables } = scan;
  const group = scan.classes[scan.classOf[at] as number] as WeightClass;
  const needed = (scan.least[scan.classOf[at] as number] as number) / tables.point + group.lateBound;
  let expected = Math.floor(packed / tables.point);
  let knownWeight = packed % tables.point;
  let bound = group.lateBound;
  for (const { criterion, fitAt } of tables.late) {
    const { weight } = criterion;
    const fit = fitAt(unit, at);
    if (fit === 'notApplicable') continue;
    if (fit !== 'unknown') knownWeight += weight;
    expected += weight * (fit === 'unknown' ? scan.unknownFit : fit);
    bound -= weight * LARGEST_FIT;
    if (expected + bound < needed) return;
  }
  const natural = naturalBand(expected, group.thresholds);
  const band = scan.essential.length === 0 ? natural : capBand(natural, essentialStretches(at, scan));
  list.offer({ at, band, expected, knownWeight, weight: group.weight });
  raiseLeast(list, scan);
}

function acceptancesOf(key: string, households: readonly PreparedHousehold[]): Int8Array {
  return Int8Array.from(households, ({ household }) => levelOf(household.accepts, key) ?? -1);
}

function essentialStretches(at: number, { essential, rules }: UnitScan): number {
  let stretches = 0;
  for (const { need, accepted } of essential) {
    const level = accepted[at] as number;
    if (isStretch(need, level < 0 ? null : level, rules.policy.maxNeedGap)) stretches += 1;
  }
  return stretches;
}

function essentialNeeds({ unit }: PreparedUnit, { acceptances }: Scan): readonly EssentialNeed[] {
  const keys = new Set(unit.essential ?? []);
  return [...keys].flatMap((key) => {
    const accepted = acceptances.get(key);
    const need = levelOf(unit.needs, key);
    return accepted === undefined || need === null ? [] : [{ need, accepted }];
  });
}

// A newcomer must reach the floor's rank, or a better band than the floor's, which a capped floor may have missed.
function raiseLeast(list: Shortlist, { classes, least, tables }: UnitScan): void {
  const floor = list.floor();
  if (floor === null) return;
  for (let at = 0; at < classes.length; at += 1) {
    const { weight, thresholds, lateBound } = classes[at] as WeightClass;
    const sameRank = Math.ceil((floor.expected * weight) / floor.weight);
    const betterBand = floor.band === 0 ? Infinity : (thresholds[floor.band - 1] as number);
    least[at] = (Math.min(sameRank, betterBand) - lateBound) * tables.point;
  }
}
