import { addDays } from '@hub/domain/dates/day-count';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { activeUnit, told, TODAY as today } from './spec-children';
import { openWorld, type Town, type World } from './spec-world';

let database: TestDatabase;
let world: World;
let north: Town;
let south: Town;

beforeEach(async () => {
  database = await freshDatabase();
  world = await openWorld(database);
  [north, south] = [await world.town('NMB'), await world.town('SVC')];
});

afterEach(async () => {
  await world.close();
  await database.drop();
});

const active = (town: Town, externalId: string) => activeUnit(world, town, externalId);
const references = async (town: Town) =>
  (await world.units.search(town.as('FAMILY_FINDER'), { filter: {}, sort: 'WAITING', first: 100, after: null })).items.map(({ reference }) => reference);

describe('release by two people', () => {
  const request = (actor = north.as('FAMILY_FINDER'), subject: string) => world.releases.request(actor, { subjectType: 'UNIT', subject, purpose: 'FAMILY_FINDING', about: 'Likes trains.' });

  it('needs a second person and a live agreement, shows at once, and is withdrawn at once', async () => {
    const reference = await active(north, 'A1');
    const both = north.as('FAMILY_FINDER', 'APPROVING_MANAGER');
    const release = await request(both, reference);
    expect(release).toMatchObject({ status: 'REQUESTED', canApprove: false, preview: { about: 'Likes trains.', heritageGroups: ['WHITE'], contact: 1 } });
    const manager = north.second('APPROVING_MANAGER');
    expect(await told(world.releases.approve(both, release.id, addDays(today, 30)))).toMatchObject({ code: 'SAME_PERSON' });
    expect(await told(world.releases.approve(manager, release.id, addDays(today, 30)))).toMatchObject({ code: 'NO_LIVE_AGREEMENT' });
    await world.agree(north, south);
    expect(await told(world.releases.approve(south.as('APPROVING_MANAGER'), release.id, addDays(today, 30)))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await world.releases.approve(manager, release.id, addDays(today, 30))).toMatchObject({ status: 'LIVE' });
    const shown = await world.units.find(south.as('FAMILY_FINDER'), reference);
    expect(shown).toMatchObject({ stage: 'S1', record: null, profile: { about: 'Likes trains.', progress: expect.stringContaining('Authority to place') } });
    expect(JSON.stringify(shown)).not.toMatch(/Canary|Sparrow|A1/);
    await world.releases.withdraw(north.as('FAMILY_FINDER'), release.id, 'Plan reviewed');
    expect(await world.units.find(south.as('FAMILY_FINDER'), reference)).toMatchObject({ stage: 'S0', profile: null });
  });

  it('ends with the search, and the child leaves the pool at once', async () => {
    await world.agree(north, south);
    const reference = await active(north, 'A1');
    const release = await request(undefined, reference);
    await world.releases.approve(north.second('APPROVING_MANAGER'), release.id, addDays(today, 30));
    const finder = north.as('FAMILY_FINDER');
    const child = async () => (await world.units.view(finder, reference)).record?.children[0];
    const record = async (event: string, reason?: string) => world.children.recordEvent(finder, { subject: (await child())?.reference ?? '', version: (await child())?.version ?? 0, event, onDate: today, reason });
    await record('PLAN_CHANGED', 'RD3');
    expect(await references(south)).toEqual([]);
    const own = await world.units.view(finder, reference);
    expect(own.record).toMatchObject({ familyFinding: 'CLOSED', familyFindingReason: 'The plan changed', sharedWith: { card: [], profile: [] } });
    expect(own.record?.releases).toMatchObject([{ status: 'WITHDRAWN' }]);
    expect(own.profile).toBeNull();
  });

  it('lists what waits without its content, and logs who reads or decides on which subject', async () => {
    await world.agree(north, south);
    const reference = await active(north, 'A1');
    const { id } = await request(undefined, reference);
    const manager = north.second('APPROVING_MANAGER');
    const stranger = south.as('APPROVING_MANAGER');
    await world.sql('create temporary table before_reading as select max(id) as id from audit.access');
    const [waiting] = await world.releases.toApprove(manager);
    expect(waiting).toMatchObject({ id, subject: reference, canApprove: true });
    expect(JSON.stringify(waiting)).not.toMatch(/trains|WHITE/);
    expect((await world.releases.view(manager, id)).preview).toMatchObject({ about: 'Likes trains.', heritageGroups: ['WHITE'] });
    expect(await told(world.releases.view(north.as('FAMILY_FINDER'), id))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await told(world.releases.view(stranger, id))).toMatchObject({ code: 'NOT_FOUND' });
    await world.releases.approve(manager, id, addDays(today, 30));
    await world.releases.withdraw(manager, id, 'Plan reviewed');
    const log = await world.sql(`
      select action, actor_id = $1 as manager, subject_type as type, subject_reference as subject, subject_agency_id = $2 as own, stage, outcome
      from audit.access where id > (select id from before_reading) order by id`, [manager.userId, north.id]);
    const about = { type: 'UNIT', subject: reference, own: true, outcome: 'ALLOWED' };
    const refused = { manager: false, type: null, subject: null, own: null, stage: 'OWN', outcome: 'REFUSED' };
    expect(log).toEqual([
      { action: 'releases.list', manager: true, ...about, stage: 'S0' },
      { action: 'releases.view', manager: true, ...about, stage: 'OWN' },
      { action: 'releases.view', ...refused },
      { action: 'releases.view', ...refused },
      { action: 'releases.approve', manager: true, ...about, stage: 'OWN' },
      { action: 'releases.withdraw', manager: true, ...about, stage: 'OWN' },
    ]);
  });

  it('refuses a text that names the child', async () => {
    const reference = await active(north, 'A1');
    const refused = await told(world.releases.request(north.as('FAMILY_FINDER'), { subjectType: 'UNIT', subject: reference, purpose: 'x', about: 'Canary likes trains' }));
    expect(refused).toMatchObject({ code: 'INVALID_INPUT' });
    expect(JSON.stringify(refused)).not.toContain('Canary');
  });
});
