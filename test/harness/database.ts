import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { testServer, urlFor } from './server';

export interface TestDatabase {
  readonly name: string;
  /** hub_app: what the hub serves with. */
  readonly appUrl: string;
  /** hub_owner: what migrates. */
  readonly ownerUrl: string;
  /** hub_backup: reads past row-level security. */
  readonly backupUrl: string;
  /** For looking at what really lies in the tables; never for making data. */
  readonly superuserUrl: string;
  drop(): Promise<void>;
}

async function asSuperuser(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A migrated database of one's own, cloned from the template in a few dozen milliseconds. Drop it in `afterAll`. */
export async function freshDatabase(): Promise<TestDatabase> {
  const server = testServer();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(server.superuserUrl, `create database ${name} template ${server.template} strategy file_copy owner hub_owner`);
  const of = (user: string, password: string) => urlFor(server.superuserUrl, user, password, name);
  return {
    name,
    appUrl: of('hub_app', server.appPassword),
    ownerUrl: of('hub_owner', server.ownerPassword),
    backupUrl: of('hub_backup', server.backupPassword),
    superuserUrl: of('postgres', new URL(server.superuserUrl).password),
    drop: () => asSuperuser(server.superuserUrl, `drop database if exists ${name} with (force)`),
  };
}
