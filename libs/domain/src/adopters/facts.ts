import type { Sex } from '../children/codes';
import type { IsoDate } from '../dates/iso-date';
import type { Contact, Levels } from '../matching/pool';

export type HouseholdKind = 'SINGLE' | 'COUPLE';

/** Annex A List 11: 1 withdrew, 2 put on hold, 3 refused. */
export type LeavingReason = '1' | '2' | '3';

/** What people recorded; what the hub makes of it is `availabilityOf`. */
export type RecordedAvailability = 'AVAILABLE' | 'NOT_AVAILABLE';

export type SexPreference = 'F' | 'M' | 'any';

/** One adult of a household: List 11 has a row for each (domain.md trap 8). */
export interface AdultFacts {
  readonly externalId: string;
  readonly firstName?: string | null;
  readonly lastName?: string | null;
  readonly gender?: Sex | null;
  readonly ethnicity?: string | null;
  readonly disability?: boolean | null;
  readonly fosteringForAdoption?: boolean | null;
}

/** What a person or a file says about a household: `undefined` keeps what is recorded, `null` clears it. */
export interface HouseholdChanges {
  /** The agency's own identifier of the family; never shown to another agency. */
  readonly familyExternalId?: string | null;
  readonly names?: string | null;
  /** For those to whom stage S2 is granted: no surname, no birth date, no address. */
  readonly reportSummary?: string | null;
  readonly address?: string | null;
  readonly phone?: string | null;
  readonly email?: string | null;
  /** Where nothing is said, one adult makes a SINGLE and two make a COUPLE. */
  readonly kind?: HouseholdKind | null;
  readonly enquiryOn?: IsoDate | null;
  readonly roiOn?: IsoDate | null;
  readonly stage1StartedOn?: IsoDate | null;
  readonly stage1EndedOn?: IsoDate | null;
  readonly stage2StartedOn?: IsoDate | null;
  readonly stage2EndedOn?: IsoDate | null;
  readonly applicationOn?: IsoDate | null;
  readonly approvedOn?: IsoDate | null;
  readonly provisionalPanelOn?: IsoDate | null;
  readonly matchedOn?: IsoDate | null;
  readonly placedOn?: IsoDate | null;
  readonly childrenPlaced?: number | null;
  readonly aoOn?: IsoDate | null;
  readonly leftOn?: IsoDate | null;
  readonly leftReason?: LeavingReason | null;
  readonly availability?: RecordedAvailability | null;
  /** Consent to be shown outside the agency. */
  readonly shareConsent?: boolean | null;
  readonly shareConsentOn?: IsoDate | null;
  readonly maxChildren?: number | null;
  readonly ageMinMonths?: number | null;
  readonly ageMaxMonths?: number | null;
  readonly sexPreference?: SexPreference | null;
  /** Only the keys that are present change; a key that is `null` becomes not recorded. */
  readonly accepts?: Levels | null;
  readonly earlyPermanence?: boolean | null;
  /** Outward postcode district. */
  readonly area?: string | null;
  readonly contact?: Contact | null;
  readonly heritage?: readonly string[] | null;
  readonly languages?: readonly string[] | null;
  readonly religion?: string | null;
  /** Birth months `YYYY-MM` of the children already at home; an empty list is none, `null` is not recorded. */
  readonly childrenAtHome?: readonly string[] | null;
  readonly pets?: boolean | null;
  readonly smokers?: boolean | null;
  readonly experience?: string | null;
  readonly about?: string | null;
  /** The adults named are added or changed; adults not named stay. */
  readonly adults?: readonly AdultFacts[];
}

/** What a file says about one household: create-or-update goes by the agency's family identifier. */
export interface HouseholdFacts extends HouseholdChanges {
  readonly familyExternalId: string;
}
