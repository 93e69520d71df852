import { isoDate } from '@hub/domain/dates/iso-date';
import { fixedClock } from '@hub/platform/clock';
import readXlsxFile from 'read-excel-file/node';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { openFeesWorld, type FeesWorld } from '../../../../test/harness/fees-world';
import { told } from '../children/spec-children';
import { StatementFiles } from './statement-files.service';
import { StatementsService } from './statements.service';

let database: TestDatabase;
let world: FeesWorld;

beforeAll(async () => {
  database = await freshDatabase();
  world = await openFeesWorld(database);
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

describe('statements', () => {
  let one: string;
  let two: string;
  beforeAll(async () => {
    [one, two] = [await world.place(world.homes, { placedOn: '2025-04-10' }), await world.place(world.homes, { placedOn: '2025-06-30' })];
    await world.on('2025-07-10').job.fallDue();
    await world.record('2025-06-30', world.homes, one, { event: 'INVOICED', invoiceNumber: '=1+1' });
    await world.record('2025-06-30', world.north, one, { event: 'PAID', sum: 9_245_50 });
    await world.record('2025-07-01', world.north, one, { event: 'PAID', sum: 10_000_00 });
    await world.record('2025-07-02', world.homes, two, { event: 'WAIVED', words: 'As agreed' });
  });

  it('sum what fell due and was paid, the same from both sides', async () => {
    const statement = (town: typeof world.north, quarter: 1 | 2) => world.on('2025-10-01').statements.read(town.as('ANALYST'), { year: 2025, quarter });
    const [first, second] = [await statement(world.north, 1), await statement(world.north, 2)];
    expect(first.lines).toMatchObject([
      { placement: one, side: 'PAYER', other: 'HOM', due: 39_245_00, invoiced: 39_245_00, paid: 9_245_50, closing: 29_999_50, invoiceNumber: '=1+1' }, { placement: two, due: 39_245_00, paid: 0, closing: 39_245_00 }]);
    expect(first.totals.at(-1)).toEqual({ side: 'PAYER', other: null, opening: 0, due: 78_490_00, invoiced: 39_245_00, paid: 9_245_50, waived: 0, closing: 69_244_50 });
    expect(second.totals.at(-1)).toEqual({ side: 'PAYER', other: null, opening: 69_244_50, due: 0, invoiced: 0, paid: 10_000_00, waived: 39_245_00, closing: 19_999_50 });
    const theirs = await statement(world.homes, 2);
    expect(theirs.totals.map(({ side, other, closing }) => [side, other, closing])).toEqual([['PAYEE', 'NMB', 19_999_50], ['PAYEE', null, 19_999_50]]);
    expect(await world.on('2025-09-30').statements.read(world.north.as('ANALYST'), null)).toEqual(second);
    expect(await statement(world.south, 1)).toEqual({ lines: [], totals: [] });
  });
  it('carry what was invoiced and paid ahead of its day as a sum below nothing, until it falls due', async () => {
    const early = await world.place(world.homes, { placedOn: '2026-01-01' });
    await world.on('2026-01-02').job.fallDue();
    await world.record('2026-01-02', world.homes, early, { event: 'INVOICED', invoiceNumber: 'I-2', onDate: isoDate('2025-12-05') });
    await world.record('2026-01-02', world.north, early, { event: 'PAID', sum: 1_000_00, onDate: isoDate('2025-12-31') });
    const line = async (quarter: 2 | 3 | 4) => (await world.on('2026-01-02').statements.read(world.north.as('ANALYST'), { year: 2025, quarter })).lines.filter(({ placement }) => placement === early);
    expect(await line(2)).toEqual([]);
    expect(await line(3)).toMatchObject([{ opening: 0, due: 0, invoiced: 39_245_00, paid: 1_000_00, closing: -1_000_00 }]);
    expect(await line(4)).toMatchObject([{ opening: -1_000_00, due: 39_245_00, invoiced: 0, paid: 0, closing: 38_245_00 }]);
    await world.record('2026-01-02', world.north, early, { event: 'PAID', sum: 38_245_00, onDate: isoDate('2025-12-31') });
    expect(await line(3)).toMatchObject([{ opening: 0, due: 0, paid: 39_245_00, closing: -39_245_00 }]);
    expect(await line(4)).toMatchObject([{ opening: -39_245_00, due: 39_245_00, paid: 0, closing: 0 }]);
  });

  it('are files too: days are days, sums numbers, and what begins like a formula is text', async () => {
    const clock = fixedClock('2025-10-01T09:00:00Z');
    const files = new StatementFiles(new StatementsService(world.uow, clock), clock);
    const csv = (await files.csv(world.north.as('ANALYST'), { year: 2025, quarter: 1 })).toString('utf8').replace('\ufeff', '').split('\r\n');
    expect(csv[0]).toContain('Direction,Agency,Placement');
    expect(csv[1]).toBe(`To pay,HOM,${one},The children moved in,1,2025-04-10,"'=1+1",2025-06-30,0,39245,39245,9245.5,0,29999.5`);
    expect(csv[4]).toBe('To pay,All agencies,Total,,,,,,0,78490,39245,9245.5,0,69244.5');
    expect(csv[5]).toContain('to settle inter-agency fees of 2025/26, quarter 1; request');
    const book = await readXlsxFile(await files.xlsx(world.north.as('ANALYST'), { year: 2025, quarter: 1 }));
    expect(book.map(({ sheet }) => sheet)).toEqual(['Statement', 'Totals']);
    expect(book[0]?.data[1]).toEqual(['To pay', 'HOM', one, 'The children moved in', 1, new Date('2025-04-10T00:00:00Z'), '=1+1', new Date('2025-06-30T00:00:00Z'), 0, 39245, 39245, 9245.5, 0, 29999.5]);
    expect(book[1]?.data[2]).toEqual(['To pay', 'All agencies', 0, 78490, 39245, 9245.5, 0, 69244.5]);
    expect(await told(files.csv(world.north.as('FAMILY_FINDER'), { year: 2025, quarter: 1 }))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await world.sql(`select row_count from audit.access where action = 'fees.export' and outcome = 'ALLOWED'`)).toEqual([{ row_count: 2 }, { row_count: 2 }]);
  });
});
