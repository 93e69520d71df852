import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { openDatabase } from '@hub/database/data-source';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@hub/platform/embedded-postgres';
import { HubCommand } from '../harness/hub-command';
import { urlFor } from '../harness/server';

/** A server of its own: roles belong to a whole server, and on the common one they are there already. */
let server: EmbeddedPostgres;
let folder: string;
let superuser: Client;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hub-roles-'));
  server = await startEmbeddedPostgres({ dataDir: folder, durable: false });
  superuser = new Client({ connectionString: server.superuserUrl });
  await superuser.connect();
});

afterAll(async () => {
  await superuser?.end();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function ownerOf(database: string, rights: string): Promise<string> {
  await superuser.query(`create role hub_owner login nobypassrls ${rights} password 'synthetic'`);
  await superuser.query(`create database ${database} owner hub_owner template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'`);
  return urlFor(server.superuserUrl, 'hub_owner', 'synthetic', database);
}

async function forget(database: string): Promise<void> {
  await superuser.query(`drop database ${database} with (force)`);
  await superuser.query('drop role hub_app');
  await superuser.query('drop role hub_backup');
  await superuser.query('drop role hub_owner');
}

async function migrate(ownerUrl: string): Promise<{ code: number | null; said: string }> {
  const hub = HubCommand.call(['migrate'], { DATABASE_OWNER_URL: ownerUrl });
  return { code: await hub.exit(), said: hub.said };
}

const appOf = (database: string): string => urlFor(server.superuserUrl, 'hub_app', 'synthetic', database);

describe('hub migrate where roles are missing', () => {
  test('and the owner may not make them: says in one line what a superuser has to run, which is enough', async () => {
    const ownerUrl = await ownerOf('plain', 'nocreaterole');
    const refused = await migrate(ownerUrl);
    expect(refused.code).toBe(1);
    expect(refused.said).toMatch(/^hub migrate: These roles are missing, and hub_owner may not create them: hub_app, hub_backup\.[^\n]*\n$/);
    expect((await superuser.query(`select from pg_roles where rolname in ('hub_app', 'hub_backup')`)).rowCount).toBe(0);

    const told = /run: (.*)$/m.exec(refused.said)?.[1] ?? '';
    await superuser.query(told.replaceAll("'…'", "'synthetic'"));
    expect(await migrate(ownerUrl)).toMatchObject({ code: 0, said: expect.stringContaining('The database is at the newest schema.') });
    await (await openDatabase(appOf('plain'), 1)).destroy();
    expect((await superuser.query(`select rolbypassrls, rolsuper, rolcanlogin from pg_roles where rolname = 'hub_backup'`)).rows).toEqual([{ rolbypassrls: true, rolsuper: false, rolcanlogin: true }]);
    await forget('plain');
  });

  test('and the owner may: makes them, says so, and they are as safe', async () => {
    // BYPASSRLS is given only by who has it, and an owner with it would not do: FORCE binds every owner of ours.
    await superuser.query('create role hub_backup login nosuperuser bypassrls nocreaterole nocreatedb');
    const ownerUrl = await ownerOf('able', 'createrole');
    const { code, said } = await migrate(ownerUrl);
    expect([code, said.split('\n')[0]]).toEqual([0, 'created role hub_app; give it a password']);
    await superuser.query(`alter role hub_app password 'synthetic'`);
    await (await openDatabase(appOf('able'), 1)).destroy();
    expect(await migrate(ownerUrl)).toEqual({ code: 0, said: 'The database is at the newest schema.\n' });
    await forget('able');
  });
});
