import { AsyncResource } from 'node:async_hooks';
import { addDays, addMonths } from '@hub/domain/dates/day-count';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import { rows, row } from '@hub/database/tx';
import { fixedClock, systemClock } from '@hub/platform/clock';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { openWorld, type Town, type World } from '../../../../test/harness/world';
import { CardsService } from '../children/cards.service';
import { GrantsService, type GrantRequest } from './grants.service';

const today = isoDate(systemClock.today());
const until = addDays(today, 60);
const born: IsoDate = addMonths(today, -41);

/** Made while no unit of work is open: what runs in it is outside the one that is. */
const outside = new AsyncResource('outside');

let database: TestDatabase;
let world: World;
let grants: GrantsService;
let north: Town;
let south: Town;
let unit: string;
let child: string;

beforeEach(async () => {
  database = await freshDatabase();
  world = await openWorld(database);
  grants = new GrantsService(world.uow, world.vault, systemClock);
  [north, south] = [await world.town('NMB'), await world.town('SVC')];
  unit = await world.children.create(north.as('FAMILY_FINDER'), { facts: {
    externalId: 'A1', firstName: 'Robin', lastName: 'Sparrow', dateOfBirth: born, sex: 'F', enteredCareOn: addMonths(today, -14), admDecidedOn: addMonths(today, -8),
    placementOrderOn: addMonths(today, -6), healthSummary: 'Asthma, well controlled.',
  } });
  const view = await world.units.view(north.as('FAMILY_FINDER'), unit);
  child = view.record?.children[0]?.reference ?? '';
  await world.units.changeFamilyFinding(north.as('FAMILY_FINDER'), { unit, version: view.record?.version ?? 0, to: 'ACTIVE', onDate: today });
});
afterEach(async () => {
  await world.close();
  await database.drop();
});

const told = (work: Promise<unknown>): Promise<{ code: string; message: string }> => work.then(() => { throw new Error('It was not refused'); }, (error: { code: string; message: string }) => error);
const manager = () => north.second('APPROVING_MANAGER');
const finder = () => north.as('FAMILY_FINDER');
const partner = () => south.as('FAMILY_FINDER');
const allow = (stage: string) => world.sql('update hub.agreement set up_to_stage = $1', [stage]);

async function release(): Promise<string> {
  const { id } = await world.releases.request(finder(), { subjectType: 'UNIT', subject: unit, purpose: 'Family finding', about: 'Likes trains.' });
  await world.releases.approve(manager(), id, until);
  return id;
}
const ask = (over: Partial<GrantRequest> = {}) => grants.request(finder(), { subjectType: 'UNIT', subject: unit, stage: 'S2', purpose: 'Exploring a link', agency: 'SVC', ...over });
async function grant(): Promise<string> {
  const { id } = await ask();
  await grants.approve(manager(), id, { expiresOn: until });
  return id;
}
const seen = async (): Promise<string> => (await world.units.find(partner(), unit))?.stage ?? 'NOTHING';

describe('a grant beyond the profile', () => {
  it('shows the first name, the age in years and months and the health summary, and nothing else of who it is', async () => {
    await world.agree(north, south);
    await allow('S2');
    await release();
    expect(await seen()).toBe('S1');
    await grant();
    const view = await world.units.find(partner(), unit);
    expect(view).toMatchObject({ stage: 'S2', record: null, identified: [{ firstName: 'Robin', ageYears: 3, ageMonths: 5, healthSummary: 'Asthma, well controlled.' }] });
    expect(JSON.stringify(view)).not.toMatch(new RegExp(`Sparrow|A1|${born}`));
    // The own council has the record, and whoever may not open it there does not get the copy either.
    expect(await world.units.find(north.as('ADOPTERS_WORKER'), unit)).toMatchObject({ stage: 'S1', identified: null });
  });

  it('AZ-6: the releasing user cannot approve; approval by another council is refused', async () => {
    await world.agree(north, south);
    await allow('S2');
    await release();
    const both = north.as('FAMILY_FINDER', 'APPROVING_MANAGER');
    const { id, canApprove } = await grants.request(both, { subjectType: 'UNIT', subject: unit, stage: 'S2', purpose: 'x', agency: 'SVC' });
    expect(canApprove).toBe(false);
    expect(await told(grants.approve(both, id, { expiresOn: until }))).toMatchObject({ code: 'SAME_PERSON' });
    expect(await told(grants.approve(south.as('APPROVING_MANAGER'), id, { expiresOn: until }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await seen()).toBe('S1');
    // The table refuses too, whatever a service would do.
    await expect(world.run(both, 'disclosure.approve', (tx) => rows(tx, 'update hub.disclosure_grant set approved_by = hub.actor(), approved_at = now(), expires_on = $2 where id = $1', [id, until]))).rejects.toThrow();
    expect((await grants.approve(manager(), id, { expiresOn: until })).status).toBe('LIVE');
  });

  it('AZ-7: skips no stage, on the way up and on the way down', async () => {
    await world.agree(north, south);
    await allow('S2');
    expect(await told(ask())).toMatchObject({ code: 'GUARD_FAILED', message: expect.stringContaining('No stage is skipped') });
    const profile = await release();
    await grant();
    expect(await told(ask({ stage: 'S3' }))).toMatchObject({ code: 'INVALID_INPUT', message: expect.stringContaining('reports on a link') });
    await world.releases.withdraw(finder(), profile, 'Plan reviewed');
    expect(await seen()).toBe('S0');
    await release();
    // A new profile does not bring back what stood on the old one.
    expect(await seen()).toBe('S1');
    expect(await world.sql('select count(*)::int as n from hub.child_identified')).toEqual([{ n: 0 }]);
  });

  it('rests on an agreement that allows the stage: ending an agreement closes its grants at once', async () => {
    expect(await told(ask())).toMatchObject({ code: 'NO_LIVE_AGREEMENT' });
    const end = await world.agree(north, south);
    await release();
    expect(await told(ask())).toMatchObject({ code: 'NO_LIVE_AGREEMENT', message: expect.stringContaining('S2') });
    await allow('S2');
    await grant();
    expect(await seen()).toBe('S2');
    await allow('S1');
    expect(await seen()).toBe('S1');
    await allow('S2');
    await end();
    expect(await seen()).toBe('NOTHING');
    // Another agreement shares cards and profiles again, but not what was granted under the one that ended.
    await world.agree(north, south);
    expect(await seen()).toBe('S1');
    expect(await world.run(finder(), 'disclosure.whoSees', (tx) => rows(tx, `select id from hub.disclosure_grant where stage = 'S2'`))).toHaveLength(1);
  });

  it.each(['PLAN_CHANGED', 'CLOSED', 'EXPIRED', 'WITHDRAWN', 'ADOPTED'])('closes on the very next read: %s', async (how) => {
    await world.agree(north, south);
    await allow('S2');
    await release();
    const id = await grant();
    expect(await seen()).toBe('S2');
    const own = (await world.units.view(finder(), unit)).record;
    const event = (name: string, reason?: string) => world.children.recordEvent(finder(), { subject: child, version: own?.children[0]?.version ?? 0, event: name, onDate: today, reason });
    if (how === 'PLAN_CHANGED') await event('PLAN_CHANGED', 'RD3');
    if (how === 'CLOSED') await world.units.changeFamilyFinding(finder(), { unit, version: own?.version ?? 0, to: 'CLOSED', reason: 'Found', onDate: today });
    if (how === 'EXPIRED') await world.sql(`alter table hub.disclosure_grant disable trigger guard; update hub.disclosure_grant set expires_on = hub.today() where id = '${id}'`);
    if (how === 'WITHDRAWN') await grants.withdraw(finder(), id, 'Not suitable');
    if (how === 'ADOPTED') {
      for (const [step, n] of [['MATCHED', 30], ['PLACED', 20], ['AO_APPLIED', 10], ['ADOPTED', 0]] as const) {
        const now = (await world.units.view(finder(), unit)).record?.children[0]?.version ?? 0;
        await world.children.recordEvent(finder(), { subject: child, version: now, event: step, onDate: addDays(today, -n) });
      }
    }
    expect(['NOTHING', 'S1']).toContain(await seen());
    expect(await world.run(partner(), 'disclosure.view', (tx) => rows(tx, 'select child_id from hub.child_identified'))).toEqual([]);
  });

  it('is for one person alone where it names one', async () => {
    await world.agree(north, south);
    await allow('S2');
    await release();
    const [who] = await world.sql<{ email: string }>('select email from hub.app_user where id = $1', [partner().userId]);
    expect(await told(ask({ person: 'nobody@example.test' }))).toMatchObject({ code: 'INVALID_INPUT' });
    const { id } = await ask({ person: who?.email ?? '' });
    await grants.approve(manager(), id, { expiresOn: until });
    expect(await seen()).toBe('S2');
    expect((await world.units.find(south.second('FAMILY_FINDER'), unit))?.stage).toBe('S1');
  });

  it('follows the record while it is live, refuses a summary that tells more than S2 may, and ends with the group it was for', async () => {
    await world.agree(north, south);
    await allow('S2');
    await release();
    await grant();
    const version = async () => (await world.units.view(finder(), unit)).record?.children[0]?.version ?? 0;
    await world.children.correct(finder(), { child, version: await version(), facts: { healthSummary: 'Asthma.' } });
    expect((await world.units.find(partner(), unit))?.identified).toMatchObject([{ firstName: 'Robin', healthSummary: 'Asthma.' }]);
    expect(await told(world.children.correct(finder(), { child, version: await version(), facts: { healthSummary: 'Robin Sparrow has asthma.' } }))).toMatchObject({ code: 'INVALID_INPUT' });
    // What the profile was decided on is changed: it is a draft again, and no stage stands without the one below it.
    await world.children.correct(finder(), { child, version: await version(), facts: { firstName: 'Wren', dateOfBirth: addMonths(born, -1) } });
    expect(await seen()).toBe('S0');
    await release();
    expect((await world.units.find(partner(), unit))?.identified).toEqual([{ firstName: 'Wren', ageYears: 3, ageMonths: 6, healthSummary: 'Asthma.', photo: null }]);
    await world.children.create(finder(), { facts: { externalId: 'A2', firstName: 'Jay', dateOfBirth: born, sex: 'M', admDecidedOn: addMonths(today, -8), placementOrderOn: addMonths(today, -6) }, withUnit: unit });
    await release();
    expect(await seen()).toBe('S1');
  });

  it('grows older in the nightly round, which also removes the copies that nobody may see any more', async () => {
    await world.agree(north, south);
    await allow('S2');
    await release();
    const id = await grant();
    const later = new CardsService(world.uow, world.vault, fixedClock(`${addMonths(today, 1)}T12:00:00Z`));
    await later.refreshAll();
    expect((await world.units.find(partner(), unit))?.identified?.[0]).toMatchObject({ firstName: 'Robin', ageYears: 3, ageMonths: 6 });
    await world.sql(`alter table hub.disclosure_grant disable trigger guard; update hub.disclosure_grant set expires_on = hub.today() where id = '${id}'`);
    await later.refreshAll();
    expect(await world.sql('select count(*)::int as n from hub.child_identified')).toEqual([{ n: 0 }]);
  });
});

describe('AZ-7: revoking a grant', () => {
  it('stops a running export before its next page, in the transaction that is open already', async () => {
    await world.agree(north, south);
    await allow('S2');
    await release();
    const id = await grant();
    const pages = await world.uow.run(partner(), 'disclosure.view', async (tx) => {
      const page = () => rows(tx, 'select child_id from hub.child_identified order by child_id limit 1');
      const first = await page();
      await outside.runInAsyncScope(() => grants.withdraw(finder(), id, 'Stop'));
      return [first.length, (await page()).length];
    });
    expect(pages).toEqual([1, 0]);
  });
});

describe('AZ-5: a row', () => {
  it('is not moved into or out of scope, and raises no stage of its own', async () => {
    await world.agree(north, south);
    await allow('S2');
    await release();
    const id = await grant();
    const attempt = (sql: string, params: unknown[]) => told(world.run(north.as('FAMILY_FINDER', 'APPROVING_MANAGER'), 'children.edit', (tx) => rows(tx, sql, params)));
    expect(await attempt('update hub.child set agency_id = $1', [south.id])).toMatchObject({ code: 'FORBIDDEN' });
    expect(await attempt('update hub.unit set agency_id = $1', [south.id])).toMatchObject({ code: 'FORBIDDEN' });
    expect(await attempt(`update hub.disclosure_grant set stage = 'S2' where id = $1`, [id])).toMatchObject({ code: 'FORBIDDEN' });
    expect(await attempt('update hub.disclosure_grant set audience_agency_id = $2 where id = $1', [id, south.id])).toMatchObject({ code: 'FORBIDDEN' });
    expect(await attempt('update hub.disclosure_grant set expires_on = $2 where id = $1', [id, addDays(until, 900)])).toMatchObject({ code: 'FORBIDDEN' });
    const waiting = await ask();
    expect(await attempt('update hub.disclosure_grant set approved_by = $2, approved_at = now(), expires_on = $3 where id = $1', [waiting.id, manager().userId, until])).toMatchObject({ code: 'FORBIDDEN' });
    // The partner changes nothing of what it sees.
    expect(await world.run(south.as('FAMILY_FINDER'), 'disclosure.view', (tx) => row(tx, 'update hub.child_identified set first_name = null returning child_id'))).toBeUndefined();
    expect(await seen()).toBe('S2');
  });
});
