import type { Actor } from '@hub/domain/access/actor';
import type { NoticeKind } from '@hub/domain/audit/notices';
import { SIDES } from '@hub/domain/links/states';
import type { Tx } from '@hub/database/tx';
import { notify } from '../audit/notices.queries';
import type { LinkRow } from './links.queries';

/** Tells each side's named worker but the one who acts; where a side names nobody, whoever holds the work there. */
export async function tellWorkers(tx: Tx, actor: Pick<Actor, 'userId'>, link: Pick<LinkRow, 'reference' | 'childAgencyId' | 'adoptersAgencyId' | 'childWorkerId' | 'adoptersWorkerId'>, kind: NoticeKind): Promise<void> {
  for (const side of SIDES) {
    const [agencyId, userId, role] = side === 'CHILD' ? ([link.childAgencyId, link.childWorkerId, 'FAMILY_FINDER'] as const) : ([link.adoptersAgencyId, link.adoptersWorkerId, 'ADOPTERS_WORKER'] as const);
    if (userId === actor.userId) continue;
    await notify(tx, userId === null ? { agencyId, role } : { agencyId, userId }, { kind, subject: { type: 'LINK', reference: link.reference } });
  }
}
