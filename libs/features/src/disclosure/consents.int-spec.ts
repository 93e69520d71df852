import type { Actor } from '@hub/domain/access/actor';
import type { ConsentScope } from '@hub/domain/disclosure/consent';
import { SYSTEM_ACTOR } from '@hub/domain/access/actor';
import { addDays, addMonths } from '@hub/domain/dates/day-count';
import { affected } from '@hub/database/tx';
import { systemClock } from '@hub/platform/clock';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { applyHouseholds } from '../adopters/apply-households.queries';
import { loadPool } from '../children/pool.queries';
import { HOUSEHOLD, openMatchingWorld, TODAY, type MatchingWorld } from '../matching/spec-matching';
import { ConsentsService } from './consents.service';

let database: TestDatabase;
let world: MatchingWorld;
let consents: ConsentsService;
const worker = (): Actor => world.south.as('ADOPTERS_WORKER');
const elsewhere = (): Actor => world.north.as('FAMILY_FINDER');
const asked = (over: object = {}) => ({
  household: world.family, scopes: ['CARD', 'PROFILE'] as ConsentScope[], granted: true, wording: '2026-1', how: 'WRITTEN' as const, givenBy: 'ALL_ADULTS' as const, givenOn: TODAY, ...over,
});
const told = (work: Promise<unknown>): Promise<unknown> => work.then(() => 'no error', ({ code }) => code);

beforeEach(async () => {
  database = await freshDatabase();
  world = await openMatchingWorld(database);
  consents = new ConsentsService(world.uow, systemClock);
});
afterEach(async () => {
  await world.close();
  await database.drop();
});

async function release(): Promise<void> {
  const { id } = await world.releases.request(worker(), { subjectType: 'HOUSEHOLD', subject: world.family, purpose: 'Family finding', about: 'They have a big garden.' });
  await world.releases.approve(world.south.second('APPROVING_MANAGER'), id, addDays(TODAY, 90));
}
const seen = async () => {
  const view = await world.households.find(elsewhere(), world.family);
  const { totalCount } = await world.households.search(elsewhere(), { filter: { own: false }, first: 20, after: null });
  return { stage: view?.stage ?? null, hasProfile: view?.card.hasProfile ?? null, totalCount };
};
const pooled = async (): Promise<boolean | null | undefined> => {
  const { pool } = await world.run(SYSTEM_ACTOR, 'matching.execute', (tx) => loadPool(tx, world.vault, { scope: 'REGION', subjectId: null, asAt: TODAY }));
  return pool.households.find(({ id }) => id === world.family)?.shareConsent;
};
/** The day on which the consents end, moved past the door: nobody can wait a year. */
const endOn = (day: string, scope: ConsentScope) => world.sql('update hub.adopter_consent set expires_on = $1 where scope = $2', [day, scope]);

describe('consent of adopters', () => {
  it('that runs out hides card and profile on its first day without, with no write and no job, and comes back when renewed', async () => {
    await release();
    expect([await seen(), await pooled()]).toEqual([{ stage: 'S1', hasProfile: true, totalCount: 1 }, true]);
    await endOn(addDays(TODAY, 1), 'CARD');
    expect(await seen()).toEqual({ stage: 'S1', hasProfile: true, totalCount: 1 });
    await endOn(TODAY, 'CARD');
    expect([await seen(), await pooled()]).toEqual([{ stage: null, hasProfile: null, totalCount: 0 }, null]);
    expect((await world.households.search(worker(), { filter: {}, first: 20, after: null })).items.map(({ reference }) => reference)).not.toContain(world.family);
    expect((await world.households.view(worker(), world.family)).record?.releases).toMatchObject([{ status: 'LIVE' }]);
    await consents.record(worker(), asked({ scopes: ['CARD'] }));
    expect([await seen(), await pooled()]).toEqual([{ stage: 'S1', hasProfile: true, totalCount: 1 }, true]);
  });

  it('to the profile runs out apart from that to the card', async () => {
    await release();
    await endOn(TODAY, 'PROFILE');
    expect(await seen()).toEqual({ stage: 'S0', hasProfile: false, totalCount: 1 });
    const met = await world.run(elsewhere(), 'adopters.view', (tx) => affected(tx, 'select from hub.household_profile where agency_id <> (select hub.own_agency())'));
    expect(met).toBe(0);
    expect(await told(world.releases.request(worker(), { subjectType: 'HOUSEHOLD', subject: world.family, purpose: 'x', about: 'A text.' }))).toBe('GUARD_FAILED');
  });

  it('that is withdrawn takes effect on the very next read, ends releases, and is kept', async () => {
    await release();
    await consents.withdraw(worker(), world.family, ['PROFILE']);
    expect(await seen()).toEqual({ stage: 'S0', hasProfile: false, totalCount: 1 });
    expect((await world.households.view(worker(), world.family)).record?.releases).toMatchObject([{ status: 'WITHDRAWN' }]);
    await consents.withdraw(worker(), world.family, ['CARD']);
    expect([await seen(), await pooled()]).toEqual([{ stage: null, hasProfile: null, totalCount: 0 }, false]);
    expect(await told(consents.withdraw(worker(), world.family, ['CARD']))).toBe('GUARD_FAILED');
    expect((await consents.list(worker(), world.family)).map(({ scope, granted, isLive, withdrawnBy }) => [scope, granted, isLive, withdrawnBy?.id])).toEqual([
      ['PROFILE', true, false, worker().userId], ['CARD', true, false, worker().userId],
    ]);
  });

  it('comes by one way from files, forms and its own page, and no older word undoes a withdrawal', async () => {
    const take = async (over: object) => {
      const actor = world.south.as('ADOPTERS_WORKER', 'AGENCY_ADMIN');
      return (await world.run(actor, 'imports.apply', (tx) => applyHouseholds(tx, world.vault, actor, [{ ...HOUSEHOLD, ...over }], TODAY)))[0]?.outcome;
    };
    expect(await take({})).toBe('UNCHANGED');
    await consents.withdraw(worker(), world.family, ['CARD', 'PROFILE']);
    expect(await take({})).toBe('UNCHANGED');
    expect(await take({ shareConsentOn: undefined })).toBe('UNCHANGED');
    expect(await take({ shareConsentOn: addDays(TODAY, 1) })).toBe('REFUSED');
    expect((await seen()).stage).toBeNull();
    const { record } = await world.households.view(worker(), world.family);
    expect(record).toMatchObject({ shareConsent: false, shareConsentOn: TODAY, cardConsentUntil: null });
    await consents.record(worker(), asked());
    const again = await world.households.view(worker(), world.family);
    expect(again.record).toMatchObject({ shareConsent: true, shareConsentOn: TODAY, cardConsentUntil: addMonths(TODAY, 12), profileConsentUntil: addMonths(TODAY, 12) });
    await world.households.correct(worker(), { household: world.family, version: again.record?.version ?? 0, facts: { shareConsent: false } });
    expect((await seen()).stage).toBeNull();
    const scopes = (await consents.list(worker(), world.family)).map(({ scope, granted, how }) => `${scope} ${granted} ${how}`);
    expect(scopes).toEqual(['PROFILE false FORM', 'CARD false FORM', 'PROFILE true WRITTEN', 'CARD true WRITTEN', 'PROFILE true FILE', 'CARD true FILE']);
    const past = world.run(worker(), 'adopters.edit', (tx) => affected(tx, 'update hub.household set share_consent = true where reference = $1', [world.family]));
    expect(await told(past)).toBe('FORBIDDEN');
  });

  it('is all adults’ to give and any one’s to refuse, never of a day to come, and of the own agency’s households alone', async () => {
    expect(await told(consents.record(worker(), asked({ givenBy: 'ONE_ADULT' })))).toBe('INVALID_INPUT');
    expect(await told(consents.record(worker(), asked({ givenOn: addDays(TODAY, 1) })))).toBe('INVALID_INPUT');
    expect(await told(consents.record(world.north.as('ADOPTERS_WORKER'), asked()))).toBe('NOT_FOUND');
    expect(await told(consents.record(elsewhere(), asked()))).toBe('FORBIDDEN');
    await consents.record(worker(), asked({ granted: false, givenBy: 'ONE_ADULT', scopes: ['PHOTO_REPORT'] }));
    expect(await seen()).toMatchObject({ stage: 'S0' });
    await consents.record(worker(), asked({ granted: false, givenBy: 'ONE_ADULT' }));
    expect((await seen()).stage).toBeNull();
  });

  it('is asked for again a month before its end', async () => {
    await world.workers.assign(worker(), world.family, worker().userId);
    await consents.record(worker(), asked());
    expect(await consents.toRenew(worker())).toEqual([]);
    await endOn(addMonths(TODAY, 1), 'CARD');
    expect(await consents.toRenew(worker())).toEqual([{ household: world.family, expiresOn: addMonths(TODAY, 1) }]);
    expect(await consents.toRenew(elsewhere())).toEqual([]);
  });
});
