import { isoDate, type IsoDate } from '../dates/iso-date';
import type { SheetRows } from '../interchange/cell';
import { readAnnexAFiles, readReturnFiles } from './return-files';
import { coveredBy, returnMonths, wholeMonths } from './return-months';

const day = (text: string): IsoDate => isoDate(text);

describe('the months that a file covers whole', () => {
  test.each<[string, { year: number | null; asAt: IsoDate }, string, string, number]>([
    ['a return of a year', { year: 2025, asAt: day('2025-03-31') }, '2024-04', '2025-03', 12],
    ['Annex A to the end of a month', { year: null, asAt: day('2026-10-31') }, '2025-11', '2026-10', 12],
    ['Annex A within a month', { year: null, asAt: day('2026-11-22') }, '2025-12', '2026-10', 11],
    ['Annex A to the last day of February', { year: null, asAt: day('2025-02-28') }, '2024-03', '2025-02', 12],
  ])('%s', (_, of, first, last, count) => {
    const months = wholeMonths(coveredBy(of));
    expect([months[0], months.at(-1), months.length]).toEqual([first, last, count]);
  });
});

const EPISODES: SheetRows = {
  name: 'Smith children.csv', rows: [
    ['CHILD', 'DECOM', 'RNE', 'LS', 'CIN', 'PLACE', 'PLACE_PROVIDER', 'DEC', 'REC', 'REASON_PLACE_CHANGE', 'HOME_POST', 'PL_POST', 'URN'],
    ['1', '01/04/2023', 'S', 'E1', 'N1', 'A6', 'PR1', '10/10/2024', 'E12', '', '', '', ''],
    ['2', '01/05/2023', 'S', 'C2', 'N1', 'U6', 'PR1', '05/10/2024', 'E4A', '', '', '', ''],
    ['2', '01/12/2024', 'S', 'C2', 'N1', 'U6', 'PR1', '05/02/2025', 'E4A', '', '', '', ''],
  ],
};
const AD1: SheetRows = { name: 'ad1.csv', rows: [['CHILD', 'DOB', 'DATE_INT', 'DATE_MATCH', 'FOSTER_CARE', 'NB_ADOPTR', 'SEX_ADOPTR', 'LS_ADOPTR'], ['1', '01/01/2023', '01/05/2023', '01/03/2023', '7', '2', 'MF', 'L11']] };

describe('a return as a source', () => {
  const read = readReturnFiles([EPISODES, AD1, { name: 'notes.csv', rows: [['a']] }], 2025);
  const months = returnMonths(read, coveredBy({ year: 2025, asAt: day('2025-03-31') }));
  const at = (month: string) => months.find((one) => one.month === month)?.tallies;

  test('by month: who was adopted, and who left, the last time', () => {
    expect(at('2024-10')).toMatchObject({ A1: { days: [0] }, 'CHAT.ADOPTED': { among: 1 }, A4: { of: 1, among: 1 } });
    expect(at('2025-02')).toMatchObject({ A4: { of: 0, among: 1 } });
    expect(at('2024-11')).toMatchObject({ A4: { of: 0, among: 0 } });
  });

  test('what is kept of it names no file and no value', () => {
    expect(read.files).toEqual([{ file: 'Episodes', rows: 3 }, { file: 'Adoption (AD1)', rows: 1 }, { file: 'Another file', rows: 1 }]);
    expect(read.warnings.find(({ rule }) => rule === '114')).toEqual({ rule: '114', file: 'Adoption (AD1)', row: 2, column: 'FOSTER_CARE', message: expect.any(String) as string });
    expect(JSON.stringify(read.warnings)).not.toMatch(/Smith|"value"|notes/);
    expect(() => readReturnFiles([AD1], 2025)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }) as Error);
  });
});

test('Annex A without a List 10 is none, and without a List 8 tells nothing of who left', () => {
  const list10: SheetRows = { name: 'Kids', rows: [['Child Unique ID', 'Gender', 'Ethnicity', 'Date of Birth', 'Does the Child have a Disability', 'Date the Child Entered Care', 'Date of Decision that Child Should be Placed for Adoption', 'Date of Placement Order', 'Date Placed for Adoption', 'Date of Adoption Order'],
    ['C1', 'b) Female', 'a) WBRI', '01/01/2023', 'b) No', '01/02/2024', '01/06/2024', '01/09/2024', '01/03/2025', '10/09/2025']] };
  const read = readAnnexAFiles([list10], day('2025-11-01'));
  expect(read.files).toEqual([{ file: 'List 10', rows: 1 }]);
  const months = returnMonths(read, coveredBy({ year: null, asAt: day('2025-10-31') }));
  // 1 February 2024 to 1 March 2025: 366 + 28 days.
  expect(months.find(({ month }) => month === '2025-09')?.tallies.A1).toMatchObject({ days: [394] });
  expect(months.some(({ tallies }) => 'A4' in tallies)).toBe(false);
  expect(() => readAnnexAFiles([{ name: 'x', rows: [['a']] }], day('2025-11-01'))).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }) as Error);
});
