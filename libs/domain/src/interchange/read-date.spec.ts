import fc from 'fast-check';
import { isIsoDate, isoDate } from '../dates/iso-date';
import { addDays } from '../dates/day-count';
import { dateOfSerial, readDate } from './read-date';

const read = (cell: Parameters<typeof readDate>[0]): unknown => {
  const reading = readDate(cell, 2026);
  return reading.kind === 'value' ? [reading.value, reading.warning?.code ?? null] : reading.kind === 'fault' ? reading.fault.code : ['blank', reading.warning?.code ?? null];
};

test.each([
  ['03/04/2020', '2020-04-03'],
  ['3/4/2020', '2020-04-03'],
  ['03-04-2020', '2020-04-03'],
  ['03.04.2020', '2020-04-03'],
  ['03/04/2020 00:00:00', '2020-04-03'],
  ['2020-04-03', '2020-04-03'],
  ['2020-04-03T00:00:00.000Z', '2020-04-03'],
  ['3 April 2020', '2020-04-03'],
  ['03-Apr-2020', '2020-04-03'],
  ['3rd Apr 2020', '2020-04-03'],
  ['20200403', '2020-04-03'],
  ['29/02/2024', '2024-02-29'],
  [43924, '2020-04-03'],
  [43924.75, '2020-04-03'],
  ['43924', '2020-04-03'],
  [20200403, '2020-04-03'],
  [{ date: isoDate('2020-04-03') }, '2020-04-03'],
  ['\ufeff03/04/2020\u00a0', '2020-04-03'],
])('%p is the day %p (trap 24)', (cell, day) => expect(read(cell)).toEqual([day, null]));

test.each([
  ['31/02/2020', 'IMPOSSIBLE_DATE'],
  ['29/02/2023', 'IMPOSSIBLE_DATE'],
  ['04/25/2020', 'IMPOSSIBLE_DATE'],
  ['00/01/2020', 'IMPOSSIBLE_DATE'],
  ['2020-13-01', 'IMPOSSIBLE_DATE'],
  ['tomorrow', 'NOT_A_DATE'],
  ['12', 'NOT_A_DATE'],
  ['3/4', 'NOT_A_DATE'],
  [-5, 'NOT_A_DATE'],
  [NaN, 'NOT_A_DATE'],
  [1e12, 'NOT_A_DATE'],
  [true, 'NOT_A_DATE'],
])('%p is refused as %p', (cell, code) => expect(read(cell)).toBe(code));

test('two-digit years are taken, with a word', () => {
  expect(read('03/04/20')).toEqual(['2020-04-03', 'TWO_DIGIT_YEAR']);
  expect(read('03/04/27')).toEqual(['2027-04-03', 'TWO_DIGIT_YEAR']);
  expect(read('03/04/98')).toEqual(['1998-04-03', 'TWO_DIGIT_YEAR']);
});

test.each(['zz/zz/2019', 'zz/04/2019', 'zz/zz/zzzz', '??/??/2019'])('%p is a date of which a part is known', (cell) => expect(read(cell)).toEqual(['blank', 'PARTIAL_DATE']));

test('a swapped day and month is pointed out', () => {
  const reading = readDate('04/25/2020', 2026);
  expect(reading.kind === 'fault' && reading.fault.message).toContain('month came first');
});

// The serials that Excel itself shows, on both sides of its 29 February 1900 that never was.
test.each([[1, '1900-01-01'], [59, '1900-02-28'], [61, '1900-03-01'], [36526, '2000-01-01'], [45291, '2023-12-31']])('serial %p is %p', (serial, day) => expect(dateOfSerial(serial)).toBe(day));

test('every day reads back from its text, its ISO form and its serial number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60_000 }), (days) => {
      const day = addDays(isoDate('1990-01-01'), days);
      const [year, month, date] = day.split('-');
      expect(read(`${date}/${month}/${year}`)).toEqual([day, null]);
      expect(read(day)).toEqual([day, null]);
      expect(read(32_874 + days)).toEqual([day, null]);
    }),
  );
});

test('nothing throws, and what is a value is a day', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.double(), fc.integer(), fc.boolean(), fc.constant(null), fc.stringMatching(/^[0-9z/?.-]{0,12}$/)), (cell) => {
      const reading = readDate(cell, 2026);
      if (reading.kind === 'value') expect(isIsoDate(reading.value)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
