import fc from 'fast-check';
import { freshDatabase } from '../harness/database';
import { openSnapshots } from '../harness/snapshots';
import { read, readable } from './held';
import { CAP, type Model } from './model';
import { FAMILIES, openReal, UNITS, type Real } from './real';
import { COMMANDS, WAY } from './walks';

const atFirst = (): Model => ({
  isAgreed: true, links: [], grants: [], placements: [],
  units: UNITS.map((size) => ({ children: Array.from({ length: size }, () => 'WAITING' as const), search: 'ACTIVE' as const, isReleased: true })),
  families: Array.from({ length: FAMILIES }, () => ({ state: 'FREE' as const, isOffered: true, hasConsent: true, isReleased: true })),
});

/** Random walks of two agencies over the same children and families, from links to orders, on a real database: REL-7. A failure prints its seed and the shortest walk that fails. */
export async function tryLinksToOrders(numRuns: number, seed = Date.now() % 2 ** 31): Promise<void> {
  console.info(`REL-7: ${numRuns} walks from seed ${seed}`);
  const database = await freshDatabase();
  const real = await openReal(database);
  try {
    for (const town of ['north', 'south'] as const) await real.world.caps.set(real.world.managers[town], { perUnit: CAP, perHousehold: CAP });
    const snapshots = await openSnapshots(real.world);
    const [model, models]: [Model, Model[]] = [atFirst(), []];
    for (const [at, step] of [null, ...WAY].entries()) {
      await step?.run(model, real);
      models.push(structuredClone(model));
      await snapshots.take(at);
    }
    await fc.assert(fc.asyncProperty(fc.nat(WAY.length), fc.commands(COMMANDS, { maxCommands: 12, size: 'max' }), async (begun, commands) => {
      await snapshots.restore(begun);
      const walked = structuredClone(models[begun] ?? atFirst());
      await fc.asyncModelRun(() => ({ model: walked, real }), commands);
      expect(await read(real, walked)).toEqual(readable(walked));
    }), { numRuns, seed, endOnFailure: numRuns > 200, verbose: fc.VerbosityLevel.Verbose });
    await everyLookIsKept(real);
  } finally {
    await real.world.close();
    await database.drop();
  }
}

/** I5: of whatever was shown beyond a profile a row of the log says so, and of nothing else. */
async function everyLookIsKept({ world, shown }: Real): Promise<void> {
  const [kept] = await world.sql<{ names: number; reports: number }>(`
    select count(*) filter (where action = 'disclosure.view' and stage = 'S2')::int as names, count(*) filter (where action = 'documents.readGiven' and subject_type = 'UNIT')::int as reports from audit.access where outcome = 'ALLOWED'`);
  expect(kept).toEqual(shown);
}
