import { conflict, invalid } from '../errors';
import type { DomainError } from '../errors';
import type { HouseholdEvent } from '../adopters/events';
import type { HouseholdState } from '../adopters/states';
import type { IsoDate } from '../dates/iso-date';

/** What a panel considers here. The plan for a child comes to a panel only with the parents' consent (domain.md 1), and not yet to this one. */
export const ITEM_KINDS = { MATCH: 'Match', APPROVAL: 'Approval of adopters' } as const;
export type ItemKind = keyof typeof ITEM_KINDS;

/** PROVISIONAL: a place is held. CONFIRMED: the panel's adviser said yes to it. */
export const ITEM_STATUSES = { PROVISIONAL: 'Provisional', CONFIRMED: 'Confirmed', HEARD: 'Heard', WITHDRAWN: 'Withdrawn' } as const;
export type ItemStatus = keyof typeof ITEM_STATUSES;

export const RECOMMENDATIONS = { RECOMMENDED: 'Recommended', NOT_RECOMMENDED: 'Not recommended', DEFERRED: 'Deferred' } as const;
export type Recommendation = keyof typeof RECOMMENDATIONS;

export const OUTCOMES = { APPROVED: 'Approved', NOT_APPROVED: 'Not approved' } as const;
export type Outcome = keyof typeof OUTCOMES;

export const ABSENCES = { KNOWS_CHILD: 'Knows the child or the birth family', KNOWS_FAMILY: 'Knows the adopters', WORKED_ON_CASE: 'Worked on the case', OTHER: 'Another reason' } as const;
export type AbsenceReason = keyof typeof ABSENCES;

export const RECIPIENTS = { PARENTS: 'Birth parents', ADOPTERS: 'Adopters' } as const;
export type Recipient = keyof typeof RECIPIENTS;
export const MANNERS = { ORALLY: 'Told orally', IN_WRITING: 'Told in writing' } as const;
export type Manner = keyof typeof MANNERS;

/** What happens to an item. */
export const ITEM_EVENTS = {
  BOOKED: 'Place taken', MOVED: 'Moved to another place', CONFIRMED: 'Place confirmed', WITHDRAWN: 'Taken off the panel', PAPERS_IN: 'Papers received', STEPPED_OUT: 'A member left the room',
  HEARD: 'Recommendation recorded', MINUTES_FINAL: 'Minutes final', DECIDED: 'Decision made', RECOMMENDATION_CORRECTED: 'Recommendation put right', DECISION_CORRECTED: 'Day of the decision put right',
} as const;
export type ItemEvent = keyof typeof ITEM_EVENTS;

/** Of a household of which approval can be put on a panel: assessed, or with representations after a notice (domain.md 2.3). */
export const APPROVAL_STATES: readonly HouseholdState[] = ['STAGE2', 'AT_PANEL', 'QUALIFYING_DETERMINATION'];
const HEARD_STATES: readonly HouseholdState[] = ['AT_PANEL', 'QUALIFYING_DETERMINATION'];

/** What an item is when a step is to be taken. */
export interface ItemFacts {
  readonly status: ItemStatus;
  readonly meetsOn: IsoDate;
  readonly recommendation: Recommendation | null;
  readonly minutesFinalOn: IsoDate | null;
  readonly today: IsoDate;
}

const isLive = ({ status }: ItemFacts): boolean => status === 'PROVISIONAL' || status === 'CONFIRMED';

/** Why a recommendation cannot be recorded; null where it can. `household`: where it stands, of an approval. */
export function refusesHearing(item: ItemFacts, household: HouseholdState | null): DomainError | null {
  if (!isLive(item)) return conflict('GUARD_FAILED', 'This item does not wait for a panel any more.');
  if (item.meetsOn > item.today) return conflict('GUARD_FAILED', 'The panel has not met yet.');
  return household !== null && !HEARD_STATES.includes(household) ? conflict('GUARD_FAILED', 'Record first, on the family’s page, that it is at the panel.') : null;
}

/** Minutes become final once, on a day from the panel on. */
export function refusesMinutes({ status, minutesFinalOn, meetsOn, today }: ItemFacts, onDate: IsoDate): DomainError | null {
  if (status !== 'HEARD') return conflict('GUARD_FAILED', 'Record first what the panel recommended.');
  if (minutesFinalOn !== null) return conflict('GUARD_FAILED', 'The minutes are final already.');
  return onDate < meetsOn || onDate > today ? conflict('GUARD_FAILED', 'The day lies between that of the panel and today.') : null;
}

/** AAR 2005 reg 33, 30B: the decision maker takes the recommendation and the final minutes into account. */
export function refusesDecision({ recommendation, minutesFinalOn, today }: ItemFacts, onDate: IsoDate): DomainError | null {
  if (recommendation === null || recommendation === 'DEFERRED') return conflict('GUARD_FAILED', 'There is no recommendation to decide on.');
  if (minutesFinalOn === null) return conflict('GUARD_FAILED', 'The minutes of the panel are not final yet.');
  return onDate < minutesFinalOn || onDate > today ? conflict('GUARD_FAILED', 'The day lies between that of the final minutes and today.') : null;
}

/** Why a recommendation cannot be put right; null where it can: until the decision is made on it. */
export function refusesCorrection({ status, recommendation, isDecided }: ItemFacts & { readonly isDecided: boolean }, to: Recommendation): DomainError | null {
  if (status !== 'HEARD') return conflict('GUARD_FAILED', 'Record first what the panel recommended.');
  if (isDecided) return conflict('GUARD_FAILED', 'The decision is made. What the panel recommended stays as the decision maker read it.');
  return recommendation === to ? invalid([{ path: 'recommendation', message: 'Nothing would change. Choose what the panel did recommend.' }]) : null;
}

/** Why the day of a decision cannot be another one; null where it can. */
export function refusesDecidedOn({ decidedOn, minutesFinalOn, today }: ItemFacts & { readonly decidedOn: IsoDate | null }, onDate: IsoDate): DomainError | null {
  if (decidedOn === null || minutesFinalOn === null) return conflict('GUARD_FAILED', 'There is no decision yet.');
  if (decidedOn === onDate) return invalid([{ path: 'onDate', message: 'Nothing would change. Give the right day.' }]);
  return onDate < minutesFinalOn || onDate > today ? conflict('GUARD_FAILED', 'The day lies between that of the final minutes and today.') : null;
}

/** What a match that was not approved ends with: by the panel's word, or against it. */
export const endOfMatch = (recommendation: Recommendation): 'PANEL_NOT_RECOMMENDED' | 'ADM_NOT_APPROVED' => (recommendation === 'NOT_RECOMMENDED' ? 'PANEL_NOT_RECOMMENDED' : 'ADM_NOT_APPROVED');

/** How a decision enters a household's journey: a first no is a notice, which the household may have reviewed (AAR 30B(4)); a second one ends it. */
export function eventOfApproval(outcome: Outcome, state: HouseholdState): HouseholdEvent {
  if (outcome === 'APPROVED') return 'APPROVED';
  return state === 'QUALIFYING_DETERMINATION' ? 'REFUSED' : 'QUALIFYING_DETERMINATION';
}

/** Who is told of a decision. */
export const recipientsOf = (kind: ItemKind): readonly Recipient[] => (kind === 'MATCH' ? ['PARENTS', 'ADOPTERS'] : ['ADOPTERS']);
