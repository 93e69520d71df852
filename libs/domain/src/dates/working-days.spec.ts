import fc from 'fast-check';
import { ENGLAND_AND_WALES } from './bank-holidays';
import { addDays } from './day-count';
import { isoDate, type IsoDate } from './iso-date';
import { addWorkingDays, isWorkingDay, workingDaysBeginningWith } from './working-days';

const day = (text: string): IsoDate => isoDate(text);
const weekday = (text: string): number => new Date(`${text}T00:00:00Z`).getUTCDay();
const shifted = (text: string, by: number): string => new Date(Date.parse(`${text}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);

/** Easter Sunday by the anonymous Gregorian computus (Meeus). */
function easter(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return `${year}-${String(Math.floor(n / 31)).padStart(2, '0')}-${String((n % 31) + 1).padStart(2, '0')}`;
}

const mondayFrom = (text: string): string => shifted(text, (8 - weekday(text)) % 7);
const lastMonday = (text: string): string => shifted(text, -((weekday(text) + 6) % 7));

/** The days as the Act and custom put them, without what was proclaimed for one year. */
function ruled(year: number): string[] {
  const fixed = [`${year}-01-01`, shifted(easter(year), -2), shifted(easter(year), 1), mondayFrom(`${year}-05-01`), lastMonday(`${year}-05-31`), lastMonday(`${year}-08-31`)];
  const taken = fixed.map((date) => ([0, 6].includes(weekday(date)) ? mondayFrom(date) : date));
  const [christmas, boxing] = [`${year}-12-25`, `${year}-12-26`];
  const late = weekday(christmas) === 5 ? ['25', '28'] : weekday(christmas) === 6 ? ['27', '28'] : weekday(christmas) === 0 ? ['26', '27'] : [christmas.slice(8), boxing.slice(8)];
  return [...taken, ...late.map((end) => `${year}-12-${end}`)].sort();
}

const EXCEPTIONS: Record<number, { without: string[]; with: string[] }> = {
  2020: { without: ['2020-05-04'], with: ['2020-05-08'] },
  2022: { without: ['2022-05-30'], with: ['2022-06-02', '2022-06-03', '2022-09-19'] },
  2023: { without: [], with: ['2023-05-08'] },
};

describe('bank holidays of England and Wales', () => {
  it.each(Array.from({ length: 13 }, (_, at) => 2015 + at))('in %i are those of the rules and of proclamations', (year) => {
    const { without, with: added } = EXCEPTIONS[year] ?? { without: [], with: [] };
    expect([...ENGLAND_AND_WALES.days].filter((date) => date.startsWith(`${year}-`)).sort()).toEqual([...ruled(year).filter((date) => !without.includes(date)), ...added].sort());
  });

  it('never fall on a weekend, and cover the time for which they are known', () => {
    expect([...ENGLAND_AND_WALES.days].filter((date) => [0, 6].includes(weekday(date)))).toEqual([]);
    expect(new Set([...ENGLAND_AND_WALES.days].map((date) => date.slice(0, 4))).size).toBe(13);
    expect([ENGLAND_AND_WALES.knownFrom, ENGLAND_AND_WALES.knownUntil]).toEqual(['2015-01-01', '2027-12-31']);
  });
});

describe('a working day', () => {
  it.each<[string, boolean | null]>([
    ['2026-11-20', true], // a Friday
    ['2026-11-21', false],
    ['2026-11-22', false],
    ['2026-12-25', false],
    ['2026-12-28', false], // for Boxing Day, a Saturday
    ['2026-12-29', true],
    ['2020-05-04', true], // moved to the 8th
    ['2020-05-08', false],
    ['2022-09-19', false],
    ['2014-12-31', null],
    ['2027-12-31', true],
    ['2028-01-03', null],
  ])('%s: %s', (date, expected) => expect(isWorkingDay(day(date), ENGLAND_AND_WALES)).toBe(expected));
});

describe('within working days of a day', () => {
  // Counted on a calendar.
  it.each<[string, number, string | null]>([
    ['2026-11-16', 5, '2026-11-23'], // Monday to Monday
    ['2026-11-20', 1, '2026-11-23'], // Friday to Monday
    ['2026-11-21', 1, '2026-11-23'], // a Saturday counts for nothing
    ['2026-12-24', 5, '2027-01-05'], // 29, 30, 31 December; 1 January and 28 December are holidays; 4, 5 January
    ['2026-04-01', 2, '2026-04-07'], // Good Friday and Easter Monday between
    ['2022-06-01', 7, '2022-06-14'], // 2 and 3 June off: 6 to 10, 13, 14
    ['2024-02-28', 2, '2024-03-01'], // a leap day is a Thursday
    ['2027-12-24', 5, null], // 29, 30, 31 December, and nobody knows January
    ['2026-11-22', 0, '2026-11-22'],
  ])('%s and %i days', (from, days, expected) => expect(addWorkingDays(day(from), days, ENGLAND_AND_WALES)).toBe(expected));

  it('beginning with a day counts it where it works', () => {
    // 40 working days beginning with Monday 2 March 2026: 4 weeks to 27 March are 20, four days to 2 April 24, then 7 to 10 April 28, 17 is 33, 24 is 38, 28 is 40.
    expect(workingDaysBeginningWith(day('2026-03-02'), 40, ENGLAND_AND_WALES)).toBe('2026-04-28');
    expect(workingDaysBeginningWith(day('2026-03-02'), 1, ENGLAND_AND_WALES)).toBe('2026-03-02');
    expect(workingDaysBeginningWith(day('2026-02-28'), 1, ENGLAND_AND_WALES)).toBe('2026-03-02');
  });

  it('has as many working days after the first as were asked for, and ends on one', () => {
    fc.assert(fc.property(fc.nat(4000), fc.integer({ min: 1, max: 60 }), (offset, days) => {
      const from = addDays(day('2015-01-01'), offset);
      const end = addWorkingDays(from, days, ENGLAND_AND_WALES);
      if (end === null) return;
      let [at, counted] = [from, 0];
      while (at < end) {
        at = addDays(at, 1);
        if (isWorkingDay(at, ENGLAND_AND_WALES)) counted += 1;
      }
      expect([counted, isWorkingDay(end, ENGLAND_AND_WALES)]).toEqual([days, true]);
    }));
  });
});
