import { mkdtempSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { freePort } from '@hub/platform/free-port';
import { freshDatabase, type TestDatabase } from '../harness/database';
import { GraphQLClient } from '../harness/graphql-client';
import { HubCommand } from '../harness/hub-command';
import { PASSWORD } from '../harness/people';
import { backends, queuePrefix, startRedis, type TestRedis } from '../harness/redis';
import { testServer } from '../harness/server';

async function count(url: string, sql: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<{ n: number }>(`select count(*)::int as n from ${sql}`)).rows[0]?.n ?? -1;
  } finally {
    await client.end();
  }
}

describe.each(backends())('hub start with a PostgreSQL given by URL, its queue on %s', (kind) => {
  let database: TestDatabase;
  let redis: TestRedis | undefined;
  let environment: Record<string, string>;
  let url: string;

  beforeAll(async () => {
    database = await freshDatabase();
    redis = kind === 'redis' ? await startRedis() : undefined;
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    environment = {
      NODE_ENV: 'production', PORT: String(port), HUB_DATA_DIR: mkdtempSync(join(testServer().folder, 'given-')), DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl, REDIS_URL: redis?.url ?? '', HUB_QUEUE_PREFIX: queuePrefix(), HUB_LOG: 'info',
    };
  });
  afterAll(async () => {
    await database.drop();
    await redis?.stop();
  });

  test('a fresh database has no account able to sign in, and the first administrator is made by a one-time token', async () => {
    const hub = HubCommand.call(['start'], environment);
    await hub.says('The hub is ready');
    expect(hub.said).toContain(`"broker":"${kind}"`);
    expect(hub.said).not.toContain('Demonstration');
    expect(await count(database.superuserUrl, 'hub.agency')).toBe(0);
    expect(await count(database.superuserUrl, 'hub.app_user')).toBe(0);

    const admin = ['admin', 'create', '--email', 'First@Hub.example', '--name', 'A Person'];
    const made = HubCommand.call(admin, environment);
    expect(await made.exit()).toBe(0);
    const token = made.said.trim().split('\n').at(-1) ?? '';
    const invite = (password: string, code = token) => fetch(`${url}/auth/invitation`, {
      method: 'POST', headers: { 'content-type': 'application/json', origin: url }, body: JSON.stringify({ token: code, password }),
    });
    expect((await invite(PASSWORD)).ok).toBe(true);
    expect((await invite(`${PASSWORD}!`)).ok).toBe(false);
    const client = await GraphQLClient.signIn(url, 'first@hub.example', PASSWORD);
    expect(client.session?.user).toMatchObject({ agencyKind: 'HUB', roles: ['HUB_ADMIN'] });

    const again = HubCommand.call(admin, environment);
    expect(await again.exit()).toBe(1);
    expect(again.said).toMatch(/^hub admin: There is an administrator already\. One who forgot/m);

    const lost = HubCommand.call(['admin', 'reinvite', '--email', 'first@hub.example'], environment);
    expect(await lost.exit()).toBe(0);
    expect((await client.ask('{ viewer { id } }')).status).toBe(401);
    await expect(GraphQLClient.signIn(url, 'first@hub.example', PASSWORD)).rejects.toThrow(/401/);
    expect((await invite(PASSWORD, lost.said.trim().split('\n').at(-1))).ok).toBe(true);
    await GraphQLClient.signIn(url, 'first@hub.example', PASSWORD);
    const stranger = HubCommand.call(['admin', 'reinvite', '--email', 'nobody@hub.example'], environment);
    expect([await stranger.exit(), stranger.said]).toEqual([1, 'hub admin: No administrator of the hub who is not disabled has this address.\n']);
    expect(await hub.end('SIGTERM')).toBe(0);
    for (const name of ['keys.json', 'secret.json']) expect(statSync(join(environment.HUB_DATA_DIR ?? '', name)).mode & 0o077).toBe(0);
    expect(hub.said).not.toContain(new URL(database.appUrl).password);
  });
});

describe('hub start refuses in one line', () => {
  const call = async (environment: Record<string, string>) => {
    const hub = HubCommand.call(['start'], { HUB_DATA_DIR: mkdtempSync(join(testServer().folder, 'refused-')), PORT: '0', ...environment });
    expect(await hub.exit()).toBe(1);
    return hub.said;
  };

  test('the demonstration with NODE_ENV=production', async () => {
    expect(await call({ NODE_ENV: 'production' })).toMatch(/^hub start: The demonstration does not start with NODE_ENV=production\.[^\n]*\n$/);
  });

  test('the demonstration beyond this machine', async () => {
    expect(await call({ HUB_HOST: '0.0.0.0' })).toMatch(/^hub start: A setting is not right\. HUB_HOST: beyond this machine [^\n]*\n$/);
    expect(await call({ HUB_HOST: '0.0.0.0', HUB_PUBLIC_URL: 'https://hub.example' })).toMatch(/^hub start: The demonstration listens on this machine alone[^\n]*\n$/);
  });

  test('an address that is not this machine\'s', async () => {
    const elsewhere = { DATABASE_URL: 'postgres://hub_app:x@127.0.0.1:1/hub', DATABASE_OWNER_URL: 'postgres://hub_owner:x@127.0.0.1:1/hub', HUB_PUBLIC_URL: 'https://hub.example', PORT: '34567' };
    expect(await call({ ...elsewhere, HUB_HOST: '203.0.113.7' })).toBe('hub start: HUB_HOST: 203.0.113.7 is not an address of this machine.\n');
  });

  test('one address without the other', async () => {
    expect(await call({ DATABASE_URL: 'postgres://hub_app@127.0.0.1:1/hub' })).toMatch(/^hub start: Set both DATABASE_URL [^\n]*\n$/);
  });

  test('a database that does not answer', async () => {
    const nowhere = { DATABASE_URL: 'postgres://hub_app:x@127.0.0.1:1/hub', DATABASE_OWNER_URL: 'postgres://hub_owner:x@127.0.0.1:1/hub' };
    expect(await call(nowhere)).toBe('hub start: The database of DATABASE_OWNER_URL cannot be opened: nothing listens there.\n');
  });

  test('a wrong password, without repeating it', async () => {
    const database = await freshDatabase();
    const wrong = database.ownerUrl.replace(/:[^:@/]+@/, ':canary@');
    expect(await call({ DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: wrong })).toBe('hub start: The database of DATABASE_OWNER_URL cannot be opened: the password is refused.\n');
    await database.drop();
  });

  test('a database with agencies whose key file is not there, rather than making a new one', async () => {
    const database = await freshDatabase();
    const client = new Client({ connectionString: database.superuserUrl });
    await client.connect();
    await client.query(`insert into hub.agency (code, name, kind, region_band) values ('NMB', 'Northmoor', 'COUNCIL', 'Moors')`);
    await client.end();
    expect(await call({ DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl })).toMatch(/^hub start: The key file \S+ is missing: [^\n]*\n$/);
    await database.drop();
  });

  test('a serving role that row-level security does not bind', async () => {
    const database = await freshDatabase();
    expect(await call({ DATABASE_URL: database.superuserUrl, DATABASE_OWNER_URL: database.ownerUrl })).toContain('DATABASE_URL signs in as a role that is a superuser');
    await database.drop();
  });
});
