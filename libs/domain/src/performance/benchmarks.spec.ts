import { daysOfMonths, parseEngland } from './england';
import { parseNeighbours } from './neighbours';

const HEADINGS = ['time_period', 'time_identifier', 'geographic_level', 'country_code', 'country_name', 'cla_group', 'stage_of_adoption_process', 'age_start_poc', 'number'];
const england = (...lines: readonly (readonly [string, string, string, string, string?])[]) =>
  parseEngland({ name: 'stages.csv', rows: [HEADINGS, ...lines.map(([year, stage, age, number, level = 'National']) => [year, 'Reporting year', level, 'E92000001', 'England', 'Age on starting final period of care', stage, age, number])] });

describe("England's times between the stages", () => {
  test.each([
    ['1. Average time between entry into care and decision', 'EC_ADM', '00:09', 9, null], ['2. Average time between decision and matching', 'ADM_M', '0:10', 10, null],
    ['3. Average time between date of matching and date placed', 'M_P', '00:01', 1, null], ['4. Total average time between entry into care and date placed', 'EC_P', '01:07', 19, null],
    ['5. Average time between date placed and the date child adopted', 'P_AO', '00:00', 0, null], ['6. Total average time between entry into care and adoption', 'EC_AO', '10:11', 131, null],
    ['Children adopted who were placed for adoption within 12 months of the LA decision to place', 'PLACED_12', '2150', 2150, null],
    ['3. Average', 'M_P', 'k', null, 'k'], ['3. Average', 'M_P', 'c', null, 'c'], ['3. Average', 'M_P', 'U', null, 'u'], ['3. Average', 'M_P', 'x', null, 'x'], ['3. Average', 'M_P', 'z', null, 'z'], ['3. Average', 'M_P', 'low', null, 'low'],
  ])('%s: %s %s', (words, stage, number, value, symbol) => {
    expect(england(['2025', words, 'Total', number])).toEqual({ rows: 1, issues: [], figures: [{ year: 2025, stage, ageGroup: 'Total', value, symbol }] });
  });

  test.each([
    [['25', '1. x', 'Total', '00:09'], 'time_period'], [['2025', '7. x', 'Total', '00:09'], 'stage_of_adoption_process'], [['2025', '1. x', '', '00:09'], 'age_start_poc'],
    [['2025', '1. x', 'Total', '00:12'], 'number'], [['2025', '1. x', 'Total', '9'], 'number'], [['2025', 'placed within 12 months of the LA decision', 'Total', '01:02'], 'number'],
  ] as const)('%p is told by its place', (line, column) => {
    expect(england(line)).toMatchObject({ figures: [], rows: 1, issues: [{ row: 2, column, sheet: 'stages.csv' }] });
  });

  test('headings in any manner, rows of regions left out, and the years', () => {
    const { figures, rows } = parseEngland({ name: 'x.csv', rows: [['Time period ', 'Geographic level', 'Stage of adoption process', 'AGE START POC', 'Number'], ['2024', 'National', '1. x', 'Aged 1', '00:08'], ['2024', 'Regional', '1. x', 'Aged 1', '00:02'], ['202425', 'National', '1. x', 'Aged 1', '00:07']] });
    expect([figures.map(({ year, value }) => [year, value]), rows]).toEqual([[[2024, 8], [2025, 7]], 3]);
    expect(parseEngland({ name: 'x.csv', rows: [['time_period', 'number']] }).issues).toMatchObject([{ code: 'MISSING_COLUMN' }]);
    expect(parseEngland({ name: 'x.csv', rows: [] }).issues).toMatchObject([{ code: 'MISSING_COLUMN' }]);
  });

  // 365.25 / 12 is 30.4375: 9 months 273.9375, 19 months 578.3125.
  test.each([[0, 0], [1, 30], [9, 274], [19, 578]])('%p months are some %p days', (months, days) => expect(daysOfMonths(months)).toBe(days));
});

const HEADS = ['LA num', 'LA Name', 'LA number', 'GOInd', 'GOReg', ...Array.from({ length: 10 }, (_, at) => [`SN${at + 1}`, 'SNP']).flat(), ''];
const council = (number: string, name: string, close = 'Very Close') => [number, name, number, '1', 'North', ...Array.from({ length: 10 }, (_, at) => [String(700 + at), close]).flat(), ''];

describe('statistical neighbours', () => {
  test('ten of each council, those of former councils below', () => {
    const { groups, rows, issues } = parseNeighbours({ name: 'sn.csv', rows: [HEADS, council('901', 'Northmoor'), council('902', 'Southvale', 'Somewhat close'), [''], ['', 'Old SNs:'], council('903', 'Westmere (former)', 'Extremely Close')] });
    expect(issues).toEqual([]);
    expect(rows).toBe(3);
    expect(groups.map(({ council: number, name, neighbours }) => [number, name, neighbours.length, neighbours[0], neighbours[9]?.council])).toEqual([
      ['901', 'Northmoor', 10, { council: '700', closeness: 'VERY' }, '709'], ['902', 'Southvale', 10, { council: '700', closeness: 'SOMEWHAT' }, '709'], ['903', 'Westmere (former)', 10, { council: '700', closeness: 'EXTREMELY' }, '709']]);
  });

  test.each([
    [council('91', 'Northmoor'), 'LA num'], [council('901', ''), 'LA Name'], [council('901', 'Northmoor', 'Near'), 'SN1'], [council('705', 'Northmoor'), 'SN6'], [council('901', 'Northmoor').slice(0, 23), 'SN10'],
  ])('%#: told by its place', (line, column) => {
    const { groups, issues } = parseNeighbours({ name: 'sn.csv', rows: [HEADS, line] });
    expect(groups).toEqual([]);
    expect(issues.map((issue) => [issue.row, issue.column])).toContainEqual([2, column]);
  });

  test('a council twice, and a file of another kind', () => {
    expect(parseNeighbours({ name: 'sn.csv', rows: [HEADS, council('901', 'A'), council('901', 'B')] })).toMatchObject({ groups: [{ name: 'A' }], issues: [{ row: 3, code: 'DUPLICATE' }] });
    expect(parseNeighbours({ name: 'sn.csv', rows: [['outcode']] }).issues).toMatchObject([{ code: 'MISSING_COLUMN' }]);
  });
});
