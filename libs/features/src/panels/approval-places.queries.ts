import type { IsoDate } from '@hub/domain/dates/iso-date';
import { rows, type Tx } from '@hub/database/tx';

/** The days of the panels at which these households of the own agency hold a place for their approval, by household. */
export async function approvalPlaces(tx: Tx, householdIds: readonly string[]): Promise<ReadonlyMap<string, IsoDate>> {
  if (householdIds.length === 0) return new Map();
  const found = await rows<{ id: string; day: IsoDate }>(tx, `
    select i.household_id as id, p.meets_on as day from hub.panel_item i join hub.panel p on p.id = i.panel_id
    where i.kind = 'APPROVAL' and i.status in ('PROVISIONAL', 'CONFIRMED') and i.household_id = any($1::uuid[])`, [householdIds]);
  return new Map(found.map(({ id, day }) => [id, day]));
}
