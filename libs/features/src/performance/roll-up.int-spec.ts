import { applyChildren } from '@hub/features/children/apply-children.queries';
import { isoDate } from '@hub/domain/dates/iso-date';
import type { ChildFacts } from '@hub/domain/children/facts';
import { month } from '@hub/domain/performance/periods';
import { fixedClock } from '@hub/platform/clock';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { openWorld, type Town, type World } from '../../../../test/harness/world';
import { PerformanceService } from './performance.service';
import { RollUpService } from './roll-up.service';

let database: TestDatabase;
let world: World;
let north: Town;
let south: Town;
let service: PerformanceService;

beforeAll(async () => {
  database = await freshDatabase();
  world = await openWorld(database);
  [north, south] = [await world.town('NTH'), await world.town('STH')];
  service = new PerformanceService(world.uow);
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

const reckonOn = (day: string) => new RollUpService(world.uow, world.vault, fixedClock(day)).reckon();
const add = (town: Town, ...children: (Partial<ChildFacts> & { externalId: string })[]) => {
  const finder = town.as('FAMILY_FINDER');
  return world.run(finder, 'imports.apply', (tx) => applyChildren(tx, world.vault, finder, children, isoDate('2024-06-15')));
};
const day = isoDate;
/** domain.md 3.9. */
const EXAMPLE = [
  { externalId: 'K1', enteredCareOn: day('2022-01-10'), admDecidedOn: day('2022-06-01'), placementOrderOn: day('2022-07-15'), matchedOn: day('2022-08-20'), placedOn: day('2022-09-30'), adoptedOn: day('2023-03-10') },
  { externalId: 'K2', enteredCareOn: day('2022-02-01'), admDecidedOn: day('2022-08-01'), placementOrderOn: day('2022-10-01'), matchedOn: day('2022-09-20'), placedOn: day('2022-10-05'), adoptedOn: day('2023-05-05') },
  { externalId: 'K3', enteredCareOn: day('2020-05-01'), admDecidedOn: day('2021-01-15'), placementOrderOn: day('2021-06-01'), matchedOn: day('2022-12-01'), placedOn: day('2023-01-15'), adoptedOn: day('2023-09-01'), earlyPermanencePlacedOn: day('2020-06-15') },
  { externalId: 'K4', enteredCareOn: day('2021-11-20'), admDecidedOn: day('2022-05-01'), placementOrderOn: day('2022-06-10'), matchedOn: day('2022-11-25'), placedOn: day('2023-02-20'), adoptedOn: day('2023-11-30') },
];
const own = async (town: Town, codes: readonly string[], kind: 'ROLLING_12' | 'YEAR_TO_DATE' | 'MONTH', ...to: string[]) =>
  (await service.figures(town.as('ANALYST'), { codes, agencies: [town.code], kind, to: to.map(month), basis: 'RESTATED' })).figures.map(({ value }) => value);

describe('the reckoning', () => {
  it('counts the records of each agency by month, so that the worked example comes out', async () => {
    await add(north, ...EXAMPLE);
    await add(south, { externalId: 'S1', enteredCareOn: day('2023-01-10'), admDecidedOn: day('2023-06-01') });
    await reckonOn('2024-06-15');
    expect(await own(north, ['A1', 'A10', 'A2', 'A3', 'A9'], 'ROLLING_12', '2023-12')).toEqual([488.75, 252.75, 188, 50, 0]);
    expect(await own(north, ['A9'], 'MONTH', '2022-05', '2022-08', '2022-12', '2023-02')).toEqual([2, 4, 2, 0]);
    expect(await own(south, ['A9', 'A15'], 'MONTH', '2023-06')).toEqual([1, 1]);
  });

  it('has no average in April where nobody was adopted yet, and it is not 0 (trap 7)', async () => {
    expect(await own(north, ['A1'], 'YEAR_TO_DATE', '2023-03', '2023-04', '2023-05')).toEqual([263, null, 246]);
  });

  it('begins in an April and ends with the last month that is over, and says on which day it was known', async () => {
    const { edition } = await service.figures(north.as('ANALYST'), { codes: ['A1'], agencies: [], kind: 'MONTH', to: [], basis: 'RESTATED' });
    expect(edition).toMatchObject({ dataDate: '2024-06-15', firstMonth: '2019-04-01', lastMonth: '2024-05-01', isCurrent: true, name: null });
  });

  it('changes history with what is entered late, and leaves what was published as it was', async () => {
    await world.sql(`update hub.performance_edition set name = 'Annual report' where is_current`);
    const before = await service.figures(north.as('ANALYST'), { codes: ['A1'], agencies: ['NTH'], kind: 'ROLLING_12', to: [month('2023-12')], basis: 'RESTATED' });
    await add(north, { externalId: 'K5', enteredCareOn: day('2022-01-01'), admDecidedOn: day('2022-06-01'), matchedOn: day('2022-08-01'), placedOn: day('2022-12-31'), adoptedOn: day('2023-06-30') });
    await reckonOn('2024-07-01');
    expect(await own(north, ['A1'], 'ROLLING_12', '2023-12')).toEqual([(263 + 246 + 989 + 457 + 364) / 5]);
    const kept = await service.figures(north.as('ANALYST'), { codes: ['A1'], agencies: ['NTH'], kind: 'ROLLING_12', to: [month('2023-12')], basis: 'RESTATED', edition: before.edition?.reference });
    expect(kept.figures).toEqual(before.figures);
    expect(kept.edition).toMatchObject({ name: 'Annual report', dataDate: '2024-06-15', isCurrent: false });
  });

  it('never begins later than it did, or the months left out could be subtracted', async () => {
    await reckonOn('2026-06-15');
    const { edition } = await service.figures(north.as('ANALYST'), { codes: ['A1'], agencies: [], kind: 'MONTH', to: [], basis: 'RESTATED' });
    expect(edition).toMatchObject({ firstMonth: '2019-04-01', lastMonth: '2026-05-01' });
  });

  it('keeps one current edition, and none that nobody published', async () => {
    await reckonOn('2024-07-02');
    expect(await world.sql('select name, is_current from hub.performance_edition order by data_date')).toEqual([{ name: 'Annual report', is_current: false }, { name: null, is_current: true }]);
  });

  it('leaves the current one as it is where it fails', async () => {
    const [before] = await world.sql('select reference from hub.performance_edition where is_current');
    await world.sql('alter table hub.performance_month add constraint unlucky check (agency_id is null) not valid');
    await expect(reckonOn('2024-07-03')).rejects.toThrow();
    await world.sql('alter table hub.performance_month drop constraint unlucky');
    expect(await world.sql('select reference from hub.performance_edition where is_current')).toEqual([before]);
  });

  it('counts no agency that is not a member', async () => {
    await world.sql(`update hub.membership set ends_on = '2024-07-01' where agency_id = $1`, [south.id]);
    await reckonOn('2024-07-04');
    expect((await service.figures(north.as('ANALYST'), { codes: ['A9'], agencies: 'ALL', kind: 'MONTH', to: [month('2024-05')], basis: 'RESTATED' })).figures.map(({ agency }) => agency)).toEqual([null, 'NTH']);
  });

  it('is asked for by who looks after people or the region, and the worker does it', async () => {
    const rollUp = new RollUpService(world.uow, world.vault, fixedClock('2024-07-05'));
    for (let times = 0; times < 2; times += 1) await rollUp.reckonAnew(north.as('AGENCY_ADMIN'), 'asked-once');
    expect(await world.sql('select name, payload from hub.outbox')).toEqual([{ name: 'performance.reckon', payload: {} }]);
    await expect(rollUp.reckonAnew(north.as('FAMILY_FINDER'), null)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
