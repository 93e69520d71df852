import { contactWord, levelWord } from '../../children/words';
import type { Fit } from '../fits';
import type { Policy } from '../policy';
import type { Level } from '../pool';
import { LARGEST_FIT } from '../twentieths';
import { unpackLevel } from './codes';
import type { HouseholdEvidence, UnitEvidence } from './evidence';

/** What the unit brings to a criterion, where another agency may see it; `null` where only the fit may be told. */
export function unitValue(criterion: string, unit: UnitEvidence, policy: Policy): string | null {
  if (criterion === 'age') return unit.ages[0] === unit.ages[1] ? unit.ages[0] : `${unit.ages[0]} and ${unit.ages[1]}`;
  if (criterion === 'contact') return contactWord(unit.contact);
  return needWord(criterion, unit.needs, policy);
}

/** The household's side of it. Distance is a band, never kilometres. */
export function householdValue(criterion: string, offer: HouseholdEvidence, fit: Fit, policy: Policy): string | null {
  if (criterion === 'age') return offer.ages && `approved for ${monthsWords(offer.ages[0])} to ${monthsWords(offer.ages[1])}`;
  if (criterion === 'contact') return contactWord(offer.contact);
  if (criterion === 'distance') return distanceWords(fit, policy);
  return needWord(criterion, offer.offers, policy);
}

function needWord(criterion: string, levels: string, policy: Policy): string | null {
  if (!criterion.startsWith('need:')) return null;
  return levelWord(unpackLevel(levels, policy.needs.indexOf(criterion.slice('need:'.length))) as Level | null);
}

function distanceWords(fit: Fit, { distanceBandsKm }: Policy): string | null {
  if (typeof fit !== 'number') return null;
  const at = distanceBandsKm.findIndex(([, value]) => value * LARGEST_FIT === fit);
  const last = distanceBandsKm.at(-1)?.[0] ?? 0;
  if (at === -1) return `over ${last} km`;
  const upTo = distanceBandsKm[at]?.[0] ?? last;
  return at === 0 ? `up to ${upTo} km` : `${distanceBandsKm[at - 1]?.[0]} to ${upTo} km`;
}

function monthsWords(months: number): string {
  if (months < 24) return `${months} months`;
  const rest = months % 12;
  return rest === 0 ? `${months / 12} years` : `${Math.floor(months / 12)} years ${rest} months`;
}
