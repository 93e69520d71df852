import { ACTIONS, can, DISCLOSURE_STAGES, type Action, type Stage } from '../access/actions';
import type { AgencyKind, Role } from '../access/actor';
import type { Relation } from './relation';

/**
 * What the access table says of one role, of one kind of agency, doing one action to a record of an agency in that relation
 * at that stage. `LISTED`: while the subject is in the pool. `RELEASED`: while a release is live. `GRANTED`: while a grant is.
 */
export type Verdict = 'YES' | 'LISTED' | 'RELEASED' | 'GRANTED' | 'NO';

export interface MatrixCase {
  readonly role: Role;
  readonly kind: AgencyKind;
  readonly relation: Relation;
  readonly stage: Stage;
  readonly action: Action;
}

/** The stages as the matrix lists them: what partners may be shown, then the agency's own record. */
export const MATRIX_STAGES: readonly Stage[] = [...DISCLOSURE_STAGES, 'OWN'];

/** Actions that meet records of children or households; the others show registers, people or the hub's own state. */
export const CASE_ACTIONS = (Object.keys(ACTIONS) as Action[]).filter((action) => ACTIONS[action].roles !== 'SYSTEM' && /^(children|adopters|recruitment|courses|enquiries|familyFinding|releases|localSearch|matching|channels|clocks|drift|links|placements|documents|readiness|search|fees|imports|disclosure|keys|work)\./.test(action));

const GRANTED: readonly Stage[] = ['S2', 'S3', 'S4'];

/** Default deny: what the table does not open is closed. */
export function verdict({ role, kind, relation, stage, action }: MatrixCase): Verdict {
  const rule = ACTIONS[action];
  if (!can({ kind: 'user', userId: 'u', agencyId: 'a', agencyCode: 'A', agencyKind: kind, displayName: '', roles: [role] }, action)) return 'NO';
  if (relation === 'OWN') {
    if (stage === 'S1') return 'RELEASED';
    // The copy that a grant makes of names is met like the names themselves.
    return GRANTED.includes(stage) ? (rule.opens === undefined ? 'NO' : 'GRANTED') : 'YES';
  }
  if (relation !== 'PARTNER' || stage === 'OWN' || rule.partners === undefined) return 'NO';
  if (DISCLOSURE_STAGES.indexOf(stage) > DISCLOSURE_STAGES.indexOf(rule.partners)) return 'NO';
  if (stage === 'S0') return 'LISTED';
  return stage === 'S1' ? 'RELEASED' : 'GRANTED';
}
