import { HOUSEHOLD_EVENT_NAMES, HOUSEHOLD_EVENTS, isHouseholdEvent, type HouseholdEvent } from '@hub/domain/adopters/events';
import type { AskedBy } from '@hub/domain/adopters/event-codes';
import type { HouseholdState } from '@hub/domain/adopters/states';

interface Asks {
  readonly label: string;
  readonly needsReason?: true;
  readonly codes?: 'DELAY' | 'REVIEW' | 'RECOMMENDATION';
  readonly askedBy?: readonly AskedBy[];
  readonly extends?: true;
}

/** What the hub asks with a step. */
export const asksOf = (event: HouseholdEvent): Asks => HOUSEHOLD_EVENTS[event];

/** A step with questions of its own has a page of its own. */
export const asksMore = (event: HouseholdEvent): boolean => asksOf(event).codes !== undefined;

export const eventsFrom = (state: string): readonly HouseholdEvent[] =>
  HOUSEHOLD_EVENT_NAMES.filter((event) => (HOUSEHOLD_EVENTS[event].from as readonly HouseholdState[]).includes(state as HouseholdState));

export const eventOfPath = (name: string): HouseholdEvent | null => (isHouseholdEvent(name) ? name : null);
