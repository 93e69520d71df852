import { compareCodePoints } from './code-points';
import { addTo, bitCount, categorize } from './kernel-columns';
import type { Bitset } from './kernel-columns';
import { applicabilityOf } from './kernel-facets';
import { unitMasks } from './kernel-masks';
import { candidateOf, pairOf, startRun } from './match-pool';
import type { MatchRun } from './match-pool';
import { unitScan } from './kernel-scan';
import type { Policy } from './policy';
import type { Pool } from './pool';
import { prepareUnit } from './prepared';
import type { PreparedHousehold, PreparedUnit } from './prepared';
import { unitPriority } from './priority';
import type { UnitResult } from './result';
import { judgePair } from './score-pair';
import type { Ranked } from './shortlist';

export interface KernelOptions {
  /** At most so many per unit, eligible and conditional together, one or more; all where not given. */
  readonly top?: number;
  /** The first unit to rank, and the one after the last, by place in the pool: a thread's share. */
  readonly from?: number;
  readonly to?: number;
}

/** A household that the kernel ranked: the rank is `5 * expected / weight`. */
export interface RankedHousehold extends Ranked {
  readonly household: PreparedHousehold;
}

/** What the kernel finds for one unit; counts are over all households. */
export interface UnitRanking {
  readonly unit: PreparedUnit;
  readonly eligible: number;
  readonly conditional: number;
  readonly blocked: number;
  /** Best first, in exactly the order of `matchPool`. */
  readonly best: readonly RankedHousehold[];
}

/**
 * Ranks like `matchPool`, for large pools and short lists: households stand in columns, hard rules are bitsets,
 * and soft criteria are tables that the same rules fill. Pool and policy must be valid.
 */
export function rankUnits(pool: Pool, policy: Policy, options: KernelOptions = {}): readonly UnitRanking[] {
  return rankingsOf(startRun(pool, policy), options);
}

/** The result of `matchPool` without the blocked households' list, by way of the kernel. */
export function matchPoolByColumns(pool: Pool, policy: Policy, options: KernelOptions = {}): UnitResult[] {
  const run = startRun(pool, policy);
  return rankingsOf(run, options).map(({ unit, best, ...counts }) => ({
    unit: unit.unit.id,
    ...counts,
    priority: unitPriority(unit.unit, counts.eligible, pool.asAt, policy),
    candidates: best.map(({ household }) => {
      const pair = pairOf(run, unit, household);
      return candidateOf(pair, judgePair(pair, run.rules), run.rules);
    }),
  }));
}

function rankingsOf(run: MatchRun, { top = Infinity, from = 0, to }: KernelOptions): readonly UnitRanking[] {
  // In the order of ids, so that the scan meets equals in the order in which they are listed.
  const households = [...run.households].sort((a, b) => compareCodePoints(a.household.id, b.household.id));
  const masksOf = unitMasks(run.rules.rules, households);
  const ruledOut = ruledOutPlaces(run.pool, households);
  const scan = unitScan(run.rules, households, categorize(households, { ofUnit: () => 0, ofHousehold: applicabilityOf }));
  return run.pool.units.slice(from, to).map((record) => {
    const unit = prepareUnit(record, run.pool.asAt);
    const { fail, unknown } = masksOf(unit);
    for (const at of ruledOut.get(record.id) ?? []) addTo(fail, at);
    const counts = settle(fail, unknown, households.length);
    const best = scan(unit, { eligible: fail, conditional: unknown }, top);
    return { unit, ...counts, best: best.map((ranked) => ({ ...ranked, household: households[ranked.at] as PreparedHousehold })) };
  });
}

// Turns failing and unknown into eligible and conditional, in place, and counts.
function settle(
  fail: Bitset,
  unknown: Bitset,
  households: number,
): Pick<UnitRanking, 'eligible' | 'conditional' | 'blocked'> {
  let eligible = 0;
  let conditional = 0;
  for (let word = 0; word < fail.length; word += 1) {
    const rest = households - word * 32;
    const listed = ~(fail[word] as number) & (rest >= 32 ? -1 : (1 << rest) - 1);
    const unsure = listed & (unknown[word] as number);
    fail[word] = listed & ~unsure;
    unknown[word] = unsure;
    eligible += bitCount(listed & ~unsure);
    conditional += bitCount(unsure);
  }
  return { eligible, conditional, blocked: households - eligible - conditional };
}

function ruledOutPlaces(pool: Pool, households: readonly PreparedHousehold[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map(households.map(({ household }, at) => [household.id, at]));
  const byUnit = new Map<string, number[]>();
  for (const veto of pool.vetoes ?? []) {
    const at = places.get(veto.household);
    if (at !== undefined) byUnit.set(veto.unit, [...(byUnit.get(veto.unit) ?? []), at]);
  }
  return byUnit;
}
