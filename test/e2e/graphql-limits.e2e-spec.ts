import { getIntrospectionQuery } from 'graphql';
import { startHub, type RunningHub } from '../harness/hub-process';
import { GraphQLClient } from '../harness/graphql-client';
import { firstAdministrator, person, smallRegion } from '../harness/people';

let hub: RunningHub;
let finder: GraphQLClient;

beforeAll(async () => {
  hub = await startHub({ worker: false });
  const admin = await firstAdministrator(hub);
  await smallRegion(admin);
  finder = await person(admin, { agency: 'NMB', email: 'finder@nmb.example.test', roles: ['FAMILY_FINDER', 'AGENCY_ADMIN'] });
});

afterAll(() => hub?.stop());

const VIEWER = '{ viewer { displayName } }';
const codes = async (query: string, variables?: Record<string, unknown>): Promise<string[]> => ((await finder.ask(query, variables)).errors ?? []).map(({ extensions }) => extensions.code);

describe('limits of one operation (LIM-3)', () => {
  it('refuses more than 15 aliases, __typename included', async () => {
    const aliased = (field: string, count: number): string => `{ viewer { ${Array.from({ length: count }, (_, index) => `a${index}: ${field}`).join(' ')} } }`;
    expect(await codes(aliased('displayName', 15))).toEqual([]);
    expect(await codes(aliased('displayName', 16))).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(await codes(aliased('__typename', 16))).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });

  it('counts a fragment each time it is spread, whatever it is called', async () => {
    const fragment = 'fragment __schema on Viewer { a: id b: id c: id d: id }';
    expect(await codes(`{ viewer { ...__schema } } ${fragment}`)).toEqual([]);
    expect(await codes(`{ viewer { ...__schema ...__schema ...__schema ...__schema } } ${fragment}`)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });

  it('refuses a depth over 12 in an operation named __schema too, but lets tools ask for the schema', async () => {
    const deep = (depth: number): string => `query __schema { ${'viewer { '.repeat(depth - 1)}id${' }'.repeat(depth - 1)} }`;
    const tooDeep = async (depth: number): Promise<boolean> => (await finder.ask(deep(depth))).errors?.some(({ message }) => message.includes('for depth')) ?? false;
    expect([await tooDeep(12), await tooDeep(13)]).toEqual([false, true]);
    expect(await codes(getIntrospectionQuery())).toEqual([]);
  });

  it('sees through fragments that double each other, and through cycles, at once', async () => {
    const doubling = Array.from({ length: 60 }, (_, index) => `fragment f${index} on Viewer { ${index < 59 ? `...f${index + 1} ...f${index + 1}` : 'a: id'} }`).join(' ');
    const started = Date.now();
    expect(await codes(`{ viewer { ...f0 } } ${doubling}`)).toContain('GRAPHQL_VALIDATION_FAILED');
    expect(await codes('{ viewer { ...a } } fragment a on Viewer { ...b } fragment b on Viewer { ...a }')).toContain('GRAPHQL_VALIDATION_FAILED');
    expect(Date.now() - started).toBeLessThan(2000);
  });

  it('refuses more than 8 directives, and answers with at most 5 errors', async () => {
    expect(await codes(`{ viewer { displayName ${'@include(if: true) '.repeat(9)} } }`)).toContain('GRAPHQL_VALIDATION_FAILED');
    expect((await codes(`{ viewer { ${Array.from({ length: 30 }, (_, index) => `nothing${index}`).join(' ')} } }`)).length).toBe(5);
  });

  it('refuses more than 1,000 tokens with 400', async () => {
    const reply = await finder.ask(`{ viewer { ${'id '.repeat(1000)} } }`);
    expect([reply.status, reply.errors?.[0]?.extensions.code]).toEqual([400, 'GRAPHQL_PARSE_FAILED']);
  });

  it('refuses pages over 100, lists over 200 and a body over 64 kB', async () => {
    expect(await codes('{ users(first: 101) { totalCount } }')).toEqual(['INVALID_INPUT']);
    expect(await codes('{ users(first: 0) { totalCount } }')).toEqual(['INVALID_INPUT']);
    expect(await codes('{ users(after: "made up") { totalCount } }')).toEqual(['INVALID_INPUT']);
    const roles = Array.from({ length: 201 }, () => 'ANALYST');
    expect(await codes('mutation ($input: ChangeUserInput!) { changeUser(input: $input) { id } }', { input: { id: '0', roles } })).toEqual(['LIMIT_EXCEEDED']);
    expect(await codes(`mutation { changeUser(input: { id: "0", roles: [${roles.map((role) => `"${role}"`).join(' ')}] }) { id } }`)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    const reply = await finder.send('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: VIEWER, variables: { pad: 'x'.repeat(65_536) } }) });
    expect(reply.status).toBe(413);
  });

  it('multiplies what a page asks for, and refuses what is too much', async () => {
    const users = (times: number): string => `{ ${Array.from({ length: times }, (_, index) => `u${index}: users(first: 100) { edges { node { id displayName email roles status lastSeenAt agency { code name kind regionBand memberSince memberUntil } } } }`).join(' ')} }`;
    expect(await codes(users(2))).toEqual([]);
    expect(await codes(users(14))).toEqual(['LIMIT_EXCEEDED']);
  });
});

describe('how the API is spoken to (LIM-4, SES-4)', () => {
  const post = (body: string, headers: Record<string, string>): Promise<Response> => finder.send('/graphql', { method: 'POST', body, headers });

  it('refuses batches', async () => {
    const reply = await post(JSON.stringify([{ query: VIEWER }, { query: VIEWER }]), { 'content-type': 'application/json' });
    expect(reply.status).toBe(400);
  });

  it('refuses GET, a form and text/plain before any resolver runs', async () => {
    expect((await finder.send(`/graphql?query=${encodeURIComponent(VIEWER)}`)).status).toBe(405);
    expect((await post(JSON.stringify({ query: VIEWER }), { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await post(`query=${encodeURIComponent(VIEWER)}`, { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415);
  });

  it('answers nobody without a session', async () => {
    const reply = await GraphQLClient.anonymous(hub.url).ask('{ __typename }');
    expect([reply.status, reply.errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('keeps a value out of the answer to bad input (FLD-4)', async () => {
    const reply = await finder.ask('mutation ($on: LocalDate!) { endAgreement(reference: "7F3K2Q", endsOn: $on) { reference } }', { on: '2026-02-30' });
    expect(reply.errors?.[0]?.message).toContain('LocalDate must be a day of the calendar');
    expect(JSON.stringify(reply)).not.toContain('stack');
  });
});

describe('in production (LIM-4)', () => {
  let production: RunningHub;
  let asked: GraphQLClient;

  beforeAll(async () => {
    production = await startHub({ worker: false, database: hub.database, environment: { NODE_ENV: 'production' } });
    asked = await GraphQLClient.signIn(production.url, 'finder@nmb.example.test', 'teapot gravel quiet lamp');
  });

  afterAll(() => production?.stop());

  it('has no introspection, no suggestions, no query page and no stack traces', async () => {
    const introspection = await asked.ask('query __schema { __schema { queryType { name } } }');
    expect(introspection.errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    const misspelt = await asked.ask('{ viewr { id } }');
    expect(misspelt.errors?.[0]?.message).not.toContain('Did you mean');
    expect(JSON.stringify(misspelt)).not.toContain('stack');
    expect(await (await fetch(`${production.url}/graphiql`)).text()).not.toContain('<form>');
  });
});
