import type { Role } from '@hub/domain/access/actor';
import type { NoticeKind } from '@hub/domain/audit/notices';
import type { Tx } from '@hub/database/tx';
import { notify } from '../audit/notices.queries';
import type { PersonRow } from './meeting-parts.queries';

/** Who names an agency's people and prepares its cases. */
const TOLD: readonly Role[] = ['FAMILY_FINDER', 'ADOPTERS_WORKER', 'APPROVING_MANAGER'];

/** Tells those roles of each of these agencies. */
export async function tellInvited(tx: Tx, agencyIds: readonly string[], kind: NoticeKind, meeting: string): Promise<void> {
  for (const agencyId of agencyIds) for (const role of TOLD) await notify(tx, { agencyId, role }, { kind, subject: { type: 'MEETING', reference: meeting } });
}

export async function tellPersons(tx: Tx, persons: readonly Pick<PersonRow, 'userId' | 'agencyId'>[], kind: NoticeKind, meeting: string): Promise<void> {
  for (const { userId, agencyId } of persons) await notify(tx, { agencyId, userId }, { kind, subject: { type: 'MEETING', reference: meeting } });
}
