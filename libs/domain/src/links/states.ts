/** domain.md 2.4, up to the match. What comes after it is the placement's (introductions, moving in, the order), while the link stays open at MATCHED. */
export const OPEN_STATES = [
  'SUGGESTED', 'EXPRESSED_INTEREST', 'SHORTLISTED', 'EXPLORING', 'CPR_SHARED', 'VISITED', 'APR_DRAFTED', 'PANEL_BOOKED', 'PANEL_RECOMMENDED', 'MATCHED',
] as const;

/** How a side ends a link before the match, or the child's plan does: with a reason from a list. */
export const SIDE_EXITS = ['DECLINED_BY_CHILD_AGENCY', 'DECLINED_BY_ADOPTERS', 'WITHDRAWN_CHILD_PLAN_CHANGED'] as const;

/** How a decision or the placement ends it: the reasons stand there. */
export const DECIDED_EXITS = ['PANEL_NOT_RECOMMENDED', 'ADM_NOT_APPROVED', 'INTRODUCTIONS_FAILED', 'DISRUPTED', 'ADOPTED'] as const;

export const EXITS = [...SIDE_EXITS, ...DECIDED_EXITS] as const;

export const LINK_STATES = [...OPEN_STATES, ...EXITS] as const;

export type LinkState = (typeof LINK_STATES)[number];
export type LinkExit = (typeof EXITS)[number];
export type SideExit = (typeof SIDE_EXITS)[number];

/** The child's agency, or the adopters'. Within one council both sides are the same agency, and stay two sides. */
export const SIDES = ['CHILD', 'ADOPTERS'] as const;
export type Side = (typeof SIDES)[number];

export const otherSide = (side: Side): Side => (side === 'CHILD' ? 'ADOPTERS' : 'CHILD');

export const isExit = (state: LinkState): state is LinkExit => (EXITS as readonly LinkState[]).includes(state);
export const isSideExit = (state: LinkState): state is SideExit => (SIDE_EXITS as readonly LinkState[]).includes(state);

/** Both agreed to explore, and what was identified (S2) crosses while their grants live. */
export const EXPLORED_STATES: readonly LinkState[] = ['EXPLORING', 'CPR_SHARED', 'VISITED', 'APR_DRAFTED', 'PANEL_BOOKED'];

/** The reports (S3) have crossed. */
export const REPORTED_STATES: readonly LinkState[] = ['CPR_SHARED', 'VISITED', 'APR_DRAFTED', 'PANEL_BOOKED', 'PANEL_RECOMMENDED', 'MATCHED'];
