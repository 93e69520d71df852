import { createHash, randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { freshDatabase, type TestDatabase } from '../../../test/harness/database';
import { settle, superuser } from '../../../test/architecture/world';
import type { Settlement } from '../../../test/architecture/world-values';
import { openDatabase } from './data-source';
import { createFirstAdministrator, reinviteAdministrator } from './first-administrator';
import { SignInGateway } from './sign-in.gateway';

let database: TestDatabase;
let db: Client;
let source: DataSource;
let gateway: SignInGateway;
let town: Settlement;

beforeAll(async () => {
  database = await freshDatabase();
  db = await superuser(database.superuserUrl);
  town = await settle(db, 'ASHBY');
  source = await openDatabase(database.appUrl, 2);
  gateway = new SignInGateway(source);
});
afterAll(async () => {
  await source.destroy();
  await db.end();
  await database.drop();
});

const hash = (token: string): string => createHash('sha256').update(token).digest('hex');
const inMinutes = (minutes: number): Date => new Date(Date.now() + minutes * 60_000);

async function signedIn(minutes = 60): Promise<string> {
  const token = hash(randomBytes(32).toString('hex'));
  expect(await gateway.openSession(town.userId, token, inMinutes(minutes), null)).toBe(true);
  return token;
}

describe('sign-in, before there is an actor', () => {
  it('finds one account by its address, in any case of letters, and logs each look', async () => {
    await db.query(`update hub.app_user set password_hash = 'h1' where id = $1`, [town.userId]);
    expect(await gateway.findAccount('Worker.ASHBY@example.org')).toEqual({ userId: town.userId, status: 'ACTIVE', passwordHash: 'h1' });
    expect(await gateway.findAccount('nobody@example.org')).toBeUndefined();
    const { rows } = await db.query(`select actor_id from audit.access where action = 'auth.find' order by id`);
    expect(rows).toEqual([{ actor_id: town.userId }, { actor_id: null }]);
  });

  it('turns a live token into an actor', async () => {
    const session = await gateway.findSession(await signedIn());
    expect(session).toMatchObject({ userId: town.userId, agencyId: town.agencyId, agencyCode: 'ASHBY', agencyKind: 'COUNCIL', kind: 'WEB' });
    expect(await gateway.findSession(hash('another'))).toBeUndefined();
  });

  it('ends with sign-out, expiry, thirty idle minutes, and the account', async () => {
    const [out, expired, idle, live] = [await signedIn(), await signedIn(), await signedIn(), await signedIn()];
    await gateway.endSession(out);
    await db.query(`update hub.session set expires_at = now() where token_hash = $1`, [expired]);
    await db.query(`update hub.session set last_seen_at = now() - interval '31 minutes' where token_hash = $1`, [idle]);
    for (const token of [out, expired, idle]) expect(await gateway.findSession(token)).toBeUndefined();
    expect(await gateway.findSession(live)).toBeDefined();
    await db.query(`update hub.app_user set status = 'DISABLED' where id = $1`, [town.userId]);
    expect(await gateway.findSession(live)).toBeUndefined();
    expect(await gateway.openSession(town.userId, hash('x'), inMinutes(5), null)).toBe(false);
    await db.query(`update hub.app_user set status = 'ACTIVE' where id = $1`, [town.userId]);
  });

  it('gives no session more than twelve hours', async () => {
    const session = await gateway.findSession(await signedIn(60 * 24 * 30));
    expect((session?.expiresAt.getTime() ?? Infinity) - Date.now()).toBeLessThan(12.1 * 3_600_000);
  });

  it('takes an invitation once, and ends what was open under the old password', async () => {
    const token = hash('invitation');
    await db.query(`insert into hub.invitation (user_id, agency_id, token_hash, expires_at) values ($1, $2, $3, now() + interval '1 hour')`, [town.userId, town.agencyId, token]);
    const open = await signedIn();
    expect(await gateway.acceptInvitation(token, 'h2')).toBe(true);
    expect(await gateway.acceptInvitation(token, 'h3')).toBe(false);
    expect(await gateway.findSession(open)).toBeUndefined();
    expect((await gateway.findAccount('worker.ashby@example.org'))?.passwordHash).toBe('h2');
  });

  it('replaces a hash only for who shows the old one', async () => {
    await gateway.renewPasswordHash(town.userId, 'wrong', 'h4');
    expect((await gateway.findAccount('worker.ashby@example.org'))?.passwordHash).toBe('h2');
    await gateway.renewPasswordHash(town.userId, 'h2', 'h4');
    expect((await gateway.findAccount('worker.ashby@example.org'))?.passwordHash).toBe('h4');
  });

  it('counts failed attempts by key', async () => {
    await gateway.recordAttempt([hash('key')], null, 'auth.signIn');
    await gateway.recordAttempt([hash('key')], town.userId, 'auth.signIn');
    expect(await gateway.countAttempts(hash('key'), 15)).toBe(2);
    expect(await gateway.countAttempts(hash('other'), 15)).toBe(0);
  });
});

describe('the first administrator', () => {
  const wish = () => ({ agencyCode: 'HUB', agencyName: 'The hub', regionBand: 'Region', email: 'First@example.org', displayName: 'First', tokenHash: hash(randomBytes(8).toString('hex')), expiresAt: inMinutes(60) });

  it('is invited by the owner, may be invited anew until they come, and then never again', async () => {
    const first = wish();
    const id = await createFirstAdministrator(database.ownerUrl, first);
    const second = wish();
    expect(await createFirstAdministrator(database.ownerUrl, second)).toBe(id);
    expect(await gateway.acceptInvitation(first.tokenHash, 'h')).toBe(false);
    expect(await gateway.acceptInvitation(second.tokenHash, 'h')).toBe(true);
    await expect(createFirstAdministrator(database.ownerUrl, wish())).rejects.toMatchObject({ code: 'CONFLICT' });
    expect((await db.query('select kind, (select count(*)::int from hub.membership m where m.agency_id = a.id) as memberships from hub.agency a where code = $1', ['HUB'])).rows)
      .toEqual([{ kind: 'HUB', memberships: 1 }]);
  });

  it('who lost the invitation or the password is invited anew: password, sessions and the invitation before end at once', async () => {
    const first = { tokenHash: hash('lost'), expiresAt: inMinutes(60) };
    const again = { tokenHash: hash('found'), expiresAt: inMinutes(60) };
    const open = hash('open');
    const account = await gateway.findAccount('first@example.org');
    await gateway.openSession(account?.userId ?? '', open, inMinutes(60), null);
    await reinviteAdministrator(database.ownerUrl, { email: 'First@example.org', ...first });
    await reinviteAdministrator(database.ownerUrl, { email: 'first@example.org', ...again });
    expect(await gateway.findAccount('first@example.org')).toMatchObject({ status: 'INVITED', passwordHash: null });
    expect(await gateway.findSession(open)).toBeUndefined();
    expect(await gateway.acceptInvitation(first.tokenHash, 'h')).toBe(false);
    expect(await gateway.acceptInvitation(again.tokenHash, 'h9')).toBe(true);
    expect(await gateway.findSession(open)).toBeUndefined();
    expect(await gateway.findAccount('first@example.org')).toMatchObject({ status: 'ACTIVE', passwordHash: 'h9' });
    const { rows } = await db.query(`select actor_id from audit.access where action = 'auth.reinvite'`);
    expect(rows).toEqual([{ actor_id: account?.userId }, { actor_id: account?.userId }]);
  });

  it('is told nothing of others: only an administrator of the hub who is not disabled is invited so', async () => {
    const wanted = { tokenHash: hash('nobody'), expiresAt: inMinutes(60) };
    for (const email of ['worker.ashby@example.org', 'nobody@example.org']) {
      await expect(reinviteAdministrator(database.ownerUrl, { email, ...wanted })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    await db.query(`update hub.app_user set status = 'DISABLED' where email = 'first@example.org'`);
    await expect(reinviteAdministrator(database.ownerUrl, { email: 'first@example.org', ...wanted })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(source.query(`select hub.reinvite_administrator('first@example.org', $1, now())`, [hash('x')])).rejects.toThrow(/permission denied/);
  });

  it('cannot be made by the app role', async () => {
    await expect(source.query(`select hub.create_first_administrator('X', 'X', 'X', 'x@example.org', 'X', $1, now())`, [hash('x')])).rejects.toThrow(/permission denied/);
  });
});
