import { conflict, forbidden, invalid } from '../errors';
import type { DomainError } from '../errors';
import type { IsoDate } from '../dates/iso-date';
import { exitReasonWords } from './exit-reasons';
import { EXPLORED_STATES, isSideExit, OPEN_STATES, otherSide, type LinkState, type Side } from './states';

/** How a side's agreement to explore stands: not given, waiting for its second person, live, or over. */
export type Agreement = 'NONE' | 'ASKED' | 'LIVE' | 'ENDED';

/** What a guard may look at. Time is an argument. */
export interface LinkFacts {
  /** For whom the step is taken; the hub's coordinator acts for neither. */
  readonly by: Side | 'HUB';
  /** Who expressed interest first. */
  readonly interestBy: Side | null;
  readonly agreements: Readonly<Record<Side, Agreement>>;
  /** Both are in the pool and shown to each other today: live agreement, consent, family finding active. */
  readonly isShared: boolean;
  /** The child is for early permanence, and the family is not approved for it (domain.md 5.3). */
  readonly lacksEarlyPermanence: boolean;
  readonly onDate: IsoDate;
  /** The day of the step before. */
  readonly since: IsoDate | null;
  readonly today: IsoDate;
  /** Of an exit: a code of `EXIT_REASONS`, and the person's own words. */
  readonly reason: string | null;
  readonly words: string | null;
  readonly panelOn: IsoDate | null;
}

/** The guard's sentence when it does not let the step pass. */
type Guard = (facts: LinkFacts) => string | null;

interface Transition {
  readonly label: string;
  /** NEW: there is no link yet. */
  readonly from: readonly (LinkState | 'NEW')[];
  readonly to: LinkState | 'SAME';
  readonly by: readonly LinkFacts['by'][];
  readonly needs?: 'REASON' | 'PANEL_DAY';
  readonly guards: readonly Guard[];
}

const isShared: Guard = ({ isShared: shared }) => (shared ? null : 'One of the two is not shown to the other any more: family finding, consent or the agreement has ended or is paused.');

// domain.md 5.3: an early-permanence child only for adopters whose agency has confirmed that they are approved for it.
const earlyPermanence: Guard = ({ lacksEarlyPermanence }) => (lacksEarlyPermanence ? 'The child is for early permanence, and this family is not approved for it.' : null);

const answersTheOther: Guard = ({ by, interestBy }) => (by === interestBy ? 'Your side expressed the interest. The other side answers it.' : null);

const notYetAgreed: Guard = ({ by, agreements }) => {
  const own = by === 'HUB' ? 'NONE' : agreements[by];
  if (own === 'ASKED') return 'Your side has agreed already. It waits for a second person of your agency.';
  return own === 'LIVE' ? 'Your side has agreed already.' : null;
};

// domain.md 2.4: what is identified, and later the reports, cross while both sides' grants live.
const bothAgreed: Guard = ({ agreements }) => (agreements.CHILD === 'LIVE' && agreements.ADOPTERS === 'LIVE' ? null : 'Both sides’ agreement to explore must be live: approved by a second person of each agency, and not over.');

const BOTH: readonly Side[] = ['CHILD', 'ADOPTERS'];
const CHILD: readonly Side[] = ['CHILD'];
/** A match ends as a placement does, not by a side's word. */
const BEFORE_MATCH = OPEN_STATES.filter((state) => state !== 'MATCHED');

/** Every step of a link up to the match, and every way out of it (domain.md 2.4; AAR 2005 reg 31 to 33 for reports, meeting, views, panel and decision). */
export const LINK_EVENTS = {
  SUGGESTED: { label: 'Suggested by the hub', from: ['NEW'], to: 'SUGGESTED', by: ['HUB'], guards: [isShared, earlyPermanence] },
  INTEREST_EXPRESSED: { label: 'Interest expressed', from: ['NEW', 'SUGGESTED'], to: 'EXPRESSED_INTEREST', by: BOTH, guards: [isShared, earlyPermanence] },
  SHORTLISTED: { label: 'Shortlisted by the other side', from: ['EXPRESSED_INTEREST'], to: 'SHORTLISTED', by: BOTH, guards: [answersTheOther, isShared, earlyPermanence] },
  EXPLORING_AGREED: { label: 'Agreed to explore', from: ['SHORTLISTED', ...EXPLORED_STATES], to: 'SAME', by: BOTH, guards: [notYetAgreed, isShared, earlyPermanence] },
  // Nobody asks for it: it follows from the second approval, by the person who gives it.
  EXPLORING_BEGUN: { label: 'Exploring: both sides agreed', from: ['SHORTLISTED'], to: 'EXPLORING', by: BOTH, guards: [bothAgreed] },
  CPR_SHARED: { label: 'Child’s permanence report shared', from: ['EXPLORING'], to: 'CPR_SHARED', by: CHILD, guards: [bothAgreed, isShared, earlyPermanence] },
  VISITED: { label: 'Met the adopters', from: ['CPR_SHARED'], to: 'VISITED', by: CHILD, guards: [bothAgreed, isShared, earlyPermanence] },
  APR_DRAFTED: { label: 'Adoption placement report drafted', from: ['VISITED'], to: 'APR_DRAFTED', by: CHILD, guards: [bothAgreed, isShared, earlyPermanence] },
  // A slot of a panel is taken, changed or given up: the link follows (docs/adr/0024), and what the panel said when that is put right (docs/adr/0030).
  PANEL_BOOKED: { label: 'Panel booked', from: ['APR_DRAFTED'], to: 'PANEL_BOOKED', by: CHILD, needs: 'PANEL_DAY', guards: [bothAgreed, isShared, earlyPermanence] },
  PANEL_MOVED: { label: 'Moved to another panel', from: ['PANEL_BOOKED'], to: 'SAME', by: CHILD, needs: 'PANEL_DAY', guards: [] },
  PANEL_RELEASED: { label: 'Taken off the panel', from: ['PANEL_BOOKED'], to: 'APR_DRAFTED', by: CHILD, guards: [] },
  PANEL_DEFERRED: { label: 'Deferred by the panel', from: ['PANEL_BOOKED'], to: 'APR_DRAFTED', by: CHILD, guards: [] },
  PANEL_RECOMMENDED: { label: 'Heard by the panel', from: ['PANEL_BOOKED'], to: 'PANEL_RECOMMENDED', by: CHILD, guards: [] },
  DEFERRAL_CORRECTED: { label: 'Put right: heard, not deferred', from: ['APR_DRAFTED'], to: 'PANEL_RECOMMENDED', by: CHILD, guards: [] },
  HEARING_CORRECTED: { label: 'Put right: deferred by the panel', from: ['PANEL_RECOMMENDED'], to: 'APR_DRAFTED', by: CHILD, guards: [] },
  MATCHED: { label: 'Match approved', from: ['PANEL_RECOMMENDED'], to: 'MATCHED', by: CHILD, guards: [] },
  // The day of the match, or of how it ended, was recorded wrongly: the row beside it has the right one.
  DAY_CORRECTED: { label: 'Day put right', from: ['MATCHED', 'PANEL_NOT_RECOMMENDED', 'ADM_NOT_APPROVED', 'INTRODUCTIONS_FAILED', 'DISRUPTED', 'ADOPTED'], to: 'SAME', by: CHILD, guards: [] },
  HANDED_OVER: { label: 'Handed over to a colleague', from: OPEN_STATES, to: 'SAME', by: BOTH, guards: [] },
  DECLINED_BY_CHILD_AGENCY: { label: 'Declined by the child’s agency', from: BEFORE_MATCH, to: 'DECLINED_BY_CHILD_AGENCY', by: CHILD, needs: 'REASON', guards: [] },
  DECLINED_BY_ADOPTERS: { label: 'Declined by the adopters or their agency', from: BEFORE_MATCH, to: 'DECLINED_BY_ADOPTERS', by: ['ADOPTERS'], needs: 'REASON', guards: [] },
  WITHDRAWN_CHILD_PLAN_CHANGED: { label: 'Withdrawn: the child’s plan changed', from: BEFORE_MATCH, to: 'WITHDRAWN_CHILD_PLAN_CHANGED', by: CHILD, needs: 'REASON', guards: [] },
  PANEL_NOT_RECOMMENDED: { label: 'Not recommended by the panel, and not approved', from: ['PANEL_RECOMMENDED'], to: 'PANEL_NOT_RECOMMENDED', by: CHILD, guards: [] },
  ADM_NOT_APPROVED: { label: 'Not approved by the decision maker', from: ['PANEL_RECOMMENDED'], to: 'ADM_NOT_APPROVED', by: CHILD, guards: [] },
  INTRODUCTIONS_FAILED: { label: 'Introductions ended without a placement', from: ['MATCHED'], to: 'INTRODUCTIONS_FAILED', by: CHILD, guards: [] },
  DISRUPTED: { label: 'Placement disrupted', from: ['MATCHED'], to: 'DISRUPTED', by: CHILD, guards: [] },
  ADOPTED: { label: 'Adoption order made', from: ['MATCHED'], to: 'ADOPTED', by: CHILD, guards: [] },
} as const satisfies Readonly<Record<string, Transition>>;

export type LinkEvent = keyof typeof LINK_EVENTS;

export const LINK_EVENT_NAMES = Object.keys(LINK_EVENTS) as readonly LinkEvent[];

/** Steps that a person takes by themselves from a link's page; the others have a way of their own: the second approval, the panel, the decision, the placement. */
export const TAKEN_STEPS = [
  'INTEREST_EXPRESSED', 'SHORTLISTED', 'EXPLORING_AGREED', 'CPR_SHARED', 'VISITED', 'APR_DRAFTED', 'DECLINED_BY_CHILD_AGENCY', 'DECLINED_BY_ADOPTERS', 'WITHDRAWN_CHILD_PLAN_CHANGED',
] as const satisfies readonly LinkEvent[];

export type TakenStep = (typeof TAKEN_STEPS)[number];

/** The state after a step, or why it cannot be taken. Example: `next('EXPLORING', 'CPR_SHARED', facts)` is CPR_SHARED while both grants live. */
export function next(state: LinkState | 'NEW', event: LinkEvent, facts: LinkFacts): LinkState | DomainError {
  const transition: Transition = LINK_EVENTS[event];
  if (!transition.by.includes(facts.by)) return forbidden('links.move');
  if (!transition.from.includes(state)) return conflict('GUARD_FAILED', `"${transition.label}" does not follow from where the link stands.`);
  const wrong = wrongDay(facts) ?? wrongDetail(transition, facts);
  if (wrong !== null) return wrong;
  for (const guard of transition.guards) {
    const refusal = guard(facts);
    if (refusal !== null) return conflict('GUARD_FAILED', refusal);
  }
  if (transition.to !== 'SAME') return transition.to;
  // No step keeps a link that is not there.
  return state === 'NEW' ? conflict('GUARD_FAILED', 'There is no link yet.') : state;
}

function wrongDay({ onDate, today, since }: LinkFacts): DomainError | null {
  if (onDate > today) return invalid([{ path: 'onDate', message: 'The date lies in the future.' }]);
  return since !== null && onDate < since ? invalid([{ path: 'onDate', message: 'The date lies before the step before it.' }]) : null;
}

function wrongDetail({ needs, to }: Transition, { reason, words, panelOn, onDate }: LinkFacts): DomainError | null {
  if (needs === 'PANEL_DAY' && (panelOn === null || panelOn < onDate)) return invalid([{ path: 'panelOn', message: 'Give the day of the panel, which is not before the day it was booked.' }]);
  if (needs !== 'REASON' || to === 'SAME' || !isSideExit(to)) return null;
  if (reason === null || exitReasonWords(to, reason) === undefined) return invalid([{ path: 'reason', message: 'Choose the reason.' }]);
  return reason === 'OTHER_REASON' && (words ?? '').trim() === '' ? invalid([{ path: 'words', message: 'Say in your own words what the reason is.' }]) : null;
}

/** The steps that the table lets a side take from a state; guards may still refuse. */
export function stepsFrom(state: LinkState, side: Side, interestBy: Side | null): readonly TakenStep[] {
  return TAKEN_STEPS.filter((event) => {
    const { from, by }: Transition = LINK_EVENTS[event];
    return from.includes(state) && by.includes(side) && !(event === 'SHORTLISTED' && side !== otherSide(interestBy ?? otherSide(side)));
  });
}
