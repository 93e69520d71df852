import type { ChildEvent } from '../children/events';
import type { PlacementEvent } from './events';
import type { PlacementEnd } from './states';

/** What a step is on the child's own record; the others leave no trace there. */
export const CHILD_EVENT_OF: Readonly<Partial<Record<PlacementEvent, ChildEvent>>> = {
  INTRODUCTIONS_STARTED: 'INTRODUCTIONS_STARTED', PLACED: 'PLACED', PLACED_BY_AGREEMENT: 'PLACED_BY_AGREEMENT', FELL: 'MATCH_FELL', AO_APPLIED: 'AO_APPLIED', ADOPTED: 'ADOPTED', DISRUPTED: 'DISRUPTED',
};

/** How the link on which a placement stands ends with it. */
export const LINK_END_OF = { FELL: 'INTRODUCTIONS_FAILED', DISRUPTED: 'DISRUPTED', ADOPTED: 'ADOPTED' } as const satisfies Readonly<Record<PlacementEnd, string>>;

/** While a placement of the child lives, these are recorded there alone: what both agencies read must not fall apart from the record. */
export const HELD_CHILD_EVENTS: readonly ChildEvent[] = ['MATCHED', 'INTRODUCTIONS_STARTED', 'MATCH_FELL', 'PLACED', 'PLACED_BY_AGREEMENT', 'AO_APPLIED', 'ADOPTED', 'DISRUPTED', 'PLAN_CHANGED'];
export const HELD_HOUSEHOLD_EVENTS: readonly string[] = ['MATCHED', 'MATCH_FELL', 'PLACED', 'DISRUPTED', 'AO_GRANTED'];

/** What a file or a correction must not say otherwise meanwhile. */
export const HELD_CHILD_FIELDS = ['matchedOn', 'placedOn', 'adoptedOn', 'decisionReversedOn', 'reversalReason'] as const;
export const HELD_HOUSEHOLD_FIELDS = ['matchedOn', 'placedOn', 'aoOn', 'leftOn', 'leftReason'] as const;

/** Read where somebody would record it elsewhere. */
export const heldBy = (placement: string): string => `This stands in placement ${placement}. Record it there, under Placements.`;
