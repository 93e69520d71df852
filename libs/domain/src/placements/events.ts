import { conflict, forbidden, invalid } from '../errors';
import type { DomainError } from '../errors';
import type { IsoDate } from '../dates/iso-date';
import type { Side } from '../links/states';
import { codeWords, isCoded } from './codes';
import { mayApplyFrom } from './may-apply';
import type { Home, PlacedChildState, PlacementState } from './states';

/** One child of a placement, with the dates of its own way there. */
export interface PlacedChild {
  readonly state: PlacedChildState;
  /** Where the child lives with the adopters already, and since when; null for a child who moves in. */
  readonly home: Home | null;
  readonly livesThereSince: IsoDate | null;
  readonly placedOn: IsoDate | null;
  readonly aoAppliedOn: IsoDate | null;
}

/** What a placement is beyond its state, as far as it decides which steps there are. */
export interface WholePlacement {
  readonly introductionsOn: IsoDate | null;
  /** Where each child stands. */
  readonly children: readonly PlacedChildState[];
}

/** What a guard may look at. Time is an argument. */
export interface PlacementFacts extends WholePlacement {
  readonly by: Side;
  readonly decidedOn: IsoDate;
  readonly planAgreedOn: IsoDate | null;
  /** Of the step's child; null of a step for all. */
  readonly child: PlacedChild | null;
  readonly onDate: IsoDate;
  readonly today: IsoDate;
  /** One of the step's `STEP_CODES`. */
  readonly code: string | null;
  readonly words: string | null;
}

type Guard = (facts: PlacementFacts) => string | null;

interface Transition {
  readonly label: string;
  readonly from: readonly PlacementState[];
  /** Of a step that may be some children's alone: where each must stand, and where it leads a child who takes it by itself. */
  readonly child?: { readonly from: readonly PlacedChildState[]; readonly to?: PlacedChildState };
  readonly by: readonly Side[];
  readonly needsWords?: true;
  /** Of a step for all that is about children who are still to move in: why there is none. */
  readonly whole?: (whole: WholePlacement) => string | null;
  readonly guards: readonly Guard[];
}

const afterDecision: Guard = ({ onDate, decidedOn }) => (onDate < decidedOn ? 'The date lies before the decision on the match.' : null);
const afterPlan: Guard = ({ onDate, planAgreedOn }) => (planAgreedOn !== null && onDate < planAgreedOn ? 'The date lies before the placement plan was agreed.' : null);
const afterIntroductions: Guard = ({ onDate, introductionsOn }) => (introductionsOn !== null && onDate < introductionsOn ? 'The date lies before introductions started.' : null);
const afterPlacing: Guard = ({ onDate, child }) => (child !== null && child.placedOn !== null && onDate < child.placedOn ? 'The date lies before the child was placed.' : null);
const afterApplication: Guard = ({ onDate, child }) => (child !== null && child.aoAppliedOn !== null && onDate < child.aoAppliedOn ? 'The date lies before the application.' : null);

const broughtThere: Guard = ({ child, introductionsOn }) =>
  (child !== null && child.home === null && introductionsOn === null ? 'Record that introductions started, or that the child lives with this family already.' : null);

// AAR 2005 reg 35(5): of a child who lives there already the day that the written notice names is the placed date.
const notBeforeHome: Guard = ({ onDate, child }) => (child !== null && child.livesThereSince !== null && onDate < child.livesThereSince ? 'The date lies before the child came to live with the family.' : null);

const tenWeeks: Guard = ({ onDate, child }) => {
  const from = child && mayApplyFrom(child);
  return from !== null && onDate < from ? 'The child must have lived with the family for ten weeks before the application.' : null;
};

const ahead = ({ introductionsOn, children }: WholePlacement): string | null => (introductionsOn !== null ? 'Introductions have started already.' : somebodyIsToMoveIn(children));
const underWay = ({ introductionsOn, children }: WholePlacement): string | null => (introductionsOn === null ? 'Introductions have not started.' : somebodyIsToMoveIn(children));
const somebodyIsToMoveIn = (children: readonly PlacedChildState[]): string | null => (children.includes('MATCHED') ? null : 'No child is still to move in.');

const BOTH: readonly Side[] = ['CHILD', 'ADOPTERS'];
const CHILD: readonly Side[] = ['CHILD'];
const BEFORE: readonly PlacementState[] = ['MATCHED', 'PLAN_AGREED', 'INTRODUCTIONS'];
const OPEN: readonly PlacementState[] = [...BEFORE, 'PLACED'];
const AFTER_PLAN: readonly PlacementState[] = ['PLAN_AGREED', 'INTRODUCTIONS', 'PLACED'];
const LIVING_THERE: readonly PlacedChildState[] = ['PLACED', 'AO_APPLIED'];

/** Every step of a placement (domain.md 2.1, 2.2, 2.4). The child's agency decides on the child; both record what they did. */
export const PLACEMENT_EVENTS = {
  // Agreed anew as introductions go, until somebody has moved in.
  PLAN_AGREED: { label: 'Placement plan agreed', from: BEFORE, by: CHILD, guards: [afterDecision] },
  INTRODUCTIONS_STARTED: { label: 'Introductions started', from: ['PLAN_AGREED', 'PLACED'], by: CHILD, whole: ahead, guards: [afterDecision, afterPlan] },
  INTRODUCTIONS_REVIEWED: { label: 'Pause and plan: introductions reviewed', from: ['INTRODUCTIONS', 'PLACED'], by: BOTH, whole: underWay, guards: [afterIntroductions] },
  LIVES_THERE: { label: 'Lives with the family already', from: OPEN, child: { from: ['MATCHED'], to: 'MATCHED' }, by: CHILD, guards: [] },
  PLACED: { label: 'Placed for adoption', from: AFTER_PLAN, child: { from: ['MATCHED'], to: 'PLACED' }, by: CHILD, guards: [afterDecision, afterPlan, broughtThere, afterIntroductions, notBeforeHome] },
  PLACED_BY_AGREEMENT: { label: 'Placed on the parent’s written agreement', from: AFTER_PLAN, child: { from: ['MATCHED'], to: 'PLACED' }, by: CHILD, guards: [afterDecision, afterPlan, broughtThere, afterIntroductions, notBeforeHome] },
  FELL: { label: 'Match fell before placement', from: OPEN, child: { from: ['MATCHED'], to: 'FELL' }, by: CHILD, guards: [afterDecision, afterIntroductions] },
  AO_APPLIED: { label: 'Adoption order applied for', from: ['PLACED'], child: { from: ['PLACED'], to: 'AO_APPLIED' }, by: CHILD, guards: [afterPlacing, tenWeeks] },
  ADOPTED: { label: 'Adoption order made', from: ['PLACED'], child: { from: ['AO_APPLIED'], to: 'ADOPTED' }, by: CHILD, guards: [afterApplication] },
  DISRUPTED: { label: 'Placement disrupted', from: ['PLACED'], child: { from: LIVING_THERE, to: 'DISRUPTED' }, by: CHILD, guards: [afterPlacing, afterApplication] },
  NOTIFIED: { label: 'Notice of the placement sent', from: AFTER_PLAN, by: CHILD, guards: [afterDecision] },
  PR_DELEGATED: { label: 'Parental responsibility delegated', from: AFTER_PLAN, by: CHILD, needsWords: true, guards: [afterDecision] },
  VISITED: { label: 'Visited', from: ['PLACED'], child: { from: LIVING_THERE }, by: BOTH, guards: [afterPlacing] },
  REVIEWED: { label: 'Placement reviewed', from: ['PLACED'], child: { from: LIVING_THERE }, by: CHILD, guards: [afterPlacing] },
  SUPPORT_PLANNED: { label: 'Support plan agreed', from: [...OPEN, 'ADOPTED'], by: BOTH, guards: [afterDecision] },
  CONTACT_AGREED: { label: 'Contact agreement made', from: [...OPEN, 'ADOPTED'], by: BOTH, guards: [afterDecision] },
  LIFE_STORY_BOOK: { label: 'Life story book', from: [...OPEN, 'ADOPTED'], child: { from: ['MATCHED', ...LIVING_THERE, 'ADOPTED'] }, by: CHILD, guards: [afterDecision] },
  CELEBRATED: { label: 'Celebration hearing held', from: ['PLACED', 'ADOPTED'], child: { from: ['ADOPTED'] }, by: CHILD, guards: [afterPlacing] },
  LATER_LIFE_LETTER: { label: 'Later life letter given', from: ['PLACED', 'ADOPTED'], child: { from: [...LIVING_THERE, 'ADOPTED'] }, by: CHILD, guards: [afterPlacing] },
  LEARNT: { label: 'What was learnt', from: ['PLACED', 'ADOPTED', 'DISRUPTED', 'FELL'], by: BOTH, needsWords: true, guards: [afterDecision] },
} as const satisfies Readonly<Record<string, Transition>>;

export type PlacementEvent = keyof typeof PLACEMENT_EVENTS;

export const PLACEMENT_EVENT_NAMES = Object.keys(PLACEMENT_EVENTS) as readonly PlacementEvent[];

/** Where the step's child stands after it, null where it leads nobody on; or why it cannot be taken. Where the placement stands then, `standingOf` tells. */
export function nextPlacement(state: PlacementState, event: PlacementEvent, facts: PlacementFacts): { readonly child: PlacedChildState | null } | DomainError {
  const transition: Transition = PLACEMENT_EVENTS[event];
  if (!transition.by.includes(facts.by)) return forbidden('placements.move');
  if (!transition.from.includes(state)) return conflict('GUARD_FAILED', `"${transition.label}" does not follow from where the placement stands.`);
  if (!isTheirs(transition, facts)) return conflict('GUARD_FAILED', `"${transition.label}" does not follow from where the child stands.`);
  const without = transition.whole?.(facts) ?? null;
  if (without !== null) return conflict('GUARD_FAILED', without);
  const wrong = wrongInput(transition, event, facts);
  if (wrong !== null) return wrong;
  for (const guard of transition.guards) {
    const refusal = guard(facts);
    if (refusal !== null) return conflict('GUARD_FAILED', refusal);
  }
  return { child: transition.child?.to ?? null };
}

/** A step for all is one that each of them could take. */
function isTheirs({ child: step }: Transition, { child, children }: PlacementFacts): boolean {
  if (step === undefined) return true;
  return child === null ? step.to === undefined && children.every((one) => step.from.includes(one)) : step.from.includes(child.state);
}

function wrongInput({ needsWords }: Transition, event: PlacementEvent, { onDate, today, code, words }: PlacementFacts): DomainError | null {
  if (onDate > today) return invalid([{ path: 'onDate', message: 'The date lies in the future.' }]);
  if (isCoded(event) ? code === null || codeWords(event, code) === undefined : code !== null) return invalid([{ path: 'code', message: 'Choose one of the list.' }]);
  const isSaid = (words ?? '').trim() !== '';
  if (needsWords && !isSaid) return invalid([{ path: 'words', message: 'Say it in words.' }]);
  return code === 'OTHER_REASON' && !isSaid ? invalid([{ path: 'words', message: 'Say in your own words what the reason is.' }]) : null;
}

/** Whether a step leads each child on by itself. */
export function isOfChild(event: PlacementEvent): boolean {
  const { child }: Transition = PLACEMENT_EVENTS[event];
  return child?.to !== undefined;
}

/** Those whose step it can be; nobody of a step that is always for all. */
export function childrenFor<T extends Pick<PlacedChild, 'state'>>(event: PlacementEvent, children: readonly T[]): readonly T[] {
  const { child }: Transition = PLACEMENT_EVENTS[event];
  return children.filter(({ state }) => child?.from.includes(state));
}

/** The steps that the table lets a side take; guards may still refuse. */
export function placementStepsFrom(state: PlacementState, side: Side, all: WholePlacement): readonly PlacementEvent[] {
  return PLACEMENT_EVENT_NAMES.filter((event) => {
    const { from, by, child, whole }: Transition = PLACEMENT_EVENTS[event];
    return from.includes(state) && by.includes(side) && (child === undefined || all.children.some((one) => child.from.includes(one))) && (whole?.(all) ?? null) === null;
  });
}

