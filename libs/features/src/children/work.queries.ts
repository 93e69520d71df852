import { WAITING_BANDS } from '@hub/domain/children/bands';
import { rows, type Tx } from '@hub/database/tx';
import { unitCardsByIds, type UnitHit } from './unit-search.queries';

const MOST = 20;

/** Own units that name the person as their worker and still seek a family, or have not begun. */
export async function unitsOfWorker(tx: Tx, userId: string): Promise<UnitHit[]> {
  return inOrder(tx, await rows(tx, `
    select id from hub.unit where named_worker_id = $1::uuid and family_finding <> 'CLOSED' order by family_finding_since nulls last, reference limit $2`, [userId, MOST]));
}

/** Own units in the pool, the longest waiting band first. */
export async function waitingLongest(tx: Tx): Promise<UnitHit[]> {
  return inOrder(tx, await rows(tx, `
    select unit_id as id from hub.unit_card where listed and agency_id = (select hub.own_agency())
    order by array_position($1::text[], waiting_band) desc, reference limit $2`, [WAITING_BANDS, MOST]));
}

async function inOrder(tx: Tx, ids: readonly { readonly id: string }[]): Promise<UnitHit[]> {
  const cards = new Map((await unitCardsByIds(tx, ids.map(({ id }) => id))).map((card) => [card.unitId, card]));
  return ids.flatMap(({ id }) => cards.get(id) ?? []);
}
