import { existsSync } from 'node:fs';
import { Client } from 'pg';
import { migrate } from '@hub/database/migrate';
import type { Config } from '@hub/platform/config';
import { PlainError } from '@hub/platform/plain-error';
import { migrateQueue } from '@hub/queue/migrate-queue';

/** The two addresses of one database: of hub_app, who serves, and of hub_owner, who migrates. */
export interface Urls {
  readonly appUrl: string;
  readonly ownerUrl: string;
}

const OLDEST = 15;

/** The PostgreSQL that the settings name, at the newest schema. Nothing of the demonstration is ever loaded into it. */
export async function openGivenDatabase(config: Config): Promise<Urls> {
  const { databaseUrl: appUrl, databaseOwnerUrl: ownerUrl } = config;
  if (!appUrl || !ownerUrl) throw new PlainError('Set both DATABASE_URL (of hub_app) and DATABASE_OWNER_URL (of hub_owner), or neither for the embedded database.');
  await migrateGiven(ownerUrl);
  await withClient(appUrl, 'DATABASE_URL', () => Promise.resolve());
  if (!existsSync(config.keyFile)) await withClient(ownerUrl, 'DATABASE_OWNER_URL', (client) => assertEmpty(client, config.keyFile));
  return { appUrl, ownerUrl };
}

export async function migrateGiven(ownerUrl: string, log?: (line: string) => void): Promise<void> {
  await withClient(ownerUrl, 'DATABASE_OWNER_URL', checkVersion);
  await migrate(ownerUrl, { log });
  await migrateQueueOf(ownerUrl);
}

export const migrateQueueOf = (ownerUrl: string) => withClient(ownerUrl, 'DATABASE_OWNER_URL', migrateQueue);

/** A new key file beside a database with records would index them anew and open none of them. The hub's own agency has none. */
async function assertEmpty(client: Client, keyFile: string): Promise<void> {
  const { rowCount } = await client.query('select from hub.agency where kind <> \'HUB\' limit 1');
  if (rowCount) throw new PlainError(`The key file ${keyFile} is missing: without it the sealed records cannot be read. Put its copy back, with the folder of shares beside it.`);
}

async function checkVersion(client: Client): Promise<void> {
  const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`);
  const version = rows[0]?.version ?? '0';
  if (Number.parseInt(version, 10) < OLDEST) throw new PlainError(`PostgreSQL ${OLDEST} or later is needed; the server of DATABASE_OWNER_URL is ${version}.`);
}

async function withClient(url: string, setting: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    throw new PlainError(`The database of ${setting} cannot be opened: ${reason(error)}.`);
  }
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there', ENOTFOUND: 'its host is not known', ETIMEDOUT: 'it does not answer',
  '28P01': 'the password is refused', '28000': 'the user is refused', '3D000': 'there is no such database', '53300': 'it has no connection left',
};

function reason(error: unknown): string {
  const code = String((error as { code?: unknown }).code ?? (error as { errors?: { code?: unknown }[] }).errors?.[0]?.code ?? '');
  return REASONS[code] ?? (code || 'it does not answer');
}
