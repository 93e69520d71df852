import { bothAt, listOf, plain, type Shapes } from './shape';

const SUMMARY = 'reference state version isOpen unitReference householdReference decidedOn since parties adopterNames children awaited due';

/** What the API tells of placements: stage S4, to the two agencies that are parties to one. */
export const PLACEMENT_SHAPES: Shapes = {
  PlacementSummary: bothAt('S4', SUMMARY),
  Placement: bothAt('S4', `${SUMMARY} link planAgreedOn introductionsOn history steps courses`),
  PlacementParty: bothAt('S4', 'side isOwn agency worker'),
  PlacedChild: bothAt('S4', 'number firstName state home livesThereSince placedOn mayApplyFrom aoAppliedOn adoptedOn disruptedOn fellOn'),
  PlacementDue: bothAt('S4', 'code child label says dueOn isOverdue'),
  PlacementHistoryRow: bothAt('S4', 'version event label side person child code detail words onDate at corrects isWrong mayCorrect mayStrikeOut needsApproval isWaiting mayAnswer'),
  PlacementStep: bothAt('S4', 'event label side children codes needsWords'),
  PlacementStepCode: plain('code label'),
  PlacementCourse: bothAt('S4', 'child events'),
  PlacementCourseEvent: bothAt('S4', 'event onDate label elapsedDays target'),
  PlacementStanding: plain('reference state version'),
  ...listOf('Placement'),
};
