import { addDays } from '@hub/domain/dates/day-count';
import type { Actor } from '@hub/domain/access/actor';
import { systemClock, fixedClock } from '@hub/platform/clock';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { activeUnit, told } from '../children/spec-children';
import type { Town } from '../children/spec-world';
import { PreviewService } from '../disclosure/preview.service';
import { WhoSeesService } from '../disclosure/who-sees.service';
import { LinksService } from '../links/links.service';
import { HOUSEHOLD, openMatchingWorld, TODAY, type MatchingWorld } from '../matching/spec-matching';
import { SuggestionsService } from '../matching/suggestions.service';
import { RemindersService } from '../work/reminders.service';
import { LocalSearchService } from './local-search.service';

let database: TestDatabase;
let world: MatchingWorld;
let hub: Town;
let coordinator: Actor;
let service: LocalSearchService;
let kept: string;

const inDays = (days: number) => addDays(TODAY, days);
const admin = () => hub.as('HUB_ADMIN');
const finder = () => world.north.as('FAMILY_FINDER');
const manager = () => world.north.second('APPROVING_MANAGER');
const other = () => world.south.as('FAMILY_FINDER', 'ADOPTERS_WORKER');
const links = () => new LinksService(world.uow, world.vault, systemClock);
const search = (actor: Actor) => world.units.search(actor, { filter: {}, sort: 'REFERENCE', first: 50, after: null });
const comesToday = (reference: string) => world.sql('update hub.unit set widens_on = hub.today() where reference = $1', [reference]);
const versionOf = async (reference: string): Promise<number> => (await world.sql<{ version: number }>('select version from hub.unit where reference = $1 union all select version from hub.household where reference = $1', [reference]))[0]?.version ?? 0;
const runFor = async (actor: Actor, scope: 'REGION' | 'UNIT' | 'HOUSEHOLD', subject: string | null): Promise<string> => {
  const { id, reference } = await world.matching.start(actor, scope, subject);
  await world.matching.execute(id);
  return reference;
};

beforeEach(async () => {
  database = await freshDatabase();
  world = await openMatchingWorld(database);
  hub = await world.town('HUB', 'HUB');
  await world.agree(hub, world.north, world.south);
  await world.sql(`update hub.app_user set roles = '{HUB_COORDINATOR}' where agency_id = $1`, [hub.id]);
  coordinator = hub.as('HUB_COORDINATOR');
  service = new LocalSearchService(world.uow, world.vault, systemClock);
  await service.setPolicy(manager(), { startsOn: TODAY, unitDays: 30, householdDays: 14 });
  kept = await activeUnit(world, world.north, 'K1', { languages: ['en'] });
});
afterEach(async () => {
  await world.close();
  await database.drop();
});

describe('the policy', () => {
  const daysOf = async (reference: string): Promise<unknown> => (await world.sql('select widens_on - search_started_on as days from hub.unit where reference = $1', [reference]))[0];

  it('shares at once where nobody set one, and holds for what begins under it alone', async () => {
    expect(await daysOf(world.unit)).toEqual({ days: 0 });
    expect((await world.units.view(finder(), kept)).record?.localSearch).toEqual({ startedOn: TODAY, widensOn: inDays(30), isKept: true, changes: [] });
    await service.setPolicy(manager(), { startsOn: TODAY, unitDays: 0, householdDays: 0 });
    expect((await world.units.view(finder(), kept)).record?.localSearch.widensOn).toBe(inDays(30));
  });

  it('of the region holds where an agency has none, and the one that has begun and not the next', async () => {
    await service.setPolicy(admin(), { startsOn: TODAY, unitDays: 7, householdDays: 0 });
    await service.setPolicy(manager(), { startsOn: inDays(1), unitDays: 90, householdDays: 0 });
    expect([await daysOf(await activeUnit(world, world.south, 'S1')), await daysOf(await activeUnit(world, world.north, 'K2'))]).toEqual([{ days: 7 }, { days: 30 }]);
    expect(await service.policies(other())).toEqual([{ startsOn: TODAY, unitDays: 7, householdDays: 0, isRegional: true }]);
    expect(await told(service.setPolicy(manager(), { startsOn: inDays(-1), unitDays: 1, householdDays: 1 }))).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await told(service.setPolicy(finder(), { startsOn: TODAY, unitDays: 1, householdDays: 1 }))).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('does not begin anew after a pause', async () => {
    await world.sql(`update hub.unit set search_started_on = $2, widens_on = $3 where reference = $1`, [kept, inDays(-40), inDays(-10)]);
    for (const [to, reason] of [['PAUSED', 'Court'], ['ACTIVE', null]] as const) await world.units.changeFamilyFinding(finder(), { unit: kept, version: await versionOf(kept), to, reason, onDate: TODAY });
    expect(await daysOf(kept)).toEqual({ days: 30 });
    expect((await world.units.find(other(), kept))?.stage).toBe('S0');
  });
});

describe('a kept child', () => {
  it('is on no path to another agency or the hub, and on every path of its own, until the day comes by itself', async () => {
    const paths = async (actor: Actor): Promise<unknown> => {
      const page = await search(actor);
      return { found: page.items.some(({ reference }) => reference === kept), total: page.totalCount, counted: page.facets.find(({ name }) => name === 'groupSizes')?.counts[0]?.count, opened: (await world.units.find(actor, kept)) !== null };
    };
    const hidden = { found: false, total: 1, counted: 1, opened: false };
    const seen = { found: true, total: 2, counted: 2, opened: true };
    expect([await paths(other()), await paths(coordinator), await paths(finder())]).toEqual([hidden, hidden, seen]);
    await comesToday(kept);
    expect([await paths(other()), await paths(coordinator)]).toEqual([seen, seen]);
  });

  it('has nobody who sees it and an empty preview, and the pages say why', async () => {
    const who = await new WhoSeesService(world.uow, world.vault).of(finder(), 'UNIT', kept);
    expect(who.seers.map(({ agency, stage, hiddenBy }) => [agency.code, stage, hiddenBy])).toEqual([['HUB', null, 'LOCAL_SEARCH'], ['SVC', null, 'LOCAL_SEARCH']]);
    expect((await world.units.view(finder(), kept)).record?.sharedWith.card).toEqual([]);
    const preview = () => new PreviewService(world.uow, world.vault, systemClock).unit(finder(), { reference: kept, agency: 'SVC' });
    expect(await preview()).toBeNull();
    await comesToday(kept);
    expect(await preview()).toMatchObject({ stage: 'S0' });
    expect((await world.units.view(finder(), kept)).record?.sharedWith.card.map(({ code }) => code)).toEqual(['HUB', 'SVC']);
  });

  it('is compared with its own agency’s families alone, and neither run, total, result nor list of another tells of it', async () => {
    const mine = await world.bringHousehold(world.north, { ...HOUSEHOLD, familyExternalId: 'F3', adults: [{ externalId: 'A3', gender: 'F' }], approvedOn: inDays(-200) });
    await world.sql('update hub.household set widens_on = null');
    const run = await runFor(coordinator, 'REGION', null);
    const shortlist = (actor: Actor, unit: string) => world.shortlists.shortlist(actor, unit, null);
    const onList = async (actor: Actor, unit: string) => (await shortlist(actor, unit))?.candidates.map(({ household: { reference } }) => reference).sort();
    expect(await onList(finder(), kept)).toEqual([mine, world.ownFamily].sort());
    expect(await onList(finder(), world.unit)).toEqual([mine, world.family].sort());
    expect([await shortlist(coordinator, kept), await world.shortlists.explain(coordinator, kept, mine, null)]).toEqual([null, null]);
    // The open unit's list alone counts.
    expect((await world.shortlists.explain(coordinator, world.unit, mine, null))?.onShortlists).toBe(1);
    const results = await world.runs.results(coordinator, run, 50, 0);
    expect([results.totalCount, (await world.runs.find(coordinator, run))?.units]).toEqual([1, 1]);
    await runFor(other(), 'HOUSEHOLD', world.family);
    const suggestions = await new SuggestionsService(world.uow).suggestions(other(), world.family, null);
    expect(suggestions).toMatchObject({ eligible: 1, conditional: 0, blocked: 0, units: [{ unit: { reference: world.unit } }] });
    await comesToday(kept);
    await runFor(finder(), 'UNIT', kept);
    expect(await onList(finder(), kept)).toContain(world.family);
  });

  it('is in no link between agencies, whoever asks and however, and in those of its own', async () => {
    const refused = { code: 'GUARD_FAILED', message: 'Only your agency sees this child or family yet. Let the region see it first.' };
    expect(await told(links().express(finder(), { unit: kept, household: world.family }))).toMatchObject(refused);
    expect(await told(links().express(other(), { unit: kept, household: world.family }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await told(links().suggest(coordinator, { unit: kept, household: world.family }))).toMatchObject({ code: 'NOT_FOUND' });
    const insert = world.run(finder(), 'links.move', (tx) => tx.query(`
      insert into hub.link (reference, agency_id, household_agency_id, unit_id, household_id, unit_reference, household_reference, state)
      select 'L-AAAAAA', k.agency_id, h.agency_id, k.unit_id, h.household_id, '', '', 'EXPRESSED_INTEREST' from hub.unit_card k, hub.household_card h where k.reference = $1 and h.reference = $2`, [kept, world.family]));
    expect(await told(insert)).toMatchObject({ code: 'GUARD_FAILED' });
    const both = world.north.as('FAMILY_FINDER', 'ADOPTERS_WORKER');
    expect(await links().express(both, { unit: kept, household: world.ownFamily })).toMatchObject({ state: 'EXPRESSED_INTEREST' });
    await comesToday(kept);
    expect(await links().express(finder(), { unit: kept, household: world.family })).toMatchObject({ state: 'EXPRESSED_INTEREST' });
  });

  it('is kept longer by the manager with a reason, widened earlier by a worker, and each change stands there', async () => {
    const change = async (on: number, reason: string | null) => ({ subjectType: 'UNIT' as const, reference: kept, version: await versionOf(kept), on: inDays(on), reason });
    expect(await told(service.keep(finder(), await change(60, 'Court')))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await told(service.widen(other(), await change(0, null)))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await service.keep(manager(), await change(60, 'Her grandmother is assessed'))).toMatchObject({ widensOn: inDays(60), isKept: true });
    expect(await told(service.widen(finder(), { ...(await change(0, null)), version: 1 }))).toMatchObject({ code: 'STALE_VERSION' });
    expect(await service.widen(finder(), await change(0, null))).toMatchObject({
      widensOn: TODAY, isKept: false, changes: [{ wasOn: inDays(60), widensOn: TODAY, reason: null }, { wasOn: inDays(30), widensOn: inDays(60), reason: 'Her grandmother is assessed', person: { displayName: 'Robin Tester' } }],
    });
    expect((await world.units.find(other(), kept))?.stage).toBe('S0');
    expect(await told(service.keep(manager(), await change(60, 'Court')))).toMatchObject({ code: 'GUARD_FAILED' });
  });
});

describe('a kept family', () => {
  it('is its own agency’s alone: not in a search, a run or a count of another, until the day comes', async () => {
    const young = await world.bringHousehold(world.north, { ...HOUSEHOLD, familyExternalId: 'F4', approvedOn: TODAY, adults: [{ externalId: 'A4', gender: 'F' }] });
    expect((await world.households.view(world.north.as('ADOPTERS_WORKER'), young)).record?.localSearch).toMatchObject({ startedOn: TODAY, widensOn: inDays(14), isKept: true });
    const theirs = await activeUnit(world, world.south, 'S2', { needs: {} });
    const run = await runFor(coordinator, 'REGION', null);
    const names = async (actor: Actor, unit: string) => (await world.shortlists.shortlist(actor, unit, null))?.candidates.map(({ household: { reference } }) => reference);
    expect(await names(finder(), world.unit)).toContain(young);
    expect([await names(coordinator, world.unit), await names(other(), theirs)].flat()).not.toContain(young);
    const counted = async (actor: Actor) => { const list = await world.shortlists.shortlist(actor, world.unit, null); return (list?.eligible ?? 0) + (list?.conditional ?? 0) + (list?.blocked ?? 0); };
    expect([await counted(finder()), await counted(coordinator)]).toEqual([3, 2]);
    expect((await world.runs.find(coordinator, run))?.households).toBe(2);
    expect(await world.households.find(other(), young)).toBeNull();
    expect((await world.households.search(other(), { filter: {}, sort: 'REFERENCE', first: 50, after: null })).items.map(({ reference }) => reference)).not.toContain(young);
    await world.sql('update hub.household set widens_on = hub.today() where reference = $1', [young]);
    expect((await world.households.find(other(), young))?.stage).toBe('S0');
  });
});

describe('notices of a search that widens', () => {
  it('come a week before and on the day, once each, to the worker', async () => {
    await world.workers.assign(finder(), kept, world.north.second().userId);
    const told: string[] = [];
    for (const days of [22, 23, 23, 24, 30, 30, 31]) {
      await new RemindersService(world.uow, world.vault, fixedClock(`${inDays(days)}T05:00:00Z`)).remind();
      const found = await world.sql<{ user_id: string; days_left: number; subject_reference: string }>(`select user_id, days_left, subject_reference from hub.notice where kind = 'SEARCH_WIDENS' order by at`);
      expect(found.every(({ user_id, subject_reference }) => user_id === world.north.second().userId && subject_reference === kept)).toBe(true);
      told.push(found.map(({ days_left }) => days_left).join(' '));
    }
    expect(told).toEqual(['', '7', '7', '7', '7 0', '7 0', '7 0']);
  });
});
