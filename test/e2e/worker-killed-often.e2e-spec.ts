import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { FileKeyStore } from '@hub/database/crypto/file-key-store';
import { Vault } from '@hub/database/crypto/vault';
import { LIST_10 } from '@hub/domain/interchange/annex-a';
import { applyChildren } from '@hub/features/children/apply-children.queries';
import { openWorld, type Town, type World } from '@hub/features/children/spec-world';
import { ImportExecutor } from '@hub/features/interchange/import-executor';
import { ImportsService } from '@hub/features/interchange/imports.service';
import { FileReader } from '@hub/features/interchange/reading/file-reader';
import { SealedImports } from '@hub/features/interchange/sealed-imports';
import { CompareThread } from '@hub/features/matching/compare-thread';
import { MatchingService } from '@hub/features/matching/matching.service';
import { CHILD, TODAY } from '@hub/features/matching/spec-matching';
import { systemClock } from '@hub/platform/clock';
import { closeTable } from '../harness/closed-table';
import { freshDatabase, type TestDatabase } from '../harness/database';
import { emptyQueue } from '../harness/empty-queue';
import { startHub, type RunningHub } from '../harness/hub-process';
import { ownBackends, startOwnRedis, type OwnRedis } from '../harness/redis';
import { tableSheet, workbook } from '../samples/workbook';

/** How often a job may lose its worker here; once more, and BullMQ gives it up without a word to anybody. */
const MAX_STALLED = 1;

/** Longer than a busy machine keeps a living worker from renewing its lock: that would count as a death of its own. */
const LOCK_MS = 6000;

const ROW = {
  'Child Unique ID': 2, Gender: 'b) Female', Ethnicity: 'a) WBRI', 'Date of Birth': '01/05/2023', 'Does the Child have a Disability': 'b) No',
  'Date the Child Entered Care': '01/02/2024', 'Date of Decision that Child Should be Placed for Adoption': '01/09/2024',
};

describe.each(ownBackends())('a worker that dies in the middle of a job, on %s', (kind) => {
  let database: TestDatabase;
  let redis: OwnRedis | undefined;
  let hub: RunningHub;
  let world: World;
  let council: Town;
  let matching: MatchingService;
  let imports: ImportsService;

  beforeAll(async () => {
    database = await freshDatabase();
    redis = kind === 'redis' ? await startOwnRedis() : undefined;
    hub = await startHub({ database, redisUrl: redis?.url, api: false, environment: { HUB_QUEUE_MAX_STALLED: String(MAX_STALLED), HUB_QUEUE_LOCK_MS: String(LOCK_MS) } });
    world = await openWorld(database);
    const vault = new Vault(FileKeyStore.open(join(hub.dataDir, 'keys.json')));
    const sealed = new SealedImports(vault);
    matching = new MatchingService(world.uow, vault, systemClock, new CompareThread());
    imports = new ImportsService(world.uow, sealed, new ImportExecutor(world.uow, vault, sealed, new FileReader(), systemClock));
    council = await world.town('NMB');
    await world.sql(`update hub.app_user set roles = '{FAMILY_FINDER}'`);
    await world.run(finder(), 'imports.apply', (tx) => applyChildren(tx, vault, finder(), [CHILD], TODAY));
  });

  afterAll(async () => {
    await hub.stop();
    await world.close();
    await database.drop();
    await redis?.stop();
  });

  const finder = () => council.as('FAMILY_FINDER');
  const runIn = async (reference: string) => (await world.sql<{ status: string; code: string | null; attempt: number }>('select status, error_code as code, attempt from hub.matching_run where reference = $1', [reference]))[0];
  const importIn = async (reference: string) => (await world.sql<{ status: string; code: string | null }>('select status, error_code as code from hub.import_batch where reference = $1', [reference]))[0];

  async function until<T extends { status: string }>(look: () => Promise<T | undefined>, ...statuses: string[]): Promise<T | undefined> {
    for (const late = Date.now() + 40_000; Date.now() < late; await pause(50)) if (statuses.includes((await look())?.status ?? '')) return look();
    throw new Error(`It did not end: ${JSON.stringify(await look())}`);
  }

  /** The row goes just after what was asked for has ended. */
  async function forgotten(): Promise<void> {
    for (const late = Date.now() + 5000; Date.now() < late; await pause(50)) if ((await world.sql('select id from hub.outbox')).length === 0) return;
    throw new Error('The outbox keeps a job that has ended.');
  }

  /** Lets the worker begin, stop at a closed table and die there, as often as it takes. */
  async function dyingAt(table: string, ask: () => Promise<string>, watched: (reference: string) => Promise<unknown>): Promise<unknown> {
    const { untilWaiting, open } = await closeTable(database, table);
    try {
      const reference = await ask();
      for (let death = 1; death <= MAX_STALLED + 1; death += 1) {
        await untilWaiting(death).catch(() => { throw new Error(`No worker came to ${table} before death ${death}:\n${hub.said}`); });
        await hub.killWorker('SIGKILL');
        await hub.startWorker();
      }
      return await watched(reference);
    } finally {
      await open();
    }
  }

  test('more often than a job may lose its worker: the run ends as failed with that reason, and can be started again', async () => {
    const ask = async () => (await matching.start(finder(), 'REGION', null)).reference;
    const ended = await dyingAt('hub.child_profile', ask, (reference) => until(() => runIn(reference), 'FAILED', 'DONE'));
    expect(ended).toEqual({ status: 'FAILED', code: 'WORKER_LOST', attempt: MAX_STALLED + 1 });
    await forgotten();
    const again = await ask();
    expect(await until(() => runIn(again), 'FAILED', 'DONE')).toMatchObject({ status: 'DONE' });
  }, 90_000);

  test('more often than a job may lose its worker: the import ends as failed with that reason, and can be handed in again', async () => {
    const bytes = workbook([tableSheet('List 10', LIST_10.columns.map(({ heading }) => heading), [ROW])]);
    const ask = async () => (await imports.start(finder(), { kind: 'ANNEX_A', fileName: 'list.xlsx', bytes })).reference;
    // A table that neither the access log of the asking nor the bars on imports look into.
    const ended = await dyingAt('hub.child_profile', ask, (reference) => until(() => importIn(reference), 'FAILED', 'CHECKED'));
    expect(ended).toEqual({ status: 'FAILED', code: 'WORKER_LOST' });
    const again = await ask();
    expect(await until(() => importIn(again), 'FAILED', 'CHECKED')).toMatchObject({ status: 'CHECKED' });
  }, 90_000);

  test('while the queue forgets everything: the run is done once all the same', async () => {
    const { untilWaiting, open } = await closeTable(database, 'hub.child_profile');
    const { reference, id } = await matching.start(finder(), 'REGION', null);
    await untilWaiting();
    await hub.killWorker('SIGKILL');
    await emptyQueue(database, redis);
    await open();
    await hub.startWorker();
    expect(await until(() => runIn(reference), 'FAILED', 'DONE')).toMatchObject({ status: 'DONE', attempt: 2 });
    expect(await world.sql('select count(*)::int as n from hub.matching_result where run_id = $1', [id])).toEqual([{ n: 1 }]);
  }, 60_000);
});
