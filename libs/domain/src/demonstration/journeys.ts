import { addDays } from '../dates/day-count';
import type { IsoDate } from '../dates/iso-date';
import type { RandomSource } from '../matching/random';

/** How far an open or a closed unit has come. */
export type DemoStage = 'DECIDED' | 'SEARCHING' | 'MATCHED' | 'PLACED' | 'DISRUPTED' | 'ADOPTED' | 'REVERSED';

/** The dates of a child's way to adoption that Annex A List 10 carries, and a disruption, which it lacks (domain.md trap 15); `null` where not reached. */
export interface DemoJourney {
  readonly enteredCareOn: IsoDate;
  readonly admDecidedOn: IsoDate;
  readonly placementOrderOn: IsoDate | null;
  readonly matchedOn: IsoDate | null;
  readonly placedOn: IsoDate | null;
  readonly adoptedOn: IsoDate | null;
  readonly decisionReversedOn: IsoDate | null;
  readonly disruptedOn: IsoDate | null;
}

interface StepDays {
  readonly mean: number;
  readonly spread: number;
  readonly least: number;
}

// Means near England's published stage times (domain.md 3): they sum to some 14 months from entering care to placement.
const STEPS = {
  careToDecision: { mean: 225, spread: 70, least: 60 },
  decisionToOrder: { mean: 85, spread: 45, least: 7 },
  orderToMatch: { mean: 165, spread: 110, least: 10 },
  matchToPlaced: { mean: 32, spread: 12, least: 10 },
  placedToOrder: { mean: 255, spread: 80, least: 77 },
  placedToDisruption: { mean: 120, spread: 60, least: 15 },
  decisionToReversal: { mean: 330, spread: 140, least: 60 },
} as const;

/** A journey that has reached `stage` on `asAt`; `since` days ago is when its last date was recorded. */
export function drawJourney(stage: DemoStage, since: number, asAt: IsoDate, random: RandomSource): DemoJourney {
  const last = addDays(asAt, -since);
  const steps = {
    careToDecision: drawDays(STEPS.careToDecision, random),
    decisionToOrder: drawDays(STEPS.decisionToOrder, random),
    orderToMatch: drawDays(STEPS.orderToMatch, random),
    matchToPlaced: drawDays(STEPS.matchToPlaced, random),
    placedToEnd: drawDays(stage === 'DISRUPTED' ? STEPS.placedToDisruption : STEPS.placedToOrder, random),
  };
  const back = { DECIDED: 0, SEARCHING: 1, MATCHED: 2, PLACED: 3, DISRUPTED: 4, ADOPTED: 4, REVERSED: 0 }[stage];
  const decided = stage === 'REVERSED' ? addDays(last, -drawDays(STEPS.decisionToReversal, random)) : addDays(last, -sum([steps.decisionToOrder, steps.orderToMatch, steps.matchToPlaced, steps.placedToEnd].slice(0, back)));
  const ordered = addDays(decided, steps.decisionToOrder);
  const matched = addDays(ordered, steps.orderToMatch);
  const placed = addDays(matched, steps.matchToPlaced);
  // A court refuses some orders; that is a common reason to change the plan (RD2).
  const hasOrder = stage === 'REVERSED' ? ordered < last && random.chance(0.6) : back >= 1;
  return {
    enteredCareOn: addDays(decided, -steps.careToDecision),
    admDecidedOn: decided,
    placementOrderOn: hasOrder ? ordered : null,
    matchedOn: back >= 2 ? matched : null,
    placedOn: back >= 3 ? placed : null,
    adoptedOn: stage === 'ADOPTED' ? last : null,
    decisionReversedOn: stage === 'REVERSED' ? last : null,
    disruptedOn: stage === 'DISRUPTED' ? last : null,
  };
}

/** Days of a step: three draws summed look like a bell, never below the least. */
function drawDays({ mean, spread, least }: StepDays, random: RandomSource): number {
  const bell = (random.next() + random.next() + random.next() - 1.5) * 2 * spread;
  return Math.max(least, Math.round(mean + bell));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
