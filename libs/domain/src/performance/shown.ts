import type { Figure, Part, Period } from './indicator';
import type { Month } from './periods';
import type { Tally } from './tally';

/** Whose children are the region's in a month of the past: those of today's members, or of who was a member then (domain.md trap 20). */
export const REGION_BASES = ['RESTATED', 'FROZEN'] as const;
export type RegionBasis = (typeof REGION_BASES)[number];

/**
 * A run of months of one indicator of one council, or of the region (`agency` null), that everybody in the region may know: no number in it, and none that can be reckoned
 * from the others, tells of one to five children (domain.md 6.1). What is shown of other councils is made of blocks alone.
 */
export interface Block {
  readonly agency: string | null;
  readonly code: string;
  /** FLOW: what happened from the first day of `from` to the last of `to`. STANDING: how things stood on the last day of `to`, which is then `from` too. */
  readonly part: Part;
  readonly from: Month;
  readonly to: Month;
  readonly tally: Tally;
}

/** A figure as one viewer may see it; where it is hidden, every number is null and the words say so. */
export interface ShownFigure extends Figure {
  readonly code: string;
  /** Its code; null: the region. */
  readonly agency: string | null;
  readonly period: Period;
  readonly isHidden: boolean;
}
