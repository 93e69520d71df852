import type { Sex } from '../children/codes';
import { oneEnding, type ChildDates } from '../children/states';
import type { IsoDate } from '../dates/iso-date';
import type { JourneyFacts, Stay } from './facts';

/** A step of a child's recorded history that stands. */
export interface JourneyStep {
  readonly event: string;
  readonly onDate: IsoDate;
}

/** One child as the hub knows it: the dates that hold, every decision, and the history behind them. */
export interface ChildHistory {
  readonly id: string;
  readonly council: string;
  readonly dateOfBirth: IsoDate | null;
  readonly sex: Sex | null;
  readonly ethnicity: string | null;
  readonly disability: boolean | null;
  readonly dates: ChildDates;
  readonly decisions: readonly { readonly decidedOn: IsoDate; readonly reversedOn: IsoDate | null }[];
  /** In the order of its days. */
  readonly steps: readonly JourneyStep[];
  /** Where the child was placed for adoption by way of the hub, in the order of the days. */
  readonly placements: readonly PlacementFacts[];
  /** A file or a person named the council's own family. */
  readonly isWithOwnFamily: boolean;
  /** How many children of its group have its day of placement. */
  readonly placedTogether: number;
}

/** What a placement of the hub tells of one child. */
export interface PlacementFacts {
  readonly householdAgencyId: string;
  /** How the child lived with the adopters before; null where it did not. */
  readonly home: 'EARLY_PERMANENCE' | 'FOSTER_CARERS' | null;
  readonly livesThereSince: IsoDate | null;
  readonly placedOn: IsoDate;
  readonly disruptedOn: IsoDate | null;
  /** How many children were placed by it. */
  readonly together: number;
  readonly celebratedOn: IsoDate | null;
  readonly lifeStoryOn: IsoDate | null;
  readonly laterLifeOn: IsoDate | null;
}

/** The steps that are read. */
export const JOURNEY_STEPS = ['PLACEMENT_ORDER', 'MATCHED', 'PLACED', 'PLACED_BY_AGREEMENT', 'DISRUPTED', 'SEARCH_RESUMED', 'MATCH_FELL'] as const;

const NONE: readonly never[] = [];

/**
 * The journeys of a child: one for each decision that was reversed and followed by another, and one with the dates that hold now (domain.md trap 16).
 * None without a decision, order and adoption.
 */
export function journeysOfChild(child: ChildHistory): readonly JourneyFacts[] {
  const dates = oneEnding(child.dates);
  const past = child.decisions.length === 0 ? NONE : child.decisions.filter(({ decidedOn, reversedOn }) => reversedOn !== null && decidedOn !== dates.admDecidedOn).map((decision) => pastJourney(child, decision.decidedOn, decision.reversedOn as IsoDate));
  const placementOrderOn = dates.authorityType === 'PO' ? dates.authorityOn : null;
  if (dates.admDecidedOn === null && placementOrderOn === null && dates.adoptedOn === null) return past;
  const stays = child.steps.length === 0 ? NONE : staysOf(child.steps.filter(({ onDate }) => onDate >= (dates.admDecidedOn ?? onDate)));
  const isOver = dates.disruptedOn !== null && dates.adoptedOn === null && dates.placedOn !== null && dates.disruptedOn >= dates.placedOn;
  const earlierPlacements = isOver ? [...stays.filter(({ placedOn }) => placedOn !== dates.placedOn), { placedOn: dates.placedOn as IsoDate, endedOn: dates.disruptedOn as IsoDate }] : stays;
  const placedOn = isOver ? null : dates.placedOn;
  const { id, council, dateOfBirth, sex, ethnicity, disability } = child;
  const current: JourneyFacts = {
    child: id, council, dateOfBirth, sex, ethnicity, disability, enteredCareOn: dates.enteredCareOn, admDecidedOn: dates.admDecidedOn, placementOrderOn, matchedOn: isOver ? null : dates.matchedOn, placedOn, adoptedOn: dates.adoptedOn,
    decisionReversedOn: dates.decisionReversedOn, reversalReason: dates.reversalReason, fosteredByAdoptersFrom: placedOn === null ? null : (placementOf(child)?.livesThereSince ?? dates.earlyPermanencePlacedOn),
    earlierPlacements,
  };
  return past.length === 0 ? [current] : [...past, current];
}

/** The placement of the hub that holds. */
const placementOf = ({ placements, dates }: Pick<ChildHistory, 'placements' | 'dates'>): PlacementFacts | undefined => placements.findLast(({ placedOn }) => placedOn === dates.placedOn);

function pastJourney(child: ChildHistory, decidedOn: IsoDate, reversedOn: IsoDate): JourneyFacts {
  const steps = child.steps.filter(({ onDate }) => onDate >= decidedOn && onDate <= reversedOn);
  const last = (event: string): IsoDate | null => steps.filter((step) => step.event === event).at(-1)?.onDate ?? null;
  const { id, council, dateOfBirth, sex, ethnicity, disability } = child;
  return {
    child: id, council, dateOfBirth, sex, ethnicity, disability, enteredCareOn: child.dates.enteredCareOn, admDecidedOn: decidedOn, placementOrderOn: last('PLACEMENT_ORDER'), matchedOn: last('MATCHED'), placedOn: null, adoptedOn: null,
    decisionReversedOn: reversedOn, reversalReason: null, fosteredByAdoptersFrom: null, earlierPlacements: staysOf(steps),
  };
}

/** Placements that ended in a disruption. */
function staysOf(steps: readonly JourneyStep[]): readonly Stay[] {
  const stays: Stay[] = [];
  let placedOn: IsoDate | null = null;
  for (const { event, onDate } of steps) {
    if (event === 'PLACED' || event === 'PLACED_BY_AGREEMENT') placedOn = onDate;
    if (event !== 'DISRUPTED' || placedOn === null) continue;
    stays.push({ placedOn, endedOn: onDate });
    placedOn = null;
  }
  return stays;
}
