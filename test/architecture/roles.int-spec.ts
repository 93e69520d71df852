import { owning, openDatabase } from '@hub/database/data-source';
import { migrate } from '@hub/database/migrate';
import { superuser } from './world';
import { freshDatabase, type TestDatabase } from '../harness/database';

let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

describe('database roles', () => {
  it('RLS-2: the app role is no superuser, has no BYPASSRLS, owns nothing and is a member of nothing that does', async () => {
    const db = await superuser(database.superuserUrl);
    const { rows } = await db.query(`
      select r.rolsuper, r.rolbypassrls, r.rolcreaterole, r.rolcreatedb,
        (select count(*)::int from pg_class where relowner = r.oid) as owns,
        (select count(*)::int from pg_auth_members m where m.member = r.oid) as memberships
      from pg_roles r where r.rolname = 'hub_app'`);
    await db.end();
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owns: 0, memberships: 0 }]);
  });

  it('the hub starts with the app role and refuses every other', async () => {
    const source = await openDatabase(database.appUrl, 1);
    await source.destroy();
    await expect(openDatabase(database.superuserUrl, 1)).rejects.toThrow(/is a superuser/);
    await expect(openDatabase(database.ownerUrl, 1)).rejects.toThrow(/owns tables/);
    await expect(openDatabase(database.backupUrl, 1)).rejects.toThrow(/BYPASSRLS/);
  });

  it('the hub refuses an app role that was made a member of the owner', async () => {
    const db = await superuser(database.superuserUrl);
    await db.query('create role hub_app_test login; grant hub_owner to hub_app_test');
    await db.query(`alter role hub_app_test password 'synthetic'; grant connect on database ${database.name} to hub_app_test`);
    const url = new URL(database.appUrl);
    url.username = 'hub_app_test';
    url.password = 'synthetic';
    try {
      await expect(openDatabase(url.href, 1)).rejects.toThrow(/member of the role that does/);
    } finally {
      await db.query(`revoke connect on database ${database.name} from hub_app_test; drop role hub_app_test`);
      await db.end();
    }
  });

  it('migrating twice changes nothing, and only the owner migrates', async () => {
    const lines: string[] = [];
    await migrate(database.ownerUrl, { log: (line) => lines.push(line) });
    expect(lines).toEqual([]);
    await expect(migrate(database.superuserUrl)).rejects.toThrow(/must sign in as hub_owner/);
  });

  it('hub_backup reads everything, which is what it is for, and writes nothing', async () => {
    const db = await superuser(database.backupUrl);
    await expect(db.query('select count(*) from hub.child_identity')).resolves.toBeDefined();
    await expect(db.query(`insert into hub.place values ('ZZ1', 0, 0)`)).rejects.toThrow(/permission denied/);
    await db.end();
  });
});

describe('the schema', () => {
  it('is what the entities say, column by column', async () => {
    const source = await owning(database.ownerUrl).initialize();
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    await source.destroy();
    // Keys, checks and indices stand in the migrations alone, so TypeORM would drop them (docs/adr/0006).
    const drift = upQueries.map(({ query }) => query).filter((query) => !/^DROP INDEX |^ALTER TABLE \S+ DROP CONSTRAINT /.test(query));
    expect(drift).toEqual([]);
  });
});
