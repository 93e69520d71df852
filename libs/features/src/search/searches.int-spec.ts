import type { Actor, Role } from '@hub/domain/access/actor';
import { fixedClock } from '@hub/platform/clock';
import { Logger } from '@hub/platform/logger';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { NoticesService } from '../audit/notices.service';
import { BarsService } from '../disclosure/bars.service';
import { HOUSEHOLD, openMatchingWorld, type MatchingWorld } from '../matching/spec-matching';
import { SearchRound } from './search-round.service';
import { SearchesService } from './searches.service';

let database: TestDatabase;
let world: MatchingWorld;
let searches: SearchesService;
const finder = (): Actor => world.north.as('FAMILY_FINDER');
const colleague = (): Actor => world.north.second('FAMILY_FINDER');
const told = (work: Promise<unknown>): Promise<unknown> => work.then(() => 'no error', ({ code }) => code);

beforeEach(async () => {
  database = await freshDatabase();
  world = await openMatchingWorld(database);
  searches = new SearchesService(world.uow, world.vault);
});
afterEach(async () => {
  await world.close();
  await database.drop();
});

/** The hourly round, now or at another moment. */
const round = (at = new Date().toISOString()): Promise<number> => new SearchRound(world.uow, world.vault, fixedClock(at), new Logger('none', 'test')).look();
const save = (by = finder(), more = {}) => searches.save(by, { name: 'Canarywell search', shared: false, tells: 'HOURLY', households: { stages: ['APPROVED'] }, ...more });
const another = (id: string) => world.bringHousehold(world.south, { ...HOUSEHOLD, familyExternalId: id, adults: [{ externalId: `A-${id}`, gender: 'F' }] });
const inbox = async (by = finder()) => (await new NoticesService(world.uow).unread(by)).map(({ kind, subjectType, subject, count }) => ({ kind, subjectType, subject, count }));
const results = (by: Actor, id: string, since: Date, onlyNew = false) => searches.results(by, id, { since, onlyNew, first: 20, after: null });
const listed = (reference: string, is: boolean) => world.sql('update hub.household_card set listed = $2 where reference = $1', [reference, is]);
const newCounts = async (by = finder()) => (await searches.list(by)).map(({ newCount }) => newCount);

describe('a saved search', () => {
  it('is sealed, finds what the page finds with the same counts, and nothing is new at first', async () => {
    const { id } = await save();
    const [page, found] = [await world.households.search(finder(), { filter: { stages: ['APPROVED'] }, first: 20, after: null }), await results(finder(), id, new Date())];
    expect(found?.households).toEqual(page);
    expect(page.totalCount).toBe(2);
    expect([found?.newCount, await newCounts(), await round(), await inbox()]).toEqual([0, [0], 0, []]);
    const dump = JSON.stringify(await world.sql('select s::text as t from hub.search s union all select e::text from audit.event e where e.table_name like $1', ['search%']));
    expect([dump.includes('Canarywell'), dump.includes('APPROVED')]).toEqual([false, false]);
  });

  it('tells its owner once of who is new, marks them until it is opened, and of nobody who comes back', async () => {
    const { id } = await save();
    const reference = await another('F7');
    expect([await round(), await round(), await newCounts(), await inbox()]).toEqual([1, 0, [1], [{ kind: 'SEARCH_NEW', subjectType: 'SEARCH', subject: id, count: 1 }]]);
    const since = await searches.open(finder(), id);
    expect(await results(finder(), id, since)).toMatchObject({ newCount: 1, newReferences: [reference], households: { totalCount: 3 } });
    expect((await results(finder(), id, since, true))?.households).toMatchObject({ totalCount: 1, items: [{ reference }] });
    expect([await newCounts(), await inbox()]).toEqual([[0], []]);
    await listed(reference, false);
    expect(await round()).toBe(0);
    await listed(reference, true);
    expect([await round(), await newCounts(), await inbox()]).toEqual([0, [0], []]);
  });

  it('counts nobody who is gone again, nor whom its owner has seen before the round came', async () => {
    const { id } = await save();
    const reference = await another('F7');
    await searches.open(finder(), id);
    expect([await round(), await inbox()]).toEqual([0, []]);
    const other = await another('F8');
    await round();
    await listed(other, false);
    expect(await newCounts()).toEqual([0]);
    await listed(other, true);
    expect((await results(finder(), id, new Date(0)))?.newReferences).toEqual(expect.arrayContaining([reference, other]));
  });

  it('is not looked at while it is paused, tells nothing where it never does, and daily from five in the morning', async () => {
    const { id } = await save();
    const [never, daily] = [await save(finder(), { tells: 'NEVER' }), await save(finder(), { tells: 'DAILY' })];
    await searches.change(finder(), id, { paused: true });
    await another('F7');
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    expect([await round(), await round(`${tomorrow}T03:30:00Z`), await inbox()]).toEqual([0, 0, []]);
    expect([await round(`${tomorrow}T09:30:00Z`), (await inbox()).map(({ subject }) => subject)]).toEqual([1, [daily.id]]);
    expect((await searches.find(finder(), never.id))?.newCount).toBe(1);
    await searches.change(finder(), id, { paused: false });
    expect([await round(), (await inbox()).map(({ subject }) => subject).sort()]).toEqual([1, [id, daily.id].sort()]);
  });
});

describe('the rights of its owner', () => {
  const roles = (userId: string, ...held: Role[]) => world.sql('update hub.app_user set roles = $2 where id = $1', [userId, held]);

  it.each([
    ['their account is closed', () => world.sql(`update hub.app_user set status = 'DISABLED' where id = $1`, [finder().userId])],
    ['they may not search any more', () => roles(finder().userId, 'ANALYST')],
    ['the agreement is over', () => world.sql(`update hub.agreement set ends_on = hub.today()`)],
  ])('are asked at each round: nothing is told where %s', async (_, lose) => {
    await save();
    await another('F7');
    await lose();
    expect(await round()).toBe(0);
    expect(await world.sql(`select 1 from hub.notice where kind = 'SEARCH_NEW'`)).toEqual([]);
  });

  it('hide whom they are barred from, in the count, the notice and the results', async () => {
    const { id } = await save();
    const shared = await save(colleague(), { shared: true });
    const reference = await another('F7');
    const [{ email } = { email: '' }] = await world.sql<{ email: string }>('select email from hub.app_user where id = $1', [finder().userId]);
    await new BarsService(world.uow, world.vault).bar(world.south.second('APPROVING_MANAGER'), { subjectType: 'HOUSEHOLD', subject: reference, email, reason: 'They are neighbours.' });
    // The colleague alone is told.
    expect([await round(), await inbox(), (await inbox(colleague())).length]).toEqual([1, [], 1]);
    expect((await searches.list(finder())).map((search) => [search.id, search.newCount]).sort()).toEqual([[id, 0], [shared.id, 0]].sort());
    expect(await results(finder(), shared.id, new Date(0))).toMatchObject({ newReferences: expect.not.arrayContaining([reference]), households: { totalCount: 2 } });
    expect((await results(colleague(), shared.id, new Date(0)))?.households?.totalCount).toBe(3);
  });

  it('a private one is nobody else’s; one that is shared colleagues open for themselves, and its owner alone changes', async () => {
    const [mine, ours] = [await save(), await save(finder(), { shared: true })];
    const ids = async (by: Actor) => (await searches.list(by)).map(({ id }) => id).sort();
    expect([await ids(finder()), await ids(colleague()), await ids(world.south.as('FAMILY_FINDER'))]).toEqual([[mine.id, ours.id].sort(), [ours.id], []]);
    for (const other of [colleague(), world.south.as('FAMILY_FINDER')]) expect([await searches.find(other, mine.id), await results(other, mine.id, new Date(0)), await told(searches.open(other, mine.id))]).toEqual([null, null, 'NOT_FOUND']);
    const reference = await another('F7');
    const since = await searches.open(colleague(), ours.id);
    expect((await results(colleague(), ours.id, since))?.newReferences).toEqual([reference]);
    // What a colleague saw its owner has not.
    expect([await newCounts(colleague()), (await searches.find(finder(), ours.id))?.newCount, await round()]).toEqual([[0], 1, 2]);
    expect([await told(searches.change(colleague(), ours.id, { paused: true })), await told(searches.end(colleague(), ours.id))]).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    expect((await searches.change(finder(), ours.id, { name: 'Renamed', shared: false })).name).toBe('Renamed');
    expect(await ids(colleague())).toEqual([]);
    expect([await searches.end(finder(), ours.id), await ids(finder())]).toEqual([true, [mine.id]]);
    expect(await told(searches.list(world.north.as('ANALYST')))).toBe('FORBIDDEN');
  });
});

it('a round is in the log as a look in the owner’s name, with how many cards were met and no field', async () => {
  await save();
  await round();
  expect(await world.sql(`select actor_id as who, action, stage, row_count as count, fields, outcome from audit.access where action = 'search.look'`))
    .toEqual([{ who: finder().userId, action: 'search.look', stage: 'S0', count: 2, fields: null, outcome: 'ALLOWED' }]);
});

it('nobody keeps more than fifty', async () => {
  for (let kept = 0; kept < 50; kept++) await world.sql(`insert into hub.search (id, agency_id, owner_id, holds, wrapped_key, share_ids, name, filter, shared, tells) values (gen_random_uuid(), $1, $2, 'UNIT', '', '{}', '', '', false, 'NEVER')`, [world.north.id, finder().userId]);
  expect(await told(save())).toBe('LIMIT_EXCEEDED');
});
