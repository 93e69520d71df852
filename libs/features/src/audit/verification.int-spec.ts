import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuditSigner } from '@hub/database/crypto/audit-signer';
import { affected } from '@hub/database/tx';
import { systemClock } from '@hub/platform/clock';
import { loadConfig } from '@hub/platform/config';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { openWorld, type Town, type World } from '../children/spec-world';
import { readHeads } from './heads-file';
import { AuditHeads } from './heads.service';
import { AuditVerification, type ChainReport } from './verification.service';

let database: TestDatabase;
let world: World;
let town: Town;
let folder: string;
let signer: AuditSigner;
let verification: AuditVerification;
let heads: AuditHeads;

beforeAll(async () => {
  database = await freshDatabase();
  world = await openWorld(database);
  town = await world.town('ASHBY');
  await world.town('BARROW');
  folder = mkdtempSync(join(tmpdir(), 'hub-heads-'));
  const config = loadConfig({ HUB_DATA_DIR: folder });
  signer = new AuditSigner(world.keys.purposeKey('AUDIT_SIGNING'));
  verification = new AuditVerification(world.uow);
  heads = new AuditHeads(world.uow, world.keys, systemClock, config);
  for (let i = 0; i < 6; i++) await world.units.find(town.as('FAMILY_FINDER'), 'AB12C' + String(i));
  await world.run(town.as('FAMILY_FINDER'), 'children.create', (tx) => affected(tx, `insert into hub.unit (agency_id, reference) select $1, 'UNIT0' || n from generate_series(1, 5) n`, [town.id]));
});
afterAll(async () => {
  await world.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Past every protection, as whoever holds the server could; then put back. */
async function tampered(change: string, back: string, outside = false): Promise<ChainReport | undefined> {
  await world.sql(`set session_replication_role = replica; ${change}; set session_replication_role = origin`);
  try {
    return (await verification.verify({ heads: outside ? readHeads(join(folder, 'audit-heads')) : [], signer }))?.find(({ fault }) => fault);
  } finally {
    await world.sql(`set session_replication_role = replica; ${back}; set session_replication_role = origin`);
  }
}

const link = async (seq: number) => (await world.sql<{ kind: string; row_id: string }>('select kind, row_id from audit.chain where agency_id = $1 and seq = $2', [town.id, seq]))[0];
/** Where the nth look stands in the chain. */
const look = async (nth: number) => Number((await world.sql<{ seq: string }>(`select seq from audit.chain where agency_id = $1 and kind = 'access' order by seq offset $2 limit 1`, [town.id, nth]))[0]?.seq);
const length = async () => Number((await world.sql<{ n: string }>('select count(*) as n from audit.chain where agency_id = $1', [town.id]))[0]?.n);

describe('AUD-5: verify-audit names the first altered, missing or reordered row', () => {
  it('finds nothing wrong with what was left alone', async () => {
    const reports = await verification.verify({ heads: [], signer });
    expect(reports?.filter(({ fault }) => fault)).toEqual([]);
    expect(reports?.find(({ agency }) => agency === 'ASHBY')?.links).toBe(await length());
    expect(await length()).toBeGreaterThanOrEqual(12);
  });

  it('one byte of any column of the access log', async () => {
    const seq = await look(1);
    const row = await link(seq);
    const changes: Record<string, string> = {
      action: `'children.vieW'`, outcome: `'ALLOWED'`, request_id: `left(request_id, -1) || 'x'`, at: `at + interval '1 microsecond'`, actor_id: 'gen_random_uuid()', fields: `array['about']`,
      purpose: `'CASE_WORK'`, agreement_reference: `'X'`, client_address: `'10.0.0.1'`, stage: 'null', subject_reference: `'AB12C9'`, actor_roles: `'{}'`, row_count: '1',
    };
    for (const [column, value] of Object.entries(changes)) {
      await world.sql('drop table if exists kept; create table kept as select * from audit.access');
      const back = `update audit.access a set ${column} = k.${column} from kept k where k.id = a.id`;
      const found = await tampered(`update audit.access set ${column} = ${value} where id = ${row?.row_id}`, back);
      expect([column, found?.agency, found?.fault?.kind, found?.fault?.seq, found?.fault?.row]).toEqual([column, 'ASHBY', 'ALTERED', seq, { table: 'access', id: Number(row?.row_id) }]);
    }
    await world.sql('drop table kept');
  }, 120_000);

  it('a null that was taken out of an event', async () => {
    const [event] = await world.sql<{ id: string }>(`select id from audit.event where table_name = 'unit' and after ? 'named_worker_id' order by id limit 1`);
    const found = await tampered(`update audit.event set after = after - 'named_worker_id' where id = ${event?.id}`, `update audit.event set after = after || '{"named_worker_id": null}' where id = ${event?.id}`);
    expect(found?.fault).toMatchObject({ kind: 'ALTERED', row: { table: 'event', id: Number(event?.id) } });
  });

  it('a row that was deleted, with its link or without', async () => {
    const seq = await look(2);
    const row = await link(seq);
    await world.sql('create table kept as select * from audit.access; create table links as select * from audit.chain');
    const back = 'insert into audit.access overriding system value select * from kept on conflict do nothing; insert into audit.chain select * from links on conflict do nothing';
    const gone = await tampered(`delete from audit.access where id = ${row?.row_id}`, back);
    expect(gone?.fault).toMatchObject({ kind: 'MISSING', seq, row: { table: 'access', id: Number(row?.row_id) } });
    const both = await tampered(`delete from audit.access where id = ${row?.row_id}; delete from audit.chain where agency_id = '${town.id}' and seq = ${seq}`, back);
    expect(both?.fault).toMatchObject({ kind: 'MISSING', seq });
    const unlinked = await tampered(`delete from audit.chain where agency_id = '${town.id}' and seq = (select max(seq) from audit.chain where agency_id = '${town.id}')`, back);
    expect(unlinked?.fault).toMatchObject({ kind: 'CUT' });
    await world.sql('drop table kept; drop table links');
  });

  it('two rows that changed places', async () => {
    const [from, to] = [await look(1), await look(4)];
    const [one, two] = [await link(from), await link(to)];
    const swap = `update audit.chain c set row_id = -c.row_id where agency_id = '${town.id}' and seq in (${from}, ${to});
      update audit.chain set row_id = case seq when ${from} then ${two?.row_id} else ${one?.row_id} end where agency_id = '${town.id}' and seq in (${from}, ${to})`;
    const found = await tampered(swap, swap.replace(`then ${two?.row_id} else ${one?.row_id}`, `then ${one?.row_id} else ${two?.row_id}`));
    expect(found?.fault).toMatchObject({ kind: 'REORDERED', seq: from, row: { table: 'access', id: Number(two?.row_id) } });
    expect(found?.fault?.message).toContain(String(one?.row_id));
  });

  it('a tail that was cut, head and all, by the heads outside the database', async () => {
    expect(await heads.writeOut()).toBeGreaterThan(0);
    const end = await length();
    await world.sql('create table kept as select * from audit.access; create table events as select * from audit.event; create table links as select * from audit.chain; create table heads as select * from audit.chain_head');
    const cut = `delete from audit.access a using audit.chain c where c.agency_id = '${town.id}' and c.seq > ${end - 3} and c.kind = 'access' and c.row_id = a.id;
      delete from audit.event e using audit.chain c where c.agency_id = '${town.id}' and c.seq > ${end - 3} and c.kind = 'event' and c.row_id = e.id;
      delete from audit.chain where agency_id = '${town.id}' and seq > ${end - 3};
      update audit.chain_head h set seq = c.seq, hash = c.hash from audit.chain c where h.agency_id = '${town.id}' and c.agency_id = h.agency_id and c.seq = ${end - 3}`;
    const back = `insert into audit.access overriding system value select * from kept on conflict do nothing; insert into audit.event overriding system value select * from events on conflict do nothing;
      insert into audit.chain select * from links on conflict do nothing; update audit.chain_head h set seq = k.seq, hash = k.hash from heads k where k.agency_id = h.agency_id and h.seq < k.seq`;
    expect(await tampered(cut, back)).toBeUndefined();
    expect((await tampered(cut, back, true))?.fault).toMatchObject({ kind: 'CUT', seq: end - 2 });
    expect((await tampered(`delete from audit.chain where agency_id = '${town.id}'; delete from audit.chain_head where agency_id = '${town.id}'`,
      `${back}; insert into audit.chain_head select * from heads on conflict do nothing`, true))?.fault?.kind).toMatch(/CUT/);
    await world.sql('drop table kept; drop table events; drop table links; drop table heads');
    expect((await verification.verify({ heads: readHeads(join(folder, 'audit-heads')), signer }))?.filter(({ fault }) => fault)).toEqual([]);
  });

  it('a chain that was computed anew, and a head that was forged', async () => {
    const file = join(folder, 'audit-heads', `heads-${new Date().toISOString().slice(0, 7)}.jsonl`);
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    const own = lines.findIndex((line) => line.includes(town.id));
    const forged = JSON.parse(lines[own] ?? '') as { hash: string; seq: number };
    writeFileSync(join(folder, 'forged.jsonl'), `${JSON.stringify({ ...forged, hash: 'ab'.repeat(32) })}\n`);
    expect((await verification.verify({ heads: readHeads(join(folder, 'forged.jsonl')), signer }))?.find(({ fault }) => fault)?.fault?.kind).toBe('FORGED_HEAD');
    const anew = `update audit.access set action = 'x' where id = (select row_id from audit.chain where agency_id = '${town.id}' and seq = 1);
      do $$ declare c record; h bytea := decode(repeat('00', 32), 'hex'); begin set local timezone = 'UTC';
        for c in select ch.seq, ch.kind, ch.row_id from audit.chain ch where ch.agency_id = '${town.id}' order by seq loop
          h := sha256(h || convert_to((select audit.canonical(case c.kind when 'access' then (select to_jsonb(a) from audit.access a where a.id = c.row_id) else (select to_jsonb(e) from audit.event e where e.id = c.row_id) end)), 'UTF8'));
          update audit.chain set hash = h where agency_id = '${town.id}' and seq = c.seq;
        end loop; update audit.chain_head set hash = h where agency_id = '${town.id}'; end $$`;
    const [first] = await world.sql<{ action: string }>(`select action from audit.access where id = (select row_id from audit.chain where agency_id = $1 and seq = 1)`, [town.id]);
    const found = await tampered(anew, anew.replace(`action = 'x'`, `action = '${first?.action}'`), true);
    expect(found?.fault?.kind).toBe('REWRITTEN');
  });

  it('is right about one agency, and knows when there is no such chain', async () => {
    expect((await verification.verify({ heads: [], signer }, 'ASHBY'))?.map(({ agency }) => agency)).toEqual(['ASHBY']);
    expect(await verification.verify({ heads: [], signer }, 'NOWHERE')).toBeUndefined();
  });
});
