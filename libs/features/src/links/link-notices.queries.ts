import type { Actor } from '@hub/domain/access/actor';
import type { NoticeKind } from '@hub/domain/audit/notices';
import { SIDES, type Side } from '@hub/domain/links/states';
import type { Tx } from '@hub/database/tx';
import { notify } from '../audit/notices.queries';
import type { LinkRow } from './links.queries';

const HOLDS = { CHILD: 'FAMILY_FINDER', ADOPTERS: 'ADOPTERS_WORKER' } as const;

/** Tells each side's named worker but the one who acts; where a side names nobody, whoever holds the work there. */
export async function tellWorkers(tx: Tx, actor: Pick<Actor, 'userId'>, link: Pick<LinkRow, 'reference' | 'childAgencyId' | 'adoptersAgencyId' | 'childWorkerId' | 'adoptersWorkerId'>, kind: NoticeKind): Promise<void> {
  for (const side of SIDES) {
    const [agencyId, userId] = side === 'CHILD' ? [link.childAgencyId, link.childWorkerId] : [link.adoptersAgencyId, link.adoptersWorkerId];
    if (userId === actor.userId) continue;
    await notify(tx, userId === null ? { agencyId, role: HOLDS[side] } : { agencyId, userId }, { kind, subject: { type: 'LINK', reference: link.reference } });
  }
}

/** Of a link that was with nobody: whoever holds the work there reads who has taken it on, and that they need not. */
export function tellColleagues(tx: Tx, actor: Pick<Actor, 'userId' | 'agencyId'>, { reference }: Pick<LinkRow, 'reference'>, side: Side): Promise<void> {
  return notify(tx, { agencyId: actor.agencyId, role: HOLDS[side] }, { kind: 'LINK_TAKEN_ON', subject: { type: 'LINK', reference }, actor });
}
