import { randomUUID } from 'node:crypto';
import type { Role } from '@hub/domain/access/actor';
import { isoDate } from '@hub/domain/dates/iso-date';
import { fixedClock } from '@hub/platform/clock';
import { FallDueService } from '@hub/features/fees/fall-due.service';
import { FeeTableService } from '@hub/features/fees/fee-table.service';
import { FeesService, type ItemAnswer, type RecordRequest } from '@hub/features/fees/fees.service';
import { StatementsService } from '@hub/features/fees/statements.service';
import { addChildren, addHouseholds, childFacts, householdFacts } from '@hub/features/keys/spec-keys';
import { moveChildren, plantPlacement, type PlantedChild } from './plant-placement';
import { openWorld, type Addresses, type Town, type World } from './world';

type Child = Omit<PlantedChild, 'id'>;

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
    return { fees: new FeesService(world.uow, world.vault, clock), statements: new StatementsService(world.uow, clock), job: new FallDueService(world.uow, clock) };
  };
  return {
    ...world, hub, north, south, homes, on, table: new FeeTableService(world.uow, world.vault),
    async place(payee, ...children) {
      count += 1;
      const made = await addChildren(world, north, children.map((_, at) => childFacts(`C${count}-${at}`)));
      const [household] = await addHouseholds(world, payee, [householdFacts(`F${count}`)]);
      const reference = `PL-${String(count).padStart(6, '0')}`;
      await plantPlacement(world.sql, { reference, householdId: household?.id ?? '', children: made.map(({ id }, at) => ({ id, ...children[at] })) });
      return reference;
    },
    move: (placement, ...children) => moveChildren(world.sql, placement, children),
    async record(day, town, placement, { at = 0, ...request }) {
      const { fees } = on(day);
      const view = await fees.fee(town.as(MANAGER), placement);
      const item = view?.items[at];
      return fees.record(town.as(MANAGER), { item: item?.id ?? randomUUID(), version: item?.version ?? 0, onDate: isoDate(day), ...request });
    },
  };
}
