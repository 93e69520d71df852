import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Actor, Role } from '@hub/domain/access/actor';
import { isoDate } from '@hub/domain/dates/iso-date';
import { FileKeyStore } from '@hub/database/crypto/file-key-store';
import { openDatabase } from '@hub/database/data-source';
import { createFirstAdministrator } from '@hub/database/first-administrator';
import { Vault } from '@hub/database/crypto/vault';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { systemClock } from '@hub/platform/clock';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { AgenciesService } from './agencies.service';
import { AgreementsService } from './agreements.service';
import { newAgreement } from './inputs';
import { hashOfSecret, INVITATION_MS, newSecret } from './secrets';
import { UsersService } from './users.service';

let database: TestDatabase;
let source: Awaited<ReturnType<typeof openDatabase>>;
let keys: FileKeyStore;
let agencies: AgenciesService;
let agreements: AgreementsService;
let users: UsersService;
let hubAdmin: Actor;
let northAdmin: Actor;

const YESTERDAY = isoDate(new Date(Date.now() - 86_400_000).toISOString().slice(0, 10));
const TODAY = isoDate(systemClock.today());

async function see<T>(sql: string, params: unknown[] = []): Promise<T[]> {
  const client = new Client({ connectionString: database.superuserUrl });
  await client.connect();
  try {
    return (await client.query(sql, params)).rows as T[];
  } finally {
    await client.end();
  }
}

/** An actor as the session would give it, for a user whom the services made. */
async function actorOf(email: string): Promise<Actor> {
  const [found] = await see<{ id: string; agency_id: string; code: string; kind: Actor['agencyKind']; display_name: string; roles: Role[] }>(
    'select u.id, u.agency_id, a.code, a.kind, u.display_name, u.roles from hub.app_user u join hub.agency a on a.id = u.agency_id where u.email = $1', [email]);
  if (!found) throw new Error('no such user');
  return { kind: 'user', userId: found.id, agencyId: found.agency_id, agencyCode: found.code, agencyKind: found.kind, displayName: found.display_name, roles: found.roles };
}

beforeAll(async () => {
  database = await freshDatabase();
  source = await openDatabase(database.appUrl, 2);
  keys = FileKeyStore.open(join(mkdtempSync(join(tmpdir(), 'hub-keys-')), 'keys.json'));
  const uow = new UnitOfWork(source);
  agencies = new AgenciesService(uow, keys);
  agreements = new AgreementsService(uow, systemClock, new Vault(keys));
  users = new UsersService(uow, systemClock);
  await createFirstAdministrator(database.ownerUrl, {
    agencyCode: 'HUB', agencyName: 'Regional hub', regionBand: 'Region', email: 'First@Hub.example.test', displayName: 'First Admin',
    tokenHash: hashOfSecret(newSecret()), expiresAt: new Date(systemClock.now().getTime() + INVITATION_MS),
  });
  hubAdmin = await actorOf('first@hub.example.test');
  await agencies.create(hubAdmin, { code: 'NORTH', name: 'North Council', kind: 'COUNCIL', regionBand: 'Moors', memberSince: isoDate('2024-04-01') });
  await agencies.create(hubAdmin, { code: 'SOUTH', name: 'South Council', kind: 'COUNCIL', regionBand: 'Vale', memberSince: null });
  await users.create(hubAdmin, { agency: 'NORTH', email: 'admin@north.example.test', displayName: 'North Admin', roles: ['AGENCY_ADMIN'] });
  northAdmin = await actorOf('admin@north.example.test');
});

afterAll(async () => {
  await source?.destroy();
  await database?.drop();
});

describe('agencies', () => {
  it('are listed for everybody, with their membership', async () => {
    expect((await agencies.list(northAdmin)).map(({ code, memberSince, memberUntil }) => [code, memberSince, memberUntil])).toEqual([
      ['NORTH', '2024-04-01', null], ['HUB', TODAY, null], ['SOUTH', null, null],
    ]);
  });

  it('each has a key from its first moment', async () => {
    for (const { id, kind } of await agencies.list(hubAdmin)) if (kind !== 'HUB') expect(keys.keys(id)).toHaveLength(1);
  });

  it('are made by the hub administrator alone, once per code', async () => {
    const another = { code: 'EAST', name: 'East Council', kind: 'COUNCIL', regionBand: 'Coast' } as const;
    await expect(agencies.create(northAdmin, another)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(agencies.create(hubAdmin, { ...another, code: 'NORTH' })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('the viewer learns what the access table allows', async () => {
    const viewer = await agencies.viewer(northAdmin);
    expect(viewer).toMatchObject({ displayName: 'North Admin', agency: { code: 'NORTH' }, roles: ['AGENCY_ADMIN'] });
    expect(viewer.actions).toEqual(expect.arrayContaining(['users.manage', 'imports.start']));
    expect(viewer.actions).not.toEqual(expect.arrayContaining(['agencies.manage']));
  });
});

describe('agreements', () => {
  const input = newAgreement.parse({ title: 'Regional', purpose: 'FAMILY_FINDING', legalBasis: 'Statute', startsOn: '2024-04-01', parties: ['NORTH', 'SOUTH', 'NORTH'] });

  it('are live from their first day until the day they end', async () => {
    const { reference, isLive, parties } = await agreements.create(hubAdmin, input);
    expect([isLive, parties.map(({ code }) => code)]).toEqual([true, ['NORTH', 'SOUTH']]);
    await expect(agreements.end(northAdmin, reference, TODAY)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(agreements.end(hubAdmin, reference, YESTERDAY)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(await agreements.end(hubAdmin, reference, TODAY)).toMatchObject({ endsOn: TODAY, isLive: false });
    await expect(agreements.end(hubAdmin, reference, TODAY)).rejects.toMatchObject({ code: 'GUARD_FAILED' });
    await expect(agreements.end(hubAdmin, 'ZZZZZZ', TODAY)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('keep who signed, on which bases, how far they share and when they are reviewed; least far without a word', async () => {
    expect(await agreements.create(hubAdmin, input)).toMatchObject({ version: '1', upToStage: 'S1', signatures: [], dataCategories: [], reviewOn: null, reviewReminder: null });
    const full = newAgreement.parse({
      ...input, version: '2.1', upToStage: 'S2', article6: 'Article 6(1)(e)', article9: 'Article 9(2)(g)', dataCategories: ['Needs'], reviewOn: TODAY,
      signatures: [{ agency: 'NORTH', signedBy: 'A Director', signedOn: '2024-03-01' }],
    });
    const { signatures, ...made } = await agreements.create(hubAdmin, full);
    expect(made).toMatchObject({ version: '2.1', upToStage: 'S2', article6: 'Article 6(1)(e)', article9: 'Article 9(2)(g)', dataCategories: ['Needs'], reviewOn: TODAY, reviewReminder: 0, hasDocument: false });
    expect(signatures.map(({ agency, signedBy, signedOn }) => [agency.code, signedBy, signedOn])).toEqual([['NORTH', 'A Director', '2024-03-01']]);
    expect(newAgreement.safeParse({ ...input, signatures: [{ agency: 'EAST', signedBy: 'x', signedOn: '2024-03-01' }] }).success).toBe(false);
  });

  it('keep their signed document sealed, for their parties alone, and take nothing but a whole PDF', async () => {
    const pdf = Buffer.from('%PDF-1.7\nCANARY text\n%%EOF\n');
    const { reference } = await agreements.create(hubAdmin, input);
    for (const wrong of ['MZ', '%PDF-1.7 cut off', 'x%PDF-1.7 %%EOF']) await expect(agreements.attach(hubAdmin, reference, Buffer.from(wrong))).rejects.toMatchObject({ code: 'FILE_REFUSED' });
    await expect(agreements.attach(hubAdmin, reference, Buffer.alloc(10 * 1024 * 1024 + 1))).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' });
    await expect(agreements.attach(northAdmin, reference, pdf)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await agreements.attach(hubAdmin, reference, pdf);
    expect((await agreements.document(northAdmin, reference)).equals(pdf)).toBe(true);
    const [kept] = await see<{ file: Buffer }>('select file from hub.agreement_document d join hub.agreement a on a.id = d.agreement_id where a.reference = $1', [reference]);
    expect(kept?.file.includes('CANARY')).toBe(false);
    const others = await agreements.create(hubAdmin, { ...input, parties: ['SOUTH', 'HUB'] });
    await agreements.attach(hubAdmin, others.reference, pdf);
    const answer = (of: string) => agreements.document(northAdmin, of).catch((error: { code: string; message: string }) => [error.code, error.message]);
    expect(await answer(others.reference)).toEqual(await answer('ZZZZZZ'));
    expect((await agreements.list(northAdmin)).find((one) => one.reference === others.reference)).toMatchObject({ hasDocument: false });
  });

  it('name agencies that exist', async () => {
    await expect(agreements.create(hubAdmin, { ...input, parties: ['NORTH', 'NOWHERE'] })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});

describe('users', () => {
  it('an agency sees and manages its own, the hub administrator all', async () => {
    expect((await users.list(northAdmin, 50, 0)).users.map(({ email }) => email)).toEqual(['admin@north.example.test']);
    expect((await users.list(hubAdmin, 50, 0)).totalCount).toBe(2);
    await expect(users.create(northAdmin, { agency: 'SOUTH', email: 'x@south.example.test', displayName: 'X', roles: [] })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(users.change(northAdmin, { id: hubAdmin.userId, displayName: 'Mine' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('roles fit the kind of agency, and nobody raises themselves', async () => {
    await expect(users.create(northAdmin, { agency: 'NORTH', email: 'y@north.example.test', displayName: 'Y', roles: ['HUB_COORDINATOR'] })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(users.change(northAdmin, { id: northAdmin.userId, roles: ['AGENCY_ADMIN', 'FAMILY_FINDER'] })).rejects.toMatchObject({ code: 'SAME_PERSON' });
    await expect(users.change(northAdmin, { id: northAdmin.userId, status: 'DISABLED' })).rejects.toMatchObject({ code: 'SAME_PERSON' });
    expect(await users.change(northAdmin, { id: northAdmin.userId, displayName: 'North Administrator' })).toMatchObject({ displayName: 'North Administrator' });
  });

  it("the hub's own administrator of users cannot touch the hub administrator", async () => {
    await users.create(hubAdmin, { agency: 'HUB', email: 'users@hub.example.test', displayName: 'Users', roles: ['AGENCY_ADMIN'] });
    const lesser = await actorOf('users@hub.example.test');
    await expect(users.change(lesser, { id: hubAdmin.userId, status: 'DISABLED' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(users.create(lesser, { agency: 'HUB', email: 'z@hub.example.test', displayName: 'Z', roles: ['HUB_ADMIN'] })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('only the person makes an account active, and disabling voids the invitation', async () => {
    const { user } = await users.create(northAdmin, { agency: 'NORTH', email: 'new@north.example.test', displayName: 'New', roles: ['FAMILY_FINDER'] });
    expect(await users.change(northAdmin, { id: user.id, status: 'ACTIVE' })).toMatchObject({ status: 'INVITED' });
    expect(await users.change(northAdmin, { id: user.id, status: 'DISABLED' })).toMatchObject({ status: 'DISABLED' });
    const open = await see('select 1 from hub.invitation where user_id = $1 and expires_at > now()', [user.id]);
    expect(open).toEqual([]);
  });

  it('an address that is taken gives the general message', async () => {
    await expect(users.create(northAdmin, { agency: 'NORTH', email: 'first@hub.example.test', displayName: 'Copy', roles: [] })).rejects.toMatchObject({ code: 'CONFLICT', message: 'This already exists.' });
  });

  it('every change is in the audit log, without a token or its hash', async () => {
    const events = await see<{ action: string; whole: string }>("select action, e::text as whole from audit.event e where table_name in ('app_user', 'invitation', 'agency', 'agreement')");
    expect(new Set(events.map(({ action }) => action))).toEqual(new Set([null, 'agencies.manage', 'agreements.manage', 'users.manage', 'users.manageAny']));
    for (const { whole } of events) expect(whole).not.toMatch(/[0-9a-f]{64}/);
  });
});
