import { isoDate } from '@hub/domain/dates/iso-date';
import { targetsFor } from '@hub/domain/performance/targets';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { openWorld, type Town, type World } from '../children/spec-world';
import { told } from '../children/spec-children';
import { FileReader } from '../interchange/reading/file-reader';
import { BenchmarksService } from './benchmarks.service';
import { TargetsService } from './targets.service';

let database: TestDatabase;
let world: World;
let targets: TargetsService;
let benchmarks: BenchmarksService;
let [hub, north, south] = [] as unknown as [Town, Town, Town];

beforeAll(async () => {
  database = await freshDatabase();
  world = await openWorld(database);
  [hub, north, south] = [await world.town('HUB', 'HUB'), await world.town('NMB'), await world.town('SVC')];
  [targets, benchmarks] = [new TargetsService(world.uow, world.vault), new BenchmarksService(world.uow, new FileReader())];
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

describe('targets', () => {
  const entry = { code: 'A1', value: 467.5, from: isoDate('2025-04-01'), until: null, source: 'Business plan', note: null };
  const seen = async (town: Town, agency: string | null) =>
    targetsFor(await targets.targets(town.as('FAMILY_FINDER')), { code: 'A1', agency, on: isoDate('2026-03-31') }).map(({ scope, value }) => [scope, value]);

  it('are entered by each agency for itself and by the hub for the region, and read by all', async () => {
    await targets.enter(north.as('APPROVING_MANAGER'), entry);
    await targets.enter(hub.as('HUB_COORDINATOR'), { ...entry, value: 450 });
    expect(await seen(south, 'NMB')).toEqual([['NATIONAL', 426], ['RAA', 450], ['COUNCIL', 467.5]]);
    expect(await seen(south, 'SVC')).toEqual([['NATIONAL', 426], ['RAA', 450]]);
    expect(await told(targets.enter(north.as('FAMILY_FINDER'), entry))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await told(targets.enter(north.as('APPROVING_MANAGER'), { ...entry, code: 'A5', value: 20 }))).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('give way to a later entry, once for one key, and to being withdrawn by their own agency alone', async () => {
    const later = { ...entry, value: 460, idempotencyKey: 'target-of-north' };
    await targets.enter(north.as('AGENCY_ADMIN'), later);
    const list = await targets.enter(north.as('AGENCY_ADMIN'), later);
    expect(list.filter(({ scope }) => scope === 'COUNCIL').map(({ value }) => value)).toEqual([460, 467.5]);
    expect(await seen(north, 'NMB')).toEqual([['NATIONAL', 426], ['RAA', 450], ['COUNCIL', 460]]);
    const id = list[0]?.id ?? '';
    expect(await told(targets.withdraw(south.as('APPROVING_MANAGER'), id))).toMatchObject({ code: 'NOT_FOUND' });
    await targets.withdraw(north.as('APPROVING_MANAGER'), id);
    expect(await seen(north, 'NMB')).toEqual([['NATIONAL', 426], ['RAA', 450], ['COUNCIL', 467.5]]);
    expect(await told(targets.withdraw(north.as('APPROVING_MANAGER'), id))).toMatchObject({ code: 'NOT_FOUND' });
  });
});

const line = (number: string, name: string, from: number): string => [number, name, number, '1', 'North', ...Array.from({ length: 10 }, (_, at) => [String(from + at), 'Close']).flat(), ''].join(',');
const neighbours = (...lines: string[]): Buffer => Buffer.from(`\ufeff${['LA num,LA Name,LA number,GOInd,GOReg', ...Array.from({ length: 10 }, (_, at) => `SN${at + 1},SNP`)].join(',')},\n${lines.join('\n')}\n`);
const england = (...lines: string[]): Buffer => Buffer.from(`\ufefftime_period,geographic_level,stage_of_adoption_process,age_start_poc,number\n${lines.join('\n')}\n`);

describe('published figures', () => {
  const agencies = async () => (await benchmarks.benchmarks(north.as('FAMILY_FINDER'))).councils.map(({ agency }) => agency?.code);

  it('of England are taken by the hub, added to and corrected by a later file', async () => {
    const at = hub.as('HUB_ADMIN');
    expect(await told(benchmarks.load(north.as('APPROVING_MANAGER'), 'ENGLAND', 'x.csv', england('2025,National,1. x,Total,00:09')))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await benchmarks.load(at, 'ENGLAND', 'first.csv', england('2025,National,1. x,Total,00:09', '2025,National,3. x,Aged 7 and over,k', '2025,National,1. x,Total,later'))).toMatchObject({ rows: 3, taken: 2, issues: [{ row: 4, column: 'number' }] });
    expect(await benchmarks.load(at, 'ENGLAND', 'second.csv', england('2025,National,1. x,Total,00:10', '2025,National,3. x,Aged 7 and over,k', '2024,National,1. x,Total,00:08'))).toMatchObject({ taken: 2, issues: [] });
    expect((await benchmarks.benchmarks(south.as('FAMILY_FINDER'))).england).toEqual([
      { year: 2025, stage: 'EC_ADM', ageGroup: 'Total', value: 10, symbol: null, source: 'second.csv' }, { year: 2025, stage: 'M_P', ageGroup: 'Aged 7 and over', value: null, symbol: 'k', source: 'first.csv' },
      { year: 2024, stage: 'EC_ADM', ageGroup: 'Total', value: 8, symbol: null, source: 'second.csv' }]);
    expect(await told(benchmarks.load(at, 'ENGLAND', 'x.pdf', england()))).toMatchObject({ code: 'FILE_REFUSED' });
    // What may not be loaded is not read either.
    expect(await told(benchmarks.load(north.as('APPROVING_MANAGER'), 'ENGLAND', 'x.pdf', england()))).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('of neighbours stand for agencies that the hub has numbered, and keep the numbers when a new grouping comes', async () => {
    const at = hub.as('HUB_COORDINATOR');
    expect(await benchmarks.load(at, 'NEIGHBOURS', '2021.csv', neighbours(line('901', 'Northmoor', 902), line('902', 'Southvale', 903), line('999', 'Gone', 901)))).toEqual({ rows: 3, taken: 3, issues: [] });
    await benchmarks.number(at, 'NMB', '901');
    await benchmarks.number(at, 'SVC', '902');
    expect(await told(benchmarks.number(at, 'SVC', '777'))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await told(benchmarks.number(north.as('APPROVING_MANAGER'), 'NMB', '901'))).toMatchObject({ code: 'FORBIDDEN' });
    await benchmarks.load(at, 'NEIGHBOURS', '2025.csv', neighbours(line('901', 'Northmoor', 902), line('902', 'Southvale', 903)));
    const { councils } = await benchmarks.benchmarks(north.as('FAMILY_FINDER'));
    expect(councils.map(({ name, agency }) => [name, agency?.code])).toEqual([['Northmoor', 'NMB'], ['Southvale', 'SVC']]);
    expect(councils[0]?.neighbours.slice(0, 2)).toMatchObject([{ council: '902', name: 'Southvale', agency: { code: 'SVC' }, closeness: 'CLOSE' }, { council: '903', name: '903', agency: null }]);
    expect(await benchmarks.load(at, 'NEIGHBOURS', 'wrong.csv', england())).toMatchObject({ taken: 0, issues: [{ code: 'MISSING_COLUMN' }] });
    expect((await benchmarks.benchmarks(north.as('FAMILY_FINDER'))).councils).toHaveLength(2);
    expect(await told(benchmarks.number(at, 'NMB', '902'))).toMatchObject({ code: 'CONFLICT' });
    await benchmarks.number(at, 'NMB', '901');
    await benchmarks.number(at, 'SVC', null);
    await benchmarks.number(at, 'SVC', '902');
    expect(await agencies()).toEqual(['NMB', 'SVC']);
  });

  it('of a grouping with one bad row change nothing: the row would take its council’s number away', async () => {
    const before = await benchmarks.benchmarks(north.as('FAMILY_FINDER'));
    const bad = neighbours(line('901', 'Northmoor', 902), line('902', 'Southvale', 903).replace('Close', 'Cosy'), line('904', 'Eastshire', 911));
    expect(await benchmarks.load(hub.as('HUB_COORDINATOR'), 'NEIGHBOURS', '2026.csv', bad)).toMatchObject({ rows: 3, taken: 0, issues: [{ row: 3 }] });
    expect(await benchmarks.benchmarks(north.as('FAMILY_FINDER'))).toEqual(before);
  });
});
