import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { Client } from 'pg';
import { isBehind, migrate } from '@hub/database/migrate';
import { provisionDatabase } from '@hub/database/provision';
import { openAudit, sealAudit } from '@hub/database/seal-audit';
import type { Config } from '@hub/platform/config';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@hub/platform/embedded-postgres';
import { PlainError } from '@hub/platform/plain-error';
import { migrateQueueOf, type Urls } from './given-database';

/** Addresses of a migrated database, and what must be done when the hub closes. */
export interface HubDatabase extends Urls {
  /** Resolves when the database's server ends by itself; never for a server that is not ours. */
  readonly ended: Promise<unknown>;
  close(): Promise<void>;
}

const NAME = 'hub';
/** A region that is loaded half is of no use to anybody: it gets its name when it is whole. */
const UNFINISHED = 'hub_loading';

/** Starts the embedded server and opens the hub's database in it; fills a new one through `load`. */
export async function openOwnDatabase(config: Config, load: (urls: Urls) => Promise<void>): Promise<HubDatabase> {
  const server = await startEmbeddedPostgres({ dataDir: config.dataDir });
  try {
    const isNew = (await asSuperuser(server, `select from pg_catalog.pg_database where datname = '${NAME}'`)) === 0;
    if (!isNew && !existsSync(config.keyFile)) {
      throw new PlainError(`The key file ${config.keyFile} is missing: without it the sealed records cannot be read. Put it back, or move the data folder away to begin anew.`);
    }
    if (isNew) await makeNew(server, load);
    const urls = await prepare(server, NAME);
    return { ...urls, ended: server.ended, close: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function makeNew(server: EmbeddedPostgres, load: (urls: Urls) => Promise<void>): Promise<void> {
  await asSuperuser(server, `drop database if exists ${UNFINISHED} with (force)`);
  const urls = await prepare(server, UNFINISHED);
  // Nothing needs to survive a crash until the region is whole; waiting for the disk at each step would take half the time.
  await asSuperuser(server, `alter database ${UNFINISHED} set synchronous_commit = off`);
  await load(urls);
  await asSuperuser(server, `alter database ${UNFINISHED} reset synchronous_commit`);
  await asSuperuser(server, 'checkpoint');
  await asSuperuser(server, `alter database ${UNFINISHED} rename to ${NAME}`);
}

/** Passwords are drawn anew at each start, so none needs to be kept. */
async function prepare(server: EmbeddedPostgres, database: string): Promise<Urls> {
  const password = () => randomBytes(24).toString('base64url');
  const passwords = { ownerPassword: password(), appPassword: password(), backupPassword: password() };
  const urls = await provisionDatabase({ superuserUrl: server.superuserUrl, database, ...passwords });
  // A sealed log is nobody's to migrate. A new database is not sealed, and has nothing to be behind.
  if (database === NAME && (await isBehind(urls.ownerUrl))) await openAudit(server.superuserUrl, database);
  await migrate(urls.ownerUrl);
  await sealAudit(server.superuserUrl, database);
  await migrateQueueOf(urls.ownerUrl);
  return urls;
}

async function asSuperuser(server: EmbeddedPostgres, sql: string): Promise<number> {
  const client = new Client({ connectionString: server.superuserUrl });
  await client.connect();
  try {
    return (await client.query(sql)).rowCount ?? 0;
  } finally {
    await client.end();
  }
}
