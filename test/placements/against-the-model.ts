import fc from 'fast-check';
import { freshDatabase } from '../harness/database';
import { openPlacementsWorld } from '../harness/placements-world';
import { ago } from '@hub/features/keys/spec-keys';
import { COMMANDS, FAMILIES, UNITS, WAY, type Real } from './commands';
import type { Model } from './model';

const CLEAN = `truncate hub.placement, hub.panel_item, hub.link, hub.notice, hub.child_event, hub.household_event, hub.idempotency_key cascade`;

/** Random walks of two agencies over the same placements, on a real database: REL-7. A failure prints its seed and the shortest walk that fails. */
export async function tryPlacements(numRuns: number, seed = Date.now() % 2 ** 31): Promise<void> {
  console.info(`REL-7: ${numRuns} walks from seed ${seed}`);
  const database = await freshDatabase();
  const world = await openPlacementsWorld(database);
  try {
    const [units, families]: [string[], string[]] = [[], []];
    for (const [at, size] of UNITS.entries()) units.push(await world.addUnit(Array.from({ length: size }, (_, of) => `C${at}${of}`), { admDecidedOn: ago(12), placementOrderOn: ago(11) }));
    for (let at = 0; at < FAMILIES; at += 1) families.push(await world.addFamily(`F${at}`));
    const real: Real = { world, units, families };
    // What links hold already is held by placements themselves: that is what is tried.
    await world.sql('drop index hub.link_match; drop index hub.link_panel; drop index hub.link_pair');
    // As they were before any walk: what a walk leaves behind is put back past the door.
    await world.sql('create table public.first_child as select * from hub.child; create table public.first_unit as select * from hub.unit; create table public.first_household as select * from hub.household');
    await fc.assert(fc.asyncProperty(fc.nat(WAY.length), fc.commands(COMMANDS, { maxCommands: 8, size: 'max' }), async (begun, commands) => {
      await world.sql(`begin; set local session_replication_role = 'replica'; ${CLEAN}; ${['unit', 'child', 'household'].map((table) => `delete from hub.${table}; insert into hub.${table} select * from public.first_${table}`).join('; ')}; commit`);
      const model: Model = { units: UNITS.map((size) => Array.from({ length: size }, () => 'WAITING' as const)), families: families.map(() => 'FREE' as const), placements: [] };
      for (const step of WAY.slice(0, begun)) await step.run(model, real);
      await fc.asyncModelRun(() => ({ model, real }), commands);
    }), { numRuns, seed, endOnFailure: numRuns > 200, verbose: fc.VerbosityLevel.Verbose });
  } finally {
    await world.close();
    await database.drop();
  }
}
