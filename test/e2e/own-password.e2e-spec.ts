import { Client } from 'pg';
import { GraphQLClient } from '../harness/graphql-client';
import { startHub, type RunningHub } from '../harness/hub-process';
import { firstAdministrator, PASSWORD, person, smallRegion } from '../harness/people';

type Person = GraphQLClient & { userId: string };

const NEXT = 'violin cabbage meadow drum';
let hub: RunningHub;
let admin: GraphQLClient;
let db: Client;

beforeAll(async () => {
  hub = await startHub({ worker: false });
  admin = await firstAdministrator(hub);
  await smallRegion(admin);
  db = new Client({ connectionString: hub.database.superuserUrl });
  await db.connect();
});
afterAll(async () => {
  await db.end();
  await hub.stop();
});

const email = (name: string): string => `${name}@nmb.example.test`;
const someone = (name: string): Promise<Person> => person(admin, { agency: 'NMB', email: email(name), roles: ['FAMILY_FINDER'], displayName: 'Marigold Tester' });
const change = (who: GraphQLClient, present: string, password: string, headers: Record<string, string> = {}): Promise<Response> =>
  who.send('/auth/password', { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ present, password }) });
const signIn = (name: string, password: string): Promise<number> => GraphQLClient.signIn(hub.url, email(name), password).then(() => 200, (error: Error) => Number(/answered (\d+)/.exec(error.message)?.[1]));
const isIn = async (who: GraphQLClient): Promise<boolean> => (await who.ask('{ viewer { id } }')).status === 200;
const faults = async (reply: Response): Promise<unknown> => [reply.status, ((await reply.json()) as { error: { details?: { issues: { path: string }[] } } }).error.details?.issues.map(({ path }) => path)];

describe('changing one’s own password', () => {
  it('takes the present one, obeys the policy, and ends every other session and API token', async () => {
    const me = await someone('me');
    const elsewhere = await GraphQLClient.signIn(hub.url, email('me'), PASSWORD);
    const { createApiToken } = await me.query<{ createApiToken: { token: string } }>('mutation { createApiToken(label: "nightly") { token } }');
    const program = GraphQLClient.withToken(hub.url, createApiToken.token);
    expect(await faults(await change(me, 'teapot gravel quiet lamb', NEXT))).toEqual([400, ['present']]);
    expect(await faults(await change(me, PASSWORD, 'Adoption2026!'))).toEqual([400, ['password']]);
    expect(await faults(await change(me, PASSWORD, 'marigold garden flute'))).toEqual([400, ['password']]);
    expect(await faults(await change(me, PASSWORD, PASSWORD))).toEqual([400, ['password']]);
    expect([await isIn(me), await isIn(elsewhere), await isIn(program)]).toEqual([true, true, true]);
    const reply = await change(me, PASSWORD, NEXT);
    expect(reply.status).toBe(200);
    const cookie = reply.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const { csrfToken } = (await reply.json()) as { csrfToken: string };
    expect([await isIn(me), await isIn(elsewhere), await isIn(program)]).toEqual([false, false, false]);
    const asked = await fetch(`${hub.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', origin: hub.url, cookie, 'x-hub-csrf': csrfToken }, body: '{"query":"{ myWork { notices { kind person } } }"}' });
    expect(await asked.json()).toEqual({ data: { myWork: { notices: [{ kind: 'PASSWORD_CHANGED', person: null }] } } });
    expect([await signIn('me', PASSWORD), await signIn('me', NEXT)]).toEqual([401, 200]);
    const [stored] = (await db.query<{ password_hash: string }>('select password_hash from hub.app_user where id = $1', [me.userId])).rows;
    expect(stored?.password_hash).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
    const { rows } = await db.query(`select outcome, host(client_address) as address from audit.access where action = 'auth.changePassword' and actor_id = $1 order by id`, [me.userId]);
    expect(rows).toEqual([{ outcome: 'REFUSED', address: '127.0.0.1' }, { outcome: 'ALLOWED', address: '127.0.0.1' }]);
    const { rows: [log] } = await db.query<{ all: string }>(`select string_agg(e::text, '') as all from audit.event e`);
    expect(log?.all).not.toMatch(/argon2|violin|gravel/);
  });

  it('is throttled like signing in, and counts with it', async () => {
    const guessed = await someone('guessed');
    for (let i = 0; i < 10; i++) expect((await change(guessed, `wrong guess number ${i}`, NEXT)).status).toBe(400);
    expect((await change(guessed, PASSWORD, NEXT)).status).toBe(429);
    expect(await signIn('guessed', PASSWORD)).toBe(429);
    expect(await isIn(guessed)).toBe(true);
  });

  it('is for browsers that are signed in, and for pages of the hub alone', async () => {
    const owner = await someone('owner');
    const { createApiToken } = await owner.query<{ createApiToken: { token: string } }>('mutation { createApiToken(label: "nightly") { token } }');
    expect((await change(GraphQLClient.withToken(hub.url, createApiToken.token), PASSWORD, NEXT)).status).toBe(401);
    expect((await change(GraphQLClient.anonymous(hub.url), PASSWORD, NEXT)).status).toBe(401);
    expect((await change(owner, PASSWORD, NEXT, { 'x-hub-csrf': 'made.up' })).status).toBe(403);
    expect((await change(owner, PASSWORD, NEXT, { origin: 'https://elsewhere.example' })).status).toBe(403);
    expect(await signIn('owner', PASSWORD)).toBe(200);
  });
});
