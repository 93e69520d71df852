import type { FamilyFindingCause } from '../children/family-finding';
import type { SideExit } from './states';

/** How the hub ends a link when what it stood on has ended. */
export interface Closing {
  readonly exit: SideExit;
  /** A code of `EXIT_REASONS`. */
  readonly reason: string;
}

const WITHDRAWN = 'WITHDRAWN_CHILD_PLAN_CHANGED' as const;
const PLACED: readonly FamilyFindingCause[] = ['PLACED', 'AO_APPLIED', 'ADOPTED'];
const PLAN_CHANGED: readonly FamilyFindingCause[] = ['PLAN_CHANGED', 'LEFT_CARE_OTHER', 'LOOKED_AFTER'];

/**
 * The exit of a link whose child's search closed; `cause`: what closed it, null for a person. Null for the link of the match itself
 * while the child is placed there: what comes after a match goes on from it.
 */
export function closingOf(cause: FamilyFindingCause | null, isMatched: boolean): Closing | null {
  if (cause !== null && PLACED.includes(cause)) return isMatched ? null : { exit: 'DECLINED_BY_CHILD_AGENCY', reason: 'ANOTHER_FAMILY' };
  if (cause === 'JOINED_GROUP') return { exit: WITHDRAWN, reason: 'GROUP_CHANGED' };
  return { exit: WITHDRAWN, reason: cause !== null && PLAN_CHANGED.includes(cause) ? 'PLAN_CHANGED' : 'SEARCH_CLOSED' };
}

/** Of a family that left: its approval ended or was withdrawn. */
export const leavingOf = (): Closing => ({ exit: 'DECLINED_BY_ADOPTERS', reason: 'APPROVAL_ENDED' });
