import type { HeritageGroup } from '../children/bands';
import { heritageGroups } from '../children/bands';
import type { NeedLevel } from '../children/unit-card';
import { NEED_KEYS } from '../children/words';
import type { IsoDate } from '../dates/iso-date';
import type { Levels } from '../matching/pool';
import { levelOf } from '../matching/pool';
import type { HouseholdKind, RecordedAvailability, SexPreference } from './facts';
import type { HouseholdStage, HouseholdState } from './states';
import { availabilityOf, stageOf } from './states';
import { HOUSEHOLD_KIND_WORDS } from './words';

/** What a household is when its projections are made: nothing in here names anybody. */
export interface HouseholdOffer {
  readonly reference: string;
  readonly regionBand: string;
  readonly state: HouseholdState;
  readonly kind: HouseholdKind | null;
  readonly availability: RecordedAvailability | null;
  readonly provisionalPanelOn: IsoDate | null;
  readonly shareConsent: boolean | null;
  readonly ageMinMonths: number | null;
  readonly ageMaxMonths: number | null;
  readonly maxChildren: number | null;
  readonly sexPreference: SexPreference | null;
  readonly accepts: Levels;
  readonly earlyPermanence: boolean | null;
  readonly heritage: readonly string[] | null;
}

/** S0: the approved range and the offers (product.md). */
export interface HouseholdCard {
  readonly reference: string;
  readonly approvedFromMonths: number | null;
  readonly approvedToMonths: number | null;
  readonly maxChildren: number | null;
  readonly sexPreference: SexPreference | null;
  readonly offers: readonly NeedLevel[];
  readonly earlyPermanence: boolean | null;
  readonly regionBand: string;
  /** OTHER: not yet in stage two, on hold, matched or gone; only its own agency ever sees such a card. */
  readonly stage: HouseholdStage | 'OTHER';
  readonly listed: boolean;
}

/** S1. */
export interface HouseholdProfile {
  readonly householdType: string | null;
  readonly experience: string | null;
  readonly about: string | null;
  readonly heritageGroups: readonly HeritageGroup[];
}

export function toHouseholdCard(household: HouseholdOffer): HouseholdCard {
  return {
    reference: household.reference,
    approvedFromMonths: household.ageMinMonths,
    approvedToMonths: household.ageMaxMonths,
    maxChildren: household.maxChildren,
    sexPreference: household.sexPreference,
    offers: NEED_KEYS.map((key) => ({ key, level: levelOf(household.accepts, key) })),
    earlyPermanence: household.earlyPermanence,
    regionBand: household.regionBand,
    stage: stageOf(household.state) ?? 'OTHER',
    listed: isListed(household),
  };
}

/** Shown to partners: available or soon to be, and with the adopters' own consent (NMS 13.2; domain.md 5.4). */
export function isListed({ state, availability, provisionalPanelOn, shareConsent }: HouseholdOffer): boolean {
  return shareConsent === true && availabilityOf(state, availability, provisionalPanelOn) !== false;
}

export function toHouseholdProfile({ kind, heritage }: HouseholdOffer, { about, experience }: Pick<HouseholdProfile, 'about' | 'experience'>): HouseholdProfile {
  return {
    householdType: kind && HOUSEHOLD_KIND_WORDS[kind],
    experience,
    about,
    heritageGroups: heritageGroups(heritage),
  };
}
