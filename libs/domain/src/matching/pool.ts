import type { IsoDate } from '../dates/iso-date';

/** 0 none, 1 mild, 2 moderate, 3 severe: one anchored scale for a child's need and for what a household accepts. */
export type Level = 0 | 1 | 2 | 3;

/**
 * 0 none, 1 letterbox, 2 direct with siblings, 3 direct with birth relatives; each includes the ones before.
 * For a unit the most the child needs, for a household the most it would support.
 */
export type Contact = 0 | 1 | 2 | 3;

/** Levels by need key; a key that is `null` or absent is not recorded, which is never the same as 0. */
export type Levels = { readonly [key: string]: Level | null | undefined };

/** A place in degrees (WGS 84). */
export interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** Ages in whole months, both ends included. */
export interface AgeRange {
  readonly min: number;
  readonly max: number;
}

export interface Member {
  /** May lie in the future: the expected date of an unborn child. */
  readonly dateOfBirth: IsoDate;
  readonly sex?: 'F' | 'M' | null;
}

/** A child, or a sibling group to be placed together. Fields that are `null` or absent are not recorded. */
export interface Unit {
  readonly id: string;
  readonly agency: string;
  readonly members: readonly Member[];
  readonly needs?: Levels | null;
  /** Keys of the needs on which a compromise caps the band. */
  readonly essential?: readonly string[] | null;
  /** `null` means no. */
  readonly earlyPermanence?: boolean | null;
  /** Outward postcode districts to stay out of; `null` means none. */
  readonly avoidAreas?: readonly string[] | null;
  readonly point?: Point | null;
  readonly contact?: Contact | null;
  /** Four-letter 903 ethnicity codes. */
  readonly heritage?: readonly string[] | null;
  /** ISO 639-1 codes. */
  readonly languages?: readonly string[] | null;
  readonly religion?: string | null;
  readonly petsRisk?: boolean | null;
  readonly waitingSince: IsoDate;
}

/** One or two approved adopters. Fields that are `null` or absent are not recorded. */
export interface Household {
  readonly id: string;
  readonly agency: string;
  /** `null` while in stage two with a provisional panel date. */
  readonly available?: boolean | null;
  /** Whether the household may be shown outside its agency. */
  readonly shareConsent?: boolean | null;
  readonly ageMonths?: AgeRange | null;
  readonly maxChildren?: number | null;
  readonly sex?: 'F' | 'M' | 'any' | null;
  readonly accepts?: Levels | null;
  readonly earlyPermanence?: boolean | null;
  /** Outward postcode district. */
  readonly area?: string | null;
  readonly point?: Point | null;
  readonly contact?: Contact | null;
  readonly heritage?: readonly string[] | null;
  readonly languages?: readonly string[] | null;
  readonly religion?: string | null;
  /** Ages in months of the children already at home. */
  readonly childrenAtHome?: readonly number[] | null;
  readonly pets?: boolean | null;
  readonly smokers?: boolean | null;
}

/** A pair that people ruled out. */
export interface Veto {
  readonly unit: string;
  readonly household: string;
  readonly reason?: string | null;
}

/** All that a run reads, with ages and waiting reckoned on `asAt`. */
export interface Pool {
  readonly asAt: IsoDate;
  readonly units: readonly Unit[];
  readonly households: readonly Household[];
  readonly vetoes?: readonly Veto[] | null;
}

/** The recorded level of a need, or `null`. */
export function levelOf(levels: Levels | null | undefined, key: string): Level | null {
  const level = levels?.[key];
  // A key such as "constructor" would otherwise find what every object inherits.
  return typeof level === 'number' ? level : null;
}
