import type { IsoDate } from '../dates/iso-date';
import type { LeavingReason, RecordedAvailability } from './facts';

/** domain.md 2.3. The ways of leaving are events that end in LEFT; ON_HOLD is a pause in life (trap 29). */
export const HOUSEHOLD_STATES = [
  'ENQUIRY', 'INFO_GIVEN', 'ROI_SUBMITTED', 'STAGE1', 'GAP', 'STAGE2', 'AT_PANEL', 'QUALIFYING_DETERMINATION',
  'APPROVED', 'LINKED', 'MATCHED', 'PLACED', 'AO_GRANTED', 'ON_HOLD', 'LEFT',
] as const;

export type HouseholdState = (typeof HOUSEHOLD_STATES)[number];

export interface HouseholdDates {
  readonly enquiryOn: IsoDate | null;
  readonly roiOn: IsoDate | null;
  readonly stage1StartedOn: IsoDate | null;
  readonly stage1EndedOn: IsoDate | null;
  /** The day the notice to proceed was received; a fast track has no stage one at all (trap 9). */
  readonly stage2StartedOn: IsoDate | null;
  readonly stage2EndedOn: IsoDate | null;
  readonly applicationOn: IsoDate | null;
  /** The decision maker's decision: the stage two clock stops here, not at the panel (trap 9). */
  readonly approvedOn: IsoDate | null;
  readonly matchedOn: IsoDate | null;
  readonly placedOn: IsoDate | null;
  readonly aoOn: IsoDate | null;
  readonly leftOn: IsoDate | null;
  readonly leftReason: LeavingReason | null;
  readonly onHoldSince: IsoDate | null;
}

export const NO_HOUSEHOLD_DATES: HouseholdDates = {
  enquiryOn: null, roiOn: null, stage1StartedOn: null, stage1EndedOn: null, stage2StartedOn: null, stage2EndedOn: null,
  applicationOn: null, approvedOn: null, matchedOn: null, placedOn: null, aoOn: null, leftOn: null, leftReason: null,
  onHoldSince: null,
};

/** States that only a recorded event brings; dates that agree leave a record standing there. */
const WITHOUT_DATE: Readonly<Partial<Record<HouseholdState, HouseholdState>>> = {
  INFO_GIVEN: 'ENQUIRY',
  AT_PANEL: 'STAGE2',
  QUALIFYING_DETERMINATION: 'STAGE2',
  LINKED: 'APPROVED',
};

/** The state that dates alone imply, for what an import brings and for coming back from a hold. */
export function deriveHouseholdState(dates: HouseholdDates, current?: HouseholdState): HouseholdState {
  const state = stateOfDates(dates);
  return current !== undefined && WITHOUT_DATE[current] === state ? current : state;
}

function stateOfDates(dates: HouseholdDates): HouseholdState {
  // Annex A knows a hold only as leaving reason 2; in life it is a pause (trap 29).
  if (dates.leftOn !== null) return dates.leftReason === '2' ? 'ON_HOLD' : 'LEFT';
  if (dates.onHoldSince !== null) return 'ON_HOLD';
  if (dates.aoOn !== null) return 'AO_GRANTED';
  if (dates.placedOn !== null) return 'PLACED';
  if (dates.matchedOn !== null) return 'MATCHED';
  if (dates.approvedOn !== null) return 'APPROVED';
  if (dates.stage2StartedOn !== null) return 'STAGE2';
  if (dates.stage1EndedOn !== null) return 'GAP';
  if (dates.stage1StartedOn !== null) return 'STAGE1';
  return dates.roiOn === null ? 'ENQUIRY' : 'ROI_SUBMITTED';
}

const FREE: readonly HouseholdState[] = ['APPROVED', 'LINKED'];
const IN_STAGE_TWO: readonly HouseholdState[] = ['STAGE2', 'AT_PANEL'];

/**
 * Available for a match: `true`, `false`, or `null` for a household in stage two with a provisional panel date, so
 * that workers can think ahead (matching.md, `available`). An approved household with no match counts as available
 * until somebody records that it is not: List 11 has no such column.
 */
export function availabilityOf(
  state: HouseholdState,
  recorded: RecordedAvailability | null,
  provisionalPanelOn: IsoDate | null,
): boolean | null {
  if (recorded === 'NOT_AVAILABLE') return false;
  if (FREE.includes(state)) return true;
  return IN_STAGE_TWO.includes(state) && provisionalPanelOn !== null ? null : false;
}

export type HouseholdStage = 'APPROVED' | 'STAGE_TWO';

/** The stage on the card; `null` for a household that no card shows to others. */
export function stageOf(state: HouseholdState): HouseholdStage | null {
  if (FREE.includes(state)) return 'APPROVED';
  return IN_STAGE_TWO.includes(state) ? 'STAGE_TWO' : null;
}
