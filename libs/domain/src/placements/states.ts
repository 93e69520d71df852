/** domain.md 2.4, from the match on. How a placement stands follows from its dates and its children (`standingOf`). */
export const OPEN_PLACEMENTS = ['MATCHED', 'PLAN_AGREED', 'INTRODUCTIONS', 'PLACED'] as const;

/** How it ends when no child of it is matched or placed any more: with an order, a disruption, or before anybody was placed. */
export const PLACEMENT_ENDS = ['ADOPTED', 'DISRUPTED', 'FELL'] as const;

export const PLACEMENT_STATES = [...OPEN_PLACEMENTS, ...PLACEMENT_ENDS] as const;

/** One child's own way: brothers and sisters may be placed, applied for and adopted on different days, and one may leave while others stay. */
export const PLACED_CHILD_STATES = ['MATCHED', 'PLACED', 'AO_APPLIED', 'ADOPTED', 'DISRUPTED', 'FELL'] as const;

/** Where a child lives with the adopters before the placement: with early permanence carers, or with foster carers who adopt. */
export const HOMES = ['EARLY_PERMANENCE', 'FOSTER_CARERS'] as const;

export type PlacementState = (typeof PLACEMENT_STATES)[number];
export type PlacementEnd = (typeof PLACEMENT_ENDS)[number];
export type PlacedChildState = (typeof PLACED_CHILD_STATES)[number];
export type Home = (typeof HOMES)[number];

export const isEnd = (state: PlacementState): state is PlacementEnd => (PLACEMENT_ENDS as readonly PlacementState[]).includes(state);

/** The child is promised to this family or lives there: trust.md I1 and I2 count such children alone. */
export const isLive = (state: PlacedChildState): boolean => state === 'MATCHED' || state === 'PLACED' || state === 'AO_APPLIED';

/** What a placement stands on. */
export interface Standing {
  readonly isPlanAgreed: boolean;
  readonly hasIntroductions: boolean;
  /** One or more. */
  readonly children: readonly PlacedChildState[];
}

/** Where the placement as a whole stands. One order is enough for ADOPTED: what became of the others stands with each of them. */
export function standingOf({ isPlanAgreed, hasIntroductions, children }: Standing): PlacementState {
  if (!children.some(isLive)) {
    if (children.includes('ADOPTED')) return 'ADOPTED';
    return children.includes('DISRUPTED') ? 'DISRUPTED' : 'FELL';
  }
  if (children.some((state) => state === 'PLACED' || state === 'AO_APPLIED' || state === 'ADOPTED')) return 'PLACED';
  if (hasIntroductions) return 'INTRODUCTIONS';
  return isPlanAgreed ? 'PLAN_AGREED' : 'MATCHED';
}
