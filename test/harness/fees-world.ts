import { randomUUID } from 'node:crypto';
import type { Role } from '@hub/domain/access/actor';
import { isoDate } from '@hub/domain/dates/iso-date';
import { fixedClock } from '@hub/platform/clock';
import { FallDueService } from '@hub/features/fees/fall-due.service';
import { FeeTableService } from '@hub/features/fees/fee-table.service';
import { FeesService, type ItemAnswer, type RecordRequest } from '@hub/features/fees/fees.service';
import { StatementsService } from '@hub/features/fees/statements.service';
import { addChildren, addHouseholds, childFacts, householdFacts } from '@hub/features/keys/spec-keys';
import { openWorld, type Addresses, type Town, type World } from './world';

export interface Child {
  readonly placedOn?: string;
  readonly adoptedOn?: string;
  readonly disruptedOn?: string;
}

export interface FeesWorld extends World {
  readonly hub: Town;
  readonly north: Town;
  readonly south: Town;
  readonly homes: Town;
  readonly table: FeeTableService;
  /** As on that day. */
  on(day: string): { readonly fees: FeesService; readonly statements: StatementsService; readonly job: FallDueService };
  /** A placement of a child of NMB with a family of the other agency, as if it had come about long ago; its reference. */
  place(payee: Town, ...children: Child[]): Promise<string>;
  /** Of the children of a placement, in their order. */
  move(placement: string, ...children: Child[]): Promise<void>;
  record(day: string, town: Town, placement: string, request: Pick<RecordRequest, 'event'> & Partial<RecordRequest> & { readonly at?: number }): Promise<ItemAnswer>;
}

export const MANAGER: Role = 'APPROVING_MANAGER';

/** Two councils and a voluntary agency of one region, and the services of fees on any day. */
export async function openFeesWorld(addresses: Addresses): Promise<FeesWorld> {
  const world = await openWorld(addresses);
  const hub = await world.town('HUB', 'HUB');
  const [north, south, homes] = [await world.town('NMB'), await world.town('SVC'), await world.town('HOM', 'VOLUNTARY')];
  let count = 0;
  const on: FeesWorld['on'] = (day) => {
    const clock = fixedClock(`${day}T10:00:00Z`);
    return { fees: new FeesService(world.uow, world.vault, clock), statements: new StatementsService(world.uow), job: new FallDueService(world.uow, clock) };
  };
  const move: FeesWorld['move'] = async (placement, ...children) => {
    await asPlanted(world, async () => {
      for (const [at, { placedOn, adoptedOn, disruptedOn }] of children.entries()) {
        await world.sql(`update hub.placement_child c set placed_on = $3::date, adopted_on = $4::date, disrupted_on = $5::date, ao_applied_on = $4::date,
          state = case when $4::date is not null then 'ADOPTED' when $5::date is not null then 'DISRUPTED' when $3::date is not null then 'PLACED' else 'MATCHED' end
          from hub.placement p where p.id = c.placement_id and p.reference = $1 and c.number = $2`, [placement, at + 1, placedOn ?? null, adoptedOn ?? null, disruptedOn ?? null]);
      }
    });
  };
  return {
    ...world, hub, north, south, homes, on, move, table: new FeeTableService(world.uow),
    async place(payee, ...children) {
      count += 1;
      const made = await addChildren(world, north, children.map((_, at) => childFacts(`C${count}-${at}`)));
      const [household] = await addHouseholds(world, payee, [householdFacts(`F${count}`)]);
      const [id, reference] = [randomUUID(), `PL-${String(count).padStart(6, '0')}`];
      await asPlanted(world, async () => {
        await world.sql(`insert into hub.placement (id, reference, agency_id, household_agency_id, link_id, decision_id, unit_id, household_id, unit_reference, household_reference, state, decided_on)
          select $1, $2, $3, $4, gen_random_uuid(), gen_random_uuid(), c.unit_id, $5, u.reference, h.reference, 'PLACED', '2010-01-01' from hub.child c join hub.unit u on u.id = c.unit_id cross join hub.household h where c.id = $6 and h.id = $5`,
        [id, reference, north.id, payee.id, household?.id, made[0]?.id]);
        for (const [at, child] of made.entries()) {
          await world.sql(`insert into hub.placement_child (id, placement_id, agency_id, child_id, number, state) values ($1, $2, $3, $4, $5, 'MATCHED')`, [randomUUID(), id, north.id, child.id, at + 1]);
        }
      });
      await move(reference, ...children);
      return reference;
    },
    async record(day, town, placement, { at = 0, ...request }) {
      const { fees } = on(day);
      const view = await fees.fee(town.as(MANAGER), placement);
      const item = view?.items[at];
      return fees.record(town.as(MANAGER), { item: item?.id ?? randomUUID(), version: item?.version ?? 0, onDate: isoDate(day), ...request });
    },
  };
}

/** Past the door and past what holds a placement to its decision: fees begin where years of placements have gone before. */
async function asPlanted(world: World, work: () => Promise<void>): Promise<void> {
  await world.sql(`set session_replication_role = replica`);
  await work();
  await world.sql(`set session_replication_role = origin`);
}
