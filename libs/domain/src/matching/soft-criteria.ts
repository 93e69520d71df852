import { distanceFit } from './distance-bands';
import { LARGEST_FIT, toTwentieths } from './twentieths';
import { atHomeFit, contactFit, needFit, sexFit, sharedFit } from './fits';
import type { Fit } from './fits';
import type { Policy } from './policy';
import { levelOf } from './pool';
import type { Pair } from './prepared';
import type { CriterionName } from './result';

/** A criterion that moves the rank and never blocks. */
export interface SoftCriterion {
  readonly criterion: CriterionName;
  readonly weight: number;
  readonly judge: (pair: Pair) => Fit;
}

/** The soft criteria of a policy, in the order of the explanation. */
export function softCriteria(policy: Policy): readonly SoftCriterion[] {
  return [ageCriterion(policy), ...needCriteria(policy), ...circumstanceCriteria(policy), ...homeCriteria(policy)];
}

function ageCriterion(policy: Policy): SoftCriterion {
  const stretch = toTwentieths(policy.stretchFit);
  return {
    criterion: 'age',
    weight: policy.weights.age,
    judge: ({ unit, household }) => {
      const range = household.approvedAges;
      if (range === null) return 'unknown';
      return unit.youngest >= range.min && unit.oldest <= range.max ? LARGEST_FIT : stretch;
    },
  };
}

function needCriteria(policy: Policy): readonly SoftCriterion[] {
  return policy.needs.map((key) => ({
    criterion: `need:${key}`,
    weight: policy.weights.need,
    judge: ({ unit, household }) =>
      needFit(levelOf(unit.unit.needs, key), levelOf(household.household.accepts, key), policy),
  }));
}

// What the unit and the household are to each other: the pairing itself.
function circumstanceCriteria({ weights, stretchFit, distanceBandsKm }: Policy): readonly SoftCriterion[] {
  const toDistanceFit = distanceFit(distanceBandsKm);
  const stretch = toTwentieths(stretchFit);
  return [
    {
      criterion: 'sex',
      weight: weights.sex,
      judge: ({ unit, household }) => sexFit(unit.unit.members, household.household.sex ?? null),
    },
    {
      criterion: 'contact',
      weight: weights.contact,
      judge: ({ unit, household }) =>
        contactFit(unit.unit.contact ?? null, household.household.contact ?? null, stretch),
    },
    {
      criterion: 'distance',
      weight: weights.distance,
      judge: ({ unit, household }) => toDistanceFit(unit.position, household.position),
    },
    {
      criterion: 'heritage',
      weight: weights.heritage,
      judge: ({ unit, household }) => sharedFit(unit.unit.heritage ?? null, household.household.heritage ?? null),
    },
    {
      criterion: 'language',
      weight: weights.language,
      judge: ({ unit, household }) => sharedFit(unit.unit.languages ?? null, household.household.languages ?? null),
    },
    { criterion: 'religion', weight: weights.religion, judge: judgeReligion },
  ];
}

// What the child would find in the home.
function homeCriteria({ weights, siblingGapMonths, smokeFreeUnderMonths }: Policy): readonly SoftCriterion[] {
  return [
    {
      criterion: 'childrenAtHome',
      weight: weights.childrenAtHome,
      judge: ({ unit, household }) => atHomeFit(unit.ages, household.household.childrenAtHome ?? null, siblingGapMonths),
    },
    { criterion: 'pets', weight: weights.pets, judge: judgePets },
    {
      criterion: 'smoking',
      weight: weights.smoking,
      judge: ({ unit, household }) =>
        unit.youngest < smokeFreeUnderMonths ? absenceFit(household.household.smokers) : 'notApplicable',
    },
  ];
}

function judgeReligion({ unit, household }: Pair): Fit {
  const wanted = unit.unit.religion ?? null;
  if (wanted === 'none') return 'notApplicable';
  const held = household.household.religion ?? null;
  if (wanted === null || held === null) return 'unknown';
  return wanted === held ? LARGEST_FIT : 0;
}

// A risk that is not recorded is unknown even for a home without pets.
function judgePets({ unit, household }: Pair): Fit {
  const risk = unit.unit.petsRisk ?? null;
  if (risk === null) return 'unknown';
  return risk ? absenceFit(household.household.pets) : 'notApplicable';
}

function absenceFit(present: boolean | null | undefined): Fit {
  if (present == null) return 'unknown';
  return present ? 0 : LARGEST_FIT;
}
