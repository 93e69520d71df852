import { chordBands } from './distance-bands';
import type { Fit } from './fits';
import { remembered } from './kernel-columns';
import type { Categories } from './kernel-columns';
import type { Facet } from './kernel-facets';
import type { DistanceBand } from './policy';
import type { PreparedHousehold, PreparedUnit } from './prepared';
import type { SoftCriterion } from './soft-criteria';

/** A criterion that is judged only for the pairs that the tables leave in the running. */
export interface LateCriterion {
  readonly criterion: SoftCriterion;
  /** The fit of a unit and the household at a place. */
  readonly fitAt: (unit: PreparedUnit, at: number) => Fit;
}

const REMEMBERED_UNITS = 500;
// In a remembered byte: fits are 0 to 20.
const [NOT_APPLICABLE, UNKNOWN, NOT_JUDGED] = [-1, -2, -3];

/** Distance over positions side by side: the arithmetic of `distanceFit`, without a visit to each record. */
export function lateDistance(
  criterion: SoftCriterion,
  households: readonly PreparedHousehold[],
  policyBands: readonly DistanceBand[],
): LateCriterion {
  const bands = chordBands(policyBands);
  const positions = Float64Array.from(households.flatMap(({ position }) => position ?? [NaN, NaN, NaN]));
  return {
    criterion,
    fitAt: ({ position }, at) => {
      const x = positions[at * 3] as number;
      if (position === null || Number.isNaN(x)) return 'unknown';
      const dx = position[0] - x;
      const dy = position[1] - (positions[at * 3 + 1] as number);
      const dz = position[2] - (positions[at * 3 + 2] as number);
      const squared = dx * dx + dy * dy + dz * dz;
      for (const { within, fit } of bands) if (squared <= within) return fit;
      return 0;
    },
  };
}

/** A criterion with many categories, each judged when first met and remembered for units it cannot tell apart. */
export function lateCategories(criterion: SoftCriterion, facet: Facet, { of, examples }: Categories): LateCriterion {
  const fitsOf = remembered(REMEMBERED_UNITS, facet.ofUnit, () => new Int8Array(examples.length).fill(NOT_JUDGED));
  let current: { readonly unit: PreparedUnit; readonly fits: Int8Array } | null = null;
  return {
    criterion,
    fitAt: (unit, at) => {
      if (current?.unit !== unit) current = { unit, fits: fitsOf(unit) };
      const category = of[at] as number;
      const known = current.fits[category] as number;
      if (known >= 0) return known;
      if (known !== NOT_JUDGED) return known === UNKNOWN ? 'unknown' : 'notApplicable';
      const fit = criterion.judge({ unit, household: examples[category] as PreparedHousehold, ruledOut: false });
      current.fits[category] = byteOf(fit);
      return fit;
    },
  };
}

function byteOf(fit: Fit): number {
  if (fit === 'unknown') return UNKNOWN;
  return fit === 'notApplicable' ? NOT_APPLICABLE : fit;
}
