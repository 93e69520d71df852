import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { Client } from 'pg';
import { SHOWN_AGE_BANDS } from '@hub/domain/anonymity/shown';
import { screen } from '@hub/domain/anonymity/text/screen';
import { SHAPES } from '@hub/domain/disclosure/shapes';
import { HOUSEHOLD_STATES } from '@hub/domain/adopters/states';
import type { Actor } from '@hub/domain/access/actor';
import { useSettings } from '@hub/platform/config';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { DemonstrationModule, servicesOf, type Services } from './demonstration.module';
import { loadDemonstration } from './load-demonstration';
import { DEMO_PASSWORD, DEMO_SIGN_INS } from './sign-ins';
import { PLACING } from './world';

let database: TestDatabase;
let folder: string;
let client: Client;
let app: Awaited<ReturnType<typeof NestFactory.createApplicationContext>>;
let services: Services;
const lines: string[] = [];

const see = async <T = Record<string, unknown>>(sql: string): Promise<T[]> => (await client.query(sql)).rows as T[];
const count = async (sql: string): Promise<number> => Number((await see<{ count: string }>(`select count(*) as count ${sql}`))[0]?.count);

async function signIn(email: string): Promise<Actor> {
  return (await services.signIn.signIn({ email, password: DEMO_PASSWORD, address: '127.0.0.1' })).actor;
}

beforeAll(async () => {
  database = await freshDatabase();
  folder = mkdtempSync(join(tmpdir(), 'hub-demo-'));
  useSettings({
    DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl, HUB_DATA_DIR: folder, HUB_KEY_FILE: join(folder, 'keys.json'),
    HUB_SECRET_FILE: join(folder, 'secret.json'), HUB_DEMO: '1', HUB_LOG: 'none',
  });
  client = new Client({ connectionString: database.superuserUrl });
  await client.connect();
  await client.query('update hub.anonymity_setting set k = 5');
  await loadDemonstration({ log: (line) => void lines.push(line) });
  app = await NestFactory.createApplicationContext(DemonstrationModule, { logger: false });
  services = servicesOf(app);
}, 180_000);

afterAll(async () => {
  await app?.close();
  await client?.end();
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

const OPEN = `('ADOPTED', 'PLAN_CHANGED', 'LEFT_CARE_OTHER')`;

describe('the loaded demonstration', () => {
  it('has about 220 open children, 1,200 closed ones and 160 households', async () => {
    const open = await count(`from hub.child where state not in ${OPEN}`);
    const closed = await count(`from hub.child where state in ${OPEN}`);
    expect([open > 200 && open < 260, closed > 1140 && closed < 1260, await count('from hub.household')]).toEqual([true, true, 160]);
  });

  it('has households in every state, and children from considered to adopted', async () => {
    const households = (await see<{ state: string }>('select distinct state from hub.household')).map(({ state }) => state);
    expect([...households].sort()).toEqual([...HOUSEHOLD_STATES].sort());
    const children = (await see<{ state: string }>('select distinct state from hub.child')).map(({ state }) => state);
    expect([...children].sort()).toEqual(['ADM_DECIDED', 'ADOPTED', 'ADOPTION_CONSIDERED', 'AO_APPLIED', 'AUTHORITY_TO_PLACE', 'INTRODUCTIONS', 'LINKED', 'MATCHED', 'PLACED', 'PLAN_CHANGED']);
  });

  it('took every file whole, without an error or a warning', async () => {
    expect(await see('select kind, status, count(*)::int as files from hub.import_batch group by 1, 2 order by 1')).toEqual([
      { kind: 'ANNEX_A', status: 'APPLIED', files: 7 }, { kind: 'PROFILE_SHEET', status: 'APPLIED', files: 7 },
    ]);
    for (const { code } of PLACING) {
      const admin = await signIn(`admin@${code.toLowerCase()}.example`);
      const { imports } = await services.imports.list(admin, 10, 0);
      const reports = await services.imports.reports(admin, imports.map(({ reference }) => reference));
      expect(reports.size).toBe(2);
      expect([...reports.values()].flatMap(({ issues }) => issues)).toEqual([]);
    }
  });

  it('seeks families for most, with reasons where the search pauses', async () => {
    expect(await count(`from hub.unit where family_finding = 'ACTIVE'`)).toBeGreaterThan(70);
    expect(await count(`from hub.unit where family_finding = 'PAUSED' and family_finding_reason is not null`)).toBeGreaterThan(4);
    expect(await count('from hub.unit where named_worker_id is not null')).toBeGreaterThan(60);
    expect(await count('from hub.ruled_out')).toBeGreaterThanOrEqual(12);
  });

  it('has profiles that two people released, and some that wait for the second', async () => {
    expect(await count('from hub.unit_profile where live')).toBeGreaterThan(40);
    expect(await count('from hub.household_profile where live')).toBeGreaterThan(15);
    expect(await count('from hub.profile_release where approved_at is null')).toBeGreaterThan(3);
    expect(await count('from hub.profile_release where approved_by = requested_by')).toBe(0);
  });

  it('leaves two runs for the worker', async () => {
    expect(await see('select a.code, r.scope, r.status from hub.matching_run r join hub.agency a on a.id = r.agency_id order by 1')).toEqual([
      { code: 'ALD', scope: 'REGION', status: 'QUEUED' }, { code: 'HUB', scope: 'REGION', status: 'QUEUED' },
    ]);
    expect(await see('select name, count(*)::int as jobs from hub.outbox group by 1')).toEqual([{ name: 'matching.run', jobs: 2 }]);
  });

  it("lets everybody who is printed sign in, and shows a finder the other councils' cards", async () => {
    for (const { email, password } of DEMO_SIGN_INS) expect(await services.signIn.signIn({ email, password, address: '127.0.0.1' })).toMatchObject({ kind: 'WEB' });
    const page = await services.units.search(await signIn('finder@bra.example'), { filter: { own: false }, sort: 'WAITING', first: 5, after: null });
    expect(page.totalCount).toBeGreaterThan(40);
    expect(page.items[0]).toMatchObject({ isOwn: false });
  });

  it('is refused a second time', async () => {
    await expect(loadDemonstration({ log: () => undefined })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('says what it did', () => {
    expect(lines).toHaveLength(5);
  });
});

describe('ANON-1: what another council sees of it', () => {
  const shownOf = (type: string, answer: object): object => {
    const fields = SHAPES[type]?.fields ?? [];
    // The day on which a release ends is a term of the release; it says nothing of a child.
    return Object.fromEntries(Object.entries(answer).filter(([field]) => fields.includes(field) && field !== 'expiresOn'));
  };
  const told = (text: string): string[] => {
    const findings = screen(text, { known: [], shown: null });
    return findings.filter(({ kind }) => ['DATE', 'POSTCODE', 'PLACE', 'AGE'].includes(kind)).map(({ kind, from, to }) => `${kind}: ${text.slice(from, to)}`);
  };

  it('no S0/S1 answer contains a date, a postcode, a place from the gazetteer or an exact age', async () => {
    const finder = await signIn('finder@bra.example');
    const [units, households] = [await services.units.search(finder, { filter: { own: false }, sort: 'REFERENCE', first: 500, after: null }), await services.households.search(finder, { filter: { own: false }, first: 500, after: null })];
    const answers: object[] = [];
    for (const { reference } of units.items) {
      const { card, profile } = await services.units.view(finder, reference);
      answers.push(shownOf('UnitCard', card), profile ? shownOf('UnitProfile', profile) : {});
    }
    for (const { reference } of households.items) {
      const { profile } = await services.households.view(finder, reference);
      answers.push(profile ? shownOf('HouseholdProfile', profile) : {});
    }
    expect(answers.filter((answer) => 'progress' in answer).length).toBeGreaterThan(20);
    const words = answers.flatMap((answer) => Object.entries(answer).filter(([field]) => !['reference', 'needs', 'waitingBand', 'youngestBand', 'oldestBand'].includes(field)).map(([, value]) => String(value)));
    expect(words.flatMap(told)).toEqual([]);
    expect(JSON.stringify(answers)).not.toMatch(/\d{4}-\d{2}-\d{2}|T\d{2}:\d{2}/);
    for (const { youngestBand, oldestBand } of units.items) for (const band of [youngestBand, oldestBand]) expect(SHOWN_AGE_BANDS).toContain(band);
  });

  it('would be noticed: the texts of the records themselves hold some', () => expect(told('Born on 03/04/2023 in Leeds, LS1 4AB, aged 3').map((one) => one.split(':')[0])).toEqual(['DATE', 'PLACE', 'POSTCODE', 'AGE']));

  it('ANON-2: has hardly a profile that waits for an override, and none live without one below k', async () => {
    const rows = await see<{ level: number; listed: string }>('select generalisation as level, count(*) as listed from hub.unit_card where listed group by 1 order by 1');
    process.stdout.write(`The demonstration's cards by level of generalisation: ${rows.map(({ level, listed }) => `${level}: ${listed}`).join(', ')}\n`);
    expect(await count(`from hub.profile_release where below_k and approved_at is not null`)).toBe(0);
    expect(await count(`from hub.profile_release where below_k`)).toBeLessThan(5);
  });
});
