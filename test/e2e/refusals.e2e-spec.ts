import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { freshDatabase, type TestDatabase } from '../harness/database';
import type { GraphQLClient } from '../harness/graphql-client';
import { startHub, type RunningHub } from '../harness/hub-process';
import { firstAdministrator, person, smallRegion } from '../harness/people';

interface Row { readonly agency: string | null; readonly person: string | null; readonly address: string; readonly count: number }

let database: TestDatabase;
let hub: RunningHub;
let plain: RunningHub;
let db: Client;
let worker: GraphQLClient & { userId: string };
let officer: GraphQLClient;
const JSON_TYPE = { 'content-type': 'application/json' };
const WRONG = 'wrong Canarypassword lamp';

/** Counts begin anew each quarter of an hour: not in the middle of these tests. */
async function earlyInTheQuarter(): Promise<void> {
  const left = 900_000 - (Date.now() % 900_000);
  if (left < 60_000) await pause(left);
}

beforeAll(async () => {
  await earlyInTheQuarter();
  database = await freshDatabase();
  hub = await startHub({ worker: false, database, environment: { HUB_PUBLIC_URL: 'https://hub.example.test' } });
  db = new Client({ connectionString: database.superuserUrl });
  await db.connect();
  plain = await startHub({ worker: false, database });
  const admin = await firstAdministrator(plain);
  await smallRegion(admin);
  worker = await person(admin, { agency: 'NMB', email: 'worker@nmb.example.test', roles: ['FAMILY_FINDER'], displayName: 'Wim Worker' });
  officer = await person(admin, { agency: 'NMB', email: 'dpo@nmb.example.test', roles: ['DATA_PROTECTION_OFFICER'] });
}, 120_000);
afterAll(async () => {
  await db.end();
  await plain.stop();
  await hub.stop();
  await database.drop();
});

async function rows(action: string, count: number): Promise<Row[]> {
  let found: Row[] = [];
  for (const until = Date.now() + 10_000; Date.now() < until && found.length < count; await pause(50)) {
    found = (await db.query<Row>(`select a.code as agency, u.display_name as person, host(l.client_address) as address, l.row_count as count
      from audit.access l left join hub.agency a on a.id = l.agency_id left join hub.app_user u on u.id = l.actor_id
      where l.action = $1 and l.outcome = 'REFUSED' order by l.row_count, l.client_address, u.display_name nulls last`, [action])).rows;
  }
  return found;
}
const from = (address: string) => ({ 'x-forwarded-for': address });
const attempt = (email: string, address: string) =>
  fetch(`${hub.url}/auth/sign-in`, { method: 'POST', headers: { ...JSON_TYPE, ...from(address) }, body: JSON.stringify({ email, password: WRONG }) }).then(({ status }) => status);
const ask = (headers: Record<string, string>, body = '{"query":"{ viewer { displayName } }"}') => fetch(`${hub.url}/graphql`, { method: 'POST', headers: { ...JSON_TYPE, ...headers }, body }).then(({ status }) => status);

describe('refusals at the door', () => {
  it('AUD-1: throttled sign-ins leave a row with the person’s agency, or the hub’s own where nobody has the address', async () => {
    for (const email of ['worker@nmb.example.test', 'canarynobody@nowhere.example.test']) {
      for (let i = 0; i < 10; i++) expect(await attempt(email, '203.0.113.9')).toBe(401);
      for (let i = 0; i < 3; i++) expect(await attempt(email, '203.0.113.9')).toBe(429);
    }
    expect(await rows('auth.throttled', 2)).toEqual([
      { agency: 'NMB', person: 'Wim Worker', address: '203.0.113.9', count: 1 }, { agency: 'HUB', person: null, address: '203.0.113.9', count: 1 },
    ]);
    const { rows: [log] } = await db.query<{ all: string }>(`select string_agg(l::text, '') || (select string_agg(e::text, '') from audit.event e) as all from audit.access l`);
    expect(log?.all).toContain('auth.signIn');
    expect(log?.all).not.toMatch(/canary/i);
    // The ten failures before: one row each, with where they came from.
    expect(await rows('auth.signIn', 20)).toHaveLength(20);
    expect(new Set((await rows('auth.signIn', 20)).map(({ address }) => address))).toEqual(new Set(['203.0.113.9']));
  });

  it('AUD-1: forged requests leave one row for each person and network, however many there are', async () => {
    const cookie = worker.session?.cookie.replace(/^sid=/, '__Host-sid=') ?? '';
    for (let i = 0; i < 40; i++) expect(await ask({ cookie, ...from('203.0.113.20') })).toBe(403);
    expect(await ask({ cookie, ...from('203.0.113.21') })).toBe(403);
    expect((await fetch(`${hub.url}/auth/sign-in`, { method: 'POST', headers: { ...JSON_TYPE, origin: 'https://elsewhere.example', ...from('203.0.113.22') }, body: '{"email":"a","password":"b"}' })).status).toBe(403);
    expect(await ask({ cookie, authorization: `Bearer ${'x'.repeat(43)}`, ...from('203.0.113.20') })).toBe(400);
    expect(await rows('auth.forged', 3)).toEqual([
      { agency: 'NMB', person: 'Wim Worker', address: '203.0.113.20', count: 1 }, { agency: 'NMB', person: 'Wim Worker', address: '203.0.113.21', count: 1 },
      { agency: 'HUB', person: null, address: '203.0.113.22', count: 1 },
    ]);
  });

  it('AUD-1: an ended session and a token that never was leave a row, the first with its person', async () => {
    const gone = worker.session?.cookie.split('=')[1] ?? '';
    await db.query(`update hub.session set ended_at = now() where user_id = $1`, [worker.userId]);
    expect((await fetch(`${hub.url}/auth/session`, { headers: { cookie: `__Host-sid=${gone}`, ...from('203.0.113.30') } })).status).toBe(401);
    expect(await ask({ authorization: `Bearer ${'y'.repeat(43)}`, ...from('203.0.113.31') })).toBe(401);
    expect(await ask(from('203.0.113.32'))).toBe(401);
    expect(await rows('auth.noSession', 2)).toEqual([{ agency: 'NMB', person: 'Wim Worker', address: '203.0.113.30', count: 1 }, { agency: 'HUB', person: null, address: '203.0.113.31', count: 1 }]);
  });

  it('AUD-1: operations over a limit or unknown to the API leave one row for their person', async () => {
    for (const [body, status] of [
      ['{"query":"{ viewr { id } }"}', 400], ['{"query":"{ viewer { "}', 400], [JSON.stringify({ query: `{ viewer { ${'id '.repeat(1000)} } }` }), 400], ['[{"query":"{ viewer { id } }"}]', 400],
      [JSON.stringify({ query: '{ viewer { id } }', variables: { pad: 'x'.repeat(65_536) } }), 413],
    ] as const) expect([body.slice(0, 30), (await officer.send('/graphql', { method: 'POST', headers: JSON_TYPE, body })).status]).toEqual([body.slice(0, 30), status]);
    expect(await rows('api.refused', 1)).toMatchObject([{ agency: 'NMB', address: '127.0.0.1', count: 1 }]);
    const { accessLog } = await officer.query<{ accessLog: { edges: { node: object }[] } }>('{ accessLog(first: 50, filter: { action: "auth.forged" }) { edges { node { action person count outcome address subjectType subject } } } }');
    expect(accessLog.edges.map(({ node }) => node)).toContainEqual({ action: 'auth.forged', person: 'Wim Worker', count: 1, outcome: 'REFUSED', address: '203.0.113.20', subjectType: 'USER', subject: 'Wim Worker' });
  });

  it('AUD-1: how many more there were is told at the end, at the latest when the hub stops', async () => {
    await hub.stop();
    const told = (await rows('auth.forged', 4)).filter(({ count }) => count > 1);
    expect(told).toEqual([{ agency: 'NMB', person: 'Wim Worker', address: '203.0.113.20', count: 40 }]);
    expect((await rows('auth.throttled', 4)).map(({ agency, count }) => [agency, count])).toEqual([['NMB', 1], ['HUB', 1], ['NMB', 2], ['HUB', 2]]);
  });
});
