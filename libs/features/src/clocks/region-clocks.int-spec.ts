import { isoDate } from '@hub/domain/dates/iso-date';
import { fixedClock } from '@hub/platform/clock';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { activeUnit } from '../children/spec-children';
import { openWorld, type Town, type World } from '../children/spec-world';
import { RemindersService } from '../work/reminders.service';
import { RegionClocksService } from './region-clocks.service';

let database: TestDatabase;
let world: World;
let hub: Town;
let ashby: Town;
let barrow: Town;
let stray: Town;

const round = (day: string) => new RemindersService(world.uow, world.vault, fixedClock(`${day}T05:00:00Z`)).remind();
const read = (agency: string | null = null, town = hub) => new RegionClocksService(world.uow).read(town.as('HUB_COORDINATOR'), agency);
const counts = (overdue: number, soon: number, running: number, paused: number) => ({ overdue, soon, running, paused });
const child = (town: Town, name: string, dates: Record<string, string>) => activeUnit(world, town, name, { dateOfBirth: isoDate('2023-04-01'), enteredCareOn: isoDate('2025-01-10'), ...dates });
const family = (town: Town, name: string, dates: Record<string, string>) => world.households.create(town.as('ADOPTERS_WORKER'), { kind: 'COUPLE', familyExternalId: name, ...dates } as never);

beforeEach(async () => {
  database = await freshDatabase();
  world = await openWorld(database);
  [hub, ashby, barrow, stray] = [await world.town('HUB', 'HUB'), await world.town('ASHBY'), await world.town('BARROW'), await world.town('STRAY')];
  await world.agree(hub, ashby, barrow);
  await child(ashby, 'C-1', { admDecidedOn: '2025-06-02', placementOrderOn: '2025-09-01' });
  await family(ashby, 'F-1', { enquiryOn: '2025-08-01', roiOn: '2025-08-26', stage1StartedOn: '2025-08-29' });
  await child(barrow, 'C-2', { admDecidedOn: '2025-04-01', placementOrderOn: '2025-09-01' });
  await child(stray, 'C-3', { admDecidedOn: '2025-03-01', placementOrderOn: '2025-09-01' });
});
afterEach(async () => {
  await world.close();
  await database.drop();
});

// On 29 October 2025, by hand: ASHBY's search is to be widened by 2 September (57 days), BARROW's by 1 July (120); BARROW's match was due on 1 October (28).
describe('the region’s clocks', () => {
  it('are how many of each agency that shares are late, with what is overdue longest', async () => {
    expect(await read()).toEqual({ countedOn: null, agencies: [], rules: [] });
    await round('2025-10-29');
    const { countedOn, agencies } = await read();
    expect(countedOn).toBe('2025-10-29');
    expect(agencies.map(({ agency, ...rest }) => [agency.code, rest])).toEqual([
      ['ASHBY', { counts: counts(1, 1, 3, 0), longestCode: 'WIDEN_SEARCH', longestDays: 57 }],
      ['BARROW', { counts: counts(2, 0, 1, 0), longestCode: 'WIDEN_SEARCH', longestDays: 120 }],
    ]);
  });

  it('are told by rule, of all or of one agency', async () => {
    await round('2025-10-29');
    const rules = async (agency: string | null) => (await read(agency)).rules.map(({ code, counts: { overdue, soon, running, paused }, longestDays, agency: whose }) => [code, overdue, soon, running, paused, longestDays, whose?.code ?? null]);
    expect(await rules(null)).toEqual([
      ['WIDEN_SEARCH', 2, 0, 0, 0, 120, 'BARROW'], ['MATCH_AT_PANEL', 1, 0, 1, 0, 28, 'BARROW'], ['REVIEW_WITH_AUTHORITY', 0, 0, 2, 0, null, null],
      ['STAGE_ONE', 0, 1, 0, 0, null, null], ['STATUTORY_TOTAL', 0, 0, 1, 0, null, null],
    ]);
    expect(await rules('ASHBY')).toEqual([
      ['WIDEN_SEARCH', 1, 0, 0, 0, 57, 'ASHBY'], ['MATCH_AT_PANEL', 0, 0, 1, 0, null, null], ['REVIEW_WITH_AUTHORITY', 0, 0, 1, 0, null, null],
      ['STAGE_ONE', 0, 1, 0, 0, null, null], ['STATUTORY_TOTAL', 0, 0, 1, 0, null, null],
    ]);
  });

  it('are counted anew by each round', async () => {
    for (const day of ['2025-10-29', '2025-10-30', '2025-10-30']) await round(day);
    const { countedOn, agencies } = await read('ASHBY');
    // Stage one was due on the 29th.
    expect([countedOn, agencies[0]?.counts, agencies[0]?.longestDays]).toEqual(['2025-10-30', counts(2, 0, 3, 0), 58]);
  });

  it('are met by the hub’s coordinators alone, and of no agency that does not share', async () => {
    await round('2025-10-29');
    await expect(new RegionClocksService(world.uow).read(ashby.as('APPROVING_MANAGER'), null)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await read('STRAY')).rules).toEqual([]);
    // Neither its own action nor another of the hub's meets a fact of a case.
    await world.run(hub.as('HUB_COORDINATOR'), 'drift.readRegion', async (tx) => expect(await tx.query('select from hub.clock_count')).toEqual([]));
    await world.run(hub.as('HUB_COORDINATOR'), 'clocks.readRegion', async (tx) => expect(await tx.query('select from hub.child_event union all select from hub.household_event union all select from hub.child')).toEqual([]));
  });
});
