import { pairOf, startRun } from './match-pool';
import type { Policy } from './policy';
import type { Household, Pool, Unit } from './pool';
import { prepareHousehold, prepareUnit } from './prepared';
import type { CandidateStatus, Outcome, PairScore, RuleName } from './result';
import { ruleSentences } from './rule-sentences';
import { judgePair, scorePair } from './score-pair';

/** One hard rule's finding. */
export interface RuleFinding {
  readonly rule: RuleName;
  readonly outcome: Outcome;
  /** What the rule asks, as a sentence. */
  readonly asks: string;
}

/** Why a pair stands where it does, listed or blocked. The numbers are those of the listing. */
export interface PairExplanation extends PairScore {
  readonly unit: string;
  readonly household: string;
  readonly status: CandidateStatus | 'blocked';
  readonly rules: readonly RuleFinding[];
  readonly blockers: readonly RuleName[];
  readonly unknowns: readonly RuleName[];
  /** What would have to change, then what has to be recorded, for the pair to be eligible. Empty if it is. */
  readonly changes: readonly string[];
}

/** The full explanation of one pair of a valid pool, also of a pair that is blocked and therefore not listed. */
export function explainPair(unit: Unit, household: Household, pool: Pool, policy: Policy): PairExplanation {
  const run = startRun({ ...pool, units: [unit], households: [household] }, policy);
  const pair = pairOf(run, prepareUnit(unit, pool.asAt), prepareHousehold(household));
  const standing = judgePair(pair, run.rules);
  return {
    unit: unit.id,
    household: household.id,
    status: statusOf(standing),
    rules: run.rules.rules.map(({ rule, judge }) => ({ rule, outcome: judge(pair), asks: ruleSentences(rule).asks })),
    ...standing,
    changes: [
      ...standing.blockers.map((rule) => `${rule}: ${ruleSentences(rule).toPass}`),
      ...standing.unknowns.map((rule) => `${rule}: ${ruleSentences(rule).toKnow}`),
    ],
    ...scorePair(pair, run.rules),
  };
}

function statusOf(standing: {
  readonly blockers: readonly RuleName[];
  readonly unknowns: readonly RuleName[];
}): PairExplanation['status'] {
  if (standing.blockers.length > 0) return 'blocked';
  return standing.unknowns.length > 0 ? 'conditional' : 'eligible';
}
