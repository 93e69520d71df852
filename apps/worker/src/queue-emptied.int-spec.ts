import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '@hub/database/data-source';
import { rows } from '@hub/database/tx';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { SYSTEM_ACTOR } from '@hub/domain/access/actor';
import { Logger } from '@hub/platform/logger';
import { connectBroker, type Broker, type BrokerQueue, type BrokerWorker } from '@hub/queue/backend';
import { QUEUES, type QueueName } from '@hub/queue/define-job';
import { enqueue, JOBS, runMatching } from '@hub/queue/jobs';
import { BATCH, Outbox } from '@hub/queue/outbox';
import { checkProcessors, JobRunner } from '@hub/queue/run-jobs';
import { Client } from 'pg';
import { freshDatabase, type TestDatabase } from '../../../test/harness/database';
import { emptyQueue } from '../../../test/harness/empty-queue';
import { ownBackends, queuePrefix, startOwnRedis, type OwnRedis } from '../../../test/harness/redis';
import { OutboxRelay } from './outbox-relay';

const quiet = new Logger('none', 'test');
const runId = (at: number) => `0b9c2d0e-6a52-4c0f-8a53-${String(at).padStart(12, '0')}`;
const AT_ONCE = 0;

/** trust.md REL-2: the outbox is the truth, the queue only a hint. */
describe.each(ownBackends())('a queue that forgets, on %s', (kind) => {
  let database: TestDatabase;
  let redis: OwnRedis | undefined;
  let source: Awaited<ReturnType<typeof openDatabase>>;
  let door: UnitOfWork;
  let broker: Broker;
  let queues: Map<QueueName, BrokerQueue>;
  let runner: JobRunner;
  let outbox: Outbox;
  let relay: OutboxRelay;
  let workers: BrokerWorker[];
  const handled: string[] = [];

  const promise = (...at: number[]) => door.run(SYSTEM_ACTOR, 'cards.refresh', async (tx) => {
    for (const one of at) await enqueue(tx, runMatching, { runId: runId(one) });
  });
  const left = () => door.run(SYSTEM_ACTOR, 'outbox.relay', (tx) => rows<{ id: string; handed: boolean }>(tx, 'select id, handed_over_at is not null as handed from hub.outbox'));
  const ended = async (within = 10_000) => {
    for (const until = Date.now() + within; Date.now() < until; await pause(25)) if ((await left()).length === 0) return;
    throw new Error(`Not ended in time: ${JSON.stringify(await left())}`);
  };

  beforeEach(async () => {
    database = await freshDatabase();
    redis = kind === 'redis' ? await startOwnRedis() : undefined;
    source = await openDatabase(database.appUrl, 4);
    door = new UnitOfWork(source);
    broker = connectBroker({ databaseUrl: database.appUrl, redisUrl: redis?.url, queue: { lockMs: 2000, stalledMs: 1000, maxStalled: 3, recheckMs: 10_000, prefix: queuePrefix() } });
    queues = new Map(QUEUES.map((name) => [name, broker.queue(name)]));
    for (const queue of queues.values()) queue.on('error', () => undefined);
    outbox = new Outbox(door);
    const processors = JOBS.map((job) => ({ job, handle: async (payload: { runId: string }) => void handled.push(payload.runId) }));
    runner = new JobRunner(checkProcessors(JOBS, processors), outbox, quiet);
    relay = new OutboxRelay(outbox, queues, runner, quiet, AT_ONCE);
    workers = [];
    handled.length = 0;
  });

  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.close()));
    await Promise.all([...queues.values()].map((queue) => queue.close()));
    await broker.close();
    await source.destroy();
    await database.drop();
    await redis?.stop();
  });

  test('loses nothing: jobs handed over and not yet begun are handed over again, and done once each', async () => {
    await promise(1, 2, 3);
    expect(await relay.move()).toBe(3);
    expect((await left()).map(({ handed }) => handed)).toEqual([true, true, true]);
    await emptyQueue(database, redis);
    expect(await queues.get('matching')?.getWaitingCount()).toBe(0);
    await relay.move();
    workers = runner.start(broker);
    await ended();
    expect(handled.sort()).toEqual([runId(1), runId(2), runId(3)]);
  });

  test('is asked for what it still knows without getting it twice', async () => {
    await promise(1, 2);
    for (let time = 0; time < 4; time += 1) expect(await relay.move()).toBe(2);
    expect(await queues.get('matching')?.getWaitingCount()).toBe(2);
    workers = runner.start(broker);
    await ended();
    await pause(300);
    expect(handled.sort()).toEqual([runId(1), runId(2)]);
  });

  test('gets back more than a batch, those first that were not looked at for longest', async () => {
    await promise(...Array.from({ length: BATCH + 10 }, (_, at) => at));
    expect([await relay.move(), await relay.move()]).toEqual([BATCH, BATCH]);
    await emptyQueue(database, redis);
    await relay.move();
    await relay.move();
    expect(await queues.get('matching')?.getWaitingCount()).toBe(BATCH + 10);
  });

  test('that says done of a job that the outbox still promises is not believed: the database was put back', async () => {
    workers = runner.start(broker);
    await promise(1);
    const [row] = await left();
    await relay.move();
    await ended();
    const restoring = new Client({ connectionString: database.superuserUrl });
    await restoring.connect();
    await restoring.query(`insert into hub.outbox (id, name, queue, payload, handed_over_at, put_in) values ($1, 'matching.run', 'matching', $2, now(), 0)`, [row?.id, { runId: runId(1) }]);
    await restoring.end();
    for (let time = 0; time < 100 && handled.length < 2; time += 1) {
      await relay.move();
      await pause(50);
    }
    await ended();
    expect(handled).toEqual([runId(1), runId(1)]);
  });

  if (kind === 'redis') test('and is restarted under a working relay and workers that stay: they find each other again', async () => {
    const running = new OutboxRelay(outbox, queues, runner, quiet, 500);
    await promise(1, 2, 3);
    await running.move();
    await redis?.restart();
    workers = runner.start(broker);
    running.start();
    running.wake();
    await ended(20_000);
    await redis?.restart();
    await promise(4);
    running.wake();
    await ended(20_000);
    await running.stop();
    expect(handled.sort()).toEqual([1, 2, 3, 4].map(runId));
  });
});
