import { Client } from 'pg';
import { setTimeout as pause } from 'node:timers/promises';
import { freshDatabase } from '../harness/database';
import type { GraphQLClient } from '../harness/graphql-client';
import { HubCommand } from '../harness/hub-command';
import { startHub, type RunningHub } from '../harness/hub-process';
import { firstAdministrator, person, smallRegion } from '../harness/people';

let hub: RunningHub;
let db: Client;
let worker: GraphQLClient & { userId: string };
let officer: GraphQLClient;
let unit: string;
let household: string;

beforeAll(async () => {
  hub = await startHub();
  db = new Client({ connectionString: hub.database.superuserUrl });
  await db.connect();
  const admin = await firstAdministrator(hub);
  await smallRegion(admin);
  worker = await person(admin, { agency: 'NMB', email: 'worker@nmb.example.test', roles: ['FAMILY_FINDER', 'CHILDS_WORKER', 'ADOPTERS_WORKER'], displayName: 'Wim Worker' });
  officer = await person(admin, { agency: 'NMB', email: 'dpo@nmb.example.test', roles: ['DATA_PROTECTION_OFFICER'], displayName: 'Olive Officer' });
  ({ createChild: { reference: unit } } = await worker.query<{ createChild: { reference: string } }>(
    'mutation ($input: CreateChildInput!) { createChild(input: $input) { reference } }', { input: { facts: { firstName: 'Canaryfirst', sex: 'F', dateOfBirth: '2022-02-03' } } }));
  ({ createHousehold: { reference: household } } = await worker.query<{ createHousehold: { reference: string } }>(
    'mutation ($input: CreateHouseholdInput!) { createHousehold(input: $input) { reference } }', { input: { facts: { familyId: 'F-1', kind: 'COUPLE' } } }));
});

afterAll(async () => {
  await db?.end();
  await hub?.stop();
});

const UNIT = 'query ($reference: String!) { unit(reference: $reference) { reference } }';
const WHO = `query ($reference: String!) { whoLookedAtUnit(reference: $reference, first: 100) {
  totalCount edges { node { person roles action purpose stage fields outcome delivery } } } }`;

interface Look { person: string; roles: string[]; action: string; purpose: string; stage: string; fields: string[]; outcome: string; delivery: string }
const looks = async (): Promise<Look[]> => (await officer.query<{ whoLookedAtUnit: { edges: { node: Look }[] } }>(WHO, { reference: unit })).whoLookedAtUnit.edges.map(({ node }) => node);

async function eventually<T>(ask: () => Promise<T | undefined | false>): Promise<T> {
  for (const until = Date.now() + 15_000; Date.now() < until; await pause(50)) {
    const found = await ask();
    if (found) return found;
  }
  throw new Error('It did not happen within 15 seconds.');
}

describe('the access log, seen from outside', () => {
  it('AUD-1: a look is told with person, roles, purpose, stage and fields, and marked delivered once its answer was sent', async () => {
    const before = (await looks()).length;
    await worker.query(UNIT, { reference: unit });
    const [own, card] = await eventually(async () => {
      const all = await looks();
      return all.length === before + 2 && all.every(({ delivery }) => delivery === 'DELIVERED') && all;
    });
    expect(card).toMatchObject({ person: 'Wim Worker', roles: ['FAMILY_FINDER', 'CHILDS_WORKER', 'ADOPTERS_WORKER'], action: 'children.view', purpose: 'FAMILY_FINDING', stage: 'S0', outcome: 'ALLOWED' });
    expect(own).toMatchObject({ action: 'children.viewIdentity', purpose: 'CASE_WORK', stage: 'OWN' });
    expect(own?.fields).toContain('children.firstName');
    expect(JSON.stringify([own, card])).not.toMatch(/canary/i);
  });

  it('AUD-6: a client-sent action name does not appear in the log', async () => {
    const sent = await worker.send('/graphql?action=CANARYACTION', {
      method: 'POST', headers: { 'content-type': 'application/json', 'x-audit-action': 'CANARYACTION', 'x-request-id': 'CANARYACTION', 'x-forwarded-for': '6.6.6.6' },
      body: JSON.stringify({ query: `query CANARYACTION ($reference: String!) { CANARYACTION: unit(reference: $reference) { reference } }`, operationName: 'CANARYACTION', variables: { reference: unit }, action: 'CANARYACTION', extensions: { purpose: 'CANARYACTION' } }),
    });
    expect([sent.status, await sent.text()]).toEqual([200, expect.stringContaining(unit)]);
    const { rows } = await db.query<{ all: string }>(`select string_agg(to_jsonb(a)::text, '') as all from audit.access a`);
    expect(rows[0]?.all).toContain('children.view');
    expect(rows[0]?.all).not.toMatch(/CANARY|6\.6\.6\.6/);
  });

  it('AUD-2: with the audit schema read-only every protected query returns 503 and no data', async () => {
    const questions: [string, Record<string, unknown>][] = [
      [UNIT, { reference: unit }], ['query ($reference: String!) { household(reference: $reference) { reference } }', { reference: household }],
      ['{ units { totalCount edges { node { reference } } } }', {}], ['{ households { totalCount edges { node { reference } } } }', {}],
      ['query ($unit: String!) { shortlist(unit: $unit) { eligible } }', { unit }], ['{ runs { totalCount } }', {}], ['{ myWork { myUnits { reference } } }', {}],
      ['mutation ($input: CreateChildInput!) { createChild(input: $input) { reference } }', { input: { facts: { sex: 'F' } } }],
      ['mutation { startMatchingRun(scope: REGION) { reference } }', {}],
    ];
    const { rows: [before] } = await db.query<{ n: string }>('select count(*) as n from hub.child');
    await db.query('alter table audit.access add constraint read_only check (false) not valid');
    try {
      for (const [query, variables] of questions) {
        const { status, data, errors } = await worker.ask(query, variables);
        expect([query, status, errors?.[0]?.extensions.code]).toEqual([query, 503, 'AUDIT_UNAVAILABLE']);
        expect(Object.values(data ?? {}).filter((part) => part !== null)).toEqual([]);
      }
      const { status, data } = await officer.ask(WHO, { reference: unit });
      expect([status, data?.['whoLookedAtUnit'] ?? null]).toEqual([503, null]);
      const file = await officer.send('/audit-files/access-log.csv', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
      expect([file.status, (await file.text()).includes('AUDIT_UNAVAILABLE')]).toEqual([503, true]);
      expect((await fetch(`${hub.url}/readyz`)).status).toBe(503);
    } finally {
      await db.query('alter table audit.access drop constraint read_only');
    }
    expect((await db.query<{ n: string }>('select count(*) as n from hub.child')).rows[0]).toEqual(before);
    expect((await worker.ask(UNIT, { reference: unit })).data).toEqual({ unit: { reference: unit } });
  });

  it('AUD-2: with a chain that cannot be written to there is no data either', async () => {
    await db.query('alter table audit.chain add constraint full_disk check (false) not valid');
    try {
      expect(await worker.ask(UNIT, { reference: unit })).toMatchObject({ status: 503, data: { unit: null } });
      expect((await fetch(`${hub.url}/readyz`)).status).toBe(503);
    } finally {
      await db.query('alter table audit.chain drop constraint full_disk');
    }
  });

  it('hands out the report as CSV and as a tagged PDF, each recorded with its row count', async () => {
    const body = JSON.stringify({ subject: { type: 'UNIT', reference: unit } });
    const ask = (path: string, who = officer) => who.send(`/audit-files/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const csv = await ask('who-looked.csv');
    expect([csv.status, csv.headers.get('content-disposition'), csv.headers.get('content-type')]).toEqual([200, `attachment; filename="who-looked-${unit}.csv"`, 'text/csv; charset=utf-8']);
    const lines = (await csv.text()).trim().split('\r\n');
    const { rows: [recorded] } = await db.query<{ row_count: number }>(`select row_count from audit.access where action = 'audit.whoLooked' order by id desc limit 1`);
    expect(recorded?.row_count).toBe(lines.length - 2);
    expect(lines.at(-1)).toMatch(/^"?Made by Olive Officer, NMB/);
    const pdf = await ask('who-looked.pdf');
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const bytes = Buffer.from(await pdf.arrayBuffer()).toString('latin1');
    expect(bytes.startsWith('%PDF-')).toBe(true);
    expect(bytes).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
    expect(bytes).toMatch(/\/StructTreeRoot/);
    expect(bytes).toMatch(/\/Lang\s*\(en-GB\)/);
    expect((await ask('who-looked.csv', worker)).status).toBe(403);
    expect((await fetch(`${hub.url}/audit-files/who-looked.csv`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).status).toBe(401);
  }, 120_000);

  it('AUD-5: the worker writes signed heads outside the database, and hub verify-audit finds everything sound', async () => {
    const verify = async (...args: string[]) => {
      const command = HubCommand.call(['verify-audit', ...args], { ...hub.environment, HUB_LOG: 'none' });
      return [await command.exit(), command.said] as const;
    };
    const [code, said] = await verify();
    expect([code, said]).toEqual([0, expect.stringMatching(/NMB: sound, \d+ rows/)]);
    expect((await verify('--agency', 'NOWHERE'))[0]).toBe(1);
    expect((await verify('--agency', 'no such'))[0]).toBe(2);
    expect((await verify('--heads', '/nowhere/at/all'))[0]).toBe(2);
    const [row] = (await db.query<{ id: string; action: string }>(`select id, action from audit.access where subject_reference = $1 order by id limit 1`, [unit])).rows;
    await db.query(`set session_replication_role = replica; update audit.access set action = 'children.vieW' where id = ${row?.id}`);
    const [broken, words] = await verify('--agency', 'NMB');
    expect([broken, words]).toEqual([1, expect.stringContaining(`audit.access ${row?.id}, link `)]);
    const [, text] = await verify('--json');
    expect((JSON.parse(text) as { agency: string; fault: { kind: string; row: object } | null }[]).filter(({ fault }) => fault)).toMatchObject([{ agency: 'NMB', fault: { kind: 'ALTERED', row: { table: 'access', id: Number(row?.id) } } }]);
    await db.query(`update audit.access set action = '${row?.action}' where id = ${row?.id}; set session_replication_role = origin`);
    expect((await verify())[0]).toBe(0);
  }, 120_000);

  it('AUD-2: kill -9 between audit and answer leaves an audit row marked "not delivered", never data without a row', async () => {
    const last = async () => Number((await db.query<{ id: string }>('select max(id) as id from audit.access')).rows[0]?.id);
    const before = await last();
    // The first part of the answer is looked up and recorded; the second waits, and with it the answer.
    await db.query('begin; lock table hub.household_card in access exclusive mode');
    const answer = worker.ask('query ($unit: String!, $household: String!) { unit(reference: $unit) { reference } household(reference: $household) { reference } }', { unit, household }).catch(() => 'no answer');
    await eventually(async () => (await last()) >= before + 2);
    await hub.killApi();
    await db.query('rollback');
    expect(await answer).toBe('no answer');
    const { rows } = await db.query<{ action: string; delivered: boolean }>(`select l.action, exists (select from audit.delivery d where d.request_id = l.request_id) as delivered
      from audit.access l where l.id > $1 and l.subject_reference = $2 order by l.id`, [before, unit]);
    expect(rows).toEqual([{ action: 'children.view', delivered: false }, { action: 'children.viewIdentity', delivered: false }]);
  });
});

describe('starting without a log', () => {
  it('AUD-3: server exits non-zero when the audit role cannot insert', async () => {
    const database = await freshDatabase();
    const superuser = new Client({ connectionString: database.superuserUrl });
    await superuser.connect();
    await superuser.query('revoke insert on audit.access from hub_auditor');
    await superuser.end();
    for (const app of ['api', 'worker']) {
      const start = startHub({ database, api: app === 'api', worker: app === 'worker' });
      await expect(start).rejects.toThrow(new RegExp(`The ${app} ended with 1 while starting:[^]*\nThe access log cannot be written`));
    }
    await database.drop();
  });
});
