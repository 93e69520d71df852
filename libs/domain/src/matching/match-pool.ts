import { compareCodePoints } from './code-points';
import { pairTest } from './pair-test';
import type { Policy } from './policy';
import type { Pool } from './pool';
import { prepareHousehold, prepareUnit } from './prepared';
import type { Pair, PreparedHousehold, PreparedUnit } from './prepared';
import { unitPriority } from './priority';
import type { BlockedHousehold, Candidate, UnitResult } from './result';
import { rulebook } from './rulebook';
import type { Rulebook } from './rulebook';
import { judgePair, placePair, scorePair } from './score-pair';
import type { Placing, Standing } from './score-pair';
import { compareTallies } from './tally';

export interface MatchOptions {
  /** At most so many candidates per unit, eligible and conditional together; all where not given. */
  readonly top?: number;
  /** Whether to list the blocked households with their blockers. */
  readonly blocked?: boolean;
}

/** What is the same for every unit of a run. */
export interface MatchRun {
  readonly pool: Pool;
  readonly rules: Rulebook;
  readonly households: readonly PreparedHousehold[];
  readonly isRuledOut: (unit: string, household: string) => boolean;
}

interface Listed {
  readonly pair: Pair;
  readonly standing: Standing;
  readonly placing: Placing;
}

/**
 * Matches every unit of a pool with every household. Pool and policy must be valid (`validatePool`,
 * `validatePolicy`). Units stand in the pool's order; the result depends on nothing else than the arguments.
 */
export function matchPool(pool: Pool, policy: Policy, options: MatchOptions = {}): UnitResult[] {
  const run = startRun(pool, policy);
  return pool.units.map((unit) => matchUnit(run, prepareUnit(unit, pool.asAt), options));
}

/** Prepares what all units share. */
export function startRun(pool: Pool, policy: Policy): MatchRun {
  return {
    pool,
    rules: rulebook(policy),
    households: pool.households.map(prepareHousehold),
    isRuledOut: pairTest(pool.vetoes ?? []),
  };
}

/** Matches one unit with every household of the run. */
export function matchUnit(run: MatchRun, unit: PreparedUnit, options: MatchOptions = {}): UnitResult {
  const listed: Listed[] = [];
  const blocked: BlockedHousehold[] = [];
  for (const household of run.households) {
    const pair = pairOf(run, unit, household);
    const standing = judgePair(pair, run.rules);
    if (standing.blockers.length > 0) {
      blocked.push({ household: household.household.id, blockers: standing.blockers });
    } else {
      listed.push({ pair, standing, placing: placePair(pair, run.rules) });
    }
  }
  const eligible = listed.filter(isEligible).length;
  const best = listed.sort(compareListed).slice(0, options.top);
  return {
    unit: unit.unit.id,
    eligible,
    conditional: listed.length - eligible,
    blocked: blocked.length,
    priority: unitPriority(unit.unit, eligible, run.pool.asAt, run.rules.policy),
    candidates: best.map(({ pair, standing }) => candidateOf(pair, standing, run.rules)),
    ...(options.blocked === true ? { blockedHouseholds: blocked } : {}),
  };
}

/** The pair of a unit and a household, with whether people ruled it out. */
export function pairOf(run: MatchRun, unit: PreparedUnit, household: PreparedHousehold): Pair {
  return { unit, household, ruledOut: run.isRuledOut(unit.unit.id, household.household.id) };
}

/** A listed pair written out for people. */
export function candidateOf(pair: Pair, standing: Standing, rules: Rulebook): Candidate {
  return {
    household: pair.household.household.id,
    status: standing.unknowns.length === 0 ? 'eligible' : 'conditional',
    unknowns: standing.unknowns,
    ...scorePair(pair, rules),
  };
}

function isEligible({ standing }: Listed): boolean {
  return standing.unknowns.length === 0;
}

// A total order, so that a run can be reproduced: status, band, rank, coverage, id.
function compareListed(a: Listed, b: Listed): number {
  return (
    Number(isEligible(b)) - Number(isEligible(a)) ||
    a.placing.band - b.placing.band ||
    compareTallies(a.placing.tally, b.placing.tally) ||
    compareCodePoints(a.pair.household.household.id, b.pair.household.household.id)
  );
}
