import { addDays } from '@hub/domain/dates/day-count';
import type { Actor } from '@hub/domain/access/actor';
import { fixedClock, systemClock } from '@hub/platform/clock';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { openLinksWorld, TODAY, type LinksWorld } from '../../../../test/harness/links-world';
import { NoticesService } from '../audit/notices.service';
import { told } from '../children/spec-children';
import type { Town } from '../children/spec-world';
import { RemindersService } from '../work/reminders.service';
import { DriftFiles } from './drift-files.service';
import { DriftService } from './drift.service';
import { WorkListService } from './work-list.service';

let database: TestDatabase;
let world: LinksWorld;
let hub: Town;
let coordinator: Actor;
let unit: string;
let lone: string;
let family: string;

const inDays = (days: number) => addDays(TODAY, days);
/** As seen so many days from now: nothing of it is stored. */
const on = (days: number) => new DriftService(world.uow, fixedClock(`${inDays(days)}T10:00:00Z`));
const workOn = (days: number) => new WorkListService(world.uow, fixedClock(`${inDays(days)}T10:00:00Z`));
const express = async (): Promise<string> => (await world.links.express(world.finder, { unit, household: family })).reference;
const short = ({ items }: Awaited<ReturnType<DriftService['read']>>) => items.map(({ unit: of, movers, idleDays, withoutLinkDays, delays }) => [of, movers.join(' '), idleDays, withoutLinkDays, delays.join(' ')]);

beforeEach(async () => {
  database = await freshDatabase();
  world = await openLinksWorld(database);
  hub = await world.town('HUB', 'HUB');
  coordinator = hub.as('HUB_COORDINATOR');
  await world.agree(hub, world.north, world.south);
  [unit, lone, family] = [await world.addUnit('C1'), await world.addUnit('C2'), await world.addFamily('F1')];
});
afterEach(async () => {
  await world.close();
  await database.drop();
});

describe('drift', () => {
  it('tells whose move it is and for how long nobody moved, the same to the council and to the coordinator', async () => {
    const link = await express();
    for (const reader of [world.finder, coordinator]) {
      expect(short(await on(13).read(reader, {}, 20, 0)).sort()).toEqual([[lone, '', null, 13, ''], [unit, 'SVC', 13, null, '']].sort());
      expect(short(await on(29).read(reader, { delay: 'STUCK' }, 20, 0))).toEqual([[unit, 'SVC', 29, null, 'STUCK']]);
      expect(short(await on(29).read(reader, { mover: 'NOBODY' }, 20, 0))).toEqual([[lone, '', null, 29, 'NO_LINK']]);
    }
    expect((await on(29).read(world.finder, { mover: 'SVC' }, 20, 0)).items[0]?.links).toMatchObject([{ link, household: family, state: 'EXPRESSED_INTEREST', delay: 'STUCK', turns: [{ side: 'ADOPTERS', agency: { code: 'SVC' } }] }]);
    // The hub learns neither link nor family.
    expect((await on(29).read(coordinator, { mover: 'SVC' }, 20, 0)).items[0]?.links).toMatchObject([{ link: null, household: null, state: 'EXPRESSED_INTEREST', turns: [{ agency: { code: 'SVC' } }] }]);
    expect((await on(29).read(coordinator, {}, 20, 0)).agencies).toMatchObject([{ agency: { code: 'NMB' }, searches: 2, stuck: 1, slow: 0, withoutLink: 1, notReviewed: 0 }]);
    await world.take(world.worker, link, 'SHORTLISTED');
    expect((await on(0).read(coordinator, { mover: 'NMB' }, 20, 0)).items[0]).toMatchObject({ unit, movers: ['NMB', 'SVC'] });
    await world.explore(link);
    expect((await on(0).read(coordinator, {}, 20, 0)).items.find((row) => row.unit === unit)?.movers).toEqual(['NMB']);
    await world.sql(`update hub.disclosure_grant set withdrawn_at = now() where stage = 'S2' and subject_type = 'HOUSEHOLD'`);
    expect((await on(0).read(coordinator, {}, 20, 0)).items.find((row) => row.unit === unit)?.movers).toEqual(['SVC']);
  });

  it('is a council’s own alone, and of what is kept the hub sees nothing', async () => {
    const other = await world.addUnit('C3');
    await world.sql('update hub.unit set widens_on = hub.today() + 5 where reference = $1', [other]);
    const units = async (actor: Actor) => (await on(0).read(actor, {}, 20, 0)).items.map((row) => row.unit).sort();
    expect([await units(world.finder), await units(coordinator), await units(world.worker)]).toEqual([[unit, lone, other].sort(), [unit, lone].sort(), []]);
    expect((await on(0).read(coordinator, {}, 20, 0)).agencies[0]?.searches).toBe(2);
    expect(await told(on(0).read(world.south.as('AGENCY_ADMIN'), {}, 20, 0))).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('leaves pauses out, and counts the days that were local', async () => {
    await world.sql(`update hub.unit set search_started_on = $2, widens_on = $3 where reference = $1`, [unit, inDays(-60), inDays(-30)]);
    await world.sql(`insert into hub.family_finding_event (agency_id, unit_id, status, on_date, at) select agency_id, id, 'PAUSED', $2, now() - interval '50 days' from hub.unit where reference = $1`, [unit, inDays(-50)]);
    await world.sql(`insert into hub.family_finding_event (agency_id, unit_id, status, on_date, at) select agency_id, id, 'ACTIVE', $2, now() - interval '40 days' from hub.unit where reference = $1`, [unit, inDays(-40)]);
    const view = await world.units.view(world.finder, unit);
    expect(view.record?.searchClocks).toMatchObject({ searchDays: 50, localDays: 20, pausedDays: 10, withoutLinkDays: 50, delays: ['NO_LINK'], pauses: [{ from: inDays(-50), to: inDays(-40), cause: null }] });
    expect((await on(0).read(coordinator, {}, 20, 0)).items[0]).toMatchObject({ unit, localDays: 20, delays: ['NO_LINK'] });
    await world.units.changeFamilyFinding(world.finder, { unit, version: view.record?.version ?? 0, to: 'PAUSED', reason: 'Court', onDate: TODAY });
    expect((await on(9).read(world.finder, {}, 20, 0)).items.find((row) => row.unit === unit)).toMatchObject({ isPaused: true, withoutLinkDays: 50, delays: [] });
  });

  it('keeps to the council’s own limits, else the region’s', async () => {
    const limits = { slowDays: 2, stuckDays: 4, withoutLinkDays: 3, reviewDays: 365 };
    const admin = hub.as('HUB_ADMIN');
    await express();
    await on(0).setLimits(admin, limits);
    const delays = async (reader: Actor, days: number) => (await on(days).read(reader, {}, 20, 0)).items.map((row) => row.delays.join(' ')).sort();
    expect([await delays(world.finder, 3), await delays(coordinator, 4)]).toEqual([['NO_LINK', 'SLOW'], ['NO_LINK', 'STUCK']]);
    await on(0).setLimits(world.managers.north, { ...limits, slowDays: 10, stuckDays: 20, withoutLinkDays: 10 });
    expect([await delays(world.finder, 4), await delays(coordinator, 4)]).toEqual([['', ''], ['NO_LINK', 'STUCK']]);
    expect(await told((async () => on(0).setLimits(world.managers.north, { ...limits, stuckDays: 2 }))())).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await told(on(0).setLimits(world.finder, limits))).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is raised by a reviewing officer with the worker and the managers, and a review is counted from its day', async () => {
    const officer = world.north.as('REVIEWING_OFFICER');
    await world.workers.assign(world.finder, unit, world.north.second().userId);
    await on(0).raise(officer, unit);
    const inbox = async (actor: Actor) => (await new NoticesService(world.uow).unread(actor)).filter(({ kind }) => kind === 'DRIFT_RAISED').map(({ subject, person }) => [subject, person]);
    expect(await inbox(world.north.second('FAMILY_FINDER'))).toEqual([[unit, 'Robin Tester']]);
    expect(await inbox(world.managers.north)).toHaveLength(2);
    expect(await told(on(0).raise(world.south.as('REVIEWING_OFFICER'), unit))).toMatchObject({ code: 'NOT_FOUND' });
    expect((await on(91).read(officer, { delay: 'NOT_REVIEWED' }, 20, 0)).items).toHaveLength(2);
    await on(40).review(officer, unit);
    expect((await on(91).read(officer, { delay: 'NOT_REVIEWED' }, 20, 0)).items.map((row) => row.unit)).toEqual([lone]);
  });

  it('says at which stage nobody has moved for longest, and whose move it is there', async () => {
    await express();
    const { stages } = await on(29).read(coordinator, { delay: 'NOT_REVIEWED' }, 20, 0);
    expect(stages.map(({ stage, searches, unit: longest, agency, days, movers }) => [stage, searches, longest, agency.code, days, movers])).toEqual([
      ['NO_LINK', 1, lone, 'NMB', 29, []], ['EXPRESSED_INTEREST', 1, unit, 'NMB', 29, ['SVC']],
    ]);
    expect((await on(29).read(world.south.as('REVIEWING_OFFICER'), {}, 20, 0)).stages).toEqual([]);
  });

  it('leaves as a file with who took it, logged as an export', async () => {
    await express();
    const text = (await new DriftFiles(on(29), systemClock).csv(coordinator, { delay: 'STUCK' })).toString('utf8');
    const [headings, row, made] = text.split('\r\n');
    expect(headings).toContain('Days searched locally only');
    expect(row).toContain(`${unit},NMB,`);
    expect(row).toContain('EXPRESSED_INTEREST,SVC,29,');
    expect(made).toContain('Made by Robin Tester, HUB');
    expect(text).not.toContain(family);
    expect(await world.sql(`select purpose, row_count as count from audit.access where action = 'drift.exportRegion'`)).toEqual([{ purpose: 'CASE_WORK', count: 1 }]);
  });
});

describe('the work list', () => {
  it('has what waits for whom, the oldest first, for a person and for the agency', async () => {
    const link = await express();
    const list = async (actor: Actor, filter = {}) => (await workOn(3).list(actor, filter, 20, 0)).items.map(({ unit: of, link: at, isOurMove, idleDays, worker }) => [of, at, isOurMove, idleDays, worker?.displayName ?? null]);
    expect((await list(world.finder)).sort()).toEqual([[lone, null, false, 3, null], [unit, link, false, 3, 'Robin Tester']].sort());
    expect(await list(world.worker)).toEqual([[unit, link, true, 3, null]]);
    expect(await list(world.finder, { mine: true })).toEqual([[unit, link, false, 3, 'Robin Tester']]);
    expect(await list(world.worker, { move: 'THEIRS' })).toEqual([]);
    expect(await list(world.worker, { worker: 'NONE' })).toHaveLength(1);
    expect(await list(world.finder, { move: 'NOBODY' })).toEqual([[lone, null, false, 3, null]]);
    await world.take(world.worker, link, 'SHORTLISTED');
    expect((await workOn(0).oldest(world.finder)).map(({ link: at }) => at)).toEqual([link]);
    expect(await workOn(0).oldest(hub.as('HUB_ADMIN'))).toEqual([]);
  });
});

describe('the nightly round', () => {
  const remind = (days: number) => new RemindersService(world.uow, world.vault, fixedClock(`${inDays(days)}T05:00:00Z`)).remind();
  const notices = (kind: string) => world.sql<{ subject: string; code: string; to: string }>(`
    select n.subject_reference as subject, a.code, coalesce(n.role, 'PERSON') as to from hub.notice n join hub.agency a on a.id = n.agency_id where n.kind = $1 order by n.at, n.role`, [kind]);

  it('tells whose move it is once for each limit, however often it is made, and again after somebody moved', async () => {
    const link = await express();
    for (const days of [13, 14, 14, 15, 20]) await remind(days);
    expect(await notices('LINK_IDLE')).toEqual([{ subject: link, code: 'SVC', to: 'ADOPTERS_WORKER' }]);
    for (const days of [28, 29]) await remind(days);
    expect((await notices('LINK_IDLE')).map(({ to }) => to)).toEqual(['ADOPTERS_WORKER', 'ADOPTERS_WORKER', 'APPROVING_MANAGER']);
    await world.take(world.worker, link, 'SHORTLISTED');
    await world.sql('delete from hub.notice');
    await world.sql(`update hub.link_event set at = at + interval '30 days'`);
    await remind(44);
    expect((await notices('LINK_IDLE')).map(({ code }) => code).sort()).toEqual(['NMB', 'SVC']);
  });

  it('tells of a search without a link and without a review, and not while it rests', async () => {
    await express();
    for (const days of [27, 28, 28, 30]) await remind(days);
    expect(await notices('NO_LINK')).toEqual([{ subject: lone, code: 'NMB', to: 'FAMILY_FINDER' }]);
    const { record } = await world.units.view(world.finder, lone);
    await world.units.changeFamilyFinding(world.finder, { unit: lone, version: record?.version ?? 0, to: 'PAUSED', reason: 'Court', onDate: TODAY });
    for (const days of [90, 91]) await remind(days);
    expect(await notices('SEARCH_REVIEW')).toEqual([{ subject: unit, code: 'NMB', to: 'FAMILY_FINDER' }]);
  });
});
