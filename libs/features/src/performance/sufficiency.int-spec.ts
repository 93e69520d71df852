import type { Clock } from '@hub/platform/clock';
import { systemClock } from '@hub/platform/clock';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { openWorld, type Town, type World } from '../../../../test/harness/world';
import { told } from '../children/spec-children';
import { addChildren, addHouseholds, ago, childFacts, householdFacts } from '../keys/spec-keys';
import { SufficiencyFiles } from './sufficiency-files.service';
import { SufficiencyService, type Sufficiency } from './sufficiency.service';

let database: TestDatabase;
let world: World;
let north: Town;
let south: Town;
let east: Town;
let hub: Town;
let service: SufficiencyService;

const waiting = (prefix: string, count: number) => Array.from({ length: count }, (_, at) => childFacts(`${prefix}${at}`, { familyFinding: 'ACTIVE', needs: { attachment: 3 } }));
const approved = (prefix: string, count: number) => Array.from({ length: count }, (_, at) => householdFacts(`${prefix}${at}`, { availability: 'AVAILABLE', accepts: { attachment: 1 } }));

beforeAll(async () => {
  database = await freshDatabase();
  world = await openWorld(database);
  [north, south, east, hub] = [await world.town('NMB'), await world.town('SVC'), await world.town('EST'), await world.town('HUB', 'HUB')];
  await addChildren(world, north, [...waiting('N', 8), childFacts('NP', { familyFinding: 'PAUSED' })]);
  await addChildren(world, south, waiting('S', 7));
  await addChildren(world, east, waiting('E', 2));
  await addHouseholds(world, north, [...approved('F', 7), householdFacts('P1', { approvedOn: null, stage2StartedOn: ago(1) }), householdFacts('G1', { approvedOn: null, stage2StartedOn: null, leftOn: ago(1), leftReason: '1' })]);
  await addHouseholds(world, south, approved('T', 9));
  service = new SufficiencyService(world.uow, world.vault, systemClock);
  await service.count();
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

const line = (found: Sufficiency, dimension: string, value: string) => found.lines.find((one) => one.dimension === dimension && one.value === value);

describe('sufficiency of an agency', () => {
  it('counts the own children searched for and the own families, to the last one', async () => {
    const found = await service.read(north.as('ANALYST'));
    expect(line(found, 'ALL', 'ALL')?.own).toMatchObject({ children: 8, units: 8, available: 7, pipeline: 1 });
    expect(line(found, 'AGE', '2-3')?.own).toMatchObject({ children: 8, available: 7 });
    expect(line(found, 'NEED', 'attachment 3')?.own).toMatchObject({ children: 8, available: 0 });
    expect(line(found, 'SIZE', '2')?.own).toMatchObject({ children: 0, available: 7 });
    expect(found.shortHere).toEqual(['families who accept a severe need: attachment', 'families who take one child, aged 2 to 3 years']);
  });

  it('shows of the region what nobody can be found in: the north has eight of seventeen, and the east two', async () => {
    const found = await service.read(north.as('ANALYST'));
    expect(line(found, 'ALL', 'ALL')?.region).toMatchObject({ children: 17, available: 16, pipeline: null });
    expect(line(await service.read(hub.as('HUB_COORDINATOR')), 'ALL', 'ALL')).toMatchObject({ own: null, region: { children: 17 } });
    // Past the page: what a council's own transaction meets.
    const seen = await world.run(east.as('ANALYST'), 'performance.read', (tx) => tx.query('select distinct agency_id from hub.sufficiency_count') as Promise<{ agency_id: string | null }[]>);
    expect(seen.map(({ agency_id: id }) => id).sort()).toEqual([east.id, null].sort());
  });

  it('keeps the region’s numbers for the month, and the own fresh each night', async () => {
    await addChildren(world, north, waiting('NEW', 1));
    await service.count();
    const found = await service.read(north.as('ANALYST'));
    expect([line(found, 'ALL', 'ALL')?.own?.children, line(found, 'ALL', 'ALL')?.region?.children]).toEqual([9, 17]);
    const later = { now: () => new Date(Date.now() + 32 * 86_400_000), today: () => new Date(Date.now() + 32 * 86_400_000).toISOString().slice(0, 10) } as unknown as Clock;
    await new SufficiencyService(world.uow, world.vault, later).count();
    expect(line(await service.read(north.as('ANALYST')), 'ALL', 'ALL')?.region?.children).toBe(18);
  });

  it('leaves as a file that hides what the page hides, and not for everybody', async () => {
    const files = new SufficiencyFiles(service, systemClock);
    const text = (await files.csv(north.as('ANALYST'))).toString('utf8');
    expect(text).toMatch(/^\ufeffBy,What,Own children/);
    expect(text).toMatch(/\r\nAll,all who wait,9,9,7,1,0,18,18,16,c\r\n/);
    expect((await files.xlsx(north.as('ANALYST'))).subarray(0, 2).toString()).toBe('PK');
    expect(await told(files.csv(north.as('FAMILY_FINDER')))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await told(service.read(north.as('PANEL_ADVISER')))).toMatchObject({ code: 'FORBIDDEN' });
  });
});
