import { Queue, Worker, createPostgresBackend, createRedisBackend, type Job as BrokerJob, type Processor, type WorkerOptions } from 'bullmq';
import { Redis } from 'ioredis';
import { Pool } from 'pg';
import type { Config } from '@hub/platform/config';
import { PlainError } from '@hub/platform/plain-error';
import type { QueueName } from './define-job';

export type { BrokerJob };
export type BrokerQueue = Queue<unknown, unknown, string>;
export type BrokerWorker = Worker<unknown, unknown, string>;
export type Handler = (job: BrokerJob<unknown, unknown, string>) => Promise<void>;

/** The schema of BullMQ's own tables; libs/database grants it to hub_app. */
export const QUEUE_SCHEMA = 'bullmq';

export interface Broker {
  readonly kind: 'redis' | 'postgres';
  queue(name: QueueName): BrokerQueue;
  worker(name: QueueName, handler: Handler, concurrency: number): BrokerWorker;
  /** Closes the shared connection; close queues and workers first. */
  close(): Promise<void>;
}

export type BrokerConfig = Pick<Config, 'databaseUrl' | 'redisUrl' | 'queue'>;

/** THE file that decides: Redis where REDIS_URL is given, otherwise the hub's own PostgreSQL. */
export function connectBroker(config: BrokerConfig): Broker {
  return config.redisUrl ? onRedis(config, config.redisUrl) : onPostgres(config);
}

const DAY = 24 * 3600;

const jobDefaults = {
  backoff: { type: 'exponential', delay: 1000, jitter: 0.5 },
  // A job that is gone is forgotten as a duplicate too, so it is kept longer than any relay could lag behind.
  removeOnComplete: { age: DAY, count: 5000 },
  removeOnFail: { age: 30 * DAY, count: 5000 },
};

function workerOptions({ queue }: BrokerConfig, concurrency: number): Omit<WorkerOptions, 'connection'> {
  return { concurrency, lockDuration: queue.lockMs, stalledInterval: queue.stalledMs, maxStalledCount: queue.maxStalled, drainDelay: 5 };
}

function onRedis(config: BrokerConfig, url: string): Broker {
  const connection = new Redis(url, { maxRetriesPerRequest: null });
  // The relay adds jobs inside a transaction: without Redis it must fail soon and try again, not hold its rows.
  const adding = new Redis(url, { maxRetriesPerRequest: 1 });
  for (const client of [connection, adding]) client.on('error', () => undefined);
  const { prefix } = config.queue;
  return {
    kind: 'redis',
    queue: (name) => new Queue(name, { connection: adding, prefix, defaultJobOptions: jobDefaults }, createRedisBackend),
    worker: (name, handler, concurrency) => new Worker(name, handler as Processor, { connection, prefix, ...workerOptions(config, concurrency) }, createRedisBackend),
    close: async () => { await Promise.all([connection.quit(), adding.quit()]); },
  };
}

function onPostgres(config: BrokerConfig): Broker {
  if (!config.databaseUrl) throw new PlainError('The queue needs DATABASE_URL or REDIS_URL.');
  // One pool for all queues: BullMQ would make one for each, and each worker keeps one connection of it to listen.
  const connection = new Pool({ connectionString: config.databaseUrl, max: 12, keepAlive: true, options: `-c search_path=${QUEUE_SCHEMA}`, application_name: 'hub-queue' });
  return {
    kind: 'postgres',
    queue: (name) => new Queue(name, { connection, defaultJobOptions: jobDefaults }, createPostgresBackend) as unknown as BrokerQueue,
    worker: (name, handler, concurrency) =>
      new Worker(name, handler as Processor, { connection, ...workerOptions(config, concurrency) }, createPostgresBackend) as unknown as BrokerWorker,
    close: () => connection.end(),
  };
}
