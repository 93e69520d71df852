import { ageInMonths, addMonths } from '../dates/day-count';
import type { IsoDate } from '../dates/iso-date';
import type { Clock } from './clock';
import type { ChildClockFacts } from './facts';
import { reckon } from './reckon';
import { reviewSeries } from './series';

/** Months (domain.md 2.2). */
const CARE_TO_PLAN = 4;
const PLAN_TO_DECISION = 2;
const DECISION_TO_WIDENING = 3;
const DECISION_TO_MATCH = 6;
const RELINQUISHED_TO_MATCH = 3;
const AUTHORITY_TO_REVIEW = 3;
const BETWEEN_REVIEWS = 6;
const YOUNG_MONTHS = 6;

export function childClocks(facts: ChildClockFacts, today: IsoDate): readonly Clock[] {
  const { consideredOn, admDecidedOn, poAppliedOn, authorityOn, authorityType, matchedOn, endedOn } = facts;
  const reviews = [...facts.reviews].sort();
  const decidedEnds = { startsOn: admDecidedOn, endedOn };
  // A court that gave authority was asked: on what day is then a fact that nobody recorded.
  const asksCourt = authorityType !== 'CONSENT' && (poAppliedOn !== null || authorityOn === null);
  return [
    ...reckon('PERMANENCE_PLAN', { startsOn: facts.enteredCareOn, dueOn: planDue(facts, reviews), doneOn: consideredOn ?? admDecidedOn, endedOn }, today),
    ...reckon('ADM_DECISION', { startsOn: consideredOn, dueOn: consideredOn && addMonths(consideredOn, PLAN_TO_DECISION), doneOn: admDecidedOn, endedOn }, today),
    ...(asksCourt ? reckon('PO_APPLICATION', { ...decidedEnds, dueOn: admDecidedOn, doneOn: poAppliedOn }, today) : []),
    ...reckon('WIDEN_SEARCH', { startsOn: admDecidedOn, dueOn: admDecidedOn && addMonths(admDecidedOn, DECISION_TO_WIDENING), doneOn: facts.widenedOn, endedOn: endedOn ?? matchedOn, waits: facts.widenWaits }, today),
    ...reckon('MATCH_AT_PANEL', { ...decidedEnds, dueOn: admDecidedOn && addMonths(admDecidedOn, monthsToMatch(facts, admDecidedOn)), doneOn: facts.proposedOn ?? matchedOn }, today),
    ...authorityReviews(facts, reviews, today),
  ];
}

function planDue({ enteredCareOn }: ChildClockFacts, reviews: readonly IsoDate[]): IsoDate | null {
  return reviews[1] ?? (enteredCareOn && addMonths(enteredCareOn, CARE_TO_PLAN));
}

function monthsToMatch({ dateOfBirth, authorityType }: ChildClockFacts, decidedOn: IsoDate): number {
  const isYoungRelinquished = authorityType === 'CONSENT' && dateOfBirth !== null && ageInMonths(dateOfBirth, decidedOn) < YOUNG_MONTHS;
  return isYoungRelinquished ? RELINQUISHED_TO_MATCH : DECISION_TO_MATCH;
}

function authorityReviews({ authorityOn, authorityRevokedOn, placedOn, endedOn }: ChildClockFacts, held: readonly IsoDate[], today: IsoDate): readonly Clock[] {
  if (authorityOn === null) return [];
  const end = [authorityRevokedOn, placedOn, endedOn].filter((day): day is IsoDate => day !== null).sort()[0] ?? null;
  const within = held.filter((day) => day > authorityOn && (end === null || day <= end));
  const dueOn = (nth: number, before: IsoDate): IsoDate => addMonths(before, nth === 1 ? AUTHORITY_TO_REVIEW : BETWEEN_REVIEWS);
  return reviewSeries(within, { startsOn: authorityOn, endedOn: end, codeOf: () => 'REVIEW_WITH_AUTHORITY', dueOn }, today);
}
