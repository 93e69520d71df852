import { daysOfQuarter, financialYearWords, quarterOf } from './financial-year';
import { isoDate } from './iso-date';

describe('quarters of the financial year', () => {
  it.each([
    ['2025-03-31', 2024, 4], ['2025-04-01', 2025, 1], ['2025-06-30', 2025, 1], ['2025-07-01', 2025, 2], ['2025-09-30', 2025, 2], ['2025-10-01', 2025, 3],
    ['2025-12-31', 2025, 3], ['2026-01-01', 2025, 4], ['2024-02-29', 2023, 4],
  ] as const)('%s lies in the year from %i, quarter %i', (date, year, quarter) => expect(quarterOf(isoDate(date))).toEqual({ year, quarter }));

  it.each([
    [2025, 1, '2025-04-01', '2025-06-30'], [2025, 2, '2025-07-01', '2025-09-30'], [2025, 3, '2025-10-01', '2025-12-31'], [2025, 4, '2026-01-01', '2026-03-31'],
  ] as const)('%i, quarter %i goes from %s to %s', (year, quarter, first, last) => expect(daysOfQuarter({ year, quarter })).toEqual({ first, last }));

  it('says a year as councils do', () => expect([2025, 1999, 2008].map(financialYearWords)).toEqual(['2025/26', '1999/00', '2008/09']));
});
