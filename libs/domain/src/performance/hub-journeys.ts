import type { Sex } from '../children/codes';
import { oneEnding, type ChildDates } from '../children/states';
import type { IsoDate } from '../dates/iso-date';
import type { JourneyFacts, RevokedOrder, Stay } from './facts';

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
export const JOURNEY_STEPS = ['PLACEMENT_ORDER', 'AUTHORITY_REVOKED', 'MATCHED', 'PLACED', 'PLACED_BY_AGREEMENT', 'DISRUPTED', 'SEARCH_RESUMED', 'MATCH_FELL'] as const;

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
  const steps = child.steps.length === 0 ? NONE : child.steps.filter(({ onDate }) => onDate >= (dates.admDecidedOn ?? onDate));
  const stays = staysOf(steps);
  const isOver = dates.disruptedOn !== null && dates.adoptedOn === null && dates.placedOn !== null && dates.disruptedOn >= dates.placedOn;
  const earlierPlacements = isOver ? [...stays.filter(({ placedOn }) => placedOn !== dates.placedOn), { placedOn: dates.placedOn as IsoDate, endedOn: dates.disruptedOn as IsoDate }] : stays;
  const placedOn = isOver ? null : dates.placedOn;
  const { id, council, dateOfBirth, sex, ethnicity, disability } = child;
  const current: JourneyFacts = {
    child: id, council, dateOfBirth, sex, ethnicity, disability, enteredCareOn: dates.enteredCareOn, admDecidedOn: dates.admDecidedOn, placementOrderOn,
    orderRevokedOn: placementOrderOn === null ? null : dates.authorityRevokedOn, earlierOrders: revokedOrders(steps).filter(({ madeOn }) => madeOn !== placementOrderOn), matchedOn: isOver ? null : dates.matchedOn, placedOn, adoptedOn: dates.adoptedOn,
    decisionReversedOn: dates.decisionReversedOn, reversalReason: dates.reversalReason, fosteredByAdoptersFrom: placedOn === null ? null : livedThereSince(child),
    earlierPlacements,
  };
  return past.length === 0 ? [current] : [...past, current];
}

/** A placement of the hub says whether the child lived with these adopters before; without one the record's early permanence does. */
function livedThereSince({ placements, dates }: ChildHistory): IsoDate | null {
  const held = placements.findLast(({ placedOn }) => placedOn === dates.placedOn);
  return held === undefined ? dates.earlyPermanencePlacedOn : held.livesThereSince;
}

function pastJourney(child: ChildHistory, decidedOn: IsoDate, reversedOn: IsoDate): JourneyFacts {
  const steps = child.steps.filter(({ onDate }) => onDate >= decidedOn && onDate <= reversedOn);
  const last = (event: string): IsoDate | null => steps.filter((step) => step.event === event).at(-1)?.onDate ?? null;
  const [orders, placementOrderOn] = [revokedOrders(steps), last('PLACEMENT_ORDER')];
  const { id, council, dateOfBirth, sex, ethnicity, disability } = child;
  return {
    child: id, council, dateOfBirth, sex, ethnicity, disability, enteredCareOn: child.dates.enteredCareOn, admDecidedOn: decidedOn, placementOrderOn,
    orderRevokedOn: orders.find(({ madeOn }) => madeOn === placementOrderOn)?.revokedOn ?? null, earlierOrders: orders.filter(({ madeOn }) => madeOn !== placementOrderOn), matchedOn: last('MATCHED'), placedOn: null, adoptedOn: null,
    decisionReversedOn: reversedOn, reversalReason: null, fosteredByAdoptersFrom: null, earlierPlacements: staysOf(steps),
  };
}

/** Placements that ended in a disruption. */
const staysOf = (steps: readonly JourneyStep[]): readonly Stay[] => ended(steps, ['PLACED', 'PLACED_BY_AGREEMENT'], 'DISRUPTED').map(([placedOn, endedOn]) => ({ placedOn, endedOn }));

/** Consent that was withdrawn is none. */
const revokedOrders = (steps: readonly JourneyStep[]): readonly RevokedOrder[] => ended(steps, ['PLACEMENT_ORDER'], 'AUTHORITY_REVOKED').map(([madeOn, revokedOn]) => ({ madeOn, revokedOn }));

function ended(steps: readonly JourneyStep[], begins: readonly string[], ends: string): readonly (readonly [from: IsoDate, until: IsoDate])[] {
  const found: (readonly [IsoDate, IsoDate])[] = [];
  let since: IsoDate | null = null;
  for (const { event, onDate } of steps) {
    if (begins.includes(event)) since = onDate;
    if (event !== ends || since === null) continue;
    found.push([since, onDate]);
    since = null;
  }
  return found;
}
