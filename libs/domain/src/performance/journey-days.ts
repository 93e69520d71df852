import { addMonths, dayNumber } from '../dates/day-count';
import type { IsoDate } from '../dates/iso-date';
import type { JourneyFacts } from './facts';
import type { ChildParameters } from './parameters';

/** What did not happen, or is not known to have: later than every day. */
export const NEVER = Infinity;

/** The days of a journey as numbers, in which many children are counted; each is `NEVER` where there is none. */
export interface JourneyDays {
  readonly entered: number;
  readonly decided: number;
  readonly ordered: number;
  /** The first day on which that order did not hold any more. */
  readonly revoked: number;
  /** Placement orders before it, which were revoked: from the first day to the first without. */
  readonly earlierOrders: readonly (readonly [from: number, until: number])[];
  readonly matched: number;
  readonly placed: number;
  readonly adopted: number;
  readonly reversed: number;
  readonly fostered: number;
  /** Placements before the one that holds, which ended: from the first day to the first without. */
  readonly stays: readonly (readonly [from: number, until: number])[];
  /** The first day on which moving in is too late for A3. */
  readonly tooLate: number;
}

const NONE: readonly never[] = [];

/** Since when the child lives in a placement at the end of a day; `NEVER` where in none. */
export function placedBy({ placed, stays }: JourneyDays, on: number): number {
  for (const [from, until] of stays) if (from <= on && on < until) return from;
  return placed <= on ? placed : NEVER;
}

/** Whether a placement order holds at the end of a day. */
export function hasOrder({ ordered, revoked, earlierOrders }: JourneyDays, on: number): boolean {
  for (const [from, until] of earlierOrders) if (from <= on && on < until) return true;
  return ordered <= on && on < revoked;
}

/** Where an order and a reversal both stand the court's order counts, as it does in the child's record: else the child would be on the list twice. */
export function journeyDays(journey: JourneyFacts, { a3Months }: Pick<ChildParameters, 'a3Months'>): JourneyDays {
  return {
    entered: numberOf(journey.enteredCareOn), decided: numberOf(journey.admDecidedOn), ordered: numberOf(journey.placementOrderOn), revoked: numberOf(journey.orderRevokedOn ?? null),
    earlierOrders: journey.earlierOrders?.map(({ madeOn, revokedOn }) => [numberOf(madeOn), numberOf(revokedOn)] as const) ?? NONE, matched: numberOf(journey.matchedOn),
    placed: numberOf(journey.placedOn), adopted: numberOf(journey.adoptedOn), reversed: journey.adoptedOn === null ? numberOf(journey.decisionReversedOn) : NEVER,
    fostered: numberOf(journey.fosteredByAdoptersFrom), stays: journey.earlierPlacements === undefined || journey.earlierPlacements.length === 0 ? NONE : journey.earlierPlacements.map(({ placedOn, endedOn }) => [numberOf(placedOn), numberOf(endedOn)] as const), tooLate: numberAfter(journey.enteredCareOn, a3Months),
  };
}

/*
 * Many people share few days: a day is read once. Measured over 100,000 children: two thirds of the time went into reading days (bench/performance).
 */
const numbers: ReadonlyMap<number, Map<IsoDate, number>> = new Map(Array.from({ length: 61 }, (_, months) => [months, new Map<IsoDate, number>()]));

/** The number of a day; `NEVER` where there is none. */
export const numberOf = (day: IsoDate | null): number => numberAfter(day, 0);

/** That of the day so many calendar months later, at most 60. */
export function numberAfter(day: IsoDate | null, months: number): number {
  if (day === null) return NEVER;
  const known = numbers.get(months);
  const found = known?.get(day);
  if (found !== undefined) return found;
  const number = dayNumber(months === 0 ? day : addMonths(day, months));
  known?.set(day, number);
  return number;
}
