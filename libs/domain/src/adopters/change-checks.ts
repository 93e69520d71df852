import { SEXES } from '../children/codes';
import type { Problem } from '../children/facts';
import { birthMonth, day, ethnicity, flag, language, levels, list, longText, oneOf, outcode, text, valueProblems, whole } from '../children/value-checks';
import type { IsoDate } from '../dates/iso-date';
import type { AdultFacts, HouseholdChanges } from './facts';

const SHORT = 200;

const ADULT: Parameters<typeof valueProblems<AdultFacts>>[1] = {
  externalId: text(64), firstName: text(SHORT), lastName: text(SHORT), gender: oneOf(SEXES), ethnicity, disability: flag, fosteringForAdoption: flag,
};

/** What each field of a household may hold; a form and a file pass the same checks. */
const CHECKS: Parameters<typeof valueProblems<HouseholdChanges>>[1] = {
  familyExternalId: text(64), names: text(500), address: text(500), phone: text(60), email: text(254), reportSummary: longText, kind: oneOf(['SINGLE', 'COUPLE']),
  enquiryOn: day, roiOn: day, stage1StartedOn: day, stage1EndedOn: day, stage2StartedOn: day, stage2EndedOn: day, applicationOn: day,
  approvedOn: day, provisionalPanelOn: day, matchedOn: day, placedOn: day, childrenPlaced: whole(0, 20), aoOn: day, leftOn: day,
  leftReason: oneOf(['1', '2', '3']), availability: oneOf(['AVAILABLE', 'NOT_AVAILABLE']), shareConsent: flag, shareConsentOn: day,
  maxChildren: whole(1, 20), ageMinMonths: whole(0, 216), ageMaxMonths: whole(0, 216), sexPreference: oneOf(['F', 'M', 'any']),
  accepts: levels, earlyPermanence: flag, area: outcode, contact: whole(0, 3), heritage: list(ethnicity), languages: list(language),
  religion: text(60), childrenAtHome: list(birthMonth), pets: flag, smokers: flag, experience: longText, about: longText,
  adults: list((adult) => valueProblems(adult as AdultFacts, ADULT)[0]?.message ?? null),
};

export function householdChangeProblems(changes: HouseholdChanges): readonly Problem[] {
  return valueProblems(changes, CHECKS);
}

/** An approved range has both ends, the lower first (matching.md refuses a half-open one). */
export function ageRangeProblems({ ageMinMonths, ageMaxMonths }: { readonly ageMinMonths: number | null; readonly ageMaxMonths: number | null }): readonly Problem[] {
  const half = (ageMinMonths === null) !== (ageMaxMonths === null);
  const reversed = ageMinMonths !== null && ageMaxMonths !== null && ageMaxMonths < ageMinMonths;
  if (!half && !reversed) return [];
  return [{ severity: 'ERROR', field: 'ageMaxMonths', code: 'AGE_RANGE', message: 'The approved range needs both ages, the lower first.' }];
}

/** Nobody agrees tomorrow. */
export function consentProblems({ shareConsentOn }: { readonly shareConsentOn: IsoDate | null }, today: IsoDate): readonly Problem[] {
  if (shareConsentOn === null || shareConsentOn <= today) return [];
  return [{ severity: 'ERROR', field: 'shareConsentOn', code: 'FUTURE_DATE', message: 'The day of the consent lies in the future.' }];
}
