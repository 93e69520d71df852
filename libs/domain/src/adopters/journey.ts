import type { JourneyEvent, RecordedEvent } from '../children/journey';
import { isOpen, type Clock } from '../clocks/clock';
import type { ClockCode } from '../clocks/rules';
import { daysBetween } from '../dates/day-count';
import type { IsoDate } from '../dates/iso-date';
import { HOUSEHOLD_EVENTS, isHouseholdEvent } from './events';
import type { HouseholdDates, HouseholdState } from './states';

/** Trap 9: the agency must decide within four months of the notice to go on; decide, not hold the panel. */
const TARGETS: Readonly<Record<string, ClockCode>> = {
  INFO_GIVEN: 'INFORMATION', STAGE1_STARTED: 'ROI_RESPONSE', STAGE1_PASSED: 'STAGE_ONE', STAGE1_NOT_SUITABLE: 'STAGE_ONE', STAGE2_STARTED: 'GAP', APPROVED: 'STAGE_TWO',
};

type Step = readonly [event: string, field: Exclude<keyof HouseholdDates, 'leftReason'>, label: string];

const STEPS: readonly Step[] = [
  ['ENQUIRY', 'enquiryOn', 'Enquiry received'],
  ['ROI_SUBMITTED', 'roiOn', HOUSEHOLD_EVENTS.ROI_SUBMITTED.label],
  ['STAGE1_STARTED', 'stage1StartedOn', HOUSEHOLD_EVENTS.STAGE1_STARTED.label],
  ['STAGE1_PASSED', 'stage1EndedOn', 'Stage one ended'],
  ['STAGE2_STARTED', 'stage2StartedOn', 'Stage two started'],
  ['APPLICATION', 'applicationOn', 'Application submitted'],
  ['STAGE2_ENDED', 'stage2EndedOn', 'Stage two ended'],
  ['APPROVED', 'approvedOn', HOUSEHOLD_EVENTS.APPROVED.label],
  ['MATCHED', 'matchedOn', HOUSEHOLD_EVENTS.MATCHED.label],
  ['PLACED', 'placedOn', HOUSEHOLD_EVENTS.PLACED.label],
  ['AO_GRANTED', 'aoOn', HOUSEHOLD_EVENTS.AO_GRANTED.label],
  ['PUT_ON_HOLD', 'onHoldSince', HOUSEHOLD_EVENTS.PUT_ON_HOLD.label],
  ['LEFT', 'leftOn', 'Left the process'],
];

/** Events that put `leftOn` on the record: the history names how a household left. */
const LEAVING: readonly string[] = Object.entries(HOUSEHOLD_EVENTS).filter(([, { to }]) => to === 'LEFT').map(([event]) => event);
const SAME_AS: Readonly<Record<string, string>> = { FAST_TRACKED: 'STAGE2_STARTED', STAGE1_NOT_SUITABLE: 'STAGE1_PASSED' };

/** The household's way in the order of its days, its clocks as targets, then the next step that is due. */
export function householdJourney(dates: HouseholdDates, history: readonly RecordedEvent[], state: HouseholdState, clocks: readonly Clock[]): readonly JourneyEvent[] {
  const standing = STEPS.flatMap(([event, field, label]) => {
    const onDate = dates[field];
    return onDate === null ? [] : [line({ event, onDate, reason: reasonFor(event, onDate, history) }, label, { dates, clocks })];
  });
  const named = new Set(standing.map(({ event, onDate }) => `${event} ${onDate}`));
  const past = history
    .filter(({ event, onDate }) => !named.has(`${event} ${onDate}`) && !named.has(`${SAME_AS[event] ?? event} ${onDate}`))
    .map((row) => line(row, labelOf(row.event), { dates, clocks }))
    .filter(({ event, onDate }) => !(LEAVING.includes(event) && onDate === dates.leftOn));
  const happened = [...standing, ...past].sort((a, b) => (a.onDate < b.onDate ? -1 : a.onDate > b.onDate ? 1 : 0));
  return [...happened, ...nextDue(state, { dates, clocks })];
}

const labelOf = (event: string): string => (isHouseholdEvent(event) ? HOUSEHOLD_EVENTS[event].label : STEPS.find(([step]) => step === event)?.[2] ?? event);

function reasonFor(event: string, onDate: IsoDate, history: readonly RecordedEvent[]): string | null {
  const row = history.find((past) => past.onDate === onDate && (past.event === event || (event === 'LEFT' && LEAVING.includes(past.event))));
  if (row === undefined || event !== 'LEFT' || !isHouseholdEvent(row.event)) return row?.reason ?? null;
  return row.reason === null ? HOUSEHOLD_EVENTS[row.event].label : `${HOUSEHOLD_EVENTS[row.event].label}: ${row.reason}`;
}

interface Targets {
  readonly dates: HouseholdDates;
  readonly clocks: readonly Clock[];
}

function line({ event, onDate, reason }: RecordedEvent, label: string, { dates, clocks }: Targets): JourneyEvent {
  const elapsedDays = dates.enquiryOn === null ? null : daysBetween(dates.enquiryOn, onDate);
  return { event, onDate, label, elapsedDays, target: targetOf(event, clocks), reason };
}

const targetOf = (event: string, clocks: readonly Clock[]): IsoDate | null => clocks.find(({ code }) => code === TARGETS[event])?.dueOn ?? null;

const DUE: Readonly<Partial<Record<HouseholdState, readonly [string, string]>>> = {
  STAGE1: ['STAGE1_PASSED', 'End of stage one expected'],
  GAP: ['STAGE2_STARTED', 'Notice to go on expected'],
  STAGE2: ['APPROVED', 'Decision on approval expected'],
  AT_PANEL: ['APPROVED', 'Decision on approval expected'],
};

function nextDue(state: HouseholdState, targets: Targets): readonly JourneyEvent[] {
  if (state === 'APPROVED' || state === 'LINKED') return reviewDue(targets);
  const [event, label] = DUE[state] ?? [];
  if (event === undefined || label === undefined) return [];
  const due = targetOf(event, targets.clocks);
  return due === null ? [] : [{ ...line({ event, onDate: due, reason: null }, label, targets), event: `DUE_${event}` }];
}

function reviewDue(targets: Targets): readonly JourneyEvent[] {
  const due = targets.clocks.find((clock) => clock.code === 'APPROVAL_REVIEW' && isOpen(clock))?.dueOn;
  return due ? [{ ...line({ event: 'DUE_APPROVAL_REVIEWED', onDate: due, reason: null }, 'Review of approval expected', targets), target: due }] : [];
}
