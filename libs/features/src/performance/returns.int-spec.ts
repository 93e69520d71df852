import { isoDate } from '@hub/domain/dates/iso-date';
import { month } from '@hub/domain/performance/periods';
import { fixedClock } from '@hub/platform/clock';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { tableSheet, workbook } from '../../../../test/samples/workbook';
import { openWorld, type Town, type World } from '../children/spec-world';
import { told } from '../children/spec-children';
import { FileReader } from '../interchange/reading/file-reader';
import { PerformanceService } from './performance.service';
import { ReturnsService } from './returns.service';
import { monthsOfReturns } from './returns.queries';
import { RollUpService } from './roll-up.service';

let database: TestDatabase;
let world: World;
let returns: ReturnsService;
let [north, south] = [] as unknown as [Town, Town];

beforeAll(async () => {
  database = await freshDatabase();
  world = await openWorld(database);
  [north, south] = [await world.town('NMB'), await world.town('SVC')];
  returns = new ReturnsService(world.uow, new FileReader(), fixedClock('2026-11-22T10:00:00Z'));
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

const EPISODES = ['CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN', 'Robin Sparrow 1,01/04/2024,S,C2,N1,U6,PR1,01/09/2024,X1,,,,', 'Robin Sparrow 1,01/09/2024,P,E1,N1,A6,PR1,10/10/2025,E12,,,,'];
const AD1 = ['CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR', 'Robin Sparrow 1,01/01/2024,01/06/2024,01/08/2024,Wren,2,MF,L11'];
const csv = (name: string, lines: readonly string[]) => ({ name, bytes: Buffer.from(lines.join('\n')) });
const return2026 = { source: 'SSDA903', year: 2026, asAt: null, files: [csv('sparrow-episodes.csv', EPISODES), csv('ad1.csv', AD1)] } as const;

const LIST_10 = ['Child Unique ID', 'Gender', 'Ethnicity', 'Date of Birth', 'Does the Child have a Disability', 'Date the Child Entered Care', 'Date of Decision that Child Should be Placed for Adoption', 'Date of Placement Order', 'Date Placed for Adoption', 'Date of Adoption Order'] as const;
const annexA = (adoptedOn: string) => ({ name: 'annex-a.xlsx', bytes: workbook([tableSheet('List 10', [...LIST_10], [Object.fromEntries(LIST_10.map((heading, at) => [heading, ['C1', 'b) Female', 'a) WBRI', '01/01/2024', 'b) No', '01/04/2024', '01/06/2024', '01/07/2024', '11/09/2024', adoptedOn][at] ?? ''])) as never])]) });

describe('the files of a return', () => {
  it('become tallies by month and broken rules by place, and nothing of a child is kept', async () => {
    const { returns: kept, used } = await returns.load(north.as('ANALYST'), return2026);
    expect(used).toBe('HUB');
    expect(kept).toMatchObject([{ source: 'SSDA903', year: 2026, asAt: '2026-03-31', files: [{ file: 'Episodes', rows: 2 }, { file: 'Adoption (AD1)', rows: 1 }] }]);
    expect(await returns.warnings(north.as('ANALYST'), kept[0]?.id ?? '')).toContainEqual({ rule: '114', file: 'Adoption (AD1)', row: 2, column: 'FOSTER_CARE', message: expect.any(String) as string });
    const months = await world.run(north.as('ANALYST'), 'returns.read', (tx) => monthsOfReturns(tx, north.id));
    // 1 April to 1 September 2024.
    expect([...(months.get('SSDA903') ?? [])].filter(([, { A1 }]) => A1?.days).map(([month, { A1, A4 }]) => [month, A1?.days, A4])).toEqual([['2025-10', [153], { of: 1, among: 1 }]]);
    const everything = await world.sql<{ text: string }>(`select (select coalesce(string_agg(r::text, ' '), '') from hub.performance_return r) || (select coalesce(string_agg(m::text, ' '), '') from hub.performance_return_month m)
      || (select coalesce(string_agg(e.after::text, ' '), '') from audit.event e where e.table_name like 'hub.performance_return%') as text`);
    expect(everything[0]?.text).not.toMatch(/sparrow|wren/i);
  });

  it('are the own agency’s alone', async () => {
    const { returns: [mine] } = await returns.sources(north.as('APPROVING_MANAGER'));
    expect(await returns.sources(south.as('APPROVING_MANAGER'))).toEqual({ used: 'HUB', returns: [], compared: [] });
    expect(await told(returns.warnings(south.as('ANALYST'), mine?.id ?? ''))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await told(returns.remove(south.as('ANALYST'), mine?.id ?? ''))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await told(returns.sources(north.as('FAMILY_FINDER')))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await told(returns.load(south.as('FAMILY_FINDER'), return2026))).toMatchObject({ code: 'FORBIDDEN' });
    // Nobody has a file read whom it does not become: no sentence about it.
    expect(await told(returns.load(south.as('FAMILY_FINDER'), { ...return2026, files: [{ name: 'a.pdf', bytes: Buffer.from('%PDF-1.7') }] }))).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('are refused with a sentence where they are of a year to come, of no return, or no list', async () => {
    const at = north.as('ANALYST');
    expect(await told(returns.load(at, { ...return2026, year: 2027 }))).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await told(returns.load(at, { ...return2026, year: null }))).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await told(returns.load(at, { ...return2026, files: [csv('ad1.csv', AD1)] }))).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await told(returns.load(at, { source: 'ANNEX_A', year: null, asAt: isoDate('2026-10-31'), files: [csv('a.csv', EPISODES)] }))).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await told(returns.load(at, { ...return2026, files: [{ name: 'a.pdf', bytes: Buffer.from('%PDF-1.7') }] }))).toMatchObject({ code: 'FILE_REFUSED' });
  });

  it('of a later upload take the place of what was told of the same months', async () => {
    const later = EPISODES.map((line) => line.replace('10/10/2025', '10/11/2025'));
    const { returns: kept } = await returns.load(north.as('ANALYST'), { ...return2026, files: [csv('e.csv', later)] });
    const adopted = async () => [...((await world.run(north.as('ANALYST'), 'returns.read', (tx) => monthsOfReturns(tx, north.id))).get('SSDA903') ?? [])].filter(([, { A1 }]) => A1?.days).map(([month]) => month);
    expect(await adopted()).toEqual(['2025-11']);
    await returns.remove(north.as('ANALYST'), kept[0]?.id ?? '');
    expect(await adopted()).toEqual(['2025-10']);
  });

  it('of an older day do not take the place of a newer one’s, whenever they come', async () => {
    const of = (day: string, rows: string) => ({ source: 'ANNEX_A', year: null, asAt: isoDate(day), files: [annexA(rows)] } as const);
    await returns.load(south.as('ANALYST'), of('2026-04-30', '10/10/2025'));
    await returns.load(south.as('ANALYST'), of('2026-03-31', '10/11/2025'));
    const months = (await world.run(south.as('ANALYST'), 'returns.read', (tx) => monthsOfReturns(tx, south.id))).get('ANNEX_A');
    expect([...(months ?? [])].filter(([, { A1 }]) => A1?.days).map(([told]) => told)).toEqual(['2025-10']);
  });
});

describe('the source that is used', () => {
  it('is the hub until somebody chooses one that is there', async () => {
    expect(await told(returns.choose(north.as('ANALYST'), 'SSDA903'))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await told(returns.choose(north.as('APPROVING_MANAGER'), 'ANNEX_A'))).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await returns.choose(north.as('APPROVING_MANAGER'), 'SSDA903')).toMatchObject({ used: 'SSDA903' });
  });

  it('is what the agency’s figures are reckoned from, months that it does not tell have none, and without its files the hub’s records hold again', async () => {
    const reckon = async (): Promise<unknown> => {
      await new RollUpService(world.uow, world.vault, fixedClock('2026-11-22T10:00:00Z')).reckon();
      const { figures, sources } = await new PerformanceService(world.uow).figures(north.as('ANALYST'), { codes: ['A1', 'A4'], agencies: ['NMB'], kind: 'ROLLING_12', to: [month('2026-03'), month('2026-04')], basis: 'RESTATED' });
      return [sources[0]?.source, ...figures.map(({ value }) => value)];
    };
    expect(await reckon()).toEqual(['SSDA903', 153, null, 100, null]);
    await returns.choose(north.as('AGENCY_ADMIN'), 'HUB');
    expect(await reckon()).toEqual(['HUB', null, null, null, null]);
    expect(await world.sql(`select source, is_used, count(*)::int from hub.performance_month where agency_id = $1 group by 1, 2 order by 1`, [north.id])).toEqual([{ source: 'HUB', is_used: true, count: 67 }, { source: 'SSDA903', is_used: false, count: 67 }]);
    expect((await world.sql<{ count: number }>(`select count(*)::int from hub.outbox where name = 'performance.reckon'`))[0]?.count).toBeGreaterThan(0);
    await returns.choose(north.as('AGENCY_ADMIN'), 'SSDA903');
    const { returns: [only] } = await returns.sources(north.as('ANALYST'));
    expect(await returns.remove(north.as('ANALYST'), only?.id ?? '')).toMatchObject({ used: 'HUB', returns: [] });
    expect(await reckon()).toEqual(['HUB', null, null, null, null]);
    await returns.load(north.as('ANALYST'), return2026);
  });

  it('tells of no household, and the hub’s count in every month of it', async () => {
    await world.sql(`insert into hub.household (agency_id, reference, kind, state, enquiry_on) values ($1, 'H-RETURN', 'SINGLE', 'ENQUIRY', '2026-09-10')`, [north.id]);
    await returns.choose(north.as('AGENCY_ADMIN'), 'SSDA903');
    await new RollUpService(world.uow, world.vault, fixedClock('2026-11-22T10:00:00Z')).reckon();
    const service = new PerformanceService(world.uow);
    const of = async (kind: 'MONTH' | 'ROLLING_12', to: string) => (await service.figures(north.as('ANALYST'), { codes: ['ADOPTERS.ENQUIRIES', 'A15'], agencies: ['NMB'], kind, to: [month(to)], basis: 'RESTATED' })).figures.map(({ value, reason }) => value ?? reason);
    expect(await of('MONTH', '2026-09')).toEqual([1, 'The source does not tell this for the whole period.']);
    expect(await of('ROLLING_12', '2026-10')).toEqual([1, 'The source does not tell this for the whole period.']);
    expect(await of('MONTH', '2026-03')).toEqual([0, 0]);
    await returns.choose(north.as('AGENCY_ADMIN'), 'HUB');
  });

  it('stands beside another that tells of the same year, with what each tells', async () => {
    const { compared } = await returns.load(north.as('ANALYST'), { source: 'ANNEX_A', year: null, asAt: isoDate('2026-03-31'), files: [annexA('10/10/2025')] });
    // 163 days in Annex A, 153 in the return, and nobody in the hub's records.
    expect(compared.find(({ code }) => code === 'A1')).toEqual({ code: 'A1', period: { from: '2025-04-01', to: '2026-03-31' }, differs: true, figures: [
      { source: 'HUB', value: null, numerator: null, denominator: 0, n: 0 }, { source: 'ANNEX_A', value: 163, numerator: 163, denominator: 1, n: 1 }, { source: 'SSDA903', value: 153, numerator: 153, denominator: 1, n: 1 }] });
    expect(compared.find(({ code }) => code === 'CHAT.REVERSED')).toMatchObject({ differs: false, figures: [{ value: 0 }, { value: 0 }, { value: 0 }] });
  });
});
