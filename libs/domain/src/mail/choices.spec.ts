import type { IsoDate } from '../dates/iso-date';
import { digestDue } from './choices';

describe('a digest is due', () => {
  // 16 and 23 November 2026 are Mondays, by a calendar.
  test.each([
    ['DAILY', null, '2026-11-22', true], ['DAILY', '2026-11-21', '2026-11-22', true], ['DAILY', '2026-11-22', '2026-11-22', false], ['DAILY', '2026-11-10', '2026-11-22', true],
    ['WEEKLY', null, '2026-11-22', true], ['WEEKLY', '2026-11-16', '2026-11-22', false], ['WEEKLY', '2026-11-15', '2026-11-22', true], ['WEEKLY', '2026-11-22', '2026-11-23', true],
    ['WEEKLY', '2026-11-23', '2026-11-23', false], ['WEEKLY', '2023-12-31', '2024-01-01', true], ['WEEKLY', '2023-12-25', '2023-12-31', false],
    ['EACH', null, '2026-11-22', false], ['NONE', null, '2026-11-22', false],
  ] as const)('%s, the last on %s, on %s: %s', (choice, last, today, due) => expect(digestDue(choice, last as IsoDate | null, today as IsoDate)).toBe(due));
});
