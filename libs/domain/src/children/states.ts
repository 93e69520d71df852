import type { IsoDate } from '../dates/iso-date';
import type { AuthorityType, ReversalReason } from './codes';

/** domain.md 2.1. Early permanence is no state of its own: it is a date that may stand beside any state up to PLACED. */
export const CHILD_STATES = [
  'LOOKED_AFTER', 'ADOPTION_CONSIDERED', 'ADM_DECIDED', 'AUTHORITY_TO_PLACE', 'LINKED', 'MATCHED', 'INTRODUCTIONS',
  'PLACED', 'AO_APPLIED', 'ADOPTED', 'DISRUPTED', 'PLAN_CHANGED', 'LEFT_CARE_OTHER',
] as const;

export type ChildState = (typeof CHILD_STATES)[number];

/**
 * The dates of the current way to adoption. Earlier ways (a reversed decision, a match that fell) live in the
 * history of events and decisions, because one child can have several (domain.md trap 16).
 */
export interface ChildDates {
  readonly enteredCareOn: IsoDate | null;
  readonly admDecidedOn: IsoDate | null;
  readonly authorityOn: IsoDate | null;
  readonly authorityType: AuthorityType | null;
  readonly authorityRevokedOn: IsoDate | null;
  readonly matchedOn: IsoDate | null;
  readonly introductionsOn: IsoDate | null;
  readonly placedOn: IsoDate | null;
  readonly aoAppliedOn: IsoDate | null;
  readonly adoptedOn: IsoDate | null;
  readonly disruptedOn: IsoDate | null;
  readonly decisionReversedOn: IsoDate | null;
  readonly reversalReason: ReversalReason | null;
  readonly earlyPermanencePlacedOn: IsoDate | null;
  readonly leftCareOn: IsoDate | null;
}

export const NO_DATES: ChildDates = {
  enteredCareOn: null, admDecidedOn: null, authorityOn: null, authorityType: null, authorityRevokedOn: null,
  matchedOn: null, introductionsOn: null, placedOn: null, aoAppliedOn: null, adoptedOn: null, disruptedOn: null,
  decisionReversedOn: null, reversalReason: null, earlyPermanencePlacedOn: null, leftCareOn: null,
};

/** States in which a family may still be sought. */
const SEARCHABLE: readonly ChildState[] = ['ADM_DECIDED', 'AUTHORITY_TO_PLACE', 'LINKED'];

/**
 * A person opens family finding from the decision or the court's authority on (domain.md 2.1). Early permanence
 * starts before the decision, while adoption is considered: the register's second part held those children (5.3).
 */
export function isSearchable(state: ChildState, earlyPermanence: boolean | null): boolean {
  return SEARCHABLE.includes(state) || (state === 'ADOPTION_CONSIDERED' && earlyPermanence === true);
}

/** The day on which the state that a child stands at ended the search for a family; `null` where it did not, or no day is recorded. */
export function leftSearchOn(state: ChildState, dates: Pick<ChildDates, 'matchedOn' | 'placedOn' | 'adoptedOn' | 'decisionReversedOn' | 'leftCareOn'>): IsoDate | null {
  if (state === 'MATCHED' || state === 'INTRODUCTIONS') return dates.matchedOn;
  if (state === 'PLACED' || state === 'AO_APPLIED' || state === 'DISRUPTED') return dates.placedOn;
  if (state === 'ADOPTED') return dates.placedOn ?? dates.adoptedOn;
  if (state === 'PLAN_CHANGED') return dates.decisionReversedOn;
  return state === 'LEFT_CARE_OTHER' ? dates.leftCareOn : null;
}

/** Authority to place that stands: a placement order or consent, not revoked. */
export function hasAuthority(dates: ChildDates): boolean {
  return dates.authorityOn !== null && dates.authorityRevokedOn === null;
}

/**
 * A child who was adopted has no reversed decision (903 rule 558), and ADOPTED is terminal (domain.md 2.1): where both
 * are said, the court's order counts and the reversal gives way.
 */
export function oneEnding(dates: ChildDates): ChildDates {
  if (dates.adoptedOn === null || dates.decisionReversedOn === null) return dates;
  return { ...dates, decisionReversedOn: null, reversalReason: null };
}

/**
 * The state that dates alone imply, for what an import brings. Two states leave no date in any file, so a record
 * that stands in one of them stays there as long as its dates agree.
 */
export function deriveState(dates: ChildDates, current?: ChildState): ChildState {
  const state = stateOfDates(dates);
  if (current === 'LINKED' && (state === 'ADM_DECIDED' || state === 'AUTHORITY_TO_PLACE')) return current;
  if (current === 'ADOPTION_CONSIDERED' && state === 'LOOKED_AFTER') return current;
  return state;
}

function stateOfDates(dates: ChildDates): ChildState {
  if (dates.adoptedOn !== null) return 'ADOPTED';
  if (dates.leftCareOn !== null) return 'LEFT_CARE_OTHER';
  if (dates.decisionReversedOn !== null) return 'PLAN_CHANGED';
  if (dates.disruptedOn !== null && dates.placedOn !== null && dates.disruptedOn >= dates.placedOn) return 'DISRUPTED';
  if (dates.aoAppliedOn !== null) return 'AO_APPLIED';
  if (dates.placedOn !== null) return 'PLACED';
  if (dates.introductionsOn !== null) return 'INTRODUCTIONS';
  if (dates.matchedOn !== null) return 'MATCHED';
  if (dates.admDecidedOn === null) return 'LOOKED_AFTER';
  return hasAuthority(dates) ? 'AUTHORITY_TO_PLACE' : 'ADM_DECIDED';
}
