import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './free-port';
import { PlainError } from './plain-error';
import { closeQuietly, ensureInitialised, lastComplaint, makeFolder, openLog, placesUnder, type Places } from './postgres/data-folder';
import { clearTheWay, isReady } from './postgres/postmaster';
import { chooseRunner, FOLDER, onLeash, type Runner } from './postgres/runner';

export interface EmbeddedPostgres {
  readonly port: number;
  /** Of the superuser, who serves only for provisioning: postgres://postgres:…@127.0.0.1:PORT/postgres */
  readonly superuserUrl: string;
  readonly way: Runner['way'];
  /** Settled when the server ends without having been asked to. */
  readonly ended: Promise<number>;
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  readonly dataDir: string;
  /** False for a throw-away database: nothing is forced to the disk. */
  readonly durable?: boolean;
  /** For tests: ways of running not to use on this machine. */
  readonly avoid?: readonly Runner['way'][];
}

const START_PATIENCE_MS = 60_000;
const ATTEMPTS = 3;

/** Starts the PostgreSQL that came with `npm ci`, on a free port of the loopback address, with its files under the data folder. */
export async function startEmbeddedPostgres({ dataDir, durable = true, avoid = [] }: EmbeddedOptions): Promise<EmbeddedPostgres> {
  makeFolder(dataDir);
  const places = placesUnder(dataDir);
  const runner = chooseRunner(avoid);
  const log = openLog(places);
  try {
    const password = await ensureInitialised(places, runner, log, durable);
    runner.own(places.data);
    for (let attempt = 1; ; attempt++) {
      await clearTheWay(places.data);
      const port = await freePort();
      const server = onLeash(runner.command('postgres', serverArguments(port, durable), places.data), log);
      if (await becomesReady(server, places, port)) return handle(server, { port, password, way: runner.way });
      if (attempt === ATTEMPTS) throw new PlainError(`The database under ${places.data} could not be started: ${lastComplaint(places) || 'no reason given'} (log: ${places.log}).`);
      await pause(attempt * 300);
    }
  } finally {
    closeQuietly(log);
  }
}

function serverArguments(port: number, durable: boolean): string[] {
  const settings = [
    'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=120', 'shared_buffers=128MB', 'timezone=UTC', 'jit=off',
    // Messages of the server quote rows and statements; without these its log would hold personal data.
    'log_min_messages=warning', 'log_min_error_statement=panic', 'log_error_verbosity=terse', 'log_timezone=UTC',
    ...(durable ? [] : ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'autovacuum=off']),
  ];
  return ['-D', FOLDER, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
}

async function becomesReady(server: ChildProcess, places: Places, port: number): Promise<boolean> {
  for (const until = Date.now() + START_PATIENCE_MS; Date.now() < until && server.exitCode === null && server.signalCode === null; await pause(15)) {
    if (isReady(places.data, port)) return true;
  }
  await release(server);
  return false;
}

/** Closing the channel is the order to end: the leash sees it the same way as the death of this process. */
async function release(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  if (server.connected) server.disconnect();
  await gone;
}

function handle(server: ChildProcess, { port, password, way }: { port: number; password: string; way: Runner['way'] }): EmbeddedPostgres {
  let asked = false;
  const ended = new Promise<number>((resolve) => server.once('exit', (code) => { if (!asked) resolve(code ?? 1); }));
  return {
    port, way, ended,
    superuserUrl: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    stop: () => {
      asked = true;
      return release(server);
    },
  };
}
