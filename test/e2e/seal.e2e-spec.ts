import { Client } from 'pg';
import { migrate } from '@hub/database/migrate';
import { openDatabase } from '@hub/database/data-source';
import { HubCommand } from '../harness/hub-command';
import { testServer, urlFor } from '../harness/server';

/** A database as an administrator of a server makes it: migrated by hub_owner, not yet sealed. */
describe('a given database', () => {
  const name = 'given_unsealed';
  const server = testServer();
  const superuserUrl = urlFor(server.superuserUrl, 'postgres', new URL(server.superuserUrl).password, name);
  const ownerUrl = urlFor(server.superuserUrl, 'hub_owner', server.ownerPassword, name);
  const appUrl = urlFor(server.superuserUrl, 'hub_app', server.appPassword, name);
  const as = async <T>(url: string, work: (client: Client) => Promise<T>): Promise<T> => {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  };
  const owner = () => as(superuserUrl, async (client) => (await client.query<{ owner: string }>(`select distinct relowner::regrole::text as owner from pg_class where relnamespace = 'audit'::regnamespace and relkind = 'r'`)).rows);

  beforeAll(async () => {
    await as(server.superuserUrl, (client) => client.query(`create database ${name} owner hub_owner template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'`));
    await as(superuserUrl, (client) => client.query(`grant connect on database ${name} to hub_app, hub_backup`));
    await migrate(ownerUrl);
  });
  afterAll(() => as(server.superuserUrl, (client) => client.query(`drop database if exists ${name} with (force)`)));

  it('works before it is sealed, and the verifying command says that it is not', async () => {
    expect(await owner()).toEqual([{ owner: 'hub_owner' }]);
    await (await openDatabase(appUrl, 1)).destroy();
    const verify = HubCommand.call(['verify-audit'], { DATABASE_URL: appUrl, HUB_DATA_DIR: `${server.folder}/seal` });
    expect([await verify.exit(), verify.said]).toEqual([0, expect.stringContaining('not sealed')]);
  });

  it('is sealed by what hub seal-audit prints, twice as well as once, and migrates and serves afterwards', async () => {
    const command = HubCommand.call(['seal-audit']);
    expect(await command.exit()).toBe(0);
    for (let turn = 0; turn < 2; turn++) await as(superuserUrl, (client) => client.query(command.said));
    expect(await owner()).toEqual([{ owner: 'hub_auditor' }]);
    await migrate(ownerUrl);
    await (await openDatabase(appUrl, 1)).destroy();
    // A later migration can still have a table of its own watched.
    await as(ownerUrl, (client) => client.query(`create table hub.later (id uuid primary key, agency_id uuid); select audit.watch('hub.later', array[]::text[]); insert into hub.later values (gen_random_uuid(), null); drop table hub.later`));
    await expect(as(ownerUrl, (client) => client.query('alter table audit.event disable trigger all'))).rejects.toThrow(/must be owner/);
    const verify = HubCommand.call(['verify-audit'], { DATABASE_URL: appUrl, HUB_DATA_DIR: `${server.folder}/seal` });
    expect([await verify.exit(), verify.said]).toEqual([0, expect.not.stringContaining('not sealed')]);
  });

  it('is opened for a migration by what hub seal-audit --open prints, and sealed again', async () => {
    const [open, seal] = [HubCommand.call(['seal-audit', '--open']), HubCommand.call(['seal-audit'])];
    expect([await open.exit(), await seal.exit()]).toEqual([0, 0]);
    await as(superuserUrl, (client) => client.query(open.said));
    expect(await owner()).toEqual([{ owner: 'hub_owner' }]);
    await as(ownerUrl, (client) => client.query('alter table audit.access add column later text; alter table audit.access drop column later'));
    await (await openDatabase(appUrl, 1)).destroy();
    await as(superuserUrl, (client) => client.query(seal.said));
    expect(await owner()).toEqual([{ owner: 'hub_auditor' }]);
    await (await openDatabase(appUrl, 1)).destroy();
    await expect(as(ownerUrl, (client) => client.query('alter table audit.access add column later text'))).rejects.toThrow(/must be owner/);
  });
});
