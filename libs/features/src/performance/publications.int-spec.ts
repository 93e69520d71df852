import { month } from '@hub/domain/performance/periods';
import { fixedClock } from '@hub/platform/clock';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { openWorld, type Town, type World } from '../../../../test/harness/world';
import { told } from '../children/spec-children';
import { PerformanceService } from './performance.service';
import { PublicationsService } from './publications.service';
import { RollUpService } from './roll-up.service';

let database: TestDatabase;
let world: World;
let [hub, north] = [] as unknown as [Town, Town];
let publications: PublicationsService;
let service: PerformanceService;

beforeAll(async () => {
  database = await freshDatabase();
  world = await openWorld(database);
  [hub, north] = [await world.town('HUB', 'HUB'), await world.town('NTH')];
  [publications, service] = [new PublicationsService(world.uow), new PerformanceService(world.uow)];
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

const reckonOn = (day: string): Promise<void> => new RollUpService(world.uow, world.vault, fixedClock(day)).reckon();
const figures = (edition: string) => service.figures(north.as('ANALYST'), { codes: ['A9', 'A15'], agencies: ['NTH', null], kind: 'MONTH', to: [month('2024-05')], basis: 'RESTATED', edition });

describe('a publication', () => {
  it('is the newest reckoning under a name, by the hub’s coordinators alone, once', async () => {
    const coordinator = hub.as('HUB_COORDINATOR');
    expect(await told(publications.publish(coordinator, 'Before'))).toMatchObject({ code: 'NOT_FOUND' });
    await reckonOn('2024-06-15');
    expect(await told(publications.publish(north.as('APPROVING_MANAGER'), 'Mine'))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await publications.publish(coordinator, 'Annual report 2024')).toMatchObject({ name: 'Annual report 2024', dataDate: '2024-06-15', isCurrent: true });
    expect(await told(publications.publish(coordinator, 'Again'))).toMatchObject({ code: 'CONFLICT' });
  });

  it('is kept as it was, figure by figure, when later reckonings come, and listed with its data date', async () => {
    const [kept] = await service.editions(north.as('ANALYST'));
    const before = await figures(kept?.reference ?? '');
    expect(before.figures).not.toEqual([]);
    await world.sql(`insert into hub.performance_target (agency_id, code, value, starts_on, source, entered_by) select agency_id, 'A1', 400, '2024-01-01', 'Plan', id from hub.app_user where agency_id = $1 limit 1`, [north.id]);
    await reckonOn('2024-07-02');
    expect(await figures(kept?.reference ?? '')).toEqual({ ...before, edition: { ...before.edition, isCurrent: false } });
    expect((await service.editions(north.as('ANALYST'))).map(({ name, dataDate, isCurrent }) => [name, dataDate, isCurrent])).toEqual([[null, '2024-07-02', true], ['Annual report 2024', '2024-06-15', false]]);
  });

  it('is kept where a reckoning comes while it is being published', async () => {
    await world.sql('begin');
    await world.sql(`update hub.performance_edition set name = 'In the night' where is_current`);
    const reckoning = reckonOn('2024-07-03');
    while ((await world.sql('select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))')).length === 0) await new Promise((next) => setTimeout(next, 20));
    await world.sql('commit');
    await reckoning;
    expect((await service.editions(north.as('ANALYST'))).map(({ name, isCurrent }) => [name, isCurrent])).toEqual([[null, true], ['In the night', false], ['Annual report 2024', false]]);
  });

  it('cannot be renamed, and no reckoning of the past be published', async () => {
    await world.run(hub.as('HUB_COORDINATOR'), 'performance.publish', (tx) => tx.query(`update hub.performance_edition set name = 'Other' where name is not null or not is_current`));
    expect(await world.sql(`select name from hub.performance_edition where name is not null order by name`)).toEqual([{ name: 'Annual report 2024' }, { name: 'In the night' }]);
  });
});
