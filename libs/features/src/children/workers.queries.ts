import { affected, row, type Tx } from '@hub/database/tx';

export type WorkedTable = 'hub.unit' | 'hub.child' | 'hub.household';

/** Is this somebody of the own agency who can take work on? */
export async function isColleague(tx: Tx, userId: string): Promise<boolean> {
  return (await row(tx, `select 1 from hub.app_user where id = $1::uuid and status <> 'DISABLED' and agency_id = hub.own_agency()`, [userId])) !== undefined;
}

/** Names the worker of the own agency's row with that reference; false where there is none. */
export async function assignWorker(tx: Tx, table: WorkedTable, reference: string, userId: string): Promise<boolean> {
  return (await affected(tx, `update ${table} set named_worker_id = $2::uuid, version = version + 1 where reference = $1`, [reference, userId])) > 0;
}
