import type { CliIo, Command } from '../command';
import { readOptions } from '../options';
import { environmentWith, loadConfig, startedByNpm, type Config } from '@hub/platform/config';
import { freePort, portState } from '@hub/platform/free-port';
import { isLoopback, localUrl } from '@hub/platform/loopback';
import { untilAbandoned, untilTold } from '@hub/platform/lifecycle';
import { PlainError } from '@hub/platform/plain-error';
import { ensureSecretFile } from '@hub/platform/secret-file';
import { announce } from './announce';
import { openGivenDatabase, type Urls } from './given-database';
import { loadInChild } from './load-in-child';
import { openOwnDatabase, type HubDatabase } from './own-database';
import { forgetRunning, rememberRunning } from './running';
import { Supervised } from './processes';

const USAGE = `hub start

Starts the hub on http://127.0.0.1:PORT (HUB_HOST moves it) and keeps it running until Ctrl-C.
With DATABASE_URL and DATABASE_OWNER_URL it uses that PostgreSQL (15 or later); without them its own, under HUB_DATA_DIR,
with the demonstration region. With REDIS_URL the queue runs on that Redis.`;

export const startCommand: Command = {
  name: 'start',
  summary: 'Start the hub',
  async run(args, io) {
    const given = readOptions(args, io, USAGE);
    if (typeof given === 'number') return given;
    return start(await withPort(loadConfig()), io);
  },
};

async function withPort(config: Config): Promise<Config> {
  if (config.port === 0) return { ...config, port: await freePort() };
  const state = await portState(config.port, config.host);
  if (state === 'nowhere') throw new PlainError(`HUB_HOST: ${config.host} is not an address of this machine.`);
  if (state === 'busy') throw new PlainError(`Port ${config.port} is in use. Stop what listens there, or choose another: PORT=${config.port + 100} npm start`);
  if (state === 'forbidden') throw new PlainError(`Port ${config.port} is not open to this user. Choose one above 1023: PORT=3100 npm start`);
  return config;
}

async function start(config: Config, io: CliIo): Promise<number> {
  const began = Date.now();
  const isDemo = !config.databaseUrl && !config.databaseOwnerUrl;
  if (isDemo && config.production) throw new PlainError('The demonstration does not start with NODE_ENV=production. Set DATABASE_URL and DATABASE_OWNER_URL: docs/operations.md.');
  if (isDemo && !isLoopback(config.host)) throw new PlainError('The demonstration listens on this machine alone, and HUB_HOST is another address. Leave HUB_HOST out.');
  const told: Promise<string> = startedByNpm() ? Promise.race([untilTold(), untilAbandoned()]) : untilTold();
  const database = isDemo ? await openOwnDatabase(config, (urls) => loadInChild(config, urls, io, told)) : notOurs(await openGivenDatabase(config));
  try {
    ensureSecretFile(config.secretFile);
    return await serve(config, database, { io, told, began, isDemo });
  } finally {
    forgetRunning(config);
    await database.close();
  }
}

const notOurs = (urls: Urls): HubDatabase => ({ ...urls, ended: new Promise(() => undefined), close: () => Promise.resolve() });

interface Circumstances {
  readonly io: CliIo;
  readonly told: Promise<string>;
  readonly began: number;
  readonly isDemo: boolean;
}

async function serve(config: Config, database: HubDatabase, { io, told, began, isDemo }: Circumstances): Promise<number> {
  const environment = environmentOf(config, database, isDemo);
  const processes = (['api', 'worker'] as const).map((app) => new Supervised(app, environment, io.err));
  const url = localUrl(config.host, config.port);
  try {
    const ready = Promise.all(processes.map((one) => one.start())).then(() => untilReady(url));
    const cut = await Promise.race([ready, told, lost(database)]);
    if (cut === undefined) {
      rememberRunning(config, database);
      announce(io, { url, isDemo, seconds: (Date.now() - began) / 1000 });
      await Promise.race([told, lost(database), ...processes.map((one) => one.failed)]);
    }
    io.out('Stopping.');
    return 0;
  } finally {
    // Whoever asks twice means it.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => processes.forEach((one) => one.kill()));
    await Promise.all(processes.map((one) => one.stop()));
  }
}

const lost = async (database: HubDatabase): Promise<never> => {
  await database.ended;
  throw new PlainError('The database ended unexpectedly; its log is postgres.log in the data folder.');
};

function environmentOf(config: Config, { appUrl }: Urls, isDemo: boolean): NodeJS.ProcessEnv {
  return environmentWith(
    {
      PORT: String(config.port), HUB_DATA_DIR: config.dataDir, HUB_KEY_FILE: config.keyFile, HUB_SECRET_FILE: config.secretFile,
      HUB_AUDIT_HEADS_DIR: config.auditHeadsDir,
      // The served processes never hold the owner's rights.
      DATABASE_URL: appUrl, DATABASE_OWNER_URL: undefined, HUB_DEMO: isDemo ? '1' : '0',
    },
    isDemo ? { HUB_LOG: 'warn' } : {},
  );
}

async function untilReady(url: string): Promise<undefined> {
  for (const until = Date.now() + 30_000; Date.now() < until; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const isReady = await fetch(`${url}/readyz`).then((reply) => reply.ok, () => false);
    if (isReady) return undefined;
  }
  throw new PlainError(`The hub does not become ready: ${url}/readyz tells why.`);
}
