import { contactWord, levelWord, NOT_RECORDED } from '../../children/words';
import { distanceBandOf, distanceBandWords } from '../shown-distance';
import type { Fit } from '../fits';
import type { Policy } from '../policy';
import type { Level } from '../pool';
import type { CriterionName } from '../result';
import { needOf, unpackLevel } from './codes';
import type { HouseholdEvidence, UnitEvidence } from './evidence';

/** What each side brings to a criterion, where another agency may see it; `null` where only the fit may be told (product.md, stages). */
export interface ShownValues {
  readonly unitValue: string | null;
  readonly householdValue: string | null;
}

export interface Evidence {
  readonly unit: UnitEvidence;
  readonly offer: HouseholdEvidence;
  readonly policy: Policy;
}

export function shownValues(criterion: CriterionName, fit: Fit, { unit, offer, policy }: Evidence): ShownValues {
  const level = needReader(criterion, policy);
  if (level) return { unitValue: level(unit.needs), householdValue: level(offer.offers) };
  const isGap = unit.gaps.includes(criterion);
  const whoseGap = { unitValue: fit === 'unknown' && isGap ? NOT_RECORDED : null, householdValue: fit === 'unknown' && !isGap ? NOT_RECORDED : null };
  if (criterion === 'age') return { unitValue: ageWords(unit.ages), householdValue: offer.ages ? approvedWords(offer.ages) : NOT_RECORDED };
  if (criterion === 'contact') return { unitValue: contactWord(unit.contact), householdValue: contactWord(offer.contact) };
  if (criterion === 'distance' && typeof fit === 'number') return { unitValue: null, householdValue: distanceBandWords(distanceBandOf(fit, policy)) };
  return whoseGap;
}

function needReader(criterion: CriterionName, { needs }: Policy): ((levels: string) => string) | null {
  const need = needOf(criterion);
  if (need === null) return null;
  const at = needs.indexOf(need);
  return (levels) => levelWord(unpackLevel(levels, at) as Level | null);
}

function ageWords([youngest, oldest]: UnitEvidence['ages']): string {
  return youngest === oldest ? youngest : `${youngest} and ${oldest}`;
}

function approvedWords([min, max]: readonly [number, number]): string {
  return `approved for ${monthsWords(min)} to ${monthsWords(max)}`;
}

function monthsWords(months: number): string {
  if (months < 24) return `${months} months`;
  const rest = months % 12;
  return rest === 0 ? `${months / 12} years` : `${Math.floor(months / 12)} years ${rest} months`;
}
