/** The hard rules in the order in which blockers are listed; `need:<key>` once per need of the policy. */
export type RuleName =
  | 'available'
  | 'notRuledOut'
  | 'shareConsent'
  | 'groupSize'
  | 'area'
  | 'earlyPermanence'
  | 'age'
  | `need:${string}`;

/** What a hard rule finds about a pair. */
export type Outcome = 'pass' | 'fail' | 'unknown';

/** The soft criteria. */
export type CriterionName =
  | 'age'
  | `need:${string}`
  | 'sex'
  | 'contact'
  | 'distance'
  | 'heritage'
  | 'language'
  | 'religion'
  | 'childrenAtHome'
  | 'pets'
  | 'smoking';

export type Band = 'A' | 'B' | 'C' | 'D';

/** Of a listed pair; a pair with any failing rule is blocked and is not listed. */
export type CandidateStatus = 'eligible' | 'conditional';

/** One applicable criterion's share of the rank: `points` of all contributions sum to the rank. */
export interface Contribution {
  readonly criterion: CriterionName;
  readonly weight: number;
  /** 0 to 1, or `null` where unknown. */
  readonly fit: number | null;
  readonly points: number;
}

/** The numbers of a pair: `rank`, `score`, `low` and `high` from 0 to 100, `coverage` from 0 to 1. */
export interface PairScore {
  readonly rank: number;
  /** The rank over what is known alone; `null` where nothing is. */
  readonly score: number | null;
  readonly coverage: number;
  readonly low: number;
  readonly high: number;
  readonly band: Band;
  /** Keys of the needs that the household would have to stretch to, in policy order. */
  readonly stretches: readonly string[];
  readonly contributions: readonly Contribution[];
}

export interface Candidate extends PairScore {
  readonly household: string;
  readonly status: CandidateStatus;
  /** Hard rules that cannot be judged yet, in the rules' order. */
  readonly unknowns: readonly RuleName[];
}

export interface BlockedHousehold {
  readonly household: string;
  /** Failing rules, in the rules' order. */
  readonly blockers: readonly RuleName[];
}

/** One unit's result. `eligible`, `conditional` and `blocked` count all households, listed or not. */
export interface UnitResult {
  readonly unit: string;
  readonly eligible: number;
  readonly conditional: number;
  readonly blocked: number;
  /** Across units only, never within a pair: 1 and more. */
  readonly priority: number;
  /** Best first. */
  readonly candidates: readonly Candidate[];
  /** In the pool's order; only where asked for. */
  readonly blockedHouseholds?: readonly BlockedHousehold[];
}
