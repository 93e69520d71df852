import type { Role } from '@hub/domain/access/actor';
import { row, rows, type Tx } from '@hub/database/tx';
import { agenciesByIds, type AgencySummary } from './agencies.queries';

export type UserStatus = 'INVITED' | 'ACTIVE' | 'DISABLED';

export interface UserSummary {
  readonly id: string;
  readonly displayName: string;
  readonly email: string;
  readonly roles: Role[];
  readonly status: UserStatus;
  readonly agency: AgencySummary;
  readonly lastSeenAt: Date | null;
}

export interface Person {
  readonly id: string;
  readonly displayName: string;
}

type UserRow = Omit<UserSummary, 'agency'> & { readonly agencyId: string };

const USER = `
  select u.id, u.display_name as "displayName", u.email, u.roles, u.status, u.agency_id as "agencyId",
    (select max(s.last_seen_at) from hub.session s where s.user_id = u.id) as "lastSeenAt"
  from hub.app_user u`;

/** Whose users: those that row-level security shows under the action, which is the agency's or, for the hub's administrator, all. */
export async function listUsers(tx: Tx, limit: number, offset: number): Promise<{ users: UserSummary[]; totalCount: number }> {
  const found = await rows<UserRow>(tx, `${USER} order by lower(u.display_name), u.id limit $1 offset $2`, [limit, offset]);
  const total = await row<{ count: number }>(tx, 'select count(*)::int as count from hub.app_user');
  return { users: await withAgencies(tx, found), totalCount: total?.count ?? 0 };
}

export async function findUser(tx: Tx, id: string): Promise<UserSummary | undefined> {
  const found = await row<UserRow>(tx, `${USER} where u.id = $1::uuid`, [id]);
  return found && (await withAgencies(tx, [found]))[0];
}

async function withAgencies(tx: Tx, users: readonly UserRow[]): Promise<UserSummary[]> {
  const agencies = await agenciesByIds(tx, [...new Set(users.map(({ agencyId }) => agencyId))]);
  return users.flatMap(({ agencyId, ...user }) => {
    const agency = agencies.find(({ id }) => id === agencyId);
    return agency ? [{ ...user, agency }] : [];
  });
}

/** Colleagues by id, as far as the actor may see them: those of the own agency. */
export function peopleByIds(tx: Tx, ids: readonly string[]): Promise<Person[]> {
  return rows(tx, 'select id, display_name as "displayName" from hub.app_user where id = any($1::uuid[])', [ids]);
}

export interface UserDraft {
  readonly agencyId: string;
  readonly email: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
}

export async function insertUser(tx: Tx, { agencyId, email, displayName, roles }: UserDraft): Promise<string> {
  const made = await row<{ id: string }>(tx,
    'insert into hub.app_user (agency_id, email, display_name, roles) values ($1, $2, $3, $4) returning id', [agencyId, email, displayName, roles]);
  if (!made) throw new Error('The user was not inserted.');
  return made.id;
}

export async function updateUser(tx: Tx, id: string, change: Pick<UserSummary, 'displayName' | 'roles' | 'status'>): Promise<void> {
  await rows(tx, 'update hub.app_user set display_name = $2, roles = $3, status = $4 where id = $1', [id, change.displayName, change.roles, change.status]);
}

export async function insertInvitation(tx: Tx, user: { id: string; agencyId: string }, tokenHash: string, expiresAt: Date): Promise<void> {
  await rows(tx, 'insert into hub.invitation (user_id, agency_id, token_hash, expires_at) values ($1, $2, $3, $4)', [user.id, user.agencyId, tokenHash, expiresAt]);
}

/** Ends what somebody holds: sessions, API tokens and an invitation not yet taken up (trust.md AUTH-9). The database's clock decides. */
export async function endAccessOf(tx: Tx, userId: string): Promise<void> {
  await rows(tx, 'update hub.session set ended_at = now() where user_id = $1 and ended_at is null', [userId]);
  await rows(tx, 'update hub.invitation set expires_at = now() where user_id = $1 and used_at is null and expires_at > now()', [userId]);
}

/** Whether the latest invitation was taken up, and a password set with it: nothing else shows it to hub_app. */
export async function hasPassword(tx: Tx, userId: string): Promise<boolean> {
  const latest = await row<{ taken: boolean }>(tx, 'select used_at is not null as taken from hub.invitation where user_id = $1 order by created_at desc limit 1', [userId]);
  return latest?.taken ?? false;
}

/** Whether the agency has no other administrator who can sign in. */
export async function isLastAdministrator(tx: Tx, { id, roles, agency }: UserSummary): Promise<boolean> {
  const other = `select from hub.app_user where agency_id = $1 and id <> $2 and status = 'ACTIVE' and 'AGENCY_ADMIN' = any (roles) limit 1`;
  return roles.includes('AGENCY_ADMIN') && (await row(tx, other, [agency.id, id])) === undefined;
}
