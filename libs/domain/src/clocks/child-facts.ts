import type { ChildDates } from '../children/states';
import type { IsoDate } from '../dates/iso-date';
import type { ChildClockFacts, Waits } from './facts';

/** A row of a record's history, as clocks read it: no words. */
export interface Step {
  readonly event: string;
  readonly onDate: IsoDate;
}

/** What stands beside a child's own dates. */
export interface ChildSurroundings {
  /** Needed of a child whose parents gave consent alone. */
  readonly dateOfBirth: IsoDate | null;
  readonly searchStartedOn: IsoDate | null;
  readonly widensOn: IsoDate | null;
  readonly searchPausedOn: IsoDate | null;
  /** The day on which the oldest open link began. */
  readonly linkedSince: IsoDate | null;
  /** The first panel that considered a match, on or after the decision. */
  readonly proposedOn: IsoDate | null;
  /** In placements, whatever became of them. */
  readonly placementReviews: readonly IsoDate[];
}

/** The facts of the way to adoption that stands now: what served a reversed decision serves no later one. `history` in the order of its days. */
export function childClockFacts(dates: ChildDates, history: readonly Step[], beside: ChildSurroundings): ChildClockFacts {
  const { admDecidedOn, placedOn, adoptedOn, leftCareOn, decisionReversedOn } = dates;
  const sinceDecision = (event: string): readonly IsoDate[] => daysOf(history, event).filter((day) => admDecidedOn !== null && day >= admDecidedOn);
  const { searchStartedOn, widensOn } = beside;
  return {
    kind: 'CHILD', dateOfBirth: beside.dateOfBirth, enteredCareOn: dates.enteredCareOn, consideredOn: consideredOn(history, admDecidedOn), admDecidedOn,
    poAppliedOn: sinceDecision('PO_APPLIED').at(-1) ?? null,
    authorityOn: dates.authorityOn, authorityType: dates.authorityType, authorityRevokedOn: dates.authorityRevokedOn,
    widenedOn: searchStartedOn !== null && widensOn !== null && widensOn > searchStartedOn ? widensOn : searchStartedOn,
    widenWaits: waits(beside), proposedOn: beside.proposedOn ?? sinceDecision('MATCHED')[0] ?? null, matchedOn: dates.matchedOn, placedOn,
    endedOn: [decisionReversedOn, leftCareOn, adoptedOn].filter((day): day is IsoDate => day !== null).sort()[0] ?? null,
    reviews: daysOf(history, 'REVIEWED'), placementReviews: beside.placementReviews, placements: placementsOf(dates, history),
  };
}

const daysOf = (history: readonly Step[], event: string): readonly IsoDate[] => history.filter((step) => step.event === event).map(({ onDate }) => onDate).sort();

function waits({ linkedSince, searchPausedOn }: ChildSurroundings): Waits | null {
  if (linkedSince !== null) return { since: linkedSince, because: 'LINK_OPEN' };
  return searchPausedOn === null ? null : { since: searchPausedOn, because: 'SEARCH_PAUSED' };
}

/** The day on which adoption became the plan that was decided on, or that stands undecided. */
function consideredOn(history: readonly Step[], admDecidedOn: IsoDate | null): IsoDate | null {
  const until = history.filter(({ onDate }) => admDecidedOn === null || onDate <= admDecidedOn);
  const ended = until.filter(({ event }) => event === 'ADOPTION_NOT_PURSUED' || event === 'PLAN_CHANGED').at(-1)?.onDate ?? null;
  return daysOf(until, 'ADOPTION_CONSIDERED').filter((day) => ended === null || day >= ended)[0] ?? null;
}

/** Those that disrupted by the history, and the one that the record names now. */
function placementsOf({ placedOn, disruptedOn }: Pick<ChildDates, 'placedOn' | 'disruptedOn'>, history: readonly Step[]): ChildClockFacts['placements'] {
  const placed = daysOf(history, 'PLACED').concat(daysOf(history, 'PLACED_BY_AGREEMENT'));
  const before = daysOf(history, 'DISRUPTED').flatMap((to) => {
    const from = placed.filter((day) => day <= to).sort().at(-1);
    return from === undefined || from === placedOn ? [] : [{ from, to }];
  });
  return placedOn === null ? before : [...before, { from: placedOn, to: disruptedOn !== null && disruptedOn >= placedOn ? disruptedOn : null }];
}
