import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { FileKeyStore } from '@hub/database/crypto/file-key-store';
import { Vault } from '@hub/database/crypto/vault';
import type { HouseholdFacts } from '@hub/domain/adopters/facts';
import type { ChildFacts } from '@hub/domain/children/facts';
import { addMonths } from '@hub/domain/dates/day-count';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import { applyHouseholds } from '@hub/features/adopters/apply-households.queries';
import { applyChildren } from '@hub/features/children/apply-children.queries';
import { openWorld, type Town, type World } from '@hub/features/children/spec-world';
import { CompareThread } from '@hub/features/matching/compare-thread';
import { MatchingService } from '@hub/features/matching/matching.service';
import { systemClock } from '@hub/platform/clock';
import { closeTable } from '../harness/closed-table';
import { freshDatabase, type TestDatabase } from '../harness/database';
import { startHub, type RunningHub } from '../harness/hub-process';
import { backends, startRedis, type TestRedis } from '../harness/redis';

const UNITS = 240;
const HOUSEHOLDS = 240;
const RANDOM_KILLS = Number(process.env.HUB_TEST_KILLS ?? 4);

const today = isoDate(systemClock.today());
const ago = (months: number): IsoDate => addMonths(today, -months);
const LEVELS = [0, 1, 2, 3] as const;
const of = <T>(choices: readonly T[], at: number): T => choices[at % choices.length] as T;

const child = (at: number): ChildFacts => ({
  externalId: `C${at}`, firstName: 'Canary', lastName: 'Sparrow', dateOfBirth: ago(12 + (at % 80)), sex: of(['F', 'M'] as const, at), ethnicity: 'WBRI', enteredCareOn: ago(10),
  admDecidedOn: ago(8), placementOrderOn: ago(6), needs: { attachment: of(LEVELS, at), neglectOrAbuse: of(LEVELS, at * 3) }, contact: 1, heritage: ['WBRI'], familyFinding: 'ACTIVE',
});

const household = (at: number): HouseholdFacts => ({
  familyExternalId: `F${at}`, enquiryOn: ago(20), roiOn: ago(18), stage1StartedOn: ago(17), stage1EndedOn: ago(14), stage2StartedOn: ago(13), approvedOn: ago(4), availability: 'AVAILABLE',
  shareConsent: true, shareConsentOn: ago(4), maxChildren: 1 + (at % 3), ageMinMonths: 0, ageMaxMonths: 60 + (at % 100), sexPreference: 'any', accepts: { attachment: of(LEVELS, at + 1), neglectOrAbuse: 2 },
  contact: 2, heritage: ['WBRI'], adults: [{ externalId: `A${at}`, gender: 'F', ethnicity: 'WBRI' }],
});

describe.each(backends())('kill -9 of the worker in the middle of a run, on %s', (kind) => {
  let database: TestDatabase;
  let redis: TestRedis | undefined;
  let hub: RunningHub;
  let world: World;
  let council: Town;
  let matching: MatchingService;
  let undisturbed: Awaited<ReturnType<typeof stored>>;

  beforeAll(async () => {
    database = await freshDatabase();
    redis = kind === 'redis' ? await startRedis() : undefined;
    hub = await startHub({ database, redisUrl: redis?.url, api: false });
    world = await openWorld(database);
    const vault = new Vault(FileKeyStore.open(join(hub.dataDir, 'keys.json')));
    matching = new MatchingService(world.uow, vault, systemClock, new CompareThread());
    council = await world.town('NMB');
    const finder = council.as('FAMILY_FINDER');
    // The worker looks whether who asked still may.
    await world.sql('update hub.app_user set roles = $1 where id = $2', [finder.roles, finder.userId]);
    await world.run(finder, 'imports.apply', async (tx) => {
      await applyChildren(tx, vault, finder, Array.from({ length: UNITS }, (_, at) => child(at)), today);
      await applyHouseholds(tx, vault, finder, Array.from({ length: HOUSEHOLDS }, (_, at) => household(at)), today);
    });
    undisturbed = await stored(await finished(await start()));
  });

  afterAll(async () => {
    await hub.stop();
    await world.close();
    await database.drop();
    await redis?.stop();
  });

  const start = async () => (await matching.start(council.as('FAMILY_FINDER'), 'REGION', null)).id;
  const look = async (id: string) => {
    const [run] = await world.sql<{ status: string; attempt: number; data_hash: string; units: number; households: number }>('select status, attempt, data_hash, units, households from hub.matching_run where id = $1', [id]);
    if (!run) throw new Error('The run is not there.');
    return run;
  };

  async function finished(id: string): Promise<string> {
    for (const until = Date.now() + 40_000; Date.now() < until; await pause(20)) if (!['QUEUED', 'RUNNING'].includes((await look(id)).status)) return id;
    throw new Error(`The run did not finish: ${JSON.stringify(await look(id))}`);
  }

  /** Everything that a run left: the same facts must leave the same, however often it was begun. */
  async function stored(id: string) {
    const { status, data_hash, units, households } = await look(id);
    const results = await world.sql<{ evidence: Buffer }>('select subject_type, subject_id, eligible, conditional, blocked, ruled_out, priority, evidence from hub.matching_result where run_id = $1 order by 1, 2', [id]);
    const done = await world.sql(`select id from audit.event where row_id = $1 and table_name like '%matching_run' and after ->> 'status' = 'DONE' and before ->> 'status' <> 'DONE'`, [id]);
    return { status, data_hash, units, households, timesDone: done.length, results: results.length, digest: createHash('sha256').update(JSON.stringify(results)).digest('hex') };
  }

  test('an undisturbed run stores a result for every unit and household', () => {
    expect(undisturbed).toMatchObject({ status: 'DONE', units: UNITS, households: HOUSEHOLDS, timesDone: 1 });
    expect(undisturbed.results).toBeGreaterThanOrEqual(UNITS);
  });

  test.each([['while it reads', 'hub.child_profile'], ['while it stores', 'hub.matching_offers']])('%s: the run finishes once, with one result', async (_, table) => {
    const { untilWaiting, open } = await closeTable(database, table);
    const id = await start();
    try {
      await untilWaiting();
      expect((await look(id)).status).not.toBe('DONE');
      await hub.killWorker('SIGKILL');
    } finally {
      await open();
    }
    await hub.startWorker();
    await finished(id);
    expect(await stored(id)).toEqual(undisturbed);
  });

  // trust.md REL-1 asks for random moments as well; HUB_TEST_KILLS=20 tries as many as it names.
  test(`at ${RANDOM_KILLS} moments drawn at random: each run finishes once, with one result`, async () => {
    for (let round = 0; round < RANDOM_KILLS; round++) {
      const id = await start();
      const moment = Math.random() * 150;
      await pause(moment);
      await hub.killWorker('SIGKILL');
      await hub.startWorker();
      await finished(id);
      expect({ moment, ...(await stored(id)) }).toEqual({ moment, ...undisturbed });
    }
  }, 20_000 * RANDOM_KILLS);

  test('SIGTERM lets it finish what is in hand, and exit with 0 within 15 seconds', async () => {
    const id = await start();
    const began = Date.now();
    expect(await hub.killWorker('SIGTERM')).toBe(0);
    expect(Date.now() - began).toBeLessThan(15_000);
    await hub.startWorker();
    await finished(id);
    expect(await stored(id)).toEqual(undisturbed);
  });
});
