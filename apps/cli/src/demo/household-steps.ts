import type { HouseholdEvent } from '@hub/domain/adopters/events';
import { deriveHouseholdState, NO_HOUSEHOLD_DATES, type HouseholdState } from '@hub/domain/adopters/states';
import type { DemoHousehold } from '@hub/domain/demonstration/households';

/** Events to record, by the agency's identifier of the family. */
export type Steps = ReadonlyMap<string, readonly HouseholdEvent[]>;

/** What lists cannot tell: the households of a state take these turns, one after the other, so that every state is there. */
const TURNS: Readonly<Partial<Record<HouseholdState, readonly (readonly HouseholdEvent[])[]>>> = {
  ENQUIRY: [[], ['INFO_GIVEN'], ['INFO_GIVEN', 'ROI_SUBMITTED']],
  STAGE1: [[], [], ['STAGE1_PASSED']],
  STAGE2: [[], ['AT_PANEL'], [], [], ['AT_PANEL', 'QUALIFYING_DETERMINATION'], [], []],
  APPROVED: [[], [], [], ['LINK_OPENED'], [], [], [], [], [], [], [], []],
};

/** Back to approved, and a pause (domain.md 2.3). */
const AFTER_DISRUPTION: readonly HouseholdEvent[] = ['DISRUPTED', 'PUT_ON_HOLD'];

export function householdSteps(households: readonly DemoHousehold[]): Steps {
  const met = new Map<HouseholdState, number>();
  return new Map(households.map(({ facts, disruptedOn }) => {
    if (disruptedOn !== null) return [facts.familyExternalId, AFTER_DISRUPTION];
    const state = deriveHouseholdState({ ...NO_HOUSEHOLD_DATES, ...datesOf(facts) });
    const at = met.get(state) ?? 0;
    met.set(state, at + 1);
    const turns = TURNS[state] ?? [[]];
    return [facts.familyExternalId, turns[at % turns.length] ?? []];
  }));
}

function datesOf(facts: DemoHousehold['facts']): Partial<typeof NO_HOUSEHOLD_DATES> {
  const { enquiryOn = null, stage1StartedOn = null, stage1EndedOn = null, stage2StartedOn = null, approvedOn = null, matchedOn = null, placedOn = null, aoOn = null, leftOn = null, leftReason = null } = facts;
  return { enquiryOn, stage1StartedOn, stage1EndedOn, stage2StartedOn, approvedOn, matchedOn, placedOn, aoOn, leftOn, leftReason };
}
