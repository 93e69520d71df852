import type { Role } from '@hub/domain/access/actor';
import type { NoticeKind } from '@hub/domain/audit/notices';
import type { Tx } from '@hub/database/tx';
import { notify } from '../audit/notices.queries';
import type { ItemRow } from './items.queries';
import type { PanelRow } from './panels.queries';

/** The advisers of a panel's host, unless the host itself acts. */
export async function tellHost(tx: Tx, actor: { readonly agencyId: string }, { agencyId, reference }: Pick<PanelRow, 'agencyId' | 'reference'>, kind: NoticeKind): Promise<void> {
  if (actor.agencyId === agencyId) return;
  for (const role of ['PANEL_ADVISER', 'HUB_COORDINATOR'] as const) await notify(tx, { agencyId, role }, { kind, subject: { type: 'PANEL', reference } });
}

/** These roles of the agency that decides on an item. */
export async function tellOwn(tx: Tx, { agencyId, reference }: Pick<ItemRow, 'agencyId' | 'reference'>, roles: readonly Role[], kind: NoticeKind): Promise<void> {
  for (const role of roles) await notify(tx, { agencyId, role }, { kind, subject: { type: 'PANEL_ITEM', reference } });
}

/** A place was lost with its panel: whoever brings the case there, and of a match the adopters' side too. */
export async function tellOfCancelled(tx: Tx, item: Pick<ItemRow, 'agencyId' | 'reference' | 'kind' | 'householdAgencyId'>): Promise<void> {
  await tellOwn(tx, item, [item.kind === 'MATCH' ? 'FAMILY_FINDER' : 'ADOPTERS_WORKER', 'PANEL_ADVISER'], 'PANEL_CANCELLED');
  if (item.householdAgencyId !== item.agencyId) await notify(tx, { agencyId: item.householdAgencyId, role: 'ADOPTERS_WORKER' }, { kind: 'PANEL_CANCELLED', subject: { type: 'PANEL_ITEM', reference: item.reference } });
}
