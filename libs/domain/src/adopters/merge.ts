import type { FieldPair } from '../children/merge';
import { compare, levelPairs, mentioned, mergeLevels } from '../children/merge';
import type { Difference } from '../children/facts';
import type { IsoDate } from '../dates/iso-date';
import type { Contact, Levels } from '../matching/pool';
import { answerAfter } from '../disclosure/consent';
import type { AdultFacts, HouseholdChanges, HouseholdKind, RecordedAvailability, SexPreference } from './facts';
import type { HouseholdDates, HouseholdState } from './states';
import { deriveHouseholdState, NO_HOUSEHOLD_DATES } from './states';

/** Who the household is: its own agency's eyes only. */
export interface HouseholdIdentity {
  readonly familyExternalId: string | null;
  readonly names: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly reportSummary: string | null;
}

/** Everything that a correction or a file can change of one household. */
export interface HouseholdDetails {
  readonly identity: HouseholdIdentity;
  readonly dates: HouseholdDates;
  readonly state: HouseholdState;
  readonly kind: HouseholdKind;
  readonly provisionalPanelOn: IsoDate | null;
  readonly childrenPlaced: number | null;
  readonly availability: RecordedAvailability | null;
  readonly shareConsent: boolean | null;
  readonly shareConsentOn: IsoDate | null;
  readonly maxChildren: number | null;
  readonly ageMinMonths: number | null;
  readonly ageMaxMonths: number | null;
  readonly sexPreference: SexPreference | null;
  readonly accepts: Levels;
  readonly earlyPermanence: boolean | null;
  readonly area: string | null;
  readonly contact: Contact | null;
  readonly heritage: readonly string[] | null;
  readonly languages: readonly string[] | null;
  readonly religion: string | null;
  readonly childrenAtHome: readonly string[] | null;
  readonly pets: boolean | null;
  readonly smokers: boolean | null;
  readonly experience: string | null;
  readonly about: string | null;
  readonly adults: readonly AdultDetails[];
}

export type AdultDetails = { readonly [F in keyof AdultFacts]-?: Exclude<AdultFacts[F], undefined> };

export const NEW_HOUSEHOLD: HouseholdDetails = {
  identity: { familyExternalId: null, names: null, address: null, phone: null, email: null, reportSummary: null },
  dates: NO_HOUSEHOLD_DATES, state: 'ENQUIRY', kind: 'SINGLE', provisionalPanelOn: null, childrenPlaced: null, availability: null,
  shareConsent: null, shareConsentOn: null, maxChildren: null, ageMinMonths: null, ageMaxMonths: null, sexPreference: null,
  accepts: {}, earlyPermanence: null, area: null, contact: null, heritage: null, languages: null, religion: null,
  childrenAtHome: null, pets: null, smokers: null, experience: null, about: null, adults: [],
};

const IDENTITY = ['familyExternalId', 'names', 'address', 'phone', 'email', 'reportSummary'] as const;
const DATES = [
  'enquiryOn', 'roiOn', 'stage1StartedOn', 'stage1EndedOn', 'stage2StartedOn', 'stage2EndedOn', 'applicationOn', 'approvedOn',
  'matchedOn', 'placedOn', 'aoOn', 'leftOn', 'leftReason',
] as const;
const PLAIN = [
  'provisionalPanelOn', 'childrenPlaced', 'availability', 'maxChildren', 'ageMinMonths', 'ageMaxMonths', 'sexPreference', 'earlyPermanence', 'area', 'contact', 'heritage', 'languages', 'religion', 'childrenAtHome',
  'pets', 'smokers', 'experience', 'about',
] as const;
const CONSENT = ['shareConsent', 'shareConsentOn'] as const;

export interface MergedHousehold {
  readonly after: HouseholdDetails;
  readonly differences: readonly Difference[];
}

/** The record with the changes in it, and every field that differs. */
export function mergeHousehold(before: HouseholdDetails, changes: HouseholdChanges): MergedHousehold {
  const dates = { ...before.dates, ...mentioned(changes, DATES) };
  const adults = mergeAdults(before.adults, changes.adults ?? []);
  const after: HouseholdDetails = {
    ...before,
    ...mentioned(changes, PLAIN),
    ...answerAfter(before, changes),
    identity: { ...before.identity, ...mentioned(changes, IDENTITY) },
    dates,
    state: deriveHouseholdState(dates, before.state),
    kind: changes.kind ?? (changes.adults && adults.length > 1 ? 'COUPLE' : before.kind),
    accepts: mergeLevels(before.accepts, changes.accepts),
    adults,
  };
  return { after, differences: differencesOf(before, after) };
}

const NEW_ADULT = { firstName: null, lastName: null, gender: null, ethnicity: null, disability: null, fosteringForAdoption: null };
const ADULT = ['firstName', 'lastName', 'gender', 'ethnicity', 'disability', 'fosteringForAdoption'] as const;

function mergeAdults(before: readonly AdultDetails[], named: readonly AdultFacts[]): readonly AdultDetails[] {
  const adults = new Map(before.map((adult) => [adult.externalId, adult]));
  for (const facts of named) {
    const was = adults.get(facts.externalId) ?? { externalId: facts.externalId, ...NEW_ADULT };
    adults.set(facts.externalId, { ...was, ...mentioned(facts, ADULT) });
  }
  return [...adults.values()];
}

function differencesOf(before: HouseholdDetails, after: HouseholdDetails): readonly Difference[] {
  const adults = new Map(before.adults.map((adult) => [adult.externalId, adult]));
  return compare([
    ...IDENTITY.map((field) => [field, before.identity[field], after.identity[field]] as const),
    ...DATES.map((field) => [field, before.dates[field], after.dates[field]] as const),
    ['state', before.state, after.state],
    ['kind', before.kind, after.kind],
    ...levelPairs('accepts', before.accepts, after.accepts),
    ...[...PLAIN, ...CONSENT].map((field) => [field, before[field], after[field]] as const),
    ...after.adults.flatMap((adult): readonly FieldPair[] => {
      const was = adults.get(adult.externalId);
      return [['adult', was?.externalId ?? null, adult.externalId], ...ADULT.map((field) => [`adult.${field}`, was?.[field] ?? null, adult[field]] as const)];
    }),
  ]);
}
