import { ageInMonths, addMonths } from '../dates/day-count';
import type { IsoDate } from '../dates/iso-date';
import type { Clock } from './clock';
import type { ChildClockFacts } from './facts';
import { reckon } from './reckon';

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
  const { consideredOn, admDecidedOn, poAppliedOn, authorityOn, authorityType, matchedOn } = facts;
  const endedOn = earliest(facts.endedOn, facts.placedOn);
  const decidedEnds = { startsOn: admDecidedOn, endedOn };
  // A court that gave authority was asked: on what day is then a fact that nobody recorded.
  const asksCourt = authorityType !== 'CONSENT' && (poAppliedOn !== null || authorityOn === null);
  return [
    ...reckon('PERMANENCE_PLAN', { startsOn: facts.enteredCareOn, dueOn: planDue(facts), doneOn: consideredOn ?? admDecidedOn, endedOn }, today),
    ...reckon('ADM_DECISION', { startsOn: consideredOn, dueOn: consideredOn && addMonths(consideredOn, PLAN_TO_DECISION), doneOn: admDecidedOn, endedOn }, today),
    ...(asksCourt ? reckon('PO_APPLICATION', { ...decidedEnds, dueOn: admDecidedOn, doneOn: poAppliedOn }, today) : []),
    ...reckon('WIDEN_SEARCH', { startsOn: admDecidedOn, dueOn: admDecidedOn && addMonths(admDecidedOn, DECISION_TO_WIDENING), doneOn: facts.widenedOn, endedOn: endedOn ?? matchedOn, waits: facts.widenWaits }, today),
    ...reckon('MATCH_AT_PANEL', { ...decidedEnds, dueOn: admDecidedOn && addMonths(admDecidedOn, monthsToMatch(facts, admDecidedOn)), doneOn: facts.proposedOn ?? matchedOn }, today),
    ...authorityReviews(facts, today),
  ];
}

/** By the second review of the looked-after child; those of a placement come after the plan. */
function planDue({ enteredCareOn, reviews }: ChildClockFacts): IsoDate | null {
  return [...reviews].sort()[1] ?? (enteredCareOn && addMonths(enteredCareOn, CARE_TO_PLAN));
}

function monthsToMatch({ dateOfBirth, authorityType }: ChildClockFacts, decidedOn: IsoDate): number {
  const isYoungRelinquished = authorityType === 'CONSENT' && dateOfBirth !== null && ageInMonths(dateOfBirth, decidedOn) < YOUNG_MONTHS;
  return isYoungRelinquished ? RELINQUISHED_TO_MATCH : DECISION_TO_MATCH;
}

/**
 * While a child with authority is not placed (AAR 36(1)): first from the authority, then from the review before, which one of a placement
 * that disrupted is too. What fell due while the child was placed is due once the child is not.
 */
function authorityReviews({ authorityOn, authorityRevokedOn, endedOn, reviews, placementReviews, placements }: ChildClockFacts, today: IsoDate): readonly Clock[] {
  if (authorityOn === null) return [];
  const over = earliest(authorityRevokedOn, endedOn);
  const since = [...reviews, ...placementReviews].filter((day) => day > authorityOn).sort();
  return unplaced(authorityOn, placements, over).flatMap(({ from, to }) => {
    const before = since.filter((day) => day < from).at(-1) ?? authorityOn;
    const held = since.filter((day) => day >= from && (to === null || day <= to));
    return [before, ...held].flatMap((startsOn, at) => {
      const dueOn = addMonths(startsOn, startsOn === authorityOn ? AUTHORITY_TO_REVIEW : BETWEEN_REVIEWS);
      return reckon('REVIEW_WITH_AUTHORITY', { nth: since.indexOf(startsOn) + 2, startsOn, dueOn: dueOn < from ? from : dueOn, doneOn: held[at] ?? null, endedOn: to }, today);
    });
  });
}

interface Span {
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

/** The times with authority and without a placement, up to the day on which the way to adoption is over. */
function unplaced(authorityOn: IsoDate, placements: readonly Span[], over: IsoDate | null): readonly Span[] {
  const starts = [authorityOn, ...placements.flatMap(({ to }) => (to === null ? [] : [to < authorityOn ? authorityOn : to]))];
  return [...new Set(starts)].map((from) => ({ from, to: earliest(over, ...placements.filter((placement) => placement.to === null || placement.to > from).map((placement) => placement.from)) }));
}

const earliest = (...days: readonly (IsoDate | null)[]): IsoDate | null => days.filter((day) => day !== null).sort()[0] ?? null;
