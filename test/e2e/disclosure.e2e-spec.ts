import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { GraphQLClient } from '../harness/graphql-client';
import { startHub, type RunningHub } from '../harness/hub-process';
import { firstAdministrator, person, smallRegion } from '../harness/people';
import { askDeep, ROOTS, type Root } from '../harness/schema-walk';

/*
 * Two councils: no query, filter, sort, count, error or guess of an id lets one see the other's identity data.
 * Canaries lie in every identity field and in every field that no stage before S2 shows; the owner sees them, nobody else ever does.
 */

const CANARY = /canary|2021-03-17|2019-10|ZZ9|ZZ8|QZ7/i;

const CHILD = {
  externalId: 'CANARY-CHILD-1', firstName: 'Canaryfirst', lastName: 'Canarylast', dateOfBirth: '2021-03-17', sex: 'F', ethnicity: 'WBRI',
  enteredCareOn: '2024-01-10', admDecidedOn: '2024-09-02', placementOrderOn: '2025-01-15', waitingSince: '2024-09-03', needs: [{ key: 'attachment', level: 2 }],
  avoidAreas: ['ZZ9'], homeArea: 'ZZ8', contact: 1, heritage: ['WBRI'], about: 'Canarydraft text that nobody released', healthSummary: 'Canaryhealth',
};
const HOUSEHOLD = {
  familyId: 'CANARY-FAMILY-1', names: 'Canarynames', address: '1 Canary Row', kind: 'COUPLE', approvedOn: '2025-05-01', availability: 'AVAILABLE', shareConsent: true,
  maxChildren: 2, ageMinMonths: 0, ageMaxMonths: 84, offers: [{ key: 'attachment', level: 3 }], area: 'QZ7', childrenAtHome: ['2019-10'], about: 'Canarydraft household', reportSummary: 'Canaryreport',
  experience: 'Canaryexperience that nobody released',
};

const COUNCIL_ROLES = ['FAMILY_FINDER', 'CHILDS_WORKER', 'ADOPTERS_WORKER', 'APPROVING_MANAGER', 'REVIEWING_OFFICER', 'PANEL_ADVISER', 'DECISION_MAKER', 'ANALYST', 'AGENCY_ADMIN', 'DATA_PROTECTION_OFFICER'];
const VOLUNTARY_ROLES = ['ADOPTERS_WORKER', 'APPROVING_MANAGER', 'ANALYST', 'AGENCY_ADMIN', 'DATA_PROTECTION_OFFICER'];

let hub: RunningHub;
let owner: GraphQLClient & { userId: string };
let strangers: readonly (readonly [name: string, client: GraphQLClient])[];
let unit: string;
let child: string;
let household: string;
/** A unit of the other council, for which the canaries' household is a candidate. */
let theirs: string;

async function seek(client: GraphQLClient, facts: object): Promise<{ unit: string; child: string }> {
  const { createChild } = await client.query<{ createChild: { reference: string; record: { version: number; children: { reference: string }[] } } }>(
    'mutation ($input: CreateChildInput!) { createChild(input: $input) { reference record { version children { reference } } } }', { input: { facts } });
  await client.query('mutation ($input: ChangeFamilyFindingInput!) { changeFamilyFinding(input: $input) { reference } }',
    { input: { unit: createChild.reference, version: createChild.record.version, to: 'ACTIVE', onDate: '2026-01-05' } });
  return { unit: createChild.reference, child: createChild.record.children[0]?.reference ?? '' };
}

/** A finished run of the region, so that shortlists and explanations are there to be walked. */
async function runRegion(client: GraphQLClient): Promise<void> {
  const { startMatchingRun } = await client.query<{ startMatchingRun: { reference: string } }>('mutation { startMatchingRun(scope: REGION) { reference } }');
  for (const until = Date.now() + 30_000; Date.now() < until; await pause(100)) {
    const { run } = await client.query<{ run: { status: string } }>('query ($reference: String!) { run(reference: $reference) { status } }', { reference: startMatchingRun.reference });
    if (run.status === 'DONE') return;
  }
  throw new Error('The run did not finish.');
}

beforeAll(async () => {
  hub = await startHub();
  const admin = await firstAdministrator(hub);
  await smallRegion(admin);
  owner = await person(admin, { agency: 'NMB', email: 'owner@nmb.example.test', roles: COUNCIL_ROLES });
  const manager = await person(admin, { agency: 'NMB', email: 'manager@nmb.example.test', roles: ['APPROVING_MANAGER'] });
  strangers = [
    ['the other council, every role', await person(admin, { agency: 'SVC', email: 'all@svc.example.test', roles: COUNCIL_ROLES })],
    ['the voluntary agency, every role', await person(admin, { agency: 'HWA', email: 'all@hwa.example.test', roles: VOLUNTARY_ROLES })],
    ['the hub\'s coordinator', await person(admin, { agency: 'HUB', email: 'coordinator@hub.example.test', roles: ['HUB_COORDINATOR'] })],
    ['the hub\'s administrator', admin],
  ];
  ({ unit, child } = await seek(owner, CHILD));
  const home = await owner.query<{ createHousehold: { reference: string } }>('mutation ($input: CreateHouseholdInput!) { createHousehold(input: $input) { reference } }', { input: { facts: HOUSEHOLD } });
  household = home.createHousehold.reference;
  const { requestRelease } = await owner.query<{ requestRelease: { id: string } }>(
    'mutation ($input: RequestReleaseInput!) { requestRelease(input: $input) { id } }', { input: { subjectType: 'UNIT', subject: unit, purpose: 'FAMILY_FINDING', about: 'Likes trains.' } });
  await manager.query('mutation ($id: ID!) { approveRelease(id: $id, expiresOn: "2099-01-01") { status } }', { id: requestRelease.id });
  const other = strangers[0]?.[1] as GraphQLClient;
  ({ unit: theirs } = await seek(other, { externalId: 'SVC-1', dateOfBirth: '2022-05-05', sex: 'M', enteredCareOn: '2025-01-10', admDecidedOn: '2025-09-02', needs: [{ key: 'attachment', level: 1 }] }));
  await runRegion(owner);
});

afterAll(() => hub?.stop());

/** Inner ids never leave the API; somebody could still have come by one. */
async function agencyId(code: string): Promise<string> {
  const db = new Client({ connectionString: hub.database.superuserUrl });
  await db.connect();
  try {
    return (await db.query<{ id: string }>('select id from hub.agency where code = $1', [code])).rows[0]?.id ?? '';
  } finally {
    await db.end();
  }
}

/** What a stranger could know or guess for an argument. */
function guesses(name: string): readonly string[] {
  if (name === 'unit') return [unit, child, theirs, 'ZZZZZZ'];
  if (name === 'household') return [household, 'ZZZZZZ'];
  if (name === 'id') return [owner.userId, '00000000-0000-4000-8000-000000000000'];
  if (name === 'agency') return ['NMB', 'HWA'];
  if (name === 'subjectType') return ['UNIT', 'HOUSEHOLD'];
  if (name === 'from') return ['2020-01-01'];
  if (name === 'to') return ['2099-12-31'];
  return [unit, child, theirs, household, 'ZZZZZZ', CHILD.externalId];
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Of Northmoor's rows about people, and of its people. */
async function innerIds(): Promise<Set<string>> {
  const db = new Client({ connectionString: hub.database.superuserUrl });
  await db.connect();
  const tables = ['unit', 'child', 'household', 'adult', 'app_user', 'matching_run', 'import_batch'];
  const { rows } = await db.query<{ id: string }>(`${tables.map((table) => `select x.id::text from hub.${table} x join hub.agency a on a.id = x.agency_id and a.code = 'NMB'`).join(' union ')} union select id::text from hub.agency`);
  await db.end();
  return new Set(rows.map(({ id }) => id));
}

describe('the owner, as a control', () => {
  it('sees the canaries', async () => {
    const answers = (await askDeep(owner, ROOTS.find(({ name }) => name === 'unit') as Root, guesses)).join();
    for (const canary of ['CANARY-CHILD-1', 'Canaryfirst', 'Canarylast', '2021-03-17', 'ZZ9', 'ZZ8', 'Canarydraft', 'Canaryhealth']) expect(answers).toContain(canary);
    const home = (await askDeep(owner, ROOTS.find(({ name }) => name === 'household') as Root, guesses)).join();
    for (const canary of ['CANARY-FAMILY-1', 'Canarynames', '1 Canary Row', 'QZ7', '2019-10', 'Canaryreport']) expect(home).toContain(canary);
  });
});

describe('strangers', () => {
  it('see cards and the released profile, so that the walk below has something to find', async () => {
    const [, other] = strangers[0] ?? [];
    const { unit: view } = await other!.query<{ unit: { stage: string; profile: { about: string }; record: unknown } }>(
      'query ($reference: String!) { unit(reference: $reference) { stage profile { about } record { version } } }', { reference: unit });
    expect(view).toEqual({ stage: 'S1', profile: { about: 'Likes trains.' }, record: null });
    const { households } = await other!.query<{ households: { totalCount: number } }>('{ households { totalCount } }');
    expect(households.totalCount).toBe(1);
  });

  it('read an explanation in which the canaries\' household is a candidate', async () => {
    const other = strangers[0]?.[1] as GraphQLClient;
    const { explanation } = await other.query<{ explanation: { status: string; household: { reference: string } } }>(
      'query ($unit: String!, $household: String!) { explanation(unit: $unit, household: $household) { status household { reference } } }', { unit: theirs, household });
    expect(explanation.household.reference).toBe(household);
  });

  it.each(ROOTS.map((field) => [field.name, field] as const))('find no canary in %s', async (_, field) => {
    for (const [name, client] of strangers) {
      for (const answer of await askDeep(client, field, guesses)) expect([name, CANARY.exec(answer.replaceAll(CHILD.externalId, ''))?.[0] ?? null]).toEqual([name, null]);
    }
  });

  // Whoever administers accounts names them by their ids.
  it.each(ROOTS.filter(({ name }) => !['user', 'users'].includes(name)).map((field) => [field.name, field] as const))('ANON-8: find no inner id of another agency in %s', async (_, field) => {
    const ids = await innerIds();
    expect(ids.size).toBeGreaterThan(5);
    for (const [name, client] of strangers) {
      for (const answer of await askDeep(client, field, guesses)) {
        const cursors = [...answer.matchAll(/"(?:cursor|endCursor)":"([^"]+)"/g)].map(([, cursor = '']) => Buffer.from(cursor, 'base64url').toString());
        const found = [answer, ...cursors].flatMap((text) => text.match(UUID) ?? []).filter((id) => ids.has(id));
        expect([name, found]).toEqual([name, []]);
      }
    }
  });

  it('get the same answer for a reference that exists and for one that does not', async () => {
    const mutations = (u: string, c: string, h: string): readonly (readonly [string, Record<string, unknown>])[] => [
      ['mutation ($input: CorrectChildInput!) { correctChild(input: $input) { reference } }', { input: { child: c, version: 1, facts: {} } }],
      ['mutation ($input: RecordEventInput!) { recordChildEvent(input: $input) { reference } }', { input: { subject: c, version: 1, event: 'MATCHED', onDate: '2026-01-05' } }],
      ['mutation ($input: ChangeFamilyFindingInput!) { changeFamilyFinding(input: $input) { reference } }', { input: { unit: u, version: 1, to: 'CLOSED', reason: 'x', onDate: '2026-01-05' } }],
      ['mutation ($input: CorrectHouseholdInput!) { correctHousehold(input: $input) { reference } }', { input: { household: h, version: 1, facts: {} } }],
      ['mutation ($input: RecordHouseholdEventInput!) { recordHouseholdEvent(input: $input) { reference } }', { input: { subject: h, version: 1, event: 'MATCHED', onDate: '2026-01-05' } }],
      ['mutation ($input: RequestReleaseInput!) { requestRelease(input: $input) { id } }', { input: { subjectType: 'UNIT', subject: u, purpose: 'x', about: 'x' } }],
      ['mutation ($input: RequestReleaseInput!) { requestRelease(input: $input) { id } }', { input: { subjectType: 'HOUSEHOLD', subject: h, purpose: 'x', about: 'x' } }],
      ['mutation ($input: AssignWorkerInput!) { assignWorker(input: $input) }', { input: { subject: c, userId: owner.userId } }],
      ['mutation ($input: CreateChildInput!) { createChild(input: $input) { reference } }', { input: { facts: {}, withUnit: u } }],
      ['query ($r: String!) { unit(reference: $r) { reference } }', { r: c }],
      ['query ($r: String!) { household(reference: $r) { reference } }', { r: c }],
    ];
    const plain = (reply: object): string => [unit, child, household].reduce((text, reference) => text.replaceAll(reference, 'ZZZZZZ'), JSON.stringify(reply)).replace(/"errorId":"[^"]*"/g, '');
    for (const [name, client] of strangers) {
      const unknown = mutations('ZZZZZZ', 'ZZZZZZ', 'ZZZZZZ');
      for (const [at, [query, variables]] of mutations(unit, child, household).entries()) {
        const [, none] = unknown[at] ?? ['', {}];
        expect([name, query, plain(await client.ask(query, variables))]).toEqual([name, query, plain(await client.ask(query, none))]);
      }
    }
  });

  it('AZ-2: an injected X-Council-Id, body councilId or JWT claim changes nothing', async () => {
    const [, other] = strangers[0] ?? [];
    const claimed = await agencyId('NMB');
    const query = 'query ($reference: String!) { unit(reference: $reference) { stage record { version } } viewer { agency { code } roles } units(filter: { own: true }) { totalCount } }';
    const send = async (more: { headers?: Record<string, string>; body?: object; path?: string }): Promise<[number, string]> => {
      const reply = await other!.send(`/graphql${more.path ?? ''}`, { method: 'POST', headers: { 'content-type': 'application/json', ...more.headers }, body: JSON.stringify({ query, variables: { reference: unit }, ...more.body }) });
      return [reply.status, await reply.text()];
    };
    const plain = await send({});
    expect(plain).toEqual([200, expect.stringContaining('"code":"SVC"')]);
    const names = ['x-council-id', 'x-agency-id', 'x-tenant-id', 'x-hub-agency', 'x-user-id', 'x-roles', 'hub.agency_id'];
    expect(await send({ headers: Object.fromEntries(names.map((name) => [name, claimed])) })).toEqual(plain);
    expect(await send({ path: `?councilId=${claimed}&agencyId=${claimed}&agency=NMB` })).toEqual(plain);
    expect(await send({ body: { councilId: claimed, agencyId: claimed, context: { agencyId: claimed }, extensions: { agencyId: claimed } } })).toEqual(plain);
    expect(await send({ body: { variables: { reference: unit, councilId: claimed, agencyId: claimed } } })).toEqual(plain);
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = `${part({ alg: 'none' })}.${part({ sub: owner.userId, agencyId: claimed, roles: ['APPROVING_MANAGER'] })}.`;
    expect((await GraphQLClient.withToken(hub.url, claims).ask(query, { reference: unit })).status).toBe(401);
  });

  it('FLD-3: filtering or sorting S0 search by a hidden field is a validation error', async () => {
    const [, other] = strangers[0] ?? [];
    for (const filter of ['firstName: "Canaryfirst"', 'dateOfBirth: "2021-03-17"', 'externalId: "CANARY-CHILD-1"', 'avoidAreas: ["ZZ9"]', 'heritage: ["WBRI"]', 'agency: "NMB"', 'contact: 1', 'healthSummary: "Canaryhealth"', 'identified: true', 'stage: "S2"']) {
      expect((await other!.ask(`{ units(filter: { ${filter} }) { totalCount } }`)).errors?.map(({ extensions }) => extensions.code)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    }
    expect((await other!.ask('{ units(sort: WAITING_SINCE) { totalCount } }')).errors).toHaveLength(1);
    expect((await other!.ask('{ units(filter: { needs: [{ key: "firstName", atLeast: 0 }] }) { totalCount } }')).errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
    expect((await other!.ask('{ units(after: "Y2FuYXJ5") { totalCount } }')).errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
    const { units } = await other!.query<{ units: { facets: { name: string }[] } }>('{ units { facets { name } } }');
    expect(units.facets.map(({ name }) => name)).toEqual(['ageBands', 'sex', 'groupSizes', 'regionBands', 'waitingBands', 'earlyPermanence']);
  });

  it('FLD-4: a duplicate identifier in another council gives the generic message', async () => {
    const [, other] = strangers[0] ?? [];
    const twin = await other!.query<{ createChild: { reference: string } }>('mutation ($input: CreateChildInput!) { createChild(input: $input) { reference } }', { input: { facts: { externalId: CHILD.externalId } } });
    expect(twin.createChild.reference).toMatch(/^[0-9A-Z]{6}$/);
    const again = await other!.ask('mutation ($input: CreateChildInput!) { createChild(input: $input) { reference } }', { input: { facts: { externalId: CHILD.externalId } } });
    expect(again.errors?.[0]?.extensions.code).toBe('CONFLICT');
    expect(JSON.stringify(again)).not.toMatch(CANARY);
  });
});
