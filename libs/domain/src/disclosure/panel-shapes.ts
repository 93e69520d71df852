import { bothAt, plain, type Shapes } from './shape';

const PANEL = 'reference agency parts isHost takesPart meetsOn startsAt slotCount slotMinutes place papersDueOn status version places';
const ITEM = 'reference version kind agency isOwn panel meetsOn slot status link unitReference householdReference papersInOn recommendation minutesFinalOn decisionDueOn outcome decidedOn isLate';

/** What the API tells of panels and decisions. Calendar and central list name no case; of an item the other side of a link reads what its summary holds. */
export const PANEL_SHAPES: Shapes = {
  PanelPlace: plain('slot time status'),
  PanelSummary: plain(PANEL),
  PanelGap: plain('agency from to'),
  PanelCalendar: plain('panels gaps mayPlan'),
  PanelSeat: plain('member displayName role isIndependent attendance isYou'),
  Quorum: plain('isMet present needed missing'),
  Panel: bothAt('S0', `${PANEL} seats quorum items mayPlan mayRecord`),
  PanelMember: plain('reference displayName role isIndependent keptBy isOwn hasAccount sitsFor startsOn endsOn version'),
  PanelStanding: plain('reference version'),
  PanelItemSummary: bothAt('S0', ITEM),
  PanelItemAbsence: bothAt('S0', 'displayName reason'),
  PanelItemHistoryRow: bothAt('S0', 'event label at person detail words'),
  DecisionNotice: bothAt('S0', 'recipient manner dueOn toldOn isLate'),
  PanelItem: bothAt('S0', `${ITEM} time host unit household reasons advice decisionReasons decidedBy quorum seats absences history notices clocks mayBook mayConfirm mayRecord mayDecide mayTell mayCorrect awaitsDecision satThere`),
};
