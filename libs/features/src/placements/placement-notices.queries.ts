import type { Actor } from '@hub/domain/access/actor';
import type { NoticeKind } from '@hub/domain/audit/notices';
import type { Tx } from '@hub/database/tx';
import { tellSides } from '../links/link-notices.queries';
import type { PlacementRow } from './placements.queries';

type Told = Pick<PlacementRow, 'reference' | 'childAgencyId' | 'adoptersAgencyId' | 'childWorkerId' | 'adoptersWorkerId'>;

export function tellPlacementWorkers(tx: Tx, actor: Pick<Actor, 'userId'>, placement: Told, kind: NoticeKind): Promise<void> {
  return tellSides(tx, actor, placement, { CHILD: 'CHILDS_WORKER', ADOPTERS: 'ADOPTERS_WORKER' }, { kind, subject: { type: 'PLACEMENT', reference: placement.reference } });
}
