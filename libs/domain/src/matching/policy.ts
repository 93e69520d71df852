/** The upper limits of one distance band and its fit: `[km, fit]`, the limit included. */
export type DistanceBand = readonly [km: number, fit: number];

/** Criterion weights: whole numbers. `need` is the weight of each single need. */
export interface Weights {
  readonly need: number;
  readonly age: number;
  readonly sex: number;
  readonly contact: number;
  readonly distance: number;
  readonly heritage: number;
  readonly language: number;
  readonly religion: number;
  readonly childrenAtHome: number;
  readonly pets: number;
  readonly smoking: number;
}

/** The constants of the rules. Fits are multiples of 1/20 from 0 to 1, so that ranks are exact fractions. */
export interface Policy {
  readonly id: string;
  readonly version: number;
  /** What an unknown criterion counts for in the rank. */
  readonly unknownFit: number;
  /** What a compromise counts for. */
  readonly stretchFit: number;
  readonly ageStretchMonths: number;
  /** Levels by which a need may exceed the acceptance and still be a stretch. */
  readonly maxNeedGap: number;
  /** Lowest rank (0 to 100) of each band; D is below C. */
  readonly bands: { readonly A: number; readonly B: number; readonly C: number };
  /** By ascending km; fit 0 beyond the last. */
  readonly distanceBandsKm: readonly DistanceBand[];
  readonly siblingGapMonths: number;
  readonly smokeFreeUnderMonths: number;
  readonly weights: Weights;
  /** Need keys, in the order of the rules and of the explanation. */
  readonly needs: readonly string[];
  readonly priority: {
    readonly waiting: number;
    readonly scarcity: number;
    readonly waitingDays: number;
    readonly scarcityEligible: number;
  };
  /** Constants of the link agenda of a matching meeting. */
  readonly agenda: { readonly firstLinkBonus: number; readonly perUnit: number; readonly perHousehold: number };
}
