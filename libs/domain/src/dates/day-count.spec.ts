import { addDays, addMonths, ageInMonths, daysBetween } from './day-count';
import { isoDate } from './iso-date';

const DAY = 86_400_000;

describe('ageInMonths', () => {
  it.each([
    ['2026-01-31', '2026-02-28', 0],
    ['2026-01-31', '2026-03-01', 1],
    ['2024-02-29', '2025-02-28', 11],
    ['2024-02-29', '2025-03-01', 12],
    ['2023-04-10', '2026-11-01', 42],
    ['2023-11-01', '2026-11-01', 36],
    ['2023-11-02', '2026-11-01', 35],
    ['2027-01-15', '2026-11-01', 0],
  ])('from %s on %s is %i', (born, at, months) => {
    expect(ageInMonths(isoDate(born), isoDate(at))).toBe(months);
  });
});

describe('addMonths', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -13, '2024-12-15'],
    ['2026-05-05', 0, '2026-05-05'],
  ])('%s and %i months is %s', (date, months, expected) => {
    expect(addMonths(isoDate(date), months)).toBe(expected);
  });
});

describe('daysBetween and addDays', () => {
  it('agree with the days of coordinated universal time, every day of sixteen centuries in strides', () => {
    for (let day = Date.UTC(1600, 0, 1); day < Date.UTC(3200, 0, 1); day += 97 * DAY) {
      const [from, to] = [day, day + 61 * DAY].map((time) => isoDate(new Date(time).toISOString().slice(0, 10)));
      expect(daysBetween(from!, to!)).toBe(61);
      expect(addDays(from!, 61)).toBe(to);
      expect(addDays(to!, -61)).toBe(from);
    }
  });

  it('count backwards below zero', () => {
    expect(daysBetween(isoDate('2026-11-01'), isoDate('2026-02-01'))).toBe(-273);
  });
});
