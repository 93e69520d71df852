import { Client } from 'pg';
import { GraphQLClient } from '../harness/graphql-client';
import { startHub, type RunningHub } from '../harness/hub-process';
import { acceptInvitation, firstAdministrator, PASSWORD, person, smallRegion } from '../harness/people';

type Person = GraphQLClient & { userId: string };

const NEW_PASSWORD = 'violin cabbage meadow drum';
const NOBODY = '00000000-0000-4000-8000-000000000000';
const REINVITE = 'mutation ($id: ID!) { reinviteUser(id: $id) { invitationToken user { status } } }';
const END_ALL = 'mutation ($id: ID!) { endUserSessions(id: $id) }';
const USER = 'query ($id: ID!) { user(id: $id) { id displayName email status agency { code } } }';
const SESSIONS = '{ sessions { id device isCurrent } }';
const TOKENS = '{ apiTokens { id label createdAt lastUsedAt expiresAt owner { displayName } } }';
const REVOKE = 'mutation ($id: ID!) { revokeApiToken(id: $id) }';

let hub: RunningHub;
let hubAdmin: GraphQLClient;
let admin: Person;
let finder: Person;
let foreignAdmin: Person;

beforeAll(async () => {
  hub = await startHub({ worker: false });
  hubAdmin = await firstAdministrator(hub);
  await smallRegion(hubAdmin);
  admin = await nmb('admin', 'AGENCY_ADMIN');
  finder = await nmb('finder', 'FAMILY_FINDER');
  foreignAdmin = await person(hubAdmin, { agency: 'SVC', email: 'admin@svc.example.test', roles: ['AGENCY_ADMIN'] });
});

afterAll(() => hub?.stop());

const nmb = (name: string, ...roles: string[]): Promise<Person> => person(hubAdmin, { agency: 'NMB', email: `${name}@nmb.example.test`, roles });

const signIn = (name: string, password = PASSWORD, userAgent = 'node'): Promise<Response> => fetch(`${hub.url}/auth/sign-in`, {
  method: 'POST', headers: { 'content-type': 'application/json', 'user-agent': userAgent }, body: JSON.stringify({ email: `${name}@nmb.example.test`, password }),
});

const isIn = async (client: GraphQLClient): Promise<boolean> => (await client.ask('{ viewer { id } }')).status === 200;
const codeOf = async (client: GraphQLClient, query: string, id?: string): Promise<string | undefined> => (await client.ask(query, id ? { id } : {})).errors?.[0]?.extensions.code;

async function newToken(client: GraphQLClient, label: string): Promise<{ id: string; api: GraphQLClient; secret: string }> {
  const { createApiToken } = await client.query<{ createApiToken: { token: string } }>('mutation ($label: String!) { createApiToken(label: $label) { token } }', { label });
  const { apiTokens } = await client.query<{ apiTokens: { id: string; label: string }[] }>('{ apiTokens { id label } }');
  return { id: apiTokens.find((one) => one.label === label)?.id ?? '', api: GraphQLClient.withToken(hub.url, createApiToken.token), secret: createApiToken.token };
}

async function inDatabase<T>(sql: string, params: unknown[] = []): Promise<T[]> {
  const client = new Client({ connectionString: hub.database.superuserUrl });
  await client.connect();
  try {
    return (await client.query(sql, params)).rows as T[];
  } finally {
    await client.end();
  }
}

const reinvite = async (by: GraphQLClient, id: string): Promise<string> =>
  (await by.query<{ reinviteUser: { invitationToken: string } }>(REINVITE, { id })).reinviteUser.invitationToken;

describe('a new invitation', () => {
  it('ends password, sessions, API tokens and the invitation before, until the person sets a new password', async () => {
    const lost = await nmb('forgetful', 'FAMILY_FINDER');
    const { api } = await newToken(lost, 'nightly');
    const first = await reinvite(admin, lost.userId);
    expect([await isIn(lost), await isIn(api), (await signIn('forgetful')).status]).toEqual([false, false, 401]);
    const second = await reinvite(admin, lost.userId);
    expect((await acceptInvitation(hub.url, first, NEW_PASSWORD)).status).toBe(401);
    expect((await acceptInvitation(hub.url, second, NEW_PASSWORD)).status).toBe(204);
    expect((await acceptInvitation(hub.url, second, NEW_PASSWORD)).status).toBe(401);
    expect([(await signIn('forgetful')).status, (await signIn('forgetful', NEW_PASSWORD)).status]).toEqual([401, 200]);
    expect([await isIn(lost), await isIn(api)]).toEqual([false, false]);
  });

  it('leaves no way to the old password: not by making active, nor by disabling and making active', async () => {
    const lost = await nmb('revived', 'FAMILY_FINDER');
    await reinvite(admin, lost.userId);
    const change = async (status: string): Promise<string> => (await admin.query<{ changeUser: { status: string } }>(
      'mutation ($input: ChangeUserInput!) { changeUser(input: $input) { status } }', { input: { id: lost.userId, status } })).changeUser.status;
    expect([await change('ACTIVE'), await change('DISABLED'), await change('ACTIVE')]).toEqual(['INVITED', 'DISABLED', 'INVITED']);
    expect((await signIn('revived')).status).toBe(401);
    expect(await inDatabase('select password_hash from hub.app_user where id = $1', [lost.userId])).toEqual([{ password_hash: null }]);
  });

  it('for a lost invitation ends the first one, and a disabled account gets none', async () => {
    const { createUser } = await admin.query<{ createUser: { invitationToken: string; user: { id: string } } }>(
      'mutation { createUser(input: { agency: "NMB", email: "late@nmb.example.test", displayName: "Late", roles: ["ANALYST"] }) { invitationToken user { id } } }');
    const token = await reinvite(admin, createUser.user.id);
    expect((await acceptInvitation(hub.url, createUser.invitationToken)).status).toBe(401);
    await admin.query('mutation ($id: ID!) { changeUser(input: { id: $id, status: DISABLED }) { status } }', { id: createUser.user.id });
    expect((await acceptInvitation(hub.url, token)).status).toBe(401);
    expect(await codeOf(admin, REINVITE, createUser.user.id)).toBe('GUARD_FAILED');
  });

  it('is in the log, with who and whom and without any hash', async () => {
    const lost = await nmb('logged', 'FAMILY_FINDER');
    await reinvite(admin, lost.userId);
    expect(await inDatabase(`select action, outcome from audit.access where actor_id = $1 and subject_reference = $2 and subject_type = 'USER'`, [admin.userId, lost.userId]))
      .toEqual([{ action: 'users.manage', outcome: 'ALLOWED' }]);
    const events = await inDatabase<{ before: object; after: object }>(`select before, after from audit.event where actor_id = $1 and row_id = $2 and table_name = 'app_user'`, [admin.userId, lost.userId]);
    expect(events).toEqual([{ before: { status: 'ACTIVE', password_hash: '(sealed)' }, after: { status: 'INVITED', password_hash: null } }]);
  });

  it('nobody gives to themselves, nor the hub’s administrator of users to the hub’s administrator', async () => {
    expect(await codeOf(admin, REINVITE, admin.userId)).toBe('SAME_PERSON');
    const lesser = await person(hubAdmin, { agency: 'HUB', email: 'users@hub.example.test', roles: ['AGENCY_ADMIN'] });
    const { viewer } = await hubAdmin.query<{ viewer: { id: string } }>('{ viewer { id } }');
    for (const query of [REINVITE, END_ALL]) expect(await codeOf(lesser, query, viewer.id)).toBe('FORBIDDEN');
    expect(await isIn(hubAdmin)).toBe(true);
  });

  it('the hub gives in another agency only to the last administrator', async () => {
    expect(await codeOf(hubAdmin, REINVITE, finder.userId)).toBe('GUARD_FAILED');
    const second = await person(hubAdmin, { agency: 'SVC', email: 'second@svc.example.test', roles: ['AGENCY_ADMIN'] });
    expect(await codeOf(hubAdmin, REINVITE, foreignAdmin.userId)).toBe('GUARD_FAILED');
    await hubAdmin.query('mutation ($id: ID!) { changeUser(input: { id: $id, status: DISABLED }) { status } }', { id: second.userId });
    const token = await reinvite(hubAdmin, foreignAdmin.userId);
    expect((await acceptInvitation(hub.url, token)).status).toBe(204);
    foreignAdmin = Object.assign(await GraphQLClient.signIn(hub.url, 'admin@svc.example.test', PASSWORD), { userId: foreignAdmin.userId });
  });
});

describe('who may', () => {
  const council = ['FAMILY_FINDER', 'CHILDS_WORKER', 'ADOPTERS_WORKER', 'APPROVING_MANAGER', 'REVIEWING_OFFICER', 'PANEL_ADVISER', 'DECISION_MAKER', 'ANALYST', 'DATA_PROTECTION_OFFICER'];

  it.each(council)('a %s manages nobody, and reads a user only where the list shows them', async (role) => {
    const someone = await nmb(`as-${role.toLowerCase()}`, role);
    for (const query of [REINVITE, END_ALL]) expect(await codeOf(someone, query, finder.userId)).toBe('FORBIDDEN');
    expect(await codeOf(someone, '{ agencyApiTokens { id } }')).toBe('FORBIDDEN');
    expect(await codeOf(someone, USER, finder.userId)).toBe(role === 'APPROVING_MANAGER' || role === 'DATA_PROTECTION_OFFICER' ? undefined : 'FORBIDDEN');
    expect([await codeOf(someone, SESSIONS), await codeOf(someone, TOKENS)]).toEqual([undefined, undefined]);
  });

  it('an id of another agency and one that nobody has answer byte for byte alike', async () => {
    const { id: token, api } = await newToken(finder, 'watched');
    const { sessions } = await finder.query<{ sessions: { id: string }[] }>(SESSIONS);
    const asked: [string, string][] = [[USER, finder.userId], [REINVITE, finder.userId], [END_ALL, finder.userId],
      ['mutation ($id: ID!) { endSession(id: $id) }', sessions[0]?.id ?? ''], [REVOKE, token]];
    for (const [query, id] of asked) {
      const foreign = await foreignAdmin.ask(query, { id });
      expect(JSON.stringify(foreign)).toBe(JSON.stringify(await foreignAdmin.ask(query, { id: NOBODY })));
      expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
    expect([await isIn(finder), await isIn(api)]).toEqual([true, true]);
    expect(JSON.stringify(await foreignAdmin.ask('{ agencyApiTokens { id label } }'))).not.toContain(token);
  });

  it('a colleague’s session and token are nobody’s but their own and the administrator’s', async () => {
    const colleague = await nmb('colleague', 'FAMILY_FINDER');
    const { id } = await newToken(finder, 'mine');
    const { sessions } = await finder.query<{ sessions: { id: string }[] }>(SESSIONS);
    expect(await codeOf(colleague, REVOKE, id)).toBe('NOT_FOUND');
    for (const client of [colleague, admin]) expect(await codeOf(client, 'mutation ($id: ID!) { endSession(id: $id) }', sessions[0]?.id)).toBe('NOT_FOUND');
    expect(JSON.stringify(await colleague.ask(TOKENS))).not.toContain(id);
  });
});

describe('one user', () => {
  it('is read by its id by who sees the list', async () => {
    expect((await admin.query<{ user: object }>(USER, { id: finder.userId })).user)
      .toEqual({ id: finder.userId, displayName: 'Robin Tester', email: 'finder@nmb.example.test', status: 'ACTIVE', agency: { code: 'NMB' } });
    expect(await codeOf(hubAdmin, USER, finder.userId)).toBeUndefined();
    expect(await codeOf(admin, USER, 'finder')).toBe('INVALID_INPUT');
  });
});

describe('sessions', () => {
  it('ending a session stops its next request (SES-6)', async () => {
    const here = await nmb('two', 'FAMILY_FINDER');
    const agent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:148.0) Gecko/20100101 Firefox/148.0';
    const there = (await signIn('two', PASSWORD, agent)).headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const isThere = async (): Promise<boolean> => (await fetch(`${hub.url}/auth/session`, { headers: { cookie: there } })).ok;
    const { sessions } = await here.query<{ sessions: { id: string; device: string | null; isCurrent: boolean }[] }>(SESSIONS);
    expect(sessions.map(({ device, isCurrent }) => [device, isCurrent]).sort()).toEqual([[null, true], ['Firefox on Windows', false]].sort());
    expect(await isThere()).toBe(true);
    const id = sessions.find(({ isCurrent }) => !isCurrent)?.id ?? '';
    await here.query('mutation ($id: ID!) { endSession(id: $id) }', { id });
    expect([await isThere(), await isIn(here)]).toEqual([false, true]);
    expect(await codeOf(here, 'mutation ($id: ID!) { endSession(id: $id) }', id)).toBe('NOT_FOUND');
  });

  it('all others end at once, and the one that asks stays, with the tokens', async () => {
    const here = await nmb('many', 'FAMILY_FINDER');
    const others = [await GraphQLClient.signIn(hub.url, 'many@nmb.example.test', PASSWORD), await GraphQLClient.signIn(hub.url, 'many@nmb.example.test', PASSWORD)];
    const { api } = await newToken(here, 'stays');
    expect(await here.query('mutation { endOtherSessions }')).toEqual({ endOtherSessions: 2 });
    expect(await Promise.all([here, api, ...others].map(isIn))).toEqual([true, true, false, false]);
  });

  it('an administrator signs a person of the agency out everywhere', async () => {
    const here = await nmb('stolen', 'FAMILY_FINDER');
    const there = await GraphQLClient.signIn(hub.url, 'stolen@nmb.example.test', PASSWORD);
    expect(await admin.query(END_ALL, { id: here.userId })).toEqual({ endUserSessions: 2 });
    expect([await isIn(here), await isIn(there)]).toEqual([false, false]);
    expect((await signIn('stolen')).status).toBe(200);
  });
});

describe('API tokens', () => {
  it('are listed with their name and use, never with the secret, and a revoked one is refused', async () => {
    const owner = await nmb('owner', 'FAMILY_FINDER');
    const { id, api, secret } = await newToken(owner, 'report');
    const [unused] = (await owner.query<{ apiTokens: { label: string; lastUsedAt: string | null; expiresAt: string; owner: object }[] }>(TOKENS)).apiTokens;
    expect(unused).toMatchObject({ label: 'report', lastUsedAt: null, owner: { displayName: 'Robin Tester' } });
    expect(Math.round((Date.parse(unused?.expiresAt ?? '') - Date.now()) / 86_400_000)).toBe(90);
    expect(await isIn(api)).toBe(true);
    const answer = JSON.stringify([await owner.ask(TOKENS), await admin.ask('{ agencyApiTokens { id label owner { displayName } } }')]);
    expect(answer).toContain(id);
    expect(answer).not.toContain(secret);
    expect(answer).not.toMatch(/[0-9a-f]{64}|"lastUsedAt":null/);
    expect(await owner.query(REVOKE, { id })).toEqual({ revokeApiToken: true });
    expect(await isIn(api)).toBe(false);
    expect((await owner.query<{ apiTokens: object[] }>(TOKENS)).apiTokens).toEqual([]);
  });

  it('of a colleague are revoked by the administrator', async () => {
    const owner = await nmb('gone', 'FAMILY_FINDER');
    const { id, api } = await newToken(owner, 'forgotten');
    await admin.query(REVOKE, { id });
    expect(await isIn(api)).toBe(false);
  });
});
