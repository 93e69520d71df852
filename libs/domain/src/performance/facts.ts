import type { ReversalReason, Sex } from '../children/codes';
import type { IsoDate } from '../dates/iso-date';

/**
 * One decision that a child should be placed for adoption, and what came of it, as one source gives it (the hub's journey, Annex A List 10,
 * SSDA903); `null` where the source has nothing. A child whose decision was reversed and who has a new one stands twice (domain.md trap 16).
 */
export interface JourneyFacts {
  /** Tells children apart within one reckoning; never shown. */
  readonly child: string;
  /** Code of the council that looks after the child; `null` where the source is one council's. */
  readonly council: string | null;
  readonly dateOfBirth: IsoDate | null;
  readonly sex: Sex | null;
  /** The four-letter code of the 903 return. */
  readonly ethnicity: string | null;
  readonly disability: boolean | null;
  /** Start of the final period of care (EC). */
  readonly enteredCareOn: IsoDate | null;
  /** The decision maker's decision (ADM). */
  readonly admDecidedOn: IsoDate | null;
  /** Placement or freeing order (PO); not the parents' consent. */
  readonly placementOrderOn: IsoDate | null;
  /** That order was revoked; nothing where the source does not tell. */
  readonly orderRevokedOn?: IsoDate | null;
  /** Placement orders that were revoked, before that of `placementOrderOn`; nothing where the source does not tell. */
  readonly earlierOrders?: readonly RevokedOrder[];
  /** M. */
  readonly matchedOn: IsoDate | null;
  /** Moved in with the adoptive family, placed for adoption (P). */
  readonly placedOn: IsoDate | null;
  /** AO. */
  readonly adoptedOn: IsoDate | null;
  readonly decisionReversedOn: IsoDate | null;
  readonly reversalReason: ReversalReason | null;
  /** Moved in with foster carers, early-permanence carers included, who were or became the adopters (F); `null` where nobody who fostered the child adopts. */
  readonly fosteredByAdoptersFrom: IsoDate | null;
  /** Placements that ended without an order, before that of `placedOn`; nothing where the source does not tell (domain.md traps 15 and 16). */
  readonly earlierPlacements?: readonly Stay[];
}

/** `endedOn`: the first day on which the child did not live there. */
export interface Stay {
  readonly placedOn: IsoDate;
  readonly endedOn: IsoDate;
}

/** `revokedOn`: the first day on which it did not hold. */
export interface RevokedOrder {
  readonly madeOn: IsoDate;
  readonly revokedOn: IsoDate;
}

/** The dates of a journey, in the order in which they come about. */
const JOURNEY_DATES = [
  'enteredCareOn', 'admDecidedOn', 'placementOrderOn', 'orderRevokedOn', 'matchedOn', 'placedOn', 'adoptedOn', 'decisionReversedOn', 'fosteredByAdoptersFrom',
] as const satisfies readonly (keyof JourneyFacts)[];

/** The journey as it stood at the end of a day: what came later had not happened. */
export function asAt(journey: JourneyFacts, day: IsoDate): JourneyFacts {
  const later = JOURNEY_DATES.filter((field) => (journey[field] ?? day) > day);
  return later.length === 0 ? journey : { ...journey, ...Object.fromEntries(later.map((field) => [field, null])) };
}
