import { rows, type Tx } from '@hub/database/tx';

const FIND = {
  child: `select c.child_id as id, p.reference from hub.placement_child c join hub.placement p on p.id = c.placement_id where c.child_id = any($1::uuid[]) and c.state in ('MATCHED', 'PLACED', 'AO_APPLIED')`,
  household: 'select p.household_id as id, p.reference from hub.placement p where p.household_id = any($1::uuid[]) and p.ended_at is null',
} as const;

/** The live placement of each of these children or households of the own agency, by reference. */
export async function livePlacements(tx: Tx, of: keyof typeof FIND, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  return new Map((await rows<{ id: string; reference: string }>(tx, FIND[of], [ids])).map(({ id, reference }) => [id, reference]));
}
