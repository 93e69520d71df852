import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import type { Actor } from '@hub/domain/access/actor';
import { isoDate } from '@hub/domain/dates/iso-date';
import { CHILDREN_SHEET } from '@hub/domain/interchange/profile-sheet';
import { addChildren, addHouseholds, childFacts, householdFacts } from '@hub/features/keys/spec-keys';
import { canariesIn, copyEveryTable } from '../harness/canaries';
import { freshDatabase } from '../harness/database';
import type { GraphQLClient } from '../harness/graphql-client';
import { childrenOf, HubCommand } from '../harness/hub-command';
import { startHub, type RunningHub } from '../harness/hub-process';
import { firstAdministrator, PASSWORD, person, smallRegion } from '../harness/people';
import { testServer } from '../harness/server';
import { openWorld, type Town, type World } from '../harness/world';
import { CANARIES, writeEverything } from '../harness/written';
import { tableSheet, workbook } from '../samples/workbook';

/** Every sensitive field (trust.md FLD-5) with a value that stands nowhere else. */
const CHILD = {
  externalId: 'Kestrel-One-77', firstName: 'Quillonby', lastName: 'Vantongeren', dateOfBirth: isoDate('2021-03-17'), address: '9 Oxbow Passage, ZX9 9XZ',
  birthFamily: 'Mother Hespera Dunnock', notes: 'NHS 943 476 5919; heart murmur since birth', siblingGroup: 'Group-Merganser',
};
const HOUSEHOLD = { familyExternalId: 'Family-Whinchat', names: 'Ottoline and Peregrin Fieldfare', address: '4 Siskin Court, ZX8 8XZ', phone: '01632 960983', email: 'fieldfare@private.example' };
const ADULT = { externalId: 'Adult-Wryneck', firstName: 'Ottoline-Maud', lastName: 'Fieldfare-Crake' };
const FILE = { name: 'Bittern-list.xlsx', cell: 'Child-Corncrake', badValue: 'Nightjar-is-no-level' };
const PEOPLE = [...Object.values(CHILD), ...Object.values(HOUSEHOLD), ...Object.values(ADULT), ...Object.values(FILE), ...CANARIES];

let hub: RunningHub;
let world: World;
let finder: GraphQLClient & { userId: string };
let secrets: string[];
let apiToken: string;

const file = (name: string): string => readFileSync(join(hub.dataDir, name), 'utf8');

beforeAll(async () => {
  hub = await startHub({ environment: { HUB_LOG: 'debug' } });
  world = await openWorld(hub.database, join(hub.dataDir, 'keys.json'));
  const admin = await firstAdministrator(hub);
  await smallRegion(admin);
  finder = await person(admin, { agency: 'NMB', email: 'finder@nmb.example.test', roles: ['FAMILY_FINDER'] });
  apiToken = (await finder.query<{ createApiToken: { token: string } }>('mutation { createApiToken(label: "Nightly") { token } }')).createApiToken.token;
  const manager = await person(admin, { agency: 'NMB', email: 'manager@nmb.example.test', roles: ['APPROVING_MANAGER'] });
  const neighbour = await person(admin, { agency: 'SVC', email: 'worker@svc.example.test', roles: ['ADOPTERS_WORKER'] });
  const town = await townOf('NMB', finder.userId, manager.userId);
  await addChildren(world, town, [childFacts(CHILD.externalId, { ...CHILD, familyFinding: 'ACTIVE' })]);
  await addHouseholds(world, town, [householdFacts(HOUSEHOLD.familyExternalId, { ...HOUSEHOLD, adults: [ADULT] })]);
  await writeEverything(world, { north: town, south: await townOf('SVC', neighbour.userId, neighbour.userId) });
  await checkedImport();
  const keys = JSON.parse(file('keys.json')) as { purposes: Record<string, string>; agencies: Record<string, { keys: { key: string }[] }> };
  const bytes = [...Object.values(keys.purposes), ...Object.values(keys.agencies).flatMap((entry) => entry.keys.map(({ key }) => key)), (JSON.parse(file('secret.json')) as { secret: string }).secret];
  secrets = [...bytes, ...bytes.map((text) => Buffer.from(text, 'base64').toString('hex')), new URL(hub.database.appUrl).password, finder.session!.cookie.split('=')[1] ?? '', PASSWORD, apiToken];
}, 120_000);
afterAll(async () => {
  await world?.close();
  await hub?.stop();
});

async function townOf(code: string, first: string, second: string): Promise<Town> {
  const [agency] = await world.sql<{ id: string }>('select id from hub.agency where code = $1', [code]);
  const id = agency?.id ?? '';
  const as = (userId: string) => (...roles: Actor['roles']): Actor => ({ kind: 'user', userId, agencyId: id, agencyCode: code, agencyKind: 'COUNCIL', displayName: 'Robin Tester', roles });
  return { id, code, kind: 'COUNCIL', as: as(first), second: as(second) };
}

/** A file that was checked and lies there with its report, which quotes a bad value. */
async function checkedImport(): Promise<void> {
  const sheet = workbook([tableSheet('Children', CHILDREN_SHEET.columns.map(({ heading }) => heading), [{ 'Child Unique ID': FILE.cell, Contact: FILE.badValue }])]);
  const reference = await finder.upload('PROFILE_SHEET', FILE.name, sheet);
  for (let status = ''; status !== 'CHECKED';) {
    const { importBatch } = await finder.query<{ importBatch: { status: string; issues: object } }>('query ($reference: String!) { importBatch(reference: $reference) { status issues { edges { node { value } } } } }', { reference });
    status = importBatch.status;
    if (status === 'CHECKED') expect(JSON.stringify(importBatch)).toContain(FILE.badValue);
  }
}

test('a dump of every table (COPY) contains no canary', async () => {
  const dump = await copyEveryTable(hub.database.superuserUrl);
  expect(dump.size).toBeGreaterThan(30);
  const [columns] = await world.sql<{ n: number }>(`select count(*)::int as n from information_schema.columns where table_schema = 'hub' and table_name = 'child_identity'`);
  expect(dump.get('hub.child_identity')?.split('\n')[0]?.split('\t').length).toBe(columns?.n);
  const found = [...dump].flatMap(([table, text]) => canariesIn(text, [...PEOPLE, ...secrets]).map((canary) => `${table}: ${canary}`));
  expect(found).toEqual([]);
});

test('the dump would show a canary in any table and form', async () => {
  const hidden = CHILD.notes;
  const forms = [hidden, Buffer.from(hidden).toString('hex'), ...['', 'x', 'xy'].map((lead) => Buffer.from(`${lead}${hidden}-`).toString('base64')), JSON.stringify({ hidden })];
  for (const form of forms) expect(canariesIn(form, PEOPLE)).toContain(hidden);
  await world.sql('create table hub.leak (id uuid, text text, packed bytea)');
  try {
    for (const [text, packed] of [[hidden, null], [null, deflateSync(hidden)], [null, Buffer.from(hidden)]]) {
      await world.sql('delete from hub.leak');
      await world.sql('insert into hub.leak values ($1, $2, $3)', [randomUUID(), text, packed]);
      expect(canariesIn((await copyEveryTable(hub.database.superuserUrl)).get('hub.leak') ?? '', PEOPLE)).toEqual([hidden]);
    }
  } finally {
    await world.sql('drop table hub.leak');
  }
});

test('SEC-1: no log line, argument or title of a process holds a secret or a person, whatever goes wrong', async () => {
  const [unit] = await world.sql<{ reference: string }>('select reference from hub.unit');
  await fetch(`${hub.url}/auth/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json', origin: hub.url }, body: JSON.stringify({ email: HOUSEHOLD.email, password: PASSWORD }) });
  await finder.ask(`{ unit(reference: "${CHILD.firstName}") { reference } }`);
  await finder.ask('mutation ($input: CreateChildInput!) { createChild(input: $input) { reference } }', { input: { facts: { externalId: CHILD.externalId } } });
  await fetch(`${hub.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${apiToken}` }, body: `{"query": "{ ${CHILD.notes}` });
  // A record that does not open, connections that break, and a table that is gone: errors that we did not write.
  await world.sql('update hub.child_identity set first_name = last_name');
  const broken = await finder.ask('query ($r: String!) { unit(reference: $r) { record { children { firstName } } } }', { r: unit?.reference });
  expect(broken.errors?.[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
  await world.sql(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'hub_app' and pid <> pg_backend_pid()`).catch(() => undefined);
  await finder.ask('{ viewer { displayName } }').catch(() => undefined);
  await world.sql('alter table hub.child_profile rename to gone');
  await finder.ask('query ($r: String!) { unit(reference: $r) { record { plan } } }', { r: unit?.reference });
  await world.sql('alter table hub.gone rename to child_profile');

  expect(hub.said).toContain('graphql.failed');
  expect(hub.said.split('\n').length).toBeGreaterThan(50);
  expect(canariesIn(hub.said, [...secrets, ...PEOPLE])).toEqual([]);
  const processes = childrenOf(process.pid).filter(({ command }) => command.includes('dist/apps/'));
  expect(processes.length).toBeGreaterThanOrEqual(2);
  const shown = processes.map(({ pid, command }) => `${command} ${readFileSync(`/proc/${pid}/comm`, 'utf8')} ${readFileSync(`/proc/${pid}/stat`, 'utf8')}`).join('\n');
  expect(canariesIn(shown, [...secrets, hub.database.appUrl, ...PEOPLE])).toEqual([]);
});

describe('server will not start with the sample key', () => {
  const SAMPLE = Buffer.from('sample key: never for real data!').toString('base64');
  const keys = (blindIndex: string) => JSON.stringify({ version: 2, purposes: { BLIND_INDEX: blindIndex, AUDIT_SIGNING: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=' }, agencies: {} });

  test.each([
    ['the sample key of the manual, as a key', 'keys.json', keys(SAMPLE)],
    ['a short key', 'keys.json', keys('c2hvcnQ=')],
    ['the sample secret of the manual', 'secret.json', JSON.stringify({ secret: SAMPLE })],
    ['a short secret', 'secret.json', JSON.stringify({ secret: 'c2hvcnQ=' })],
  ])('%s', async (_, name, content) => {
    const database = await freshDatabase();
    const folder = mkdtempSync(join(testServer().folder, 'sample-'));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), content, { mode: 0o600 });
    const command = HubCommand.call(['start'], { HUB_DATA_DIR: folder, PORT: '0', DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl });
    expect(await command.exit()).toBe(1);
    expect(command.said).toMatch(new RegExp(`${name} .*(a sample or a sentence)`));
    expect(command.said).not.toContain(SAMPLE);
    await database.drop();
  });

  test('the sample of the manual is the one that is refused', () => {
    expect(readFileSync(join(__dirname, '../../docs/operations.md'), 'utf8')).toContain(SAMPLE);
  });
});
