import { conflict, invalid } from '../errors';
import type { DomainError } from '../errors';
import type { IsoDate } from '../dates/iso-date';
import type { FamilyFinding } from './codes';
import { isSearchable } from './states';
import type { ChildState } from './states';

/** Who the unit is when the question is whether to search: every member must still need a family. */
export interface FamilyFindingFacts {
  readonly members: readonly { readonly state: ChildState; readonly earlyPermanence: boolean | null }[];
  readonly reason: string | null;
  readonly onDate: IsoDate;
  readonly since: IsoDate | null;
  readonly today: IsoDate;
}

interface Step {
  readonly to: readonly FamilyFinding[];
}

const STEPS: Readonly<Record<FamilyFinding, Step>> = {
  NOT_STARTED: { to: ['ACTIVE'] },
  ACTIVE: { to: ['PAUSED', 'CLOSED'] },
  PAUSED: { to: ['ACTIVE', 'CLOSED'] },
  // A disruption or a new decision opens it again.
  CLOSED: { to: ['ACTIVE'] },
};

/** The status after a change that a person asks for, or why it cannot be. Pausing and closing need a reason. */
export function nextFamilyFinding(from: FamilyFinding, to: FamilyFinding, facts: FamilyFindingFacts): FamilyFinding | DomainError {
  if (!STEPS[from].to.includes(to)) return conflict('GUARD_FAILED', `Family finding cannot go from ${from} to ${to}.`);
  if (facts.onDate > facts.today) return invalid([{ path: 'onDate', message: 'The date lies in the future.' }]);
  if (facts.since !== null && facts.onDate < facts.since) {
    return conflict('GUARD_FAILED', 'The date lies before the last change of family finding.');
  }
  if (to !== 'ACTIVE') return (facts.reason ?? '').trim() === '' ? invalid([{ path: 'reason', message: 'A reason is needed.' }]) : to;
  return facts.members.length > 0 && facts.members.every(({ state, earlyPermanence }) => isSearchable(state, earlyPermanence))
    ? to
    : conflict('GUARD_FAILED', 'Family finding opens from the decision that the child should be placed, and ends with the match.');
}

/** What brings a unit out of the search without a person's word: the state of a child, or that its children joined others. */
export type FamilyFindingCause = ChildState | 'JOINED_GROUP';

/** A status with what brought it about. */
export interface FamilyFindingStatus {
  readonly status: FamilyFinding;
  readonly cause: FamilyFindingCause;
  /** The day on which the members' dates say that it came to this. */
  readonly since: IsoDate | null;
}

type Leaver = FamilyFindingFacts['members'][number] & { readonly leftSearchOn: IsoDate | null };

const MATCH_STATES: readonly ChildState[] = ['MATCHED', 'INTRODUCTIONS'];

/**
 * What an event does to family finding by itself: a unit leaves the pool at once when a member is matched,
 * placed or adopted, or the plan changes (domain.md trap 31). Nothing opens it again but a person.
 */
export function familyFindingAfter(status: FamilyFinding, members: readonly Leaver[]): FamilyFindingStatus | null {
  if (status !== 'ACTIVE' && status !== 'PAUSED') return null;
  const out = members.filter(({ state, earlyPermanence }) => !isSearchable(state, earlyPermanence));
  if (out.length === 0) return null;
  // A match can still fall, so it pauses the search; whatever comes after it, or ends the plan, closes it.
  if (out.every(({ state }) => MATCH_STATES.includes(state))) {
    return status === 'PAUSED' ? null : { status: 'PAUSED', cause: 'MATCHED', since: earliest(out) };
  }
  const ended = out.filter(({ state }) => !MATCH_STATES.includes(state));
  return { status: 'CLOSED', cause: ended[0]?.state ?? 'PLACED', since: earliest(ended) };
}

function earliest(members: readonly Leaver[]): IsoDate | null {
  return members.flatMap(({ leftSearchOn }) => leftSearchOn ?? []).sort()[0] ?? null;
}

/** Read where no person gave a reason. */
export const FAMILY_FINDING_CAUSE_WORDS: Readonly<Record<FamilyFindingCause, string>> = {
  LOOKED_AFTER: 'Adoption is no longer considered',
  ADOPTION_CONSIDERED: 'Adoption is only considered',
  ADM_DECIDED: 'Closed',
  AUTHORITY_TO_PLACE: 'Closed',
  LINKED: 'Closed',
  MATCHED: 'A match was approved',
  INTRODUCTIONS: 'A match was approved',
  PLACED: 'Placed for adoption',
  AO_APPLIED: 'Placed for adoption',
  ADOPTED: 'Adopted',
  DISRUPTED: 'The placement disrupted',
  PLAN_CHANGED: 'The plan changed',
  LEFT_CARE_OTHER: 'Left care',
  JOINED_GROUP: 'Joined a sibling group',
};
