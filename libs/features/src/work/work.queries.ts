import { row, type Tx } from '@hub/database/tx';

/** Own units in the pool that no finished run has looked at. */
export async function countWithoutShortlist(tx: Tx): Promise<number> {
  const counted = await row<{ count: number }>(tx, `
    select count(*)::int as count from hub.unit_card k
    where k.listed and k.agency_id = (select hub.own_agency())
      and not exists (
        select from hub.matching_result m join hub.matching_run r on r.id = m.run_id and r.status = 'DONE'
        where m.subject_type = 'UNIT' and m.subject_id = k.unit_id)`);
  return counted?.count ?? 0;
}
