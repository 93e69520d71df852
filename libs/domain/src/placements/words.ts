import type { PlacedChildState, PlacementState } from './states';

const STATES: Readonly<Record<PlacementState, string>> = {
  MATCHED: 'Matched', PLAN_AGREED: 'Plan agreed', INTRODUCTIONS: 'Introductions', PLACED: 'Placed', ADOPTED: 'Adopted', DISRUPTED: 'Disrupted', FELL: 'Fell before placement',
};
const CHILD_STATES: Readonly<Record<PlacedChildState, string>> = {
  MATCHED: 'Matched', PLACED: 'Placed', AO_APPLIED: 'Order applied for', ADOPTED: 'Adopted', DISRUPTED: 'No longer there: the placement disrupted', FELL: 'Match fell',
};
/** What the parties wait for where no clock runs yet. */
const AWAITED: Readonly<Partial<Record<PlacementState, string>>> = { MATCHED: 'The placement plan', PLAN_AGREED: 'Introductions, or moving in', INTRODUCTIONS: 'Moving in' };

export const placementStateWords = (state: PlacementState): string => STATES[state];
export const placedChildWords = (state: PlacedChildState): string => CHILD_STATES[state];
export const awaitedWords = (state: PlacementState): string | null => AWAITED[state] ?? null;
