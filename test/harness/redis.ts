import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import { freePort } from '@hub/platform/free-port';

export interface TestRedis {
  readonly url: string;
  stop(): Promise<void>;
}

const installed = () => spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0;

/** Why the tests on Redis cannot run here, or null. Decided before the tests are listed: use it with `describe.each(backends())`. */
export const noRedisBecause = (): string | null =>
  process.env.REDIS_URL || installed() ? null : 'there is no redis-server on this machine and no REDIS_URL';

/** The queue's backends that can be tested here. */
export function backends(): ('postgres' | 'redis')[] {
  return noRedisBecause() === null ? ['postgres', 'redis'] : ['postgres'];
}

/** A prefix of one's own, so that test files can share one Redis. */
export const queuePrefix = () => `test-${randomBytes(5).toString('hex')}`;

/** The Redis of REDIS_URL, or a throw-away one. */
export async function startRedis(): Promise<TestRedis> {
  if (process.env.REDIS_URL) return { url: process.env.REDIS_URL, stop: () => Promise.resolve() };
  return startOwnRedis();
}

export interface OwnRedis extends TestRedis {
  /** Comes back empty: it keeps nothing on disk. */
  restart(): Promise<void>;
}

/** The queue's backends whose server a test may empty and restart here. */
export const ownBackends = (): ('postgres' | 'redis')[] => (installed() ? ['postgres', 'redis'] : ['postgres']);

/** A throw-away Redis on a free port that nobody else uses. */
export async function startOwnRedis(): Promise<OwnRedis> {
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let server = await serve(port, url);
  const stop = () => new Promise<void>((resolve) => {
    server.once('exit', () => resolve());
    server.kill('SIGTERM');
  });
  return {
    url, stop,
    restart: async () => {
      await stop();
      server = await serve(port, url);
    },
  };
}

async function serve(port: number, url: string): Promise<ChildProcess> {
  const server = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], { stdio: 'ignore' });
  const probe = new Redis(url, { retryStrategy: (times) => (times > 100 ? null : 50), maxRetriesPerRequest: null });
  probe.on('error', () => undefined);
  await probe.ping();
  await probe.quit();
  return server;
}
