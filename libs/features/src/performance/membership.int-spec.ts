import { applyChildren } from '@hub/features/children/apply-children.queries';
import { isoDate } from '@hub/domain/dates/iso-date';
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

beforeAll(async () => {
  database = await freshDatabase();
  world = await openWorld(database);
  [north, south] = [await world.town('NTH'), await world.town('STH')];
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

/** So many children of a council with a decision on the fifth of each month from January to June. */
async function decide(town: Town, perMonth: number): Promise<void> {
  const finder = town.as('FAMILY_FINDER');
  const children = [1, 2, 3, 4, 5, 6].flatMap((at) => Array.from({ length: perMonth }, (_, n) => ({ externalId: `${town.code}-${at}-${n}`, enteredCareOn: isoDate('2023-06-01'), admDecidedOn: isoDate(`2024-0${at}-05`) })));
  await world.run(finder, 'imports.apply', (tx) => applyChildren(tx, world.vault, finder, children, isoDate('2024-06-15')));
}

describe('a council that joins in April', () => {
  const region = async (basis: 'RESTATED' | 'FROZEN', ...to: string[]) =>
    (await new PerformanceService(world.uow).figures(north.as('ANALYST'), { codes: ['A15'], agencies: [null], kind: 'QUARTER', to: to.map(month), basis })).figures.map(({ value }) => value);

  beforeAll(async () => {
    await decide(north, 8);
    await decide(south, 7);
    await world.sql(`update hub.membership set starts_on = '2024-04-01' where agency_id = $1`, [south.id]);
    await new RollUpService(world.uow, world.vault, fixedClock('2024-07-10')).reckon();
  });

  it('was always one of the region where history is restated (trap 20)', async () => {
    expect(await region('RESTATED', '2024-03', '2024-06')).toEqual([3 * 15, 3 * 15]);
  });

  it('is one of the region since then where history is frozen (trap 20)', async () => {
    expect(await region('FROZEN', '2024-03', '2024-06', '2024-05')).toEqual([3 * 8, 3 * 15, 8 + 15 + 15]);
  });

  it('keeps its own history, and others see it as that of a member', async () => {
    const { figures } = await new PerformanceService(world.uow).figures(south.as('ANALYST'), { codes: ['A15'], agencies: ['STH', 'NTH'], kind: 'QUARTER', to: [month('2024-03')], basis: 'FROZEN' });
    expect(figures.map(({ value }) => value)).toEqual([21, 24]);
  });
});

describe('a council that leaves', () => {
  it('is in no figure of the region from which others could reckon what it was', async () => {
    await world.sql(`update hub.membership set ends_on = '2024-06-01' where agency_id = $1`, [south.id]);
    await new RollUpService(world.uow, world.vault, fixedClock('2024-07-11')).reckon();
    const of = async (basis: 'RESTATED' | 'FROZEN') => (await new PerformanceService(world.uow).figures(north.as('ANALYST'), { codes: ['A15'], agencies: [null, 'NTH'], kind: 'MONTH', to: ['2024-02', '2024-05', '2024-06'].map(month), basis })).figures.map(({ agency, value, isHidden }) => [agency, isHidden ? 'hidden' : value]);
    expect(await of('FROZEN')).toEqual(expect.arrayContaining([[null, 'hidden']]));
    expect((await of('RESTATED')).filter(([agency]) => agency === 'NTH')).toEqual([['NTH', 8], ['NTH', 8], ['NTH', 8]]);
  });
});
