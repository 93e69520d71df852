import fc from 'fast-check';
import { freshDatabase } from '../harness/database';
import { openMeetingsWorld } from '../harness/meetings-world';
import { COMMANDS, FAMILIES, UNITS, WAY, type Real } from './commands';
import { PER_FAMILY, PER_UNIT, type Model } from './model';

/** Random walks over meetings and the links that they set going, on a real database: REL-7. A failure prints its seed and the shortest walk that fails. */
export async function tryMeetings(numRuns: number, seed = Date.now() % 2 ** 31): Promise<void> {
  console.info(`REL-7, meetings: ${numRuns} walks from seed ${seed}`);
  const database = await freshDatabase();
  const world = await openMeetingsWorld(database);
  try {
    for (const manager of [world.managers.north, world.managers.south]) await world.caps.set(manager, { perUnit: PER_UNIT, perHousehold: PER_FAMILY });
    const [units, families]: [string[], string[]] = [[], []];
    for (let i = 0; i < UNITS; i += 1) units.push(await world.addUnit(`C${i}`));
    for (let i = 0; i < FAMILIES; i += 1) families.push(await world.addFamily(`F${i}`));
    await fc.assert(fc.asyncProperty(fc.nat(WAY.length), fc.commands(COMMANDS, { maxCommands: 8, size: 'max' }), async (begun, commands) => {
      await world.sql('delete from hub.ruled_out');
      await world.sql('truncate hub.link, hub.meeting_agency, hub.meeting_person, hub.meeting_item, hub.meeting_unit, hub.meeting_pair, hub.meeting_absence, hub.meeting_action, hub.meeting_event, hub.notice cascade');
      await world.sql('delete from hub.meeting');
      const [model, real]: [Model, Real] = [{ meetings: [], links: [] }, { world, units, families, meetings: [] }];
      for (const step of WAY.slice(0, begun)) await step.run(model, real);
      await fc.asyncModelRun(() => ({ model, real }), commands);
    }), { numRuns, seed, endOnFailure: numRuns > 200, verbose: fc.VerbosityLevel.Verbose });
  } finally {
    await world.close();
    await database.drop();
  }
}
