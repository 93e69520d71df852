import type { HouseholdDates, HouseholdState } from '../adopters/states';
import type { Clock } from '../clocks/clock';
import { clocksOf } from '../clocks/clocks-of';
import { householdClockFacts } from '../clocks/household-facts';
import type { ClockCode } from '../clocks/rules';
import { ENGLAND_AND_WALES } from '../dates/bank-holidays';
import type { IsoDate } from '../dates/iso-date';
import { activeDays } from '../drift/clocks';
import type { AssessmentEvent } from './assessment';

/** The columns of the board, in the order of the way to approval. */
export const PIPELINE_STAGES = { ENQUIRY: 'Enquiry', INTEREST: 'Registered interest', STAGE1: 'Stage one', GAP: 'Between the stages', STAGE2: 'Stage two', PANEL: 'Panel and decision', APPROVED: 'Approved, waiting', ON_HOLD: 'On hold' } as const;

export type PipelineStage = keyof typeof PIPELINE_STAGES;

const STAGE_OF: Readonly<Partial<Record<HouseholdState, PipelineStage>>> = {
  ENQUIRY: 'ENQUIRY', INFO_GIVEN: 'ENQUIRY', ROI_SUBMITTED: 'INTEREST', STAGE1: 'STAGE1', GAP: 'GAP', STAGE2: 'STAGE2',
  // One column: who is to be turned down is not for a list that others count.
  AT_PANEL: 'PANEL', QUALIFYING_DETERMINATION: 'PANEL', APPROVED: 'APPROVED', LINKED: 'APPROVED', ON_HOLD: 'ON_HOLD',
};

/** The states in which a household stands on the board. */
export const PIPELINE_STATES = Object.keys(STAGE_OF) as readonly HouseholdState[];

/** Whose day is due in a column; a hold has none. */
const CLOCKS_OF: Readonly<Partial<Record<PipelineStage, readonly ClockCode[]>>> = {
  ENQUIRY: ['INFORMATION'], INTEREST: ['ROI_RESPONSE'], STAGE1: ['STAGE_ONE'], GAP: ['GAP'], STAGE2: ['STAGE_TWO'], PANEL: ['STAGE_TWO', 'INDEPENDENT_REVIEW'], APPROVED: ['APPROVAL_REVIEW', 'OFFERS'],
};

const SINCE: Readonly<Record<PipelineStage, (dates: HouseholdDates) => IsoDate | null>> = {
  ENQUIRY: ({ enquiryOn }) => enquiryOn, INTEREST: ({ roiOn }) => roiOn, STAGE1: ({ stage1StartedOn }) => stage1StartedOn, GAP: ({ stage1EndedOn }) => stage1EndedOn,
  STAGE2: ({ stage2StartedOn }) => stage2StartedOn, PANEL: ({ stage2StartedOn }) => stage2StartedOn, APPROVED: ({ approvedOn }) => approvedOn, ON_HOLD: ({ onHoldSince, leftOn }) => onHoldSince ?? leftOn,
};

/** `history` in the order of its days. */
export interface BoardFacts {
  readonly state: HouseholdState;
  readonly dates: HouseholdDates;
  readonly history: readonly AssessmentEvent[];
}

/** Where one household stands. */
export interface Standing {
  readonly stage: PipelineStage;
  /** When the stage began: of the panel, stage two. */
  readonly since: IsoDate | null;
  /** Calendar days since then, pauses left out; null where no date says since when. */
  readonly days: number | null;
  /** The earliest day that is due; null where no clock runs. */
  readonly dueOn: IsoDate | null;
  readonly isLate: boolean;
}

/** What neither a board nor an enquiry reads: offers to the region and the report before the panel, whose clocks are on none of its columns. */
export const BESIDE = { offeredOn: null, widensOn: null, mayBeShown: true, linkedSince: null, provisionalPanelOn: null };

/** Null for a household that is not on the way to a match any more, or has one. */
export function standingOf({ state, dates, history }: BoardFacts, today: IsoDate): Standing | null {
  const stage = STAGE_OF[state];
  if (stage === undefined) return null;
  const facts = householdClockFacts(dates, history, BESIDE);
  const runs = ({ code, state: how }: Clock): boolean => CLOCKS_OF[stage]?.includes(code) === true && (how === 'RUNNING' || how === 'OVERDUE');
  const running = clocksOf(facts, ENGLAND_AND_WALES, today).filter(runs);
  const due = running.flatMap(({ dueOn }) => dueOn ?? []).sort();
  const since = SINCE[stage](dates);
  const days = since && activeDays(since, today, stage === 'ON_HOLD' ? [] : facts.pauses);
  return { stage, since, days, dueOn: due[0] ?? null, isLate: running.some(({ state: how }) => how === 'OVERDUE') };
}

export interface StageCount {
  readonly stage: PipelineStage;
  readonly households: number;
  readonly late: number;
}

/** How many stand where, and how many of them are late: every column, the empty ones too. */
export function stageCounts(standings: readonly Pick<Standing, 'stage' | 'isLate'>[]): readonly StageCount[] {
  return (Object.keys(PIPELINE_STAGES) as PipelineStage[]).map((stage) => {
    const here = standings.filter((one) => one.stage === stage);
    return { stage, households: here.length, late: here.filter(({ isLate }) => isLate).length };
  });
}
