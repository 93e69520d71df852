import { addDays } from '../dates/day-count';
import type { IsoDate } from '../dates/iso-date';
import type { Clock } from './clock';
import type { PlacementClockFacts } from './facts';
import { reckon } from './reckon';

const WEEK = 7;

type Reviews = PlacementClockFacts['reviews'];

interface Live {
  readonly startsOn: IsoDate;
  readonly endedOn: IsoDate | null;
}

/** Each visit that was made, and the next (AAR 36(4)). `reviews` in the order of their days. */
export function visitClocks(visits: readonly IsoDate[], reviews: Reviews, { startsOn, endedOn }: Live, today: IsoDate): readonly Clock[] {
  const made = visits.filter((day) => day >= startsOn && day <= today && (endedOn === null || day <= endedOn)).sort();
  return [startsOn, ...made].flatMap((before, at) => {
    const doneOn = made[at] ?? null;
    const dueOn = visitDue(before, reviews.filter(({ heldOn }) => heldOn <= (doneOn ?? today)));
    // What the latest review decided on visits is not recorded: no clock.
    return dueOn === null ? [] : reckon(at === 0 ? 'VISIT_FIRST' : 'VISIT', { nth: at + 1, startsOn: before, dueOn, doneOn, endedOn }, today);
  });
}

/** From the visit before, weekly or as the latest review decided; a review in between sets it anew, unless the visit was missed by then. */
function visitDue(before: IsoDate, reviews: Reviews): IsoDate | null {
  const past = reviews.filter(({ heldOn }) => heldOn <= before).at(-1);
  const every = past ? past.visitDays : WEEK;
  let dueOn = every === null ? null : addDays(before, every);
  for (const { heldOn, visitDays } of reviews.filter((review) => review.heldOn > before)) {
    if (dueOn !== null && dueOn < heldOn) return dueOn;
    if (visitDays === null) dueOn = null;
    else dueOn = later(addDays(before, visitDays), heldOn, visitDays);
  }
  return dueOn;
}

/** A shorter time that was over when the review decided on it begins with the review. */
const later = (dueOn: IsoDate, heldOn: IsoDate, days: number): IsoDate => (dueOn < heldOn ? addDays(heldOn, days) : dueOn);
