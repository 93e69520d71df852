import { conflict, invalid } from '../errors';
import type { DomainError } from '../errors';
import { addDays, daysBetween } from '../dates/day-count';
import type { IsoDate } from '../dates/iso-date';
import { REVERSAL_REASONS } from './codes';
import type { ChildDates, ChildState } from './states';
import { hasAuthority } from './states';

/** What a guard may look at. Time is an argument. */
export interface ChildEventFacts {
  readonly dates: ChildDates;
  readonly dateOfBirth: IsoDate | null;
  readonly onDate: IsoDate;
  readonly reason: string | null;
  readonly today: IsoDate;
}

/** The guard's sentence when it does not let the event pass. */
type Guard = (facts: ChildEventFacts) => string | null;

interface Transition {
  readonly label: string;
  readonly from: readonly ChildState[];
  /** SAME keeps the state; SEARCH is wherever a child without a match stands. */
  readonly to: ChildState | 'SAME' | 'SEARCH';
  readonly needsReason?: true;
  readonly guards: readonly Guard[];
}

const SIX_WEEKS = 42;

/** Equal days pass: several steps may be recorded on one day. */
function notBefore(field: keyof ChildDates, what: string): Guard {
  return ({ dates, onDate }) => {
    const earlier = dates[field];
    return earlier !== null && onDate < earlier ? `The date lies before ${what}.` : null;
  };
}

const afterCare = notBefore('enteredCareOn', 'the child entered care');
const afterDecision = notBefore('admDecidedOn', 'the decision that the child should be placed');
const afterMatch = notBefore('matchedOn', 'the match');
const afterPlacement = notBefore('placedOn', 'the placement');

const decided: Guard = ({ dates }) => (dates.admDecidedOn === null ? 'There is no decision that the child should be placed.' : null);

const authority: Guard = ({ dates, onDate }) => {
  if (!hasAuthority(dates)) return 'There is no authority to place: neither a placement order nor consent.';
  return dates.authorityOn !== null && onDate < dates.authorityOn ? 'The date lies before the authority to place.' : null;
};

// AAR 2005 reg 35(3)-(4): under six weeks the parent's written agreement serves instead of authority.
const underSixWeeks: Guard = ({ dateOfBirth, onDate }) =>
  dateOfBirth !== null && daysBetween(dateOfBirth, onDate) >= 0 && daysBetween(dateOfBirth, onDate) < SIX_WEEKS
    ? null
    : "Only a child under six weeks may be placed on the parent's written agreement.";

// ACA 2002 s52(3): a mother's consent does not count before the child is six weeks old.
const sixWeeksOld: Guard = ({ dateOfBirth, onDate }) =>
  dateOfBirth !== null && onDate < addDays(dateOfBirth, SIX_WEEKS) ? 'Consent does not count before the child is six weeks old.' : null;

// 903 rules 579 and 583: decisions never overlap.
const earlierClosed: Guard = ({ dates, onDate }) => {
  if (dates.admDecidedOn === null) return null;
  if (dates.decisionReversedOn === null) return 'An earlier decision is still open.';
  return onDate < dates.decisionReversedOn ? 'The date lies before the earlier decision was reversed.' : null;
};

const knownReversal: Guard = ({ reason }) =>
  REVERSAL_REASONS.some((code) => code === reason) ? null : 'The reason must be one of RD1, RD2, RD3 and RD4.';

const noAuthorityYet: Guard = ({ dates }) => (hasAuthority(dates) ? 'There is authority to place already.' : null);
const standingAuthority: Guard = ({ dates }) => (hasAuthority(dates) ? null : 'There is no authority to revoke.');
const notInEarlyPermanence: Guard = ({ dates }) => (dates.earlyPermanencePlacedOn === null ? null : 'The child is in an early permanence placement already.');
const inEarlyPermanence: Guard = ({ dates }) => (dates.earlyPermanencePlacedOn === null ? 'The child is in no early permanence placement.' : null);

const BEFORE_PLACEMENT: readonly ChildState[] = ['ADM_DECIDED', 'AUTHORITY_TO_PLACE', 'LINKED', 'MATCHED', 'INTRODUCTIONS'];
const UNMATCHED: readonly ChildState[] = ['ADM_DECIDED', 'AUTHORITY_TO_PLACE', 'LINKED'];

/** Every event of domain.md 2.1: where it may happen, where it leads, and what must be true. */
export const CHILD_EVENTS = {
  ADOPTION_CONSIDERED: { label: 'Adoption considered as the plan', from: ['LOOKED_AFTER'], to: 'ADOPTION_CONSIDERED', guards: [afterCare] },
  ADOPTION_NOT_PURSUED: { label: 'Adoption no longer considered', from: ['ADOPTION_CONSIDERED'], to: 'LOOKED_AFTER', needsReason: true, guards: [afterCare] },
  REVIEWED: { label: 'Review of the looked-after child held', from: ['LOOKED_AFTER', 'ADOPTION_CONSIDERED', ...BEFORE_PLACEMENT, 'DISRUPTED', 'PLAN_CHANGED'], to: 'SAME', guards: [afterCare] },
  ADM_DECIDED: { label: 'Decision that the child should be placed for adoption', from: ['ADOPTION_CONSIDERED', 'PLAN_CHANGED'], to: 'ADM_DECIDED', guards: [afterCare, earlierClosed] },
  PO_APPLIED: { label: 'Placement order applied for', from: BEFORE_PLACEMENT, to: 'SAME', guards: [afterDecision, noAuthorityYet] },
  PLACEMENT_ORDER: { label: 'Placement order made', from: BEFORE_PLACEMENT, to: 'SAME', guards: [afterDecision, noAuthorityYet] },
  CONSENT_GIVEN: { label: "Parents' consent to placement given", from: BEFORE_PLACEMENT, to: 'SAME', guards: [afterDecision, noAuthorityYet, sixWeeksOld] },
  AUTHORITY_REVOKED: { label: 'Authority to place revoked', from: BEFORE_PLACEMENT, to: 'SAME', guards: [standingAuthority, notBefore('authorityOn', 'the authority to place')] },
  EP_PLACED: { label: 'Early permanence placement began', from: ['ADOPTION_CONSIDERED', ...BEFORE_PLACEMENT], to: 'SAME', guards: [afterCare, notInEarlyPermanence] },
  EP_ENDED: { label: 'Early permanence placement ended', from: ['ADOPTION_CONSIDERED', ...BEFORE_PLACEMENT], to: 'SAME', needsReason: true, guards: [inEarlyPermanence, notBefore('earlyPermanencePlacedOn', 'the early permanence placement')] },
  LINK_OPENED: { label: 'Link opened', from: ['ADM_DECIDED', 'AUTHORITY_TO_PLACE'], to: 'LINKED', guards: [afterDecision] },
  LINKS_CLOSED: { label: 'Last link closed', from: ['LINKED'], to: 'SEARCH', guards: [afterDecision] },
  MATCHED: { label: 'Match approved', from: UNMATCHED, to: 'MATCHED', guards: [decided, afterDecision] },
  INTRODUCTIONS_STARTED: { label: 'Introductions started', from: ['MATCHED'], to: 'INTRODUCTIONS', guards: [afterMatch] },
  MATCH_FELL: { label: 'Match fell before placement', from: ['MATCHED', 'INTRODUCTIONS'], to: 'SEARCH', needsReason: true, guards: [afterMatch, notBefore('introductionsOn', 'the introductions')] },
  PLACED: { label: 'Placed for adoption', from: ['MATCHED', 'INTRODUCTIONS'], to: 'PLACED', guards: [authority, afterDecision, afterMatch, notBefore('introductionsOn', 'the introductions')] },
  PLACED_BY_AGREEMENT: { label: "Placed on the parent's written agreement", from: ['MATCHED', 'INTRODUCTIONS'], to: 'PLACED', guards: [underSixWeeks, afterDecision, afterMatch, notBefore('introductionsOn', 'the introductions')] },
  AO_APPLIED: { label: 'Adoption order applied for', from: ['PLACED'], to: 'AO_APPLIED', guards: [afterPlacement] },
  ADOPTED: { label: 'Adoption order made', from: ['AO_APPLIED'], to: 'ADOPTED', guards: [afterPlacement, notBefore('aoAppliedOn', 'the application')] },
  DISRUPTED: { label: 'Placement disrupted', from: ['PLACED', 'AO_APPLIED'], to: 'DISRUPTED', needsReason: true, guards: [afterPlacement, notBefore('aoAppliedOn', 'the application')] },
  SEARCH_RESUMED: { label: 'Search for a family resumed', from: ['DISRUPTED'], to: 'SEARCH', guards: [notBefore('disruptedOn', 'the disruption')] },
  PLAN_CHANGED: { label: 'Decision reversed: plan changed', from: [...UNMATCHED, 'MATCHED', 'DISRUPTED'], to: 'PLAN_CHANGED', needsReason: true, guards: [knownReversal, afterDecision, notBefore('disruptedOn', 'the disruption')] },
  // An early permanence child who goes home leaves from ADOPTION_CONSIDERED; a changed plan ends in leaving care too.
  LEFT_CARE: { label: 'Left care by another way', from: ['LOOKED_AFTER', 'ADOPTION_CONSIDERED', 'PLAN_CHANGED'], to: 'LEFT_CARE_OTHER', guards: [afterCare, notBefore('decisionReversedOn', 'the change of plan')] },
} as const satisfies Record<string, Transition>;

export type ChildEvent = keyof typeof CHILD_EVENTS;

export const CHILD_EVENT_NAMES = Object.keys(CHILD_EVENTS) as readonly ChildEvent[];

export function isChildEvent(name: string): name is ChildEvent {
  return Object.hasOwn(CHILD_EVENTS, name);
}

/** The state after an event, or why it cannot happen. Example: `next('MATCHED', 'PLACED', facts)` is PLACED where there is authority. */
export function next(state: ChildState, event: ChildEvent, facts: ChildEventFacts): ChildState | DomainError {
  const transition: Transition = CHILD_EVENTS[event];
  if (!transition.from.includes(state)) return conflict('GUARD_FAILED', `"${transition.label}" cannot be recorded for a child who stands at ${state}.`);
  if (facts.onDate > facts.today) return invalid([{ path: 'onDate', message: 'The date lies in the future.' }]);
  if (transition.needsReason && (facts.reason ?? '').trim() === '') return invalid([{ path: 'reason', message: 'A reason is needed.' }]);
  for (const guard of transition.guards) {
    const refusal = guard(facts);
    if (refusal !== null) return conflict('GUARD_FAILED', refusal);
  }
  return target(state, event, transition.to, facts.dates);
}

/** Why an event that happened cannot have been on another day; null where it can. `dates`: the record's as they are. */
export function refusesDay(event: ChildEvent, facts: ChildEventFacts): DomainError | null {
  const { guards }: Transition = CHILD_EVENTS[event];
  const refusal = guards.map((guard) => guard(facts)).find((sentence) => sentence !== null);
  return refusal === undefined ? null : conflict('GUARD_FAILED', refusal);
}

function target(state: ChildState, event: ChildEvent, to: Transition['to'], dates: ChildDates): ChildState {
  const searching: ChildState = hasAuthority(dates) ? 'AUTHORITY_TO_PLACE' : 'ADM_DECIDED';
  if (to === 'SEARCH') return searching;
  if (to !== 'SAME') return to;
  // Authority is a fact of its own: it moves the state only of a child who has neither link nor match.
  if (state === 'ADM_DECIDED' && (event === 'PLACEMENT_ORDER' || event === 'CONSENT_GIVEN')) return 'AUTHORITY_TO_PLACE';
  if (state === 'AUTHORITY_TO_PLACE' && event === 'AUTHORITY_REVOKED') return 'ADM_DECIDED';
  return state;
}

/** The events that the table lets happen from a state; guards may still refuse. */
export function eventsFrom(state: ChildState): readonly ChildEvent[] {
  return CHILD_EVENT_NAMES.filter((event) => (CHILD_EVENTS[event].from as readonly ChildState[]).includes(state));
}
