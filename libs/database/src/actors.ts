import type { Actor, AgencyKind, Role } from '@hub/domain/access/actor';
import { rows, type Tx } from './tx';

interface ActorRow {
  id: string; display_name: string; roles: Role[]; agency_id: string; code: string; kind: AgencyKind;
}

/**
 * The person who asked for a job, as they are now: roles may have changed and the account may be closed
 * since (trust.md AZ-8). For what the system does in the name of people.
 */
export async function findActor(tx: Tx, userId: string): Promise<Actor | undefined> {
  return (await findActors(tx, [userId])).get(userId);
}

/** The same for many, by id; whose account is closed is not there. */
export async function findActors(tx: Tx, userIds: readonly string[]): Promise<ReadonlyMap<string, Actor>> {
  const found = await rows<ActorRow>(tx, `
    select u.id, u.display_name, u.roles, u.agency_id, a.code, a.kind
    from hub.app_user u join hub.agency a on a.id = u.agency_id
    where u.id = any($1::uuid[]) and u.status = 'ACTIVE'`, [userIds]);
  return new Map(found.map(({ id, agency_id: agencyId, code, kind, display_name: displayName, roles }) =>
    [id, { kind: 'user', userId: id, agencyId, agencyCode: code, agencyKind: kind, displayName, roles }]));
}
