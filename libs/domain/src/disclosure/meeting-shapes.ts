import { bothAt, listOf, plain, type Shapes } from './shape';

/** What the API tells of matching meetings. Cards are S0; what is written there is read by the agencies that are invited, as far as the cards are shown to them. */
export const MEETING_SHAPES: Shapes = {
  MeetingSummary: plain('reference title place startsAt minutes status version agencyCount personCount itemCount myRole mayPlan mayRecord'),
  MeetingAgenda: plain('status value bound gap account error run'),
  MeetingParty: plain('agency isOwn isConvening expected present'),
  MeetingPerson: plain('number person agency isOwn role attendance arrivedAt leftAt'),
  MeetingPair: bothAt('S0', 'householdReference household position proposedBy pinned rank low high band outcome reason reasonLabel words version decidedBy decidedAt link'),
  MeetingAbsence: bothAt('S0', 'person reason words'),
  MeetingItem: bothAt('S0', 'position status since doneAt isShown unitReference unit priority outcome words version decidedBy decidedAt pairs hiddenPairs absences'),
  MeetingAction: bothAt('S0', 'meeting number unitReference owner ownerAgency isMine mayFinish dueOn isOverdue doneOn words'),
  MeetingHistoryRow: bothAt('S0', 'version event label at person unitReference householdReference about outcome reason'),
  Meeting: bothAt('S0', 'reference title place startsAt minutes status version agencyCount personCount itemCount myRole mayPlan mayRecord minutesPerItem maxLinks perUnit perHousehold startedAt endedAt current agenda agencies people items actions corrections history'),
  MeetingCorrection: bothAt('S0', 'unitReference householdReference words person at'),
  MinutesItem: bothAt('S0', 'item actions corrections'),
  MinutesAttendance: plain('agency people'),
  MeetingMinutes: bothAt('S0', 'meeting startedAt endedAt attendance items actions corrections'),
  MeetingStanding: plain('reference version status'),
  MeetingColleague: plain('id displayName'),
  ...listOf('MeetingSummary'),
};
