import type { BankHolidays } from '../dates/bank-holidays';
import { addMonths, daysBetween, addDays } from '../dates/day-count';
import type { IsoDate } from '../dates/iso-date';
import { addWorkingDays, workingDaysBefore } from '../dates/working-days';
import type { Pause } from '../drift/clocks';
import { lastDayOfNotice } from '../recruitment/assessment';
import type { Clock } from './clock';
import type { Extension, HouseholdClockFacts } from './facts';
import { reckon, type Running } from './reckon';
import { reviewSeries } from './series';

/** Working days, then calendar months (domain.md 2.3, trap 11). */
const INFORMATION = 10;
const ROI_RESPONSE = 5;
const PAR_COMMENTS = 5;
const STAGE_ONE = 2;
const GAP = 6;
const STAGE_TWO = 4;
const WIDENING = 3;
const YEARLY = 12;

export function householdClocks(facts: HouseholdClockFacts, holidays: BankHolidays, today: IsoDate): readonly Clock[] {
  return [...assessment(facts, holidays, today), ...approval(facts, today)];
}

function assessment(facts: HouseholdClockFacts, holidays: BankHolidays, today: IsoDate): readonly Clock[] {
  const { enquiryOn, roiOn, stage1StartedOn, stage1EndedOn, stage2StartedOn, provisionalPanelOn: panelPlanned, parGivenOn, determinationOn, approvedOn, leftOn: endedOn } = facts;
  const comments = parGivenOn && addWorkingDays(parGivenOn, PAR_COMMENTS, holidays);
  const within = (from: IsoDate | null, days: number): IsoDate | null => from && addWorkingDays(from, days, holidays);
  return [
    ...reckon('INFORMATION', { startsOn: enquiryOn, dueOn: within(enquiryOn, INFORMATION), doneOn: facts.informedOn ?? roiOn ?? stage1StartedOn ?? stage2StartedOn, endedOn }, today),
    ...reckon('ROI_RESPONSE', { startsOn: roiOn, dueOn: within(roiOn, ROI_RESPONSE), doneOn: stage1StartedOn ?? stage2StartedOn, endedOn }, today),
    ...stages(facts, today),
    ...reckon('GAP', { startsOn: stage1EndedOn, dueOn: stage1EndedOn && addMonths(stage1EndedOn, GAP), doneOn: stage2StartedOn, endedOn, pauses: facts.pauses }, today),
    ...reckon('PAR_GIVEN', { startsOn: panelPlanned && stage2StartedOn, dueOn: panelPlanned && workingDaysBefore(panelPlanned, PAR_COMMENTS, holidays), doneOn: parGivenOn, endedOn: facts.panelOn ?? approvedOn ?? endedOn ?? panelPlanned }, today),
    ...reckon('PAR_COMMENTS', { startsOn: parGivenOn, dueOn: comments && addDays(comments, 1), doneOn: facts.panelOn, endedOn }, today),
    ...reckon('INDEPENDENT_REVIEW', { startsOn: determinationOn, dueOn: determinationOn && lastDayOfNotice(determinationOn, holidays), doneOn: facts.reviewAskedOn, endedOn: approvedOn ?? endedOn }, today),
  ];
}

/** A fast track has no stage one, and no total of both (trap 9). */
function stages(facts: HouseholdClockFacts, today: IsoDate): readonly Clock[] {
  const { stage1StartedOn, stage1EndedOn, stage2StartedOn, pauses, leftOn: endedOn } = facts;
  // Trap 9: the clock stops at the decision maker's decision, not at the panel. A determination against approval is one.
  const decidedOn = facts.determinationOn ?? facts.approvedOn;
  const one = extended(stage1StartedOn && addMonths(stage1StartedOn, STAGE_ONE), facts.extensions.filter(({ stage }) => stage === 'ONE'));
  const two = extended(stage2StartedOn && addMonths(stage2StartedOn, STAGE_TWO), facts.extensions.filter(({ stage }) => stage === 'TWO'));
  const inStageTwo = pauses.filter(({ isTheirs }) => isTheirs);
  const total = stage1StartedOn && addDays(addMonths(stage1StartedOn, STAGE_ONE + STAGE_TWO), one.moreDays + two.moreDays);
  return [
    ...longest('STAGE_ONE', { startsOn: stage1StartedOn, dueOn: one.plain, doneOn: stage1EndedOn, endedOn, pauses }, one.extensions, today),
    ...longest('STAGE_TWO', { startsOn: stage2StartedOn, dueOn: two.plain, doneOn: decidedOn, endedOn, pauses: inStageTwo }, two.extensions, today),
    ...reckon('STATUTORY_TOTAL', { startsOn: stage1StartedOn, dueOn: total, doneOn: decidedOn, endedOn, pauses: pausesOfBoth(facts), extendedBecause: two.because ?? one.because }, today),
  ];
}

/** The gap, and what stopped the stage that ran. */
function pausesOfBoth({ stage1EndedOn, stage2StartedOn, pauses }: HouseholdClockFacts): readonly Pause[] {
  const gap = stage1EndedOn === null ? [] : [{ from: stage1EndedOn, to: stage2StartedOn, cause: 'GAP' }];
  return [...gap, ...pauses.filter(({ from, isTheirs }) => isTheirs || stage2StartedOn === null || from < stage2StartedOn)];
}

interface Extended {
  readonly plain: IsoDate | null;
  readonly extensions: readonly Extension[];
  readonly moreDays: number;
  readonly because: string | null;
}

/** The plain day with its pauses, or a day that was set with the pauses since: whichever is later. Who set it knew the pauses before. */
function longest(code: 'STAGE_ONE' | 'STAGE_TWO', plain: Running & { readonly pauses: readonly Pause[] }, extensions: readonly Extension[], today: IsoDate): readonly Clock[] {
  const longer = extensions.flatMap(({ decidedOn, until, because }) => {
    const since = plain.pauses.filter(({ to }) => to === null || to > decidedOn).map((pause) => ({ ...pause, from: pause.from > decidedOn ? pause.from : decidedOn }));
    return reckon(code, { ...plain, dueOn: until, pauses: since, extendedBecause: because }, today);
  });
  return [...reckon(code, plain, today), ...longer].sort((a, b) => (b.dueOn ?? '').localeCompare(a.dueOn ?? '')).slice(0, 1);
}

/** Until the latest end that was set; one before the plain day shortens nothing. */
function extended(plain: IsoDate | null, extensions: readonly Extension[]): Extended {
  const latest = plain === null ? undefined : extensions.filter(({ until }) => until > plain).sort((a, b) => (a.until < b.until ? -1 : 1)).at(-1);
  return { plain, extensions, moreDays: plain !== null && latest ? daysBetween(plain, latest.until) : 0, because: latest?.because ?? null };
}

function approval(facts: HouseholdClockFacts, today: IsoDate): readonly Clock[] {
  const { approvedOn, placedOn, matchedOn, leftOn, pauses } = facts;
  if (approvedOn === null) return [];
  const live = { startsOn: approvedOn, endedOn: placedOn ?? leftOn };
  const reviews = facts.reviews.filter((day) => day > approvedOn && (live.endedOn === null || day <= live.endedOn)).sort();
  return [
    ...reckon('MATCHING_PLAN', { ...live, dueOn: null, undated: 'NO_PERIOD', doneOn: facts.matchingPlanOn }, today),
    ...reckon('WIDEN_ADOPTERS', { startsOn: approvedOn, dueOn: addMonths(approvedOn, WIDENING), doneOn: facts.widenedOn, endedOn: matchedOn ?? live.endedOn, pauses, waits: facts.widenWaits }, today),
    ...reckon('OFFERS', { ...live, startsOn: facts.offersConfirmedOn ?? approvedOn, dueOn: addMonths(facts.offersConfirmedOn ?? approvedOn, YEARLY), endedOn: matchedOn ?? live.endedOn }, today),
    // A hold stops no review: the regulation knows none.
    ...reviewSeries(reviews, { ...live, codeOf: () => 'APPROVAL_REVIEW', dueOn: (_, before) => addMonths(before, YEARLY) }, today),
  ];
}
