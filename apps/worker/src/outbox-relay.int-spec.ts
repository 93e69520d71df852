import { setTimeout as pause } from 'node:timers/promises';
import { UnrecoverableError } from 'bullmq';
import { openDatabase } from '@hub/database/data-source';
import { rows } from '@hub/database/tx';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { SYSTEM_ACTOR } from '@hub/domain/access/actor';
import { DomainError, type ErrorCode } from '@hub/domain/errors';
import { Logger } from '@hub/platform/logger';
import { connectBroker, type Broker, type BrokerQueue, type BrokerWorker } from '@hub/queue/backend';
import { QUEUES, type Job, type QueueName } from '@hub/queue/define-job';
import { enqueue, JOBS, refreshCards, runMatching } from '@hub/queue/jobs';
import { Outbox } from '@hub/queue/outbox';
import { OutboxSignal } from '@hub/queue/outbox-signal';
import { checkProcessors, JobRunner } from '@hub/queue/run-jobs';
import { freshDatabase, type TestDatabase } from '../../../test/harness/database';
import { backends, queuePrefix, startRedis, type TestRedis } from '../../../test/harness/redis';
import { OutboxRelay } from './outbox-relay';

const RUN = '0b9c2d0e-6a52-4c0f-8a53-0f5a8d7e6b11';
const quiet = new Logger('none', 'test');

async function eventually(check: () => Promise<boolean> | boolean): Promise<void> {
  for (let i = 0; i < 400; i++) {
    if (await check()) return;
    await pause(25);
  }
  throw new Error('It did not happen within ten seconds.');
}

describe.each(backends())('the way of a job on %s', (kind) => {
  let database: TestDatabase;
  let redis: TestRedis | undefined;
  let source: Awaited<ReturnType<typeof openDatabase>>;
  let door: UnitOfWork;
  let outbox: Outbox;
  let runner: JobRunner;
  let broker: Broker;
  let queues: Map<QueueName, BrokerQueue>;
  let relay: OutboxRelay;
  let workers: BrokerWorker[];
  const handled: { name: string; payload: unknown; at: number }[] = [];
  const givenUp: [string, unknown, ErrorCode][] = [];
  let trouble: (() => void | Promise<void>) | undefined;

  const promise = <P>(job: Job<P>, payload: P) => door.run(SYSTEM_ACTOR, 'cards.refresh', (tx) => enqueue(tx, job, payload));
  const waiting = () => door.run(SYSTEM_ACTOR, 'outbox.relay', (tx) => rows(tx, 'select id from hub.outbox'));
  const put = (name: string, payload: object) =>
    door.run(SYSTEM_ACTOR, 'cards.refresh', (tx) => rows<{ id: string }>(tx, `insert into hub.outbox (name, queue, payload) values ($1, 'matching', $2) returning id`, [name, payload]));

  beforeAll(async () => {
    database = await freshDatabase();
    redis = kind === 'redis' ? await startRedis() : undefined;
    source = await openDatabase(database.appUrl, 4);
    door = new UnitOfWork(source);
    broker = connectBroker({ databaseUrl: database.appUrl, redisUrl: redis?.url, queue: { lockMs: 2000, stalledMs: 1000, maxStalled: 3, recheckMs: 10_000, prefix: queuePrefix() } });
    queues = new Map(QUEUES.map((name) => [name, broker.queue(name)]));
    outbox = new Outbox(door);
    const processors = JOBS.map((job) => ({
      job,
      handle: async (payload: unknown) => {
        await trouble?.();
        handled.push({ name: job.name, payload, at: performance.now() });
      },
      giveUp: async (payload: unknown, code: ErrorCode) => void givenUp.push([job.name, payload, code]),
    }));
    runner = new JobRunner(checkProcessors(JOBS, processors), outbox, quiet);
    relay = new OutboxRelay(outbox, queues, runner, quiet, 10_000);
    workers = runner.start(broker);
    await Promise.all(workers.map((worker) => worker.waitUntilReady()));
  });

  afterAll(async () => {
    await Promise.all(workers.map((worker) => worker.close()));
    await Promise.all([...queues.values()].map((queue) => queue.close()));
    await broker.close();
    await source.destroy();
    await database.drop();
    await redis?.stop();
  });

  beforeEach(() => { handled.length = 0; givenUp.length = 0; trouble = undefined; });

  test('runs on the backend that the settings name', () => {
    expect(broker.kind).toBe(kind);
  });

  test('a committed promise is kept once, with its payload', async () => {
    await promise(runMatching, { runId: RUN });
    expect(await relay.move()).toBe(1);
    await eventually(() => handled.length > 0);
    expect(handled).toMatchObject([{ name: 'matching.run', payload: { runId: RUN } }]);
    await eventually(async () => (await waiting()).length === 0);
    expect(await relay.move()).toBe(0);
    expect(givenUp).toEqual([]);
  });

  test('a promise stays in the outbox until its job has ended', async () => {
    let finish = (): void => undefined;
    let begun = false;
    trouble = () => new Promise((resolve) => { begun = true; finish = resolve; });
    await promise(runMatching, { runId: RUN });
    await relay.move();
    await eventually(() => begun);
    expect(await waiting()).toHaveLength(1);
    // Handed over a moment ago, so that the queue is not asked yet.
    expect(await relay.move()).toBe(0);
    finish();
    await eventually(async () => (await waiting()).length === 0);
    expect(handled).toHaveLength(1);
  });

  test('a job that used up its attempts is given up once, with the code of its last error, and not before', async () => {
    let failures = 0;
    trouble = () => {
      failures += 1;
      throw failures === 1 ? new Error('for a moment') : new DomainError('LIMIT_EXCEEDED', 'This took too long and was stopped.');
    };
    const id = await promise(runMatching, { runId: RUN });
    // Added by hand, as the catalogue's five attempts take half a minute; the relay's own attempt to add it is then ignored.
    await queues.get('matching')?.add('matching.run', { runId: RUN }, { jobId: id, attempts: 2, backoff: { type: 'fixed', delay: 300 } });
    await eventually(() => failures === 1);
    expect(givenUp).toEqual([]);
    expect(await waiting()).toHaveLength(1);
    await eventually(() => givenUp.length > 0);
    expect(givenUp).toEqual([['matching.run', { runId: RUN }, 'LIMIT_EXCEEDED']]);
    await eventually(async () => (await waiting()).length === 0);
  });

  test('a job that can never succeed is given up at once', async () => {
    trouble = () => { throw new UnrecoverableError('never'); };
    await promise(runMatching, { runId: RUN });
    await relay.move();
    await eventually(async () => (await waiting()).length === 0);
    expect(givenUp).toEqual([['matching.run', { runId: RUN }, 'INTERNAL_SERVER_ERROR']]);
  });

  test('a transaction that is rolled back leaves nothing behind', async () => {
    const attempt = door.run(SYSTEM_ACTOR, 'cards.refresh', async (tx) => {
      await enqueue(tx, runMatching, { runId: RUN });
      throw new Error('second thoughts');
    });
    await expect(attempt).rejects.toThrow('second thoughts');
    expect(await waiting()).toEqual([]);
    expect(await relay.move()).toBe(0);
  });

  test('a payload with more than ids is refused before it is written', async () => {
    await expect(promise(runMatching, { runId: RUN, name: 'Canary' } as { runId: string })).rejects.toThrow();
    await expect(promise(runMatching, { runId: 'not an id' })).rejects.toThrow();
    expect(await waiting()).toEqual([]);
  });

  test('a relay that dies after adding and before committing adds the same job again, and it runs once', async () => {
    const dying = new Map([...queues].map(([name, queue]) => [name, {
      add: async (...given: Parameters<BrokerQueue['add']>) => {
        await queue.add(...given);
        throw new Error('killed');
      },
    } as unknown as BrokerQueue]));
    await promise(runMatching, { runId: RUN });
    let finish = (): void => undefined;
    trouble = () => new Promise((resolve) => { finish = resolve; });
    await expect(new OutboxRelay(outbox, dying, runner, quiet, 10_000).move()).rejects.toThrow('killed');
    expect(await waiting()).toHaveLength(1);
    expect(await relay.move()).toBe(1);
    finish();
    await eventually(() => handled.length > 0);
    await pause(300);
    expect(handled).toHaveLength(1);
    await eventually(async () => (await waiting()).length === 0);
  });

  test('two relays at once share the work and move each row once', async () => {
    for (let i = 0; i < 120; i++) await promise(refreshCards, {});
    const second = new OutboxRelay(outbox, queues, runner, quiet, 10_000);
    const moved = [0, 0];
    while ((moved[0] ?? 0) + (moved[1] ?? 0) < 120) {
      const batch = await Promise.all([relay.move(), second.move()]);
      batch.forEach((count, i) => { moved[i] = (moved[i] ?? 0) + count; });
    }
    expect((moved[0] ?? 0) + (moved[1] ?? 0)).toBe(120);
    await eventually(async () => (await waiting()).length === 0);
    expect(handled).toHaveLength(120);
  });

  test('a job that fails is tried again', async () => {
    let failures = 1;
    trouble = () => { if (failures-- > 0) throw new Error('for a moment'); };
    await promise(runMatching, { runId: RUN });
    await relay.move();
    await eventually(() => handled.length === 1);
    expect(failures).toBe(-1);
  });

  test.each([['matching.unheard-of', { runId: RUN }], ['matching.run', { runId: 'not an id' }]])('%s with %j fails in plain sight, at the first attempt', async (name, payload) => {
    const [left] = await put(name, payload);
    await relay.move();
    const find = () => queues.get('matching')?.getJob(left?.id ?? '');
    await eventually(async () => (await (await find())?.getState()) === 'failed');
    expect((await find())?.attemptsMade).toBe(1);
    expect(handled).toEqual([]);
    expect(await waiting()).toEqual([]);
  });

  test('the relay wakes when a promise is committed: the job begins within 100 milliseconds in the median', async () => {
    const running = new OutboxRelay(outbox, queues, runner, quiet, 10_000);
    const signal = new OutboxSignal(database.appUrl, running.wake);
    await signal.open();
    running.start();
    await pause(100);
    const waits: number[] = [];
    for (let i = 0; i < 15; i++) {
      handled.length = 0;
      await promise(runMatching, { runId: RUN });
      const committed = performance.now();
      await eventually(() => handled.length > 0);
      waits.push((handled[0]?.at ?? Infinity) - committed);
    }
    await signal.close();
    await running.stop();
    expect(waits.sort((a, b) => a - b)[7]).toBeLessThan(100);
    if (process.env.HUB_TEST_TALK) console.log(kind, waits.map(Math.round).join(' '));
  });
});
