import { randomUUID } from 'node:crypto';
import type { World } from './world';

/** The dates of one child of a placement. */
export interface PlantedChild {
  readonly id: string;
  readonly placedOn?: string | undefined;
  readonly adoptedOn?: string | undefined;
  readonly disruptedOn?: string | undefined;
}

export interface Planted {
  readonly reference: string;
  readonly householdId: string;
  readonly children: readonly PlantedChild[];
}

/**
 * A placement as if it had come about long ago: past the door, and past what holds a placement to its decision. What follows a
 * placement over years begins where years of it have gone before.
 */
export async function plantPlacement(sql: World['sql'], { reference, householdId, children }: Planted): Promise<void> {
  const id = randomUUID();
  await sql('set session_replication_role = replica');
  await sql(`
    insert into hub.placement (id, reference, agency_id, household_agency_id, link_id, decision_id, unit_id, household_id, unit_reference, household_reference, state, decided_on)
    select $1, $2, c.agency_id, h.agency_id, gen_random_uuid(), gen_random_uuid(), c.unit_id, h.id, u.reference, h.reference, 'PLACED', '2010-01-01'
    from hub.child c join hub.unit u on u.id = c.unit_id cross join hub.household h where c.id = $3 and h.id = $4`, [id, reference, children[0]?.id, householdId]);
  for (const [at, child] of children.entries()) {
    await sql(`insert into hub.placement_child (id, placement_id, agency_id, child_id, number, state) select $1, p.id, p.agency_id, $2, $3, 'MATCHED' from hub.placement p where p.id = $4`, [randomUUID(), child.id, at + 1, id]);
  }
  await moveChildren(sql, reference, children);
}

/** The children of a planted placement, in their order. */
export async function moveChildren(sql: World['sql'], reference: string, children: readonly Omit<PlantedChild, 'id'>[]): Promise<void> {
  await sql('set session_replication_role = replica');
  for (const [at, { placedOn, adoptedOn, disruptedOn }] of children.entries()) {
    await sql(`
      update hub.placement_child c set placed_on = $3::date, adopted_on = $4::date, ao_applied_on = $4::date, disrupted_on = $5::date,
        state = case when $4::date is not null then 'ADOPTED' when $5::date is not null then 'DISRUPTED' when $3::date is not null then 'PLACED' else 'MATCHED' end
      from hub.placement p where p.id = c.placement_id and p.reference = $1 and c.number = $2`, [reference, at + 1, placedOn ?? null, adoptedOn ?? null, disruptedOn ?? null]);
  }
  await sql('set session_replication_role = origin');
}
