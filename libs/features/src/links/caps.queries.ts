import { row, rows, type Tx } from '@hub/database/tx';

/** How many links may be open at once: of one child or group, and of one family. */
export interface LinkCaps {
  readonly perUnit: number;
  readonly perHousehold: number;
}

/** What holds for the agency: its own, else the region's. */
export async function capsOf(tx: Tx, agencyId: string): Promise<LinkCaps> {
  const found = await row<LinkCaps>(tx, 'select per_unit as "perUnit", per_household as "perHousehold" from hub.link_caps($1::uuid)', [agencyId]);
  if (!found) throw new Error('hub.link_caps answers one row.');
  return found;
}

export async function saveCaps(tx: Tx, agencyId: string, { perUnit, perHousehold }: LinkCaps): Promise<void> {
  await rows(tx, `insert into hub.link_cap (agency_id, per_unit, per_household) values ($1, $2, $3)
    on conflict (agency_id) do update set per_unit = excluded.per_unit, per_household = excluded.per_household`, [agencyId, perUnit, perHousehold]);
}
