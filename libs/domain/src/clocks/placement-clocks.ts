import { addDays, addMonths } from '../dates/day-count';
import type { BankHolidays } from '../dates/bank-holidays';
import type { IsoDate } from '../dates/iso-date';
import { addWorkingDays } from '../dates/working-days';
import { mayApplyFrom } from '../placements/may-apply';
import type { Clock } from './clock';
import type { PlacementClockFacts } from './facts';
import { reckon } from './reckon';
import { reviewSeries } from './series';
import { visitClocks } from './visit-clocks';

const TO_FIRST_REVIEW_DAYS = 28;
const TO_SECOND_REVIEW_MONTHS = 3;
const BETWEEN_REVIEWS_MONTHS = 6;
const USUAL_ORDER_MONTHS = 6;
const SUPPORT_MONTHS = 36;
const AFTER_CELEBRATION = 10;

export function placementClocks(facts: PlacementClockFacts, holidays: BankHolidays, today: IsoDate): readonly Clock[] {
  const { placedOn, adoptedOn, disruptedOn, celebratedOn } = facts;
  if (placedOn === null) return [];
  const endedOn = adoptedOn ?? disruptedOn;
  const reviews = [...facts.reviews].filter(({ heldOn }) => heldOn >= placedOn && (endedOn === null || heldOn <= endedOn)).sort((a, b) => (a.heldOn < b.heldOn ? -1 : 1));
  const held = reviews.map(({ heldOn }) => heldOn);
  const live = { startsOn: placedOn, endedOn };
  const celebrated = { startsOn: celebratedOn, dueOn: celebratedOn && addWorkingDays(celebratedOn, AFTER_CELEBRATION, holidays), endedOn: withoutOrder(facts) };
  return [
    ...reviewSeries(held, { ...live, codeOf: (nth) => (nth === 1 ? 'REVIEW_FIRST' : nth === 2 ? 'REVIEW_SECOND' : 'REVIEW_LATER'), dueOn: reviewDue }, today),
    ...visitClocks(facts.visits, reviews, live, today),
    ...reckon('AO_APPLICATION', { ...live, dueOn: mayApplyFrom(facts, facts.residence), doneOn: facts.aoAppliedOn }, today),
    ...reckon('AO_USUAL', { ...live, dueOn: addMonths(placedOn, USUAL_ORDER_MONTHS), doneOn: adoptedOn, endedOn: disruptedOn }, today),
    ...firstLifeStory(facts, held, today),
    ...reckon('LIFE_STORY_COMPLETE', { ...celebrated, doneOn: facts.lifeStoryCompleteOn }, today),
    ...reckon('LATER_LIFE_LETTER', { ...celebrated, doneOn: facts.laterLifeLetterOn }, today),
    ...reckon('ADOPTION_SUPPORT', { startsOn: adoptedOn, dueOn: adoptedOn && addMonths(adoptedOn, SUPPORT_MONTHS) }, today),
  ];
}

function reviewDue(nth: number, before: IsoDate): IsoDate {
  if (nth === 1) return addDays(before, TO_FIRST_REVIEW_DAYS);
  return addMonths(before, nth === 2 ? TO_SECOND_REVIEW_MONTHS : BETWEEN_REVIEWS_MONTHS);
}

/** What comes after an order is owed then too; a disruption ends what it was for. */
const withoutOrder = ({ adoptedOn, disruptedOn }: PlacementClockFacts): IsoDate | null => (adoptedOn === null ? disruptedOn : null);

/** Due with the second review: its day where it was held, else the last day on which it may be, which the first one tells. */
function firstLifeStory(facts: PlacementClockFacts, held: readonly IsoDate[], today: IsoDate): readonly Clock[] {
  const [first, second] = held;
  if (!first) return [];
  return reckon('LIFE_STORY_FIRST', { startsOn: facts.placedOn, dueOn: second ?? reviewDue(2, first), doneOn: facts.lifeStoryFirstOn, endedOn: withoutOrder(facts) }, today);
}
