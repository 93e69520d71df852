import type { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { openDatabase } from '@hub/database/data-source';
import { withRequestId } from '@hub/database/request-id';
import { affected, rows } from '@hub/database/tx';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { AuditVerification } from '@hub/features/audit/verification.service';
import { freshDatabase, type TestDatabase } from '../harness/database';
import { actorOf, settle, superuser } from './world';
import type { Settlement } from './world-values';

let database: TestDatabase;
let db: Client;
let source: DataSource;
let uow: UnitOfWork;
let town: Settlement;

beforeAll(async () => {
  database = await freshDatabase();
  db = await superuser(database.superuserUrl);
  town = await settle(db, 'ASHBY');
  source = await openDatabase(database.appUrl, 2);
  uow = new UnitOfWork(source);
});
afterAll(async () => {
  await source.destroy();
  await db.end();
  await database.drop();
});

const act = (sql: string, params: unknown[]) => uow.run(actorOf(town, 'CHILDS_WORKER'), 'children.edit', (tx) => affected(tx, sql, params));
const events = async (request: string) => (await db.query(
  'select actor_id, agency_id, action, table_name, row_id, operation, before, after from audit.event where request_id = $1 order by id', [request])).rows;

describe('the audit trigger', () => {
  it('says who changed what, from what to what, and only what changed', async () => {
    await withRequestId(() => act(`update hub.unit set plan = 'TOGETHER', family_finding = family_finding where id = $1`, [town.unitId]), 'e-update');
    expect(await events('e-update')).toEqual([{
      actor_id: town.userId, agency_id: town.agencyId, action: 'children.edit', table_name: 'unit', row_id: town.unitId, operation: 'UPDATE',
      before: { plan: 'SINGLE' }, after: { plan: 'TOGETHER' },
    }]);
  });

  it('leaves no trace of what did not change', async () => {
    await withRequestId(() => act('update hub.unit set plan = plan where id = $1', [town.unitId]), 'e-same');
    expect(await events('e-same')).toEqual([]);
  });

  it('keeps of a sealed value only that it changed', async () => {
    const secret = Buffer.from('CANARY-BYTES');
    await withRequestId(() => act(`update hub.child_identity set first_name = $2, last_name = $2, external_id_index = repeat('a', 64) where child_id = $1`, [town.childId, secret]), 'e-sealed');
    expect(await events('e-sealed')).toMatchObject([{
      before: { first_name: '(sealed)', last_name: null, external_id_index: '(sealed)' },
      after: { first_name: '(sealed)', last_name: '(sealed)', external_id_index: '(sealed)' },
    }]);
    const dump = JSON.stringify((await db.query('select before, after from audit.event')).rows);
    for (const leak of ['CANARY-BYTES', secret.toString('hex'), Buffer.from('sealed').toString('hex'), 'a'.repeat(64)]) expect(dump).not.toContain(leak);
    const { rows: hashes } = await db.query<{ h: string }>('select token_hash as h from hub.session union select token_hash from hub.invitation');
    for (const { h } of hashes) expect(dump).not.toContain(h);
  });

  it('counts derived rows by the statement', async () => {
    await withRequestId(() => act(`insert into hub.outbox (name, queue, payload) select 'x', 'x', '{}' from generate_series(1, 7)`, []), 'e-bulk');
    expect(await events('e-bulk')).toMatchObject([{ table_name: 'outbox', operation: 'INSERT', after: { rows: 7 }, before: null }]);
  });
});

describe('the log', () => {
  it('AUD-4: app and migration roles cannot update, delete, truncate, disable triggers on or drop the log', async () => {
    const { rows: tables } = await db.query<{ name: string }>(`select c.oid::regclass::text as name from pg_class c where c.relnamespace = 'audit'::regnamespace and c.relkind = 'r'`);
    expect(tables.map(({ name }) => name).sort()).toEqual(['audit.access', 'audit.boundary', 'audit.chain', 'audit.chain_head', 'audit.delivery', 'audit.event']);
    const attempts = tables.flatMap(({ name }) => [
      `update ${name} set ${{ 'audit.access': 'action', 'audit.event': 'action', 'audit.delivery': 'request_id', 'audit.chain': 'kind' }[name] ?? 'seq'} = default`,
      `delete from ${name}`, `truncate ${name}`, `alter table ${name} disable trigger all`, `alter table ${name} disable row level security`, `drop table ${name} cascade`,
      `alter table ${name} owner to current_user`, `create policy open on ${name} using (true)`,
    ]);
    attempts.push('drop schema audit cascade', 'alter schema audit rename to gone', 'set role hub_auditor', 'alter function audit.append(jsonb, uuid, text) owner to current_user',
      'create or replace function audit.setting(p_key text) returns text language sql as $$ select p_key $$', `grant hub_auditor to current_user`,
      `insert into audit.chain_head values (gen_random_uuid(), 1, decode(repeat('00', 32), 'hex'))`, 'set session_replication_role = replica');
    for (const url of [database.appUrl, database.ownerUrl]) {
      const role = await superuser(url);
      for (const sql of attempts) await expect(role.query(sql).then(() => `${new URL(url).username} could ${sql}`, ({ code }: { code: string }) => code)).resolves.toMatch(/^(42501|0LP01)$/);
      await role.end();
    }
  });

  it('AUD-4: a function that writes the log runs nothing that the migration role could change', async () => {
    const { rows: found } = await db.query<{ name: string }>(`select proname as name from pg_proc where pronamespace = 'audit'::regnamespace and prosecdef and prosrc ~ '\\mhub\\.'`);
    expect(found).toEqual([]);
    const { rows: owners } = await db.query(`select distinct pg_get_userbyid(proowner) as owner from pg_proc where pronamespace = 'audit'::regnamespace
      union select pg_get_userbyid(relowner) from pg_class where relnamespace = 'audit'::regnamespace union select pg_get_userbyid(nspowner) from pg_namespace where nspname = 'audit'`);
    expect(owners).toEqual([{ owner: 'hub_auditor' }]);
  });

  it('AUD-5: chains of many agencies at once stay whole, whatever the order in which their rows are written', async () => {
    const towns: Settlement[] = [];
    for (let i = 0; i < 6; i++) towns.push(await settle(db, `CHAIN${i}`));
    const write = async (ids: readonly string[]) => {
      const one = await superuser(database.superuserUrl);
      try {
        for (let turn = 0; turn < 15; turn++) {
          await one.query('begin');
          for (const id of ids) await one.query(`insert into audit.event (agency_id, table_name, operation) values ($1, 'x', 'INSERT')`, [id]);
          for (const id of ids) await one.query(`insert into audit.access (agency_id, action, outcome) values ($1, 'x', 'ALLOWED')`, [id]);
          await one.query(turn % 5 === 4 ? 'rollback' : 'commit');
        }
      } finally {
        await one.end();
      }
    };
    const ids = towns.map(({ agencyId }) => agencyId);
    await Promise.all([write(ids), write([...ids].reverse()), write([...ids.slice(3), ...ids.slice(0, 3)]), write(ids.slice(2, 4))]);
    const reports = await new AuditVerification(uow).verify({ heads: [], signer: undefined as never });
    expect(reports?.filter(({ fault }) => fault)).toEqual([]);
    // Three writers of all and one of two, twelve of fifteen times two rows, and what the settlement itself left.
    const own = reports?.find(({ agency }) => agency === 'CHAIN2')?.links ?? 0;
    const other = reports?.find(({ agency }) => agency === 'CHAIN5')?.links ?? 0;
    expect(own - other).toBe(24);
  });

  it('AUD-4: neither the app nor the owner updates, deletes or empties it', async () => {
    const before = (await db.query<{ n: string }>('select count(*) as n from audit.event')).rows[0]?.n;
    for (const url of [database.appUrl, database.ownerUrl]) {
      const role = await superuser(url);
      for (const table of ['audit.event', 'audit.access']) {
        for (const sql of [`update ${table} set action = 'x'`, `delete from ${table}`]) {
          const count = await role.query(sql).then(({ rowCount }) => rowCount, () => 0);
          expect({ url: new URL(url).username, sql, count }).toEqual({ url: new URL(url).username, sql, count: 0 });
        }
      }
      await role.end();
    }
    const app = await superuser(database.appUrl);
    await expect(app.query('truncate audit.event')).rejects.toThrow(/permission denied/);
    await expect(app.query(`insert into audit.access (action, outcome) values ('x', 'ALLOWED')`)).rejects.toThrow(/permission denied/);
    await expect(app.query(`select hub.note_access('[{"outcome": "ALLOWED"}]')`)).rejects.toThrow(/no unit of work/);
    await expect(app.query(`select audit.append('{"outcome": "ALLOWED"}', null, null)`)).rejects.toThrow(/permission denied/);
    await app.end();
    expect((await db.query<{ n: string }>('select count(*) as n from audit.event')).rows[0]?.n).toBe(before);
  });

  it('shows an agency its own rows, and who of another agency looked at its records', async () => {
    const other = await settle(db, 'BARROW');
    const { rows: [unit] } = await db.query<{ reference: string }>('select reference from hub.unit where id = $1', [town.unitId]);
    const about = { type: 'UNIT', reference: unit?.reference ?? '' } as const;
    await uow.run(actorOf(other, 'FAMILY_FINDER'), 'children.view', () => Promise.resolve(), about);
    const mine = await uow.run(actorOf(town, 'DATA_PROTECTION_OFFICER'), 'audit.search', async (tx) => ({
      lookers: await rows<{ agency_id: string }>(tx, 'select agency_id from audit.access where subject_agency_id = $1', [town.agencyId]),
      strangers: await rows(tx, 'select id from audit.event where agency_id is distinct from $1', [town.agencyId]),
    }));
    expect(mine.lookers).toContainEqual({ agency_id: other.agencyId });
    expect(mine.strangers).toEqual([]);
  });
});
