const ROLES: Readonly<Record<string, string>> = {
  FAMILY_FINDER: 'Family finder',
  CHILDS_WORKER: 'Child’s social worker',
  ADOPTERS_WORKER: 'Adopters’ social worker',
  APPROVING_MANAGER: 'Approving manager',
  REVIEWING_OFFICER: 'Reviewing officer',
  PANEL_ADVISER: 'Panel adviser',
  DECISION_MAKER: 'Decision maker',
  HUB_COORDINATOR: 'Hub coordinator',
  ANALYST: 'Analyst',
  AGENCY_ADMIN: 'Agency administrator',
  DATA_PROTECTION_OFFICER: 'Data protection officer',
  HUB_ADMIN: 'Hub administrator',
};

const KINDS: Readonly<Record<string, string>> = {
  COUNCIL: 'Council', VOLUNTARY: 'Voluntary agency', HUB: 'The hub', OUTSIDE: 'Outside the region',
};

const ROLES_OF: Readonly<Record<string, readonly string[]>> = {
  COUNCIL: ['FAMILY_FINDER', 'CHILDS_WORKER', 'ADOPTERS_WORKER', 'APPROVING_MANAGER', 'REVIEWING_OFFICER', 'PANEL_ADVISER', 'DECISION_MAKER', 'ANALYST', 'AGENCY_ADMIN', 'DATA_PROTECTION_OFFICER'],
  VOLUNTARY: ['ADOPTERS_WORKER', 'APPROVING_MANAGER', 'ANALYST', 'AGENCY_ADMIN', 'DATA_PROTECTION_OFFICER'],
  HUB: ['HUB_COORDINATOR', 'PANEL_ADVISER', 'DECISION_MAKER', 'ANALYST', 'AGENCY_ADMIN', 'DATA_PROTECTION_OFFICER', 'HUB_ADMIN'],
};

export const roleWords = (role: string): string => ROLES[role] ?? role;
export const agencyKindWords = (kind: string): string => KINDS[kind] ?? kind;
/** The roles that people of such an agency can hold; the hub decides again. */
export const rolesOf = (kind: string): readonly string[] => ROLES_OF[kind] ?? [];

export function userStatusWords(status: string): string {
  return { INVITED: 'Invited', ACTIVE: 'Active', DISABLED: 'Disabled' }[status] ?? status;
}
