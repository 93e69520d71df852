import { BANDS, bandThresholds, capBand, naturalBand } from '../bands';
import { isStretch, needFit } from '../fits';
import type { Fit } from '../fits';
import type { Level } from '../pool';
import type { Policy } from '../policy';
import type { Band, CandidateStatus, CriterionName, RuleName } from '../result';
import type { Rulebook } from '../rulebook';
import { numbersOf, tally } from '../tally';
import { LARGEST_FIT, toTwentieths } from '../twentieths';
import { needOf, unpackFit, unpackLevel, unpackNames } from './codes';
import type { ListedEvidence, UnitEvidence } from './evidence';
import { criterionLabel } from './labels';
import { shownValues } from './values';

/** One criterion's share of the rank, in words that another agency may see. */
export interface ShownContribution {
  readonly criterion: CriterionName;
  readonly label: string;
  readonly weight: number;
  readonly fit: number | null;
  readonly points: number;
  readonly unitValue: string | null;
  readonly householdValue: string | null;
  readonly essential: boolean;
}

/** A candidate as it is shown; the points of its contributions sum to its rank. */
export interface ShownCandidate {
  readonly household: string;
  readonly status: CandidateStatus;
  readonly unknowns: readonly RuleName[];
  readonly rank: number;
  readonly score: number | null;
  readonly coverage: number;
  readonly low: number;
  readonly high: number;
  readonly band: Band;
  readonly stretches: readonly string[];
  /** Criteria and rules that are not recorded, in words. */
  readonly notKnown: readonly string[];
  readonly contributions: readonly ShownContribution[];
}

/** Writes a listed household out for people: the same numbers as `matchPool`, from the packed fits and the run's policy. */
export function readCandidate(listed: ListedEvidence, unit: UnitEvidence, rules: Rulebook): ShownCandidate {
  const { policy } = rules;
  const fits = fitsOf(listed, unit, rules);
  const sums = tally(rules.criteria.map(({ weight }, at) => ({ weight, fit: fits[at] ?? 'notApplicable' })), toTwentieths(policy.unknownFit));
  const stretches = stretchesOf(listed, unit, policy);
  const essential = stretches.filter((key) => unit.essential.includes(key)).length;
  const contributions = rules.criteria.flatMap(({ criterion, weight }, at): ShownContribution[] => {
    const fit = fits[at] ?? 'notApplicable';
    if (fit === 'notApplicable') return [];
    const twentieths = fit === 'unknown' ? toTwentieths(policy.unknownFit) : fit;
    return [{
      criterion, label: criterionLabel(criterion), weight, fit: fit === 'unknown' ? null : fit / LARGEST_FIT, points: (5 * weight * twentieths) / sums.weight,
      ...shownValues(criterion, fit, { unit, offer: listed.offer, policy }), essential: isEssential(criterion, unit),
    }];
  });
  return {
    household: listed.offer.household,
    status: listed.unknowns === '' ? 'eligible' : 'conditional',
    unknowns: unpackNames(listed.unknowns, rules.rules.map(({ rule }) => rule)),
    ...numbersOf(sums),
    band: BANDS[capBand(naturalBand(sums.expected, bandThresholds(policy.bands, sums.weight)), essential)] ?? 'D',
    stretches,
    notKnown: contributions.filter(({ fit }) => fit === null).map(({ label }) => label),
    contributions,
  };
}

/** By criterion: those kept, and those of needs from both sides' levels. */
function fitsOf({ fits, offer }: ListedEvidence, { needs }: UnitEvidence, { criteria, policy }: Rulebook): Fit[] {
  let kept = 0;
  return criteria.map(({ criterion }) => {
    const key = needOf(criterion);
    if (key === null) return unpackFit(fits[kept++] ?? '.');
    const at = policy.needs.indexOf(key);
    return needFit(unpackLevel(needs, at) as Level | null, unpackLevel(offer.offers, at) as Level | null, policy);
  });
}

function stretchesOf({ offer: { offers } }: ListedEvidence, { needs }: UnitEvidence, policy: Policy): readonly string[] {
  return policy.needs.filter((_, at) => isStretch(unpackLevel(needs, at), unpackLevel(offers, at), policy.maxNeedGap));
}

function isEssential(criterion: string, { essential }: UnitEvidence): boolean {
  const need = needOf(criterion);
  return need !== null && essential.includes(need);
}
