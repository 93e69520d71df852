import { AsyncResource } from 'node:async_hooks';
import { addDays, addMonths } from '@hub/domain/dates/day-count';
import { isoDate } from '@hub/domain/dates/iso-date';
import { rows } from '@hub/database/tx';
import { systemClock } from '@hub/platform/clock';
import { PhotoEncoder } from '@hub/platform/photos/photo-encoder';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { openWorld, type Town, type World } from '../../../../test/harness/world';
import { halves, PHOTO_CANARY, taggedJpeg } from '../../../../test/samples/photo';
import { ConsentsService } from '../disclosure/consents.service';
import { GrantsService } from '../disclosure/grants.service';
import { ShreddingService } from '../keys/shredding.service';
import { PhotosService } from './photos.service';

const today = isoDate(systemClock.today());
const until = addDays(today, 60);
const outside = new AsyncResource('outside');

let database: TestDatabase;
let world: World;
let photos: PhotosService;
let grants: GrantsService;
let consents: ConsentsService;
let north: Town;
let south: Town;
let unit: string;
let child: string;
let household: string;

beforeEach(async () => {
  database = await freshDatabase();
  world = await openWorld(database);
  photos = new PhotosService(world.uow, world.vault, new PhotoEncoder());
  grants = new GrantsService(world.uow, world.vault, systemClock);
  consents = new ConsentsService(world.uow, systemClock);
  [north, south] = [await world.town('NMB'), await world.town('SVC')];
  await world.agree(north, south);
  await world.sql(`update hub.agreement set up_to_stage = 'S2'`);
  unit = await world.children.create(worker(), { facts: { firstName: 'Robin', dateOfBirth: addMonths(today, -41), sex: 'F', admDecidedOn: addMonths(today, -8), placementOrderOn: addMonths(today, -6) } });
  const { record } = await world.units.view(worker(), unit);
  child = record?.children[0]?.reference ?? '';
  await world.units.changeFamilyFinding(worker(), { unit, version: record?.version ?? 0, to: 'ACTIVE', onDate: today });
  const view = await world.households.create(worker(), { kind: 'COUPLE', names: 'Kit Marlow', approvedOn: addMonths(today, -6), availability: 'AVAILABLE', shareConsent: true, shareConsentOn: today, earlyPermanence: false });
  household = view.reference;
});
afterEach(async () => {
  await world.close();
  await database.drop();
});

const worker = () => north.as('FAMILY_FINDER', 'ADOPTERS_WORKER');
const manager = () => north.second('APPROVING_MANAGER');
const partner = () => south.as('FAMILY_FINDER', 'ADOPTERS_WORKER');
const told = (work: Promise<unknown>): Promise<{ code: string; message: string }> => work.then(() => { throw new Error('It was not refused'); }, (error: { code: string; message: string }) => error);

type Kind = 'UNIT' | 'HOUSEHOLD';
const subjectOf = (kind: Kind): string => (kind === 'UNIT' ? unit : household);
const put = async (kind: Kind): Promise<void> => photos.put(worker(), kind === 'UNIT' ? 'CHILD' : 'HOUSEHOLD', kind === 'UNIT' ? child : household, { bytes: taggedJpeg(await halves('jpeg')) });
const agreed = () => consents.record(worker(), { household, scopes: ['PHOTO_REPORT'], granted: true, wording: '1', how: 'WRITTEN', givenBy: 'ALL_ADULTS', givenOn: today });
const ask = (kind: Kind, over: { photos?: boolean } = { photos: true }) => grants.request(worker(), { subjectType: kind, subject: subjectOf(kind), stage: 'S2', purpose: 'A link', agency: 'SVC', ...over });

async function release(kind: Kind): Promise<void> {
  const { id } = await world.releases.request(worker(), { subjectType: kind, subject: subjectOf(kind), purpose: 'Family finding', about: 'Likes trains.' });
  await world.releases.approve(manager(), id, until);
}

/** All that has to be for the partner to see the photo; answers the grant. */
async function show(kind: Kind): Promise<string> {
  if (kind === 'HOUSEHOLD') await agreed();
  await put(kind);
  await release(kind);
  const { id } = await ask(kind);
  await grants.approve(manager(), id, { expiresOn: until, photos: true });
  return id;
}

/** The reference that the partner's view shows: undefined before S2, null at S2 without a photo. */
async function shownTo(kind: Kind): Promise<string | null | undefined> {
  if (kind === 'UNIT') return (await world.units.find(partner(), unit))?.identified?.[0]?.photo;
  return (await world.households.find(partner(), household))?.identified?.photo;
}

const own = async (kind: Kind): Promise<string> =>
  (kind === 'UNIT' ? (await world.units.view(worker(), unit)).record?.children[0]?.photo : (await world.households.view(worker(), household)).record?.photo) ?? '';
const granted = (kind: Kind, photo: string) => photos.granted(partner(), { subjectType: kind, subject: subjectOf(kind), photo });

describe.each<Kind>(['UNIT', 'HOUSEHOLD'])('a photo of a %s', (kind) => {
  it('is kept drawn anew and sealed, in the place of the one before, and is the own agency’s alone', async () => {
    await put(kind);
    const first = await own(kind);
    const image = await photos.own(worker(), { subjectType: kind, subject: subjectOf(kind), photo: first });
    expect([image.subarray(0, 3).toString('hex'), image.toString('latin1').includes(PHOTO_CANARY)]).toEqual(['ffd8ff', false]);
    const [kept] = await world.sql<{ image: Buffer }>(`select image from hub.${kind === 'UNIT' ? 'child' : 'household'}_photo`);
    expect([kept?.image.includes(image.subarray(0, 64)), kept?.image.includes(Buffer.from('JFIF'))]).toEqual([false, false]);
    await put(kind);
    expect(await own(kind)).not.toBe(first);
    expect(await told(photos.own(worker(), { subjectType: kind, subject: subjectOf(kind), photo: first }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await told(granted(kind, await own(kind)))).toMatchObject({ code: 'NOT_FOUND' });
    await photos.remove(worker(), kind === 'UNIT' ? 'CHILD' : 'HOUSEHOLD', kind === 'UNIT' ? child : household);
    expect(await own(kind)).toBe('');
    expect(await world.sql('select from hub.child_photo union all select from hub.household_photo')).toEqual([]);
  });

  it('is shown with the identified stage where two people have decided so, in so many words, and not without', async () => {
    if (kind === 'HOUSEHOLD') await agreed();
    await release(kind);
    expect(await told(ask(kind))).toMatchObject({ code: 'INVALID_INPUT', message: expect.stringContaining('no photo') as string });
    await put(kind);
    const without = await ask(kind, {});
    expect((await grants.approve(manager(), without.id, { expiresOn: until })).photos).toBeNull();
    expect(await shownTo(kind)).toBeNull();
    const refused = await ask(kind);
    expect(await told(grants.approve(manager(), refused.id, { expiresOn: until }))).toMatchObject({ code: 'INVALID_INPUT' });
    expect((await grants.approve(manager(), refused.id, { expiresOn: until, photos: false })).photos).toBe('NOT_SHOWN');
    expect([await shownTo(kind), (await told(granted(kind, await own(kind)))).code]).toEqual([null, 'NOT_FOUND']);
    const asked = await ask(kind);
    expect([asked.photos, await shownTo(kind)]).toEqual(['ASKED', null]);
    expect((await grants.approve(manager(), asked.id, { expiresOn: until, photos: true })).photos).toBe('SHOWN');
    expect(await shownTo(kind)).toBe(await own(kind));
    expect(await granted(kind, await own(kind))).toEqual(await photos.own(worker(), { subjectType: kind, subject: subjectOf(kind), photo: await own(kind) }));
  });

  it.each(['GRANT', 'PHOTOS', 'REPLACED', 'REMOVED', 'EXPIRED', 'AGREEMENT', 'PROFILE'])('is gone on the very next request: %s', async (how) => {
    const id = await show(kind);
    const photo = await own(kind);
    expect((await granted(kind, photo)).length).toBeGreaterThan(500);
    if (how === 'GRANT') await grants.withdraw(worker(), id, 'Not suitable');
    if (how === 'PHOTOS') expect((await grants.withdrawPhotos(worker(), id)).photos).toBe('NOT_SHOWN');
    if (how === 'REPLACED') await put(kind);
    if (how === 'REMOVED') await photos.remove(worker(), kind === 'UNIT' ? 'CHILD' : 'HOUSEHOLD', kind === 'UNIT' ? child : household);
    if (how === 'EXPIRED') await world.sql(`alter table hub.disclosure_grant disable trigger guard; update hub.disclosure_grant set expires_on = hub.today() where id = '${id}'`);
    if (how === 'AGREEMENT') await world.sql(`update hub.agreement set up_to_stage = 'S1'`);
    if (how === 'PROFILE') await world.sql(`update hub.${kind.toLowerCase()}_profile set live = false`);
    expect(await shownTo(kind)).toBe(['PHOTOS', 'REPLACED', 'REMOVED'].includes(how) ? null : undefined);
    expect(await told(granted(kind, photo))).toMatchObject({ code: 'NOT_FOUND' });
    if (how === 'REPLACED') expect(await told(granted(kind, await own(kind)))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is not approved when it is another than was asked for, and no row shows it by itself', async () => {
    if (kind === 'HOUSEHOLD') await agreed();
    await put(kind);
    await release(kind);
    const { id } = await ask(kind);
    await put(kind);
    expect(await told(grants.approve(manager(), id, { expiresOn: until, photos: true }))).toMatchObject({ code: 'GUARD_FAILED' });
    await grants.approve(manager(), id, { expiresOn: until, photos: false });
    const force = (sql: string) => told(world.run(manager(), 'disclosure.approve', (tx) => rows(tx, sql, [id])));
    expect(await force('update hub.disclosure_grant set photos_shown = true where id = $1')).toMatchObject({ code: 'FORBIDDEN' });
    expect(await force(`update hub.disclosure_grant set photos = '{AAAAAA}' where id = $1`)).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('stays the same photo when it is sent twice under one key', async () => {
    const of = kind === 'UNIT' ? 'CHILD' as const : 'HOUSEHOLD' as const;
    const send = async (bytes: Buffer) => photos.put(worker(), of, kind === 'UNIT' ? child : household, { bytes, idempotencyKey: 'photo-0001' });
    await send(await halves('jpeg'));
    const photo = await own(kind);
    await send(await halves('jpeg'));
    expect(await own(kind)).toBe(photo);
    expect(await told(send(await halves('png')))).toMatchObject({ code: 'CONFLICT' });
    await put(kind);
    expect(await own(kind)).not.toBe(photo);
  });

  it('answers for another agency’s as for one that does not exist, by every address, and leaves a row in the log', async () => {
    await put(kind);
    const photo = await own(kind);
    for (const look of [photos.granted.bind(photos), photos.own.bind(photos)]) {
      const answers = [];
      for (const one of [photo, 'ZZZZZZ']) answers.push(await told(look(partner(), { subjectType: kind, subject: subjectOf(kind), photo: one })));
      const [foreign, random] = answers;
      expect(JSON.stringify(foreign)).toBe(JSON.stringify(random));
    }
    const of = kind === 'UNIT' ? 'CHILD' as const : 'HOUSEHOLD' as const;
    const bytes = await halves('jpeg');
    expect(JSON.stringify(await told(photos.put(partner(), of, kind === 'UNIT' ? child : household, { bytes })))).toBe(JSON.stringify(await told(photos.put(partner(), of, 'ZZZZZZ', { bytes }))));
    expect(await told(photos.remove(partner(), of, kind === 'UNIT' ? child : household))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await own(kind)).toBe(photo);
    const refused = await world.sql<{ n: number }>(`select count(*)::int as n from audit.access where actor_id = $1 and outcome = 'REFUSED'`, [partner().userId]);
    expect(refused[0]?.n).toBe(7);
  });

  it('AUD-1: is told in the log by whom it was looked at, at which stage, under which grant', async () => {
    const id = await show(kind);
    const photo = await own(kind);
    await granted(kind, photo);
    await photos.own(worker(), { subjectType: kind, subject: subjectOf(kind), photo });
    const logged = await world.sql(`select agency_id, stage, fields, grant_reference as grant, subject_type, subject_reference from audit.access where fields = '{photo}' and action !~ 'edit' order by id`);
    expect(logged).toEqual([
      { agency_id: south.id, stage: 'S2', fields: ['photo'], grant: id, subject_type: kind, subject_reference: subjectOf(kind) },
      { agency_id: north.id, stage: 'OWN', fields: ['photo'], grant: null, subject_type: kind, subject_reference: subjectOf(kind) },
    ]);
  });
});

describe('the photo of a household', () => {
  it('is asked for only where the adopters agree to it', async () => {
    await put('HOUSEHOLD');
    await release('HOUSEHOLD');
    expect(await told(ask('HOUSEHOLD'))).toMatchObject({ code: 'GUARD_FAILED', message: expect.stringContaining('not agreed') as string });
    await agreed();
    const { id } = await ask('HOUSEHOLD');
    await consents.withdraw(worker(), household, ['PHOTO_REPORT']);
    expect(await told(grants.approve(manager(), id, { expiresOn: until, photos: true }))).toMatchObject({ code: 'GUARD_FAILED' });
  });

  it('expired photo consent removes the photo the same minute, withdrawn consent too, and names stay granted', async () => {
    await show('HOUSEHOLD');
    const photo = await own('HOUSEHOLD');
    await world.sql(`update hub.adopter_consent set given_on = hub.today() - 365, expires_on = hub.today() where scope = 'PHOTO_REPORT'`);
    expect([await shownTo('HOUSEHOLD'), (await told(granted('HOUSEHOLD', photo))).code]).toEqual([null, 'NOT_FOUND']);
    await agreed();
    expect(await shownTo('HOUSEHOLD')).toBe(photo);
    await consents.withdraw(worker(), household, ['PHOTO_REPORT']);
    expect([await shownTo('HOUSEHOLD'), (await told(granted('HOUSEHOLD', photo))).code]).toEqual([null, 'NOT_FOUND']);
    await agreed();
    await consents.record(worker(), { household, scopes: ['PHOTO_REPORT'], granted: false, wording: '1', how: 'SPOKEN', givenBy: 'ONE_ADULT', givenOn: today });
    expect(await shownTo('HOUSEHOLD')).toBeNull();
  });
});

describe('photos', () => {
  it('are lost to a transaction that is open already when they are withdrawn', async () => {
    const id = await show('UNIT');
    const seen = await world.run(partner(), 'disclosure.view', async (tx) => {
      const count = async () => (await rows(tx, 'select reference from hub.child_photo')).length;
      const before = await count();
      await outside.runInAsyncScope(() => grants.withdrawPhotos(worker(), id));
      return [before, await count()];
    });
    expect(seen).toEqual([1, 0]);
  });

  it('are met by actions that open a record and by no search or view below', async () => {
    await show('UNIT');
    for (const action of ['children.search', 'children.view', 'matching.read', 'releases.view'] as const) {
      const actor = action === 'releases.view' ? manager() : worker();
      expect([action, await world.run(actor, action, (tx) => rows(tx, 'select reference from hub.child_photo'))]).toEqual([action, []]);
    }
    expect(await world.run(partner(), 'children.view', (tx) => rows(tx, 'select reference from hub.child_photo'))).toEqual([]);
  });

  it('are destroyed with the key of the record, those that were replaced before too', async () => {
    await put('UNIT');
    await world.sql('create schema backup; create table backup.photo as table hub.child_photo');
    await put('UNIT');
    const [{ id } = { id: '' }] = await world.sql<{ id: string }>('select child_id as id from hub.child_photo');
    await world.sql(`update hub.child set state = 'PLAN_CHANGED', decision_reversed_on = hub.today(); update hub.unit set family_finding = 'CLOSED'`);
    const shredding = new ShreddingService(world.uow, world.vault, world.keys);
    await shredding.request(north.as('DATA_PROTECTION_OFFICER'), child, 'The family left the region and asked for it');
    await shredding.confirm(manager(), child);
    expect(world.vault.isDestroyed({ agencyId: north.id, rowId: id })).toBe(true);
    const [now] = await world.sql<{ reference: string }>('select reference from hub.child_photo');
    expect(await told(photos.own(worker(), { subjectType: 'UNIT', subject: unit, photo: now?.reference ?? '' }))).toMatchObject({ code: 'RECORD_DESTROYED' });
    const [old] = await world.sql<{ wrapped_key: Buffer; image: Buffer }>('select wrapped_key, image from backup.photo');
    expect(() => world.vault.openRecord(north.id, 'child_photo', id, { wrapped_key: old?.wrapped_key ?? Buffer.alloc(0), image: old?.image ?? null })).toThrow(expect.objectContaining({ code: 'RECORD_DESTROYED' }) as Error);
  });
});
