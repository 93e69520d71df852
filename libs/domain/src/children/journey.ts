import type { Clock } from '../clocks/clock';
import type { ClockCode } from '../clocks/rules';
import { addMonths, daysBetween } from '../dates/day-count';
import type { IsoDate } from '../dates/iso-date';
import type { ChildDates, ChildState } from './states';
import { CHILD_EVENTS, isChildEvent } from './events';
import { REVERSAL_WORDS } from './words';

/** One line of a timeline. */
export interface JourneyEvent {
  readonly event: string;
  readonly onDate: IsoDate;
  readonly label: string;
  /** Calendar days since entering care (child) or the enquiry (household). */
  readonly elapsedDays: number | null;
  /** The day by which the law or the policy expects it. */
  readonly target: IsoDate | null;
  readonly reason: string | null;
}

/** A row of the recorded history; what an import brought has dates and no history. */
export interface RecordedEvent {
  readonly event: string;
  readonly onDate: IsoDate;
  readonly reason: string | null;
}

interface Targets {
  readonly dates: ChildDates;
  readonly clocks: readonly Clock[];
}

type Step = readonly [event: string, field: keyof ChildDates, label: string];

const STEPS: readonly Step[] = [
  ['ENTERED_CARE', 'enteredCareOn', 'Entered care'],
  ['EP_PLACED', 'earlyPermanencePlacedOn', CHILD_EVENTS.EP_PLACED.label],
  ['ADM_DECIDED', 'admDecidedOn', CHILD_EVENTS.ADM_DECIDED.label],
  ['AUTHORITY', 'authorityOn', ''],
  ['AUTHORITY_REVOKED', 'authorityRevokedOn', CHILD_EVENTS.AUTHORITY_REVOKED.label],
  ['MATCHED', 'matchedOn', CHILD_EVENTS.MATCHED.label],
  ['INTRODUCTIONS_STARTED', 'introductionsOn', CHILD_EVENTS.INTRODUCTIONS_STARTED.label],
  ['PLACED', 'placedOn', CHILD_EVENTS.PLACED.label],
  ['AO_APPLIED', 'aoAppliedOn', CHILD_EVENTS.AO_APPLIED.label],
  ['ADOPTED', 'adoptedOn', CHILD_EVENTS.ADOPTED.label],
  ['DISRUPTED', 'disruptedOn', CHILD_EVENTS.DISRUPTED.label],
  ['PLAN_CHANGED', 'decisionReversedOn', CHILD_EVENTS.PLAN_CHANGED.label],
  ['LEFT_CARE', 'leftCareOn', CHILD_EVENTS.LEFT_CARE.label],
];

/** Months of the scorecards' threshold (domain.md 3.4); every other target is a clock's. */
const CARE_TO_PLACEMENT = 14;
const TARGETS: Readonly<Record<string, ClockCode>> = { ADOPTION_CONSIDERED: 'PERMANENCE_PLAN', PO_APPLIED: 'PO_APPLICATION', ADM_DECIDED: 'ADM_DECISION', MATCHED: 'MATCH_AT_PANEL' };

/**
 * The child's way in the order of its days: the dates that stand, the history behind them, and last the next step
 * that the policy expects, dated with its target (an event named `DUE_…`). `clocks` are the child's.
 */
export function childJourney(dates: ChildDates, history: readonly RecordedEvent[], state: ChildState, clocks: readonly Clock[]): readonly JourneyEvent[] {
  const targets: Targets = { dates, clocks };
  const standing = STEPS.flatMap((step) => standingEvent(step, targets, history));
  const named = new Set(standing.map(({ event, onDate }) => `${event} ${onDate}`));
  const past = history
    .filter(({ event, onDate }) => !named.has(`${event} ${onDate}`))
    .map((row) => line(row.event, row.onDate, labelOf(row.event), targets, row.reason));
  const happened = [...standing, ...past].sort((a, b) => (a.onDate < b.onDate ? -1 : a.onDate > b.onDate ? 1 : 0));
  return [...happened, ...nextDue(state, targets)];
}

/** A decision not to share stands in the timeline too, though it is no step of the journey. */
function labelOf(event: string): string {
  if (event === 'NOT_SHARED') return 'Decided not to share information';
  return isChildEvent(event) ? CHILD_EVENTS[event].label : event;
}

function standingEvent([event, field, label]: Step, targets: Targets, history: readonly RecordedEvent[]): readonly JourneyEvent[] {
  const onDate = targets.dates[field] as IsoDate | null;
  if (onDate === null) return [];
  if (event !== 'AUTHORITY') return [line(event, onDate, label, targets, reasonOf(event, onDate, targets, history))];
  const kind = targets.dates.authorityType === 'CONSENT' ? 'CONSENT_GIVEN' : 'PLACEMENT_ORDER';
  return [line(kind, onDate, CHILD_EVENTS[kind].label, targets, null)];
}

function reasonOf(event: string, onDate: IsoDate, { dates }: Targets, history: readonly RecordedEvent[]): string | null {
  if (event === 'PLAN_CHANGED' && dates.reversalReason !== null) return REVERSAL_WORDS[dates.reversalReason];
  return history.find((row) => row.event === event && row.onDate === onDate)?.reason ?? null;
}

function line(event: string, onDate: IsoDate, label: string, targets: Targets, reason: string | null): JourneyEvent {
  const since = targets.dates.enteredCareOn;
  return { event, onDate, label, elapsedDays: since === null ? null : daysBetween(since, onDate), target: targetOf(event, targets), reason };
}

function targetOf(event: string, { dates, clocks }: Targets): IsoDate | null {
  if (event === 'PLACED') return dates.enteredCareOn && addMonths(dates.enteredCareOn, CARE_TO_PLACEMENT);
  return clocks.find(({ code }) => code === TARGETS[event])?.dueOn ?? null;
}

function nextDue(state: ChildState, targets: Targets): readonly JourneyEvent[] {
  const [event, words] = DUE[state] ?? [];
  if (event === undefined || words === undefined) return [];
  const due = targetOf(event, targets);
  return due === null ? [] : [{ ...line(event, due, words, targets, null), event: `DUE_${event}` }];
}

const DUE: Readonly<Partial<Record<ChildState, readonly [string, string]>>> = {
  ADOPTION_CONSIDERED: ['ADM_DECIDED', 'Decision expected'],
  ADM_DECIDED: ['MATCHED', 'Match expected'],
  AUTHORITY_TO_PLACE: ['MATCHED', 'Match expected'],
  LINKED: ['MATCHED', 'Match expected'],
  MATCHED: ['PLACED', 'Placement expected'],
  INTRODUCTIONS: ['PLACED', 'Placement expected'],
};
