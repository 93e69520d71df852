import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@hub/platform/free-port';
import { processArguments } from '@hub/platform/process-arguments';
import { projectRoot } from '@hub/platform/project-root';
import { ensureSecretFile } from '@hub/platform/secret-file';
import { freshDatabase, type TestDatabase } from './database';
import { queuePrefix } from './redis';
import { testServer } from './server';

// From the sources and from the built copy alike: benchmarks run built.
const root = projectRoot();

export interface HubOptions {
  /** A database of one's own by default, dropped when the hub stops. */
  readonly database?: TestDatabase;
  readonly redisUrl?: string;
  /** Signs people in with the demonstration's rules; loads nothing. */
  readonly demo?: boolean;
  /** False leaves that process out. */
  readonly api?: boolean;
  readonly worker?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
}

export interface RunningHub {
  readonly url: string;
  readonly database: TestDatabase;
  /** With the key and secret files that this hub uses. */
  readonly dataDir: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly workerPid: number;
  /** Kills the API as a power cut would, and waits until it is gone. */
  killApi(): Promise<number | null>;
  /** What its processes have printed so far. */
  readonly said: string;
  /** Kills the worker and waits until it is gone. */
  killWorker(signal?: NodeJS.Signals): Promise<number | null>;
  startWorker(): Promise<number>;
  stop(): Promise<void>;
}

/** Enough for what a test provokes, and bounded for a benchmark. */
const MOST_PIECES = 20_000;

class Child {
  private constructor(readonly process: ChildProcess, private readonly output: string[]) {}

  static async start(app: 'api' | 'worker', environment: Record<string, string>): Promise<Child> {
    const child = fork(join(root, `dist/apps/${app}/src/main.js`), [], { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'], execArgv: processArguments(app) });
    const output: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece: Buffer) => { output.push(piece.toString()); output.splice(0, output.length - MOST_PIECES); });
    const started = new Child(child, output);
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve());
      child.once('exit', (code) => reject(new Error(`The ${app} ended with ${code} while starting:\n${output.join('')}`)));
    });
    return started;
  }

  get said(): string {
    return this.output.join('');
  }

  end(signal: NodeJS.Signals): Promise<number | null> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return Promise.resolve(this.process.exitCode);
    return new Promise((resolve) => {
      this.process.once('exit', (code) => resolve(code));
      this.process.kill(signal);
    });
  }
}

/** Starts the built API and worker as processes of their own, as `hub start` does, and waits until they are ready. */
export async function startHub(options: HubOptions = {}): Promise<RunningHub> {
  const database = options.database ?? (await freshDatabase());
  const port = await freePort();
  const dataDir = mkdtempSync(join(testServer().folder, 'hub-'));
  ensureSecretFile(join(dataDir, 'secret.json'));
  const environment: Record<string, string> = {
    NODE_ENV: 'test', PORT: String(port), HUB_DATA_DIR: dataDir, DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: '', HUB_LOG: 'warn',
    REDIS_URL: options.redisUrl ?? '', HUB_QUEUE_PREFIX: queuePrefix(), HUB_QUEUE_LOCK_MS: '2000', HUB_QUEUE_STALLED_MS: '1000', HUB_QUEUE_RECHECK_MS: '1000',
    HUB_DEMO: options.demo ? '1' : '', HUB_KEY_FILE: '', HUB_SECRET_FILE: '', ...options.environment,
  };
  const url = `http://127.0.0.1:${port}`;
  const api = options.api === false ? undefined : await Child.start('api', environment);
  let worker = options.worker === false ? undefined : await Child.start('worker', environment);
  if (api) await untilReady(url, api);
  return {
    url, database, dataDir, environment,
    killApi: async () => (api ? api.end('SIGKILL') : null),
    get said() { return `${api?.said ?? ''}${worker?.said ?? ''}`; },
    get workerPid() { return worker?.process.pid ?? 0; },
    killWorker: async (signal = 'SIGKILL') => (worker ? worker.end(signal) : null),
    startWorker: async () => {
      worker = await Child.start('worker', environment);
      return worker.process.pid ?? 0;
    },
    stop: async () => {
      await Promise.all([worker?.end('SIGTERM'), api?.end('SIGTERM')]);
      if (!options.database) await database.drop();
    },
  };
}

async function untilReady(url: string, api: Child): Promise<void> {
  for (const until = Date.now() + 30_000; Date.now() < until; await pause(50)) {
    const status = await fetch(`${url}/readyz`).then((reply) => reply.status, () => 0);
    if (status === 200) return;
  }
  throw new Error(`The hub was not ready within 30 seconds:\n${api.said}`);
}
