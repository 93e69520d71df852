export const ROLES = [
  'FAMILY_FINDER',
  'CHILDS_WORKER',
  'ADOPTERS_WORKER',
  'APPROVING_MANAGER',
  'REVIEWING_OFFICER',
  'PANEL_ADVISER',
  'DECISION_MAKER',
  'HUB_COORDINATOR',
  'ANALYST',
  'AGENCY_ADMIN',
  'DATA_PROTECTION_OFFICER',
  'HUB_ADMIN',
] as const;

export type Role = (typeof ROLES)[number];

export const AGENCY_KINDS = ['COUNCIL', 'VOLUNTARY', 'HUB', 'OUTSIDE'] as const;

export type AgencyKind = (typeof AGENCY_KINDS)[number];

/** Who acts. It comes from the session alone, never from a request (trust.md AZ-2). */
export interface Actor {
  readonly kind: 'user' | 'system';
  readonly userId: string;
  readonly agencyId: string;
  readonly agencyCode: string;
  readonly agencyKind: AgencyKind;
  readonly displayName: string;
  readonly roles: readonly Role[];
}

/** Schedules and queued jobs. It belongs to no agency, so no agency's rows are its own. */
export const SYSTEM_ACTOR: Actor = {
  kind: 'system',
  userId: '',
  agencyId: '',
  agencyCode: '',
  agencyKind: 'HUB',
  displayName: 'The hub',
  roles: [],
};

const COUNCIL: readonly AgencyKind[] = ['COUNCIL'];
const PLACING: readonly AgencyKind[] = ['COUNCIL', 'VOLUNTARY'];
const MEMBERS: readonly AgencyKind[] = ['COUNCIL', 'VOLUNTARY', 'HUB'];

/**
 * Which agencies have which role (product.md, Roles). Without it a council's administrator
 * could hand out the hub's roles.
 */
export const ROLE_KINDS: Readonly<Record<Role, readonly AgencyKind[]>> = {
  FAMILY_FINDER: COUNCIL,
  CHILDS_WORKER: COUNCIL,
  ADOPTERS_WORKER: PLACING,
  APPROVING_MANAGER: PLACING,
  REVIEWING_OFFICER: COUNCIL,
  // A voluntary agency approves adopters: it has a panel and a decision maker of its own (AAR 2005 reg 4, 27).
  PANEL_ADVISER: MEMBERS,
  DECISION_MAKER: MEMBERS,
  HUB_COORDINATOR: ['HUB'],
  ANALYST: MEMBERS,
  AGENCY_ADMIN: MEMBERS,
  DATA_PROTECTION_OFFICER: MEMBERS,
  HUB_ADMIN: ['HUB'],
};

/** The roles that users of an agency of this kind may hold. */
export function assignableRoles(kind: AgencyKind): readonly Role[] {
  return ROLES.filter((role) => ROLE_KINDS[role].includes(kind));
}
