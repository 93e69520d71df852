import type { Actor, AgencyKind, Role } from '@hub/domain/access/actor';
import { row, type Tx } from './tx';

interface ActorRow {
  id: string; display_name: string; roles: Role[]; agency_id: string; code: string; kind: AgencyKind;
}

/**
 * The person who asked for a job, as they are now: roles may have changed and the account may be closed
 * since (trust.md AZ-8). For `matching.execute` and `imports.execute`.
 */
export async function findActor(tx: Tx, userId: string): Promise<Actor | undefined> {
  const found = await row<ActorRow>(tx, `
    select u.id, u.display_name, u.roles, u.agency_id, a.code, a.kind
    from hub.app_user u join hub.agency a on a.id = u.agency_id
    where u.id = $1 and u.status = 'ACTIVE'`, [userId]);
  return found && {
    kind: 'user', userId: found.id, agencyId: found.agency_id, agencyCode: found.code, agencyKind: found.kind,
    displayName: found.display_name, roles: found.roles,
  };
}
