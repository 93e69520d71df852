import type { Actor } from '@hub/domain/access/actor';
import type { NoticeKind } from '@hub/domain/audit/notices';
import { SIDES } from '@hub/domain/links/states';
import type { Tx } from '@hub/database/tx';
import { notify } from '../audit/notices.queries';
import type { PlacementRow } from './placements.queries';

type Told = Pick<PlacementRow, 'reference' | 'childAgencyId' | 'adoptersAgencyId' | 'childWorkerId' | 'adoptersWorkerId'>;

/** Tells each side's named worker but the one who acts; where a side names nobody, whoever holds the work there. */
export async function tellPlacementWorkers(tx: Tx, actor: Pick<Actor, 'userId'>, placement: Told, kind: NoticeKind): Promise<void> {
  for (const side of SIDES) {
    const [agencyId, userId, role] = side === 'CHILD' ? ([placement.childAgencyId, placement.childWorkerId, 'CHILDS_WORKER'] as const) : ([placement.adoptersAgencyId, placement.adoptersWorkerId, 'ADOPTERS_WORKER'] as const);
    if (userId === actor.userId) continue;
    await notify(tx, userId === null ? { agencyId, role } : { agencyId, userId }, { kind, subject: { type: 'PLACEMENT', reference: placement.reference } });
  }
}
