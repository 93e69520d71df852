import { affected, rows, type Tx } from '@hub/database/tx';
import type { Person } from './users.queries';

/** A browser that is signed in. */
export interface SessionSummary {
  readonly id: string;
  /** Browser and system; null where the browser did not say. */
  readonly device: string | null;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
}

export interface ApiTokenSummary {
  readonly id: string;
  readonly label: string;
  readonly owner: Person;
  readonly createdAt: Date;
  /** To half a minute; null while it was never used. */
  readonly lastUsedAt: Date | null;
  readonly expiresAt: Date;
}

const MOST = 200;
const LIVE = 's.ended_at is null and s.expires_at > now()';

/** As long as `hub.session_actor` lets them act. */
export function listSessions(tx: Tx, userId: string): Promise<SessionSummary[]> {
  return rows(tx, `
    select s.id, s.device, s.created_at as "createdAt", s.last_seen_at as "lastSeenAt"
    from hub.session s where s.user_id = $1 and s.kind = 'WEB' and ${LIVE} and s.last_seen_at > now() - interval '30 minutes'
    order by s.last_seen_at desc, s.id limit ${MOST}`, [userId]);
}

/** How many ended: none for another's, an unknown or an ended session. */
export function endSession(tx: Tx, userId: string, id: string): Promise<number> {
  return affected(tx, `update hub.session s set ended_at = now() where s.id = $2 and s.user_id = $1 and s.kind = 'WEB' and ${LIVE}`, [userId, id]);
}

/** How many browsers were signed out. `except` stays; null spares none. */
export function endSessions(tx: Tx, userId: string, except: string | null): Promise<number> {
  return affected(tx, `update hub.session s set ended_at = now() where s.user_id = $1 and s.id is distinct from $2::uuid and s.kind = 'WEB' and ${LIVE}`, [userId, except]);
}

/** The live tokens of one user, or of a whole agency. */
export async function listApiTokens(tx: Tx, { agencyId, userId }: { agencyId: string; userId?: string }): Promise<ApiTokenSummary[]> {
  const found = await rows<Omit<ApiTokenSummary, 'owner'> & { ownerId: string; ownerName: string }>(tx, `
    select s.id, s.label, s.created_at as "createdAt", nullif(s.last_seen_at, s.created_at) as "lastUsedAt", s.expires_at as "expiresAt",
      u.id as "ownerId", u.display_name as "ownerName"
    from hub.session s join hub.app_user u on u.id = s.user_id and u.status = 'ACTIVE'
    where s.agency_id = $1 and ($2::uuid is null or s.user_id = $2) and s.kind = 'API' and ${LIVE}
    order by lower(u.display_name), s.created_at desc, s.id limit ${MOST}`, [agencyId, userId ?? null]);
  return found.map(({ ownerId, ownerName, ...token }) => ({ ...token, owner: { id: ownerId, displayName: ownerName } }));
}

export async function insertApiToken(tx: Tx, token: { userId: string; agencyId: string; label: string; tokenHash: string; expiresAt: Date }): Promise<void> {
  await rows(tx, `insert into hub.session (user_id, agency_id, kind, label, token_hash, expires_at) values ($1, $2, 'API', $3, $4, $5)`,
    [token.userId, token.agencyId, token.label, token.tokenHash, token.expiresAt]);
}

/** How many were revoked; row-level security leaves those of one's own, and of one's agency where the action is to manage users. */
export function revokeApiToken(tx: Tx, agencyId: string, id: string): Promise<number> {
  return affected(tx, `update hub.session s set ended_at = now() where s.id = $2 and s.agency_id = $1 and s.kind = 'API' and ${LIVE}`, [agencyId, id]);
}
