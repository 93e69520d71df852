import type { GraphQLClient } from '../harness/graphql-client';
import { HubCommand } from '../harness/hub-command';
import { startHub, type RunningHub } from '../harness/hub-process';
import { firstAdministrator, person, smallRegion } from '../harness/people';

let hub: RunningHub;
let finder: GraphQLClient;
let other: GraphQLClient;
let coordinator: GraphQLClient;
let unit: string;

const today = new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/London' });

beforeAll(async () => {
  hub = await startHub();
  const admin = await firstAdministrator(hub);
  await smallRegion(admin);
  finder = await person(admin, { agency: 'NMB', email: 'finder@nmb.example.test', roles: ['FAMILY_FINDER', 'APPROVING_MANAGER'] });
  other = await person(admin, { agency: 'SVC', email: 'finder@svc.example.test', roles: ['FAMILY_FINDER', 'ADOPTERS_WORKER'] });
  coordinator = await person(admin, { agency: 'HUB', email: 'coordinator@hub.example.test', roles: ['HUB_COORDINATOR'] });
  await finder.query('mutation ($input: LocalSearchPolicyInput!) { setLocalSearchPolicy(input: $input) { startsOn } }', { input: { startsOn: today, unitDays: 30, householdDays: 0 } });
  const { createChild } = await finder.query<{ createChild: { reference: string; record: { version: number } } }>('mutation ($input: CreateChildInput!) { createChild(input: $input) { reference record { version } } }', {
    input: { facts: { externalId: 'B1', firstName: 'Robin', dateOfBirth: '2022-05-05', sex: 'F', admDecidedOn: '2024-09-02', placementOrderOn: '2025-01-15' } } });
  unit = createChild.reference;
  await finder.query('mutation ($input: ChangeFamilyFindingInput!) { changeFamilyFinding(input: $input) { reference } }', { input: { unit, version: createChild.record.version, to: 'ACTIVE', onDate: today } });
});
afterAll(() => hub?.stop());

const csv = (client: GraphQLClient) => client.send('/drift-files/drift.csv', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ filter: {} }) });
const drift = (client: GraphQLClient) => client.query<{ drift: { totalCount: number; agencies: { searches: number }[] } }>('{ drift { totalCount agencies { searches } edges { node { unit } } } }');

describe('a search that is local yet, over HTTP', () => {
  it('is in the council’s drift and file, and in no other’s until it is widened', async () => {
    expect(await drift(finder)).toMatchObject({ drift: { totalCount: 1, edges: [{ node: { unit } }] } });
    for (const client of [other, coordinator]) expect(await drift(client)).toEqual({ drift: { totalCount: 0, agencies: [], edges: [] } });
    expect(await (await csv(finder)).text()).toContain(unit);
    expect(await (await csv(coordinator)).text()).not.toContain(unit);
    const { unit: { record } } = await finder.query<{ unit: { record: { version: number } } }>('query ($unit: String!) { unit(reference: $unit) { record { version } } }', { unit });
    await finder.query('mutation ($input: WideningInput!) { widenSearch(input: $input) { isKept } }', { input: { subjectType: 'UNIT', reference: unit, version: record.version, on: today } });
    expect(await drift(coordinator)).toMatchObject({ drift: { totalCount: 1, agencies: [{ searches: 1 }] } });
    expect(await drift(other)).toMatchObject({ drift: { totalCount: 0 } });
    expect(await (await csv(coordinator)).text()).toContain(unit);
  });

  it('leaves to nobody who is not signed in', async () => {
    expect((await fetch(`${hub.url}/drift-files/drift.csv`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })).status).toBe(401);
  });
});

describe('hub check', () => {
  it('tells what it takes, refuses what it does not, and answers sound', async () => {
    const help = HubCommand.call(['check', '--help']);
    expect([await help.exit(), help.said.includes('hub check [--json]')]).toEqual([0, true]);
    const wrong = HubCommand.call(['check', 'everything']);
    expect([await wrong.exit(), wrong.said]).toEqual([2, expect.stringContaining('takes no words')]);
    const environment = { ...hub.environment, HUB_LOG: 'none' };
    const check = HubCommand.call(['check', '--json'], environment);
    expect([await check.exit(), JSON.parse(check.said.slice(check.said.indexOf('[')))]).toEqual([0, []]);
  });
});
