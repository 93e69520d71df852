import type { Actor, Role } from '@hub/domain/access/actor';
import type { NoticeKind } from '@hub/domain/audit/notices';
import { SIDES, type Side } from '@hub/domain/links/states';
import type { Tx } from '@hub/database/tx';
import { notify } from '../audit/notices.queries';
import type { LinkRow } from './links.queries';

const HOLDS = { CHILD: 'FAMILY_FINDER', ADOPTERS: 'ADOPTERS_WORKER' } as const;

type Sides = Pick<LinkRow, 'childAgencyId' | 'adoptersAgencyId' | 'childWorkerId' | 'adoptersWorkerId'>;

/** Tells each side's named worker but the one who acts; where a side names nobody, whoever holds the work there. */
export async function tellSides(tx: Tx, actor: Pick<Actor, 'userId'>, sides: Sides, holds: Readonly<Record<Side, Role>>, notice: Parameters<typeof notify>[2]): Promise<void> {
  for (const side of SIDES) {
    const [agencyId, userId] = side === 'CHILD' ? [sides.childAgencyId, sides.childWorkerId] : [sides.adoptersAgencyId, sides.adoptersWorkerId];
    if (userId === actor.userId) continue;
    await notify(tx, userId === null ? { agencyId, role: holds[side] } : { agencyId, userId }, notice);
  }
}

export function tellWorkers(tx: Tx, actor: Pick<Actor, 'userId'>, link: Sides & Pick<LinkRow, 'reference'>, kind: NoticeKind): Promise<void> {
  return tellSides(tx, actor, link, HOLDS, { kind, subject: { type: 'LINK', reference: link.reference } });
}

/** Of a link that was with nobody: whoever holds the work there reads who has taken it on, and that they need not. */
export function tellColleagues(tx: Tx, actor: Pick<Actor, 'userId' | 'agencyId'>, { reference }: Pick<LinkRow, 'reference'>, side: Side): Promise<void> {
  return notify(tx, { agencyId: actor.agencyId, role: HOLDS[side] }, { kind: 'LINK_TAKEN_ON', subject: { type: 'LINK', reference }, actor });
}
