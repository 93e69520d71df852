import type { Policy } from '../policy';

/** A unit and a household, by id. */
export interface AgendaPair {
  readonly unit: string;
  readonly household: string;
}

/** A household that no rule blocks for the unit, with the pair's rank from 0 to 100. */
export interface AgendaCandidate {
  readonly household: string;
  readonly rank: number;
}

export interface AgendaUnit {
  readonly unit: string;
  /** As `unitPriority` reckons it: 1 and more. */
  readonly priority: number;
  /** In any order, each household once. */
  readonly candidates: readonly AgendaCandidate[];
  /** How many links it may have, where links that are open already leave less than the limit. */
  readonly places?: number;
}

/** The ways to place a sibling group whose plan is "together preferred"; links are proposed for at most one of them. */
export interface SiblingPlans {
  readonly group: string;
  /** Each a list of units of the request: first the group as one unit, then its splits. */
  readonly plans: readonly (readonly string[])[];
}

/** What an agenda is made from. The order of units, candidates, pins and groups does not matter. */
export interface AgendaRequest {
  readonly units: readonly AgendaUnit[];
  readonly siblings: readonly SiblingPlans[];
  readonly limits: Policy['agenda'];
  /** The same of households, by id. */
  readonly householdPlaces?: ReadonlyMap<string, number>;
  /** The meeting's size: the most links that it can discuss; `null` where nobody said. */
  readonly maxLinks: number | null;
  /** Pairs that people want on the agenda. */
  readonly pinned: readonly AgendaPair[];
  /** Pairs that people want off it. */
  readonly ruledOut: readonly AgendaPair[];
}
