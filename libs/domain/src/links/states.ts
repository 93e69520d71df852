/**
 * domain.md 2.4, up to the panel. What comes after it (recommendation, decision, introductions, placement) begins where a
 * link stands at PANEL_BOOKED.
 */
export const OPEN_STATES = ['SUGGESTED', 'EXPRESSED_INTEREST', 'SHORTLISTED', 'EXPLORING', 'CPR_SHARED', 'VISITED', 'APR_DRAFTED', 'PANEL_BOOKED'] as const;

/** How a link ends before the panel: by whom, or because the plan for the child changed. */
export const EXITS = ['DECLINED_BY_CHILD_AGENCY', 'DECLINED_BY_ADOPTERS', 'WITHDRAWN_CHILD_PLAN_CHANGED'] as const;

export const LINK_STATES = [...OPEN_STATES, ...EXITS] as const;

export type LinkState = (typeof LINK_STATES)[number];
export type LinkExit = (typeof EXITS)[number];

/** The child's agency, or the adopters'. Within one council both sides are the same agency, and stay two sides. */
export const SIDES = ['CHILD', 'ADOPTERS'] as const;
export type Side = (typeof SIDES)[number];

export const otherSide = (side: Side): Side => (side === 'CHILD' ? 'ADOPTERS' : 'CHILD');

export const isExit = (state: LinkState): state is LinkExit => (EXITS as readonly LinkState[]).includes(state);

/** Both agreed to explore, and what was identified (S2) crosses while their grants live; the reports (S3) come only from CPR_SHARED on. */
export const EXPLORED_STATES: readonly LinkState[] = ['EXPLORING', 'CPR_SHARED', 'VISITED', 'APR_DRAFTED', 'PANEL_BOOKED'];
