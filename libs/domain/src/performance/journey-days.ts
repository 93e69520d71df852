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
  readonly matched: number;
  readonly placed: number;
  readonly adopted: number;
  readonly reversed: number;
  readonly fostered: number;
  /** The first day on which moving in is too late for A3. */
  readonly tooLate: number;
}

/** Where an order and a reversal both stand the court's order counts, as it does in the child's record: else the child would be on the list twice. */
export function journeyDays(journey: JourneyFacts, { a3Months }: Pick<ChildParameters, 'a3Months'>): JourneyDays {
  return {
    entered: numberOf(journey.enteredCareOn), decided: numberOf(journey.admDecidedOn), ordered: numberOf(journey.placementOrderOn), matched: numberOf(journey.matchedOn),
    placed: numberOf(journey.placedOn), adopted: numberOf(journey.adoptedOn), reversed: journey.adoptedOn === null ? numberOf(journey.decisionReversedOn) : NEVER,
    fostered: numberOf(journey.fosteredByAdoptersFrom), tooLate: journey.enteredCareOn === null ? NEVER : dayNumber(addMonths(journey.enteredCareOn, a3Months)),
  };
}

const numberOf = (day: IsoDate | null): number => (day === null ? NEVER : dayNumber(day));
