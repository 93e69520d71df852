import type { IsoDate } from '../dates/iso-date';
import { searchDue, type SearchTells } from './saved-search';

describe('a saved search is due', () => {
  // 16 and 23 November 2026 are Mondays, by a calendar.
  test.each([
    ['HOURLY', '2026-11-22', '2026-11-22', 0, true], ['HOURLY', '2026-11-22', '2026-11-22', 23, true],
    ['DAILY', '2026-11-21', '2026-11-22', 5, true], ['DAILY', '2026-11-21', '2026-11-22', 4, false], ['DAILY', '2026-11-22', '2026-11-22', 12, false], ['DAILY', '2026-11-10', '2026-11-22', 23, true],
    ['NEVER', '2026-11-21', '2026-11-22', 5, true], ['NEVER', '2026-11-22', '2026-11-22', 5, false],
    ['WEEKLY', '2026-11-16', '2026-11-22', 12, false], ['WEEKLY', '2026-11-15', '2026-11-22', 12, true], ['WEEKLY', '2026-11-22', '2026-11-23', 5, true], ['WEEKLY', '2026-11-22', '2026-11-23', 4, false], ['WEEKLY', '2026-11-23', '2026-11-24', 9, false],
  ] as const)('%s, last run on %s, on %s at %s: %s', (tells, lastRunOn, today, hour, due) => {
    expect(searchDue({ tells, isPaused: false, lastRunOn: lastRunOn as IsoDate }, { today: today as IsoDate, hour })).toBe(due);
    expect(searchDue({ tells: tells as SearchTells, isPaused: true, lastRunOn: lastRunOn as IsoDate }, { today: today as IsoDate, hour })).toBe(false);
  });
});
