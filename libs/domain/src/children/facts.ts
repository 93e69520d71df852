import type { IsoDate } from '../dates/iso-date';
import type { Contact, Levels } from '../matching/pool';
import type { FamilyFinding, ReversalReason, Sex, SiblingPlan } from './codes';

/**
 * What a person or a file says about a child. In every field `undefined` means that nothing was said, so that the
 * record keeps what it has, and `null` means that the field is blank and the record is cleared.
 */
export interface ChildChanges {
  /** The council's own identifier of the child; never shown to another agency. */
  readonly externalId?: string | null;
  readonly firstName?: string | null;
  readonly lastName?: string | null;
  readonly address?: string | null;
  readonly birthFamily?: string | null;
  readonly notes?: string | null;
  /** For those to whom stage S2 is granted: no surname, no birth date, no address. */
  readonly healthSummary?: string | null;
  /** May lie in the future: the expected date of an unborn child. */
  readonly dateOfBirth?: IsoDate | null;
  readonly sex?: Sex;
  readonly ethnicity?: string | null;
  readonly disability?: boolean | null;
  readonly enteredCareOn?: IsoDate | null;
  /** The decision maker's decision that the child should be placed; the 903 calls it DATE_PLACED (domain.md trap 1). */
  readonly admDecidedOn?: IsoDate | null;
  readonly placementOrderOn?: IsoDate | null;
  readonly consentOn?: IsoDate | null;
  readonly matchedOn?: IsoDate | null;
  readonly placedOn?: IsoDate | null;
  readonly adoptedOn?: IsoDate | null;
  readonly decisionReversedOn?: IsoDate | null;
  readonly reversalReason?: ReversalReason | null;
  readonly earlyPermanencePlacedOn?: IsoDate | null;
  /** Identifier of the ADOPTIVE family the child is matched or placed with (domain.md trap 8), in the same council's files. */
  readonly familyExternalId?: string | null;
  /** Only the keys that are present change; a key that is `null` becomes not recorded. */
  readonly needs?: Levels | null;
  readonly essential?: readonly string[] | null;
  readonly earlyPermanence?: boolean | null;
  readonly avoidAreas?: readonly string[] | null;
  readonly contact?: Contact | null;
  readonly heritage?: readonly string[] | null;
  readonly languages?: readonly string[] | null;
  readonly religion?: string | null;
  readonly petsRisk?: boolean | null;
  readonly waitingSince?: IsoDate | null;
  /** Outward postcode district. */
  readonly homeArea?: string | null;
  readonly about?: string | null;
  /** The council's own code of the sibling group. Children that name the same code are brought into one group. */
  readonly siblingGroup?: string | null;
  readonly siblingPlan?: SiblingPlan | null;
  /** Family finding is opened by a person: set only where the file or the form says so outright. */
  readonly familyFinding?: FamilyFinding | null;
  readonly familyFindingReason?: string | null;
}

/** What a file says about one child: create-or-update goes by the council's identifier. */
export interface ChildFacts extends ChildChanges {
  readonly externalId: string;
}

export type Outcome = 'ADDED' | 'CHANGED' | 'UNCHANGED' | 'REFUSED';

/** One field that changes. Values as text; fields of identity included, so the reader must be the record's own agency. */
export interface Difference {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * What is wrong with a row. The message repeats no value. An ERROR cannot be true and refuses the row; a WARNING
 * breaks a rule of the return (domain.md 4.3) and is taken as the council recorded it.
 */
export interface Problem {
  readonly severity: 'ERROR' | 'WARNING';
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** What became, or in a dry run would become, of one row; in the order of the rows given. */
export interface Applied {
  /** `null` for a row that is refused, and in a dry run for one that would be added. */
  readonly id: string | null;
  readonly reference: string | null;
  readonly outcome: Outcome;
  readonly differences: readonly Difference[];
  /** Errors only where the row is refused; warnings on any row. */
  readonly problems: readonly Problem[];
}
