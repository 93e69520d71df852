import { codeWords, isCoded, STEP_CODES } from '@hub/domain/placements/codes';
import { PLACEMENT_EVENTS, type PlacementEvent } from '@hub/domain/placements/events';
import { isEnd, PLACED_CHILD_STATES, PLACEMENT_STATES, type PlacedChildState, type PlacementState } from '@hub/domain/placements/states';
import { placedChildWords as childWords, placementStateWords as stateWords } from '@hub/domain/placements/words';
import type { Tone } from '../components/tag';
import { dayWords } from './dates';
import { plain } from './plain';

export { codeWords };

export const stepCodes = (event: string): readonly { readonly value: string; readonly label: string }[] => (isCoded(event) ? Object.entries(STEP_CODES[event]).map(([value, label]) => ({ value, label })) : []);

const isOneOf = <T extends string>(list: readonly T[], value: string): value is T => (list as readonly string[]).includes(value);

export const placementStateWords = (state: string): string => (isOneOf<PlacementState>(PLACEMENT_STATES, state) ? stateWords(state) : plain(state));
export const placedChildWords = (state: string): string => (isOneOf<PlacedChildState>(PLACED_CHILD_STATES, state) ? childWords(state) : plain(state));

export function placementTone(state: string): Tone {
  if (state === 'ADOPTED' || state === 'PLACED') return 'green';
  return isOneOf<PlacementState>(PLACEMENT_STATES, state) && isEnd(state) ? 'grey' : 'blue';
}

/** What the button says; the history says the same as done. */
const BUTTONS: Readonly<Partial<Record<PlacementEvent, string>>> = {
  PLAN_AGREED: 'Record that the placement plan was agreed', INTRODUCTIONS_STARTED: 'Record that introductions started', INTRODUCTIONS_REVIEWED: 'Record the pause-and-plan review', LIVES_THERE: 'Record that a child lives there already',
  PLACED: 'Record that a child was placed', PLACED_BY_AGREEMENT: 'Record a baby placed on the parent’s agreement', FELL: 'End the match before placement', AO_APPLIED: 'Record the application for the order', ADOPTED: 'Record the adoption order',
  DISRUPTED: 'Record a disruption', NOTIFIED: 'Record a notice that was sent', PR_DELEGATED: 'Record delegated parental responsibility', VISITED: 'Record a visit', REVIEWED: 'Record a review', SUPPORT_PLANNED: 'Record the support plan',
  CONTACT_AGREED: 'Record the contact agreement', LIFE_STORY_BOOK: 'Record the life story book', CELEBRATED: 'Record the celebration hearing', LATER_LIFE_LETTER: 'Record the later life letter', LEARNT: 'Write down what was learnt',
};
export const placementStepWords = (event: string): string => BUTTONS[event as PlacementEvent] ?? plain(event);

/** What a step asks for and does, above its form. */
const EXPLAINED: Readonly<Partial<Record<PlacementEvent, string>>> = {
  PLAN_AGREED: 'The plan says how and when the child moves, who exercises parental responsibility, contact and support. It can be agreed anew until a child has moved in.',
  INTRODUCTIONS_REVIEWED: 'About halfway both agencies and the family stop and ask whether to go on, take longer or pause.',
  LIVES_THERE: 'For early permanence, or foster carers who adopt. Give the day on which the child came to live with them.',
  PLACED: 'The child’s record and the family’s say so from now on. For a child who lives there already, give the day that the written notice names.',
  PLACED_BY_AGREEMENT: 'Only a child under six weeks may be placed on the parent’s written agreement.',
  FELL: 'The match ends, the link with it, and the child’s search can go on. The family is offered again only by its own agency.',
  AO_APPLIED: 'The child must have lived with the family for ten weeks.',
  ADOPTED: 'The child’s record leaves the pool, and what was shared of it ends at once.',
  DISRUPTED: 'The placement ends for these children; brothers and sisters may stay. The family is offered again only by its own agency.',
  PR_DELEGATED: 'Say what is delegated, and to whom.',
  LEARNT: 'What would have helped, for the next time. Write no names.',
};
export const placementStepExplained = (event: string): string => EXPLAINED[event as PlacementEvent] ?? 'The other agency’s worker is told.';

const FIELDS: Readonly<Record<string, string>> = { state: 'Where it stands', lastStep: 'Latest step', lastStepOn: 'Day of that step' };
export const placementFieldWords = (field: string): string => FIELDS[field] ?? plain(field);

export function placementValueWords(field: string, value: string | null): string {
  if (value === null) return 'none';
  if (field === 'state') return placementStateWords(value);
  if (field === 'lastStepOn') return dayWords(value);
  return value in PLACEMENT_EVENTS ? PLACEMENT_EVENTS[value as PlacementEvent].label : plain(value);
}

export const childName = ({ firstName, number }: { readonly firstName?: string | null; readonly number: number }): string => firstName ?? `Child ${number}`;
