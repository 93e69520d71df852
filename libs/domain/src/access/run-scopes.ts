import { ROLE_KINDS, type Actor, type AgencyKind, type Role } from './actor';

/** What a matching run is about. */
export type RunScope = 'REGION' | 'UNIT' | 'HOUSEHOLD';

interface ScopeRule {
  readonly roles: readonly Role[];
  readonly kinds: readonly AgencyKind[];
}

/** Each side asks about its own: who looks for families about a unit, who looks after adopters about a household. */
const SCOPES: Readonly<Record<RunScope, ScopeRule>> = {
  REGION: { roles: ['FAMILY_FINDER', 'APPROVING_MANAGER', 'HUB_COORDINATOR'], kinds: ['COUNCIL', 'HUB'] },
  UNIT: { roles: ['FAMILY_FINDER', 'APPROVING_MANAGER'], kinds: ['COUNCIL'] },
  HOUSEHOLD: { roles: ['ADOPTERS_WORKER', 'APPROVING_MANAGER'], kinds: ['COUNCIL', 'VOLUNTARY'] },
};

/** May this person ask for a run of this scope? Narrows the action `matching.start`, which all of them may. */
export function mayRun(actor: Actor, scope: RunScope): boolean {
  const { roles, kinds } = SCOPES[scope];
  return kinds.includes(actor.agencyKind) && actor.roles.some((role) => roles.includes(role) && ROLE_KINDS[role].includes(actor.agencyKind));
}
