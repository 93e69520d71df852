import fc from 'fast-check';
import { freshDatabase } from '../harness/database';
import { openLinksWorld } from '../harness/links-world';
import { COMMANDS, FAMILIES, UNITS, WAY, type Real } from './commands';
import { PER_FAMILY, PER_UNIT, type Model } from './model';

/** Random walks of two agencies over the same links, on a real database: REL-7. A failure prints its seed and the shortest walk that fails. */
export async function tryLinks(numRuns: number, seed = Date.now() % 2 ** 31): Promise<void> {
  console.info(`REL-7: ${numRuns} walks from seed ${seed}`);
  const database = await freshDatabase();
  const world = await openLinksWorld(database);
  try {
    await world.caps.set(world.managers.north, { perUnit: PER_UNIT, perHousehold: PER_FAMILY });
    await world.caps.set(world.managers.south, { perUnit: PER_UNIT, perHousehold: PER_FAMILY });
    const [units, families]: [string[], string[]] = [[], []];
    for (let i = 0; i < UNITS; i += 1) units.push(await world.addUnit(`C${i}`));
    for (let i = 0; i < FAMILIES; i += 1) families.push(await world.addFamily(`F${i}`));
    const real: Real = { world, units, families };
    await fc.assert(fc.asyncProperty(fc.nat(WAY.length), fc.commands(COMMANDS, { maxCommands: 8, size: 'max' }), async (begun, commands) => {
      await world.sql(`truncate hub.link cascade; delete from hub.disclosure_grant where stage = 'S2'; truncate hub.child_identified, hub.household_identified, hub.ruled_out, hub.notice cascade`);
      const model: Model = { links: [], grants: [] };
      for (const step of WAY.slice(0, begun)) await step.run(model, real);
      await fc.asyncModelRun(() => ({ model, real }), commands);
    }), { numRuns, seed, endOnFailure: numRuns > 200, verbose: fc.VerbosityLevel.Verbose });
  } finally {
    await world.close();
    await database.drop();
  }
}
