import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { Client } from 'pg';
import type { GraphQLClient } from '../harness/graphql-client';
import { startHub, type RunningHub } from '../harness/hub-process';
import { firstAdministrator, PASSWORD, person, smallRegion } from '../harness/people';

let hub: RunningHub;
let admin: GraphQLClient;

beforeAll(async () => {
  hub = await startHub({ worker: false });
  admin = await firstAdministrator(hub);
  await smallRegion(admin);
});

afterAll(() => hub?.stop());

const finder = (name: string): Promise<GraphQLClient> => person(admin, { agency: 'NMB', email: `${name}@nmb.example.test`, roles: ['FAMILY_FINDER'] });

const JSON_TYPE = { 'content-type': 'application/json' };

/** What no person can do is done past the door. */
async function inDatabase(sql: string): Promise<void> {
  const client = new Client({ connectionString: hub.database.superuserUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

const outside = Object.values(networkInterfaces()).flatMap((list) => list ?? []).find(({ internal, family }) => !internal && family === 'IPv4')?.address;

/** Needs an address of this machine that is not the loopback. */
(outside ? describe : describe.skip)('beyond this machine (HUB_HOST)', () => {
  const open = (environment: Record<string, string>): Promise<RunningHub> =>
    startHub({ worker: false, database: hub.database, environment: { HUB_HOST: '0.0.0.0', HUB_PUBLIC_URL: 'https://hub.example.test', ...environment } });
  const there = ({ url }: RunningHub): string => url.replace('127.0.0.1', outside ?? '');

  /** As the proxy asks: under the public name, for somebody at `address`. */
  const ask = (url: string, email: string, address: string): Promise<number> => new Promise((resolve, reject) => {
    const headers = { host: 'hub.example.test', 'content-type': 'application/json', 'x-forwarded-for': address };
    request(`${url}/auth/sign-in`, { method: 'POST', headers }, (reply) => { reply.resume(); resolve(reply.statusCode ?? 0); })
      .on('error', reject).end(JSON.stringify({ email, password: 'wrong gravel quiet lamp' }));
  });

  async function tries(url: string, email: string): Promise<number[]> {
    const statuses: number[] = [];
    for (let last = 1; last <= 12; last += 1) statuses.push(await ask(url, email, `203.0.113.${last}`));
    return statuses;
  }

  it('listens there only when told to, and answers under its public name alone', async () => {
    await expect(fetch(`${there(hub)}/healthz`)).rejects.toThrow();
    const listening = await open({});
    try {
      expect((await fetch(`${there(listening)}/healthz`)).status).toBe(200);
      expect((await fetch(`${there(listening)}/auth/session`)).status).toBe(403);
    } finally {
      await listening.stop();
    }
  });

  it('believes of nobody but HUB_PROXY for whom they ask', async () => {
    const [stranger, proxied] = [await open({}), await open({ HUB_PROXY: outside ?? '' })];
    try {
      expect((await tries(there(stranger), 'one@nowhere.example.test')).slice(-2)).toEqual([429, 429]);
      expect(new Set(await tries(there(proxied), 'two@nowhere.example.test'))).toEqual(new Set([401]));
    } finally {
      await Promise.all([stranger.stop(), proxied.stop()]);
    }
  });
});

describe('answers', () => {
  const HEADERS: Readonly<Record<string, string | RegExp | null>> = {
    'strict-transport-security': 'max-age=31536000; includeSubDomains', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'x-powered-by': null,
    'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin', 'x-frame-options': 'DENY', 'permissions-policy': /camera=\(\), geolocation=\(\)/,
  };
  const POLICY = ["default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "connect-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'",
    "require-trusted-types-for 'script'", "trusted-types 'none'", 'report-uri /csp-report'];

  /** A route of each kind: pages, an asset that exists, one that does not, what signs in, what is refused, what breaks, files. */
  async function everyKind(): Promise<[string, Response][]> {
    const page = await (await fetch(`${hub.url}/`)).text();
    const asset = /(?:src|href)="(\/assets\/[^"]+)"/.exec(page)?.[1] ?? '';
    const paths = ['/', '/children', asset, '/assets/none.js', '/healthz', '/readyz', '/graphql', '/auth/session', '/auth/nothing', '/imports/nothing', '/imports/template/children.csv'];
    const asked = await Promise.all(paths.map(async (path): Promise<[string, Response]> => [path, await fetch(`${hub.url}${path}`)]));
    const finds = await finder('headers');
    const officer = await person(admin, { agency: 'NMB', email: 'officer@nmb.example.test', roles: ['DATA_PROTECTION_OFFICER'] });
    const post = { method: 'POST', headers: JSON_TYPE, body: '{}' };
    return [...asked,
      ['a wrong password', await fetch(`${hub.url}/auth/sign-in`, { ...post, body: JSON.stringify({ email: 'nobody@nmb.example.test', password: 'wrong gravel quiet lamp' }) })],
      ['a broken body', await finds.send('/graphql', { ...post, body: '{' })],
      ['a body that is too large', await finds.send('/graphql', { ...post, body: JSON.stringify({ query: 'x'.repeat(70_000) }) })],
      ['a download', await finds.send('/imports/template/children.csv')],
      ['a photo that is not there', await finds.send('/photos/own/unit/ZZZZZZ/ZZZZZZ')],
      ['a profile that is not there', await finds.send('/profile-files/unit/ZZZZZZ', post)],
      ['a report', await officer.send('/audit-files/access-log.csv', post)],
      ['an answer', await finds.send('/graphql', { ...post, body: JSON.stringify({ query: '{ viewer { displayName } }' }) })],
    ];
  }

  it('every route, including 404, 500, assets and downloads, carries the header set (HDR-1)', async () => {
    const answers = await everyKind();
    await inDatabase('alter table hub.app_user rename to app_user_away');
    try {
      answers.push(['what breaks', await fetch(`${hub.url}/auth/sign-in`, { method: 'POST', headers: JSON_TYPE, body: JSON.stringify({ email: 'headers@nmb.example.test', password: PASSWORD }) })]);
    } finally {
      await inDatabase('alter table hub.app_user_away rename to app_user');
    }
    expect([...new Set(answers.map(([, { status }]) => status))].sort()).toEqual([200, 400, 401, 404, 413, 500]);
    for (const [what, { headers }] of answers) {
      for (const [name, value] of Object.entries(HEADERS)) {
        expect([what, name, headers.get(name)]).toEqual([what, name, value instanceof RegExp ? expect.stringMatching(value) : value]);
      }
      const policy = (headers.get('content-security-policy') ?? '').split(';').map((part) => part.trim());
      expect([what, policy]).toEqual([what, expect.arrayContaining(POLICY)]);
      expect([what, policy.join().includes('unsafe')]).toEqual([what, false]);
    }
  });

  it('authenticated answers are not stored (SES-7)', async () => {
    const reply = await admin.send('/auth/session');
    expect([reply.status, reply.headers.get('cache-control')]).toEqual([200, 'no-store']);
  });

  it('/healthz is the process, /readyz all that it needs (REL-12)', async () => {
    expect((await fetch(`${hub.url}/healthz`)).status).toBe(200);
    const ready = await fetch(`${hub.url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ok', checks: { database: 'ok', migrations: 'ok', audit: 'ok', queue: 'ok' } }]);
    await inDatabase('alter table audit.access rename to access_away');
    try {
      const red = await fetch(`${hub.url}/readyz`);
      expect([red.status, await red.json()]).toMatchObject([503, { checks: { database: 'ok', audit: 'failed' } }]);
    } finally {
      await inDatabase('alter table audit.access_away rename to access');
    }
  });
});
