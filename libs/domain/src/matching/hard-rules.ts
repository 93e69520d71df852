import type { Policy } from './policy';
import { levelOf } from './pool';
import type { Pair } from './prepared';
import type { Outcome, RuleName } from './result';

/** A rule that can block a pair. */
export interface HardRule {
  readonly rule: RuleName;
  readonly judge: (pair: Pair) => Outcome;
}

/** The hard rules of a policy, in the order in which blockers are listed. Limits are inclusive. */
export function hardRules(policy: Policy): readonly HardRule[] {
  return [
    { rule: 'available', judge: ({ household }) => outcome(household.household.available) },
    { rule: 'notRuledOut', judge: ({ ruledOut }) => (ruledOut ? 'fail' : 'pass') },
    { rule: 'shareConsent', judge: judgeShareConsent },
    { rule: 'groupSize', judge: judgeGroupSize },
    { rule: 'area', judge: judgeArea },
    { rule: 'earlyPermanence', judge: judgeEarlyPermanence },
    { rule: 'age', judge: (pair) => judgeAge(pair, policy.ageStretchMonths) },
    ...policy.needs.map((key): HardRule => ({
      rule: `need:${key}`,
      judge: (pair) => judgeNeed(pair, key, policy.maxNeedGap),
    })),
  ];
}

function outcome(fact: boolean | null | undefined): Outcome {
  if (fact == null) return 'unknown';
  return fact ? 'pass' : 'fail';
}

// Consent is asked for only where the household would be shown outside its own agency.
function judgeShareConsent({ unit, household }: Pair): Outcome {
  if (unit.unit.agency === household.household.agency) return 'pass';
  return outcome(household.household.shareConsent);
}

function judgeGroupSize({ unit, household }: Pair): Outcome {
  const room = household.household.maxChildren;
  return room == null ? 'unknown' : outcome(unit.ages.length <= room);
}

function judgeArea({ unit, household }: Pair): Outcome {
  const avoided = unit.unit.avoidAreas ?? [];
  if (avoided.length === 0) return 'pass';
  const area = household.household.area;
  return area == null ? 'unknown' : outcome(!avoided.includes(area));
}

function judgeEarlyPermanence({ unit, household }: Pair): Outcome {
  return unit.unit.earlyPermanence === true ? outcome(household.household.earlyPermanence) : 'pass';
}

// The approved range is advice in law: beyond the stretch the engine does not list, people still may.
function judgeAge({ unit, household }: Pair, stretchMonths: number): Outcome {
  const range = household.approvedAges;
  if (range === null) return 'unknown';
  return outcome(unit.youngest >= range.min - stretchMonths && unit.oldest <= range.max + stretchMonths);
}

// A need that is not recorded never blocks; it lowers the coverage.
function judgeNeed({ unit, household }: Pair, key: string, maxGap: number): Outcome {
  const need = levelOf(unit.unit.needs, key);
  if (need === null || need <= maxGap) return 'pass';
  const accepted = levelOf(household.household.accepts, key);
  return accepted === null ? 'unknown' : outcome(need - accepted <= maxGap);
}
