import { isoDate } from '../dates/iso-date';
import { attendanceRefusal, bookingRefusal, courseRefusal } from './courses';

const day = isoDate;
const TODAY = day('2026-11-22');

describe('a course', () => {
  it.each<[string, string[], number, string | null]>([
    ['of three days', ['2026-12-01', '2026-12-08', '2026-12-15'], 12, null],
    ['without a day', [], 12, 'days'],
    ['that begins today', ['2026-11-22'], 12, 'days'],
    ['of days out of order', ['2026-12-08', '2026-12-01'], 12, 'days'],
    ['of one day twice', ['2026-12-08', '2026-12-08'], 12, 'days'],
    ['that lasts too long', ['2026-12-01', '2027-12-01'], 12, 'days'],
    ['without a place', ['2026-12-01'], 0, 'places'],
    ['for too many', ['2026-12-01'], 61, 'places'],
  ])('%s', (_, days, places, path) => {
    const issues = (courseRefusal({ days: days.map(day), places }, TODAY)?.details?.issues ?? []) as { path: string }[];
    expect(issues.map((issue) => issue.path)).toEqual(path === null ? [] : [path]);
  });

  it('is booked until the day before, for households on their way, and its attendance told once it is over', () => {
    const course = { status: 'PLANNED', firstOn: day('2026-11-23'), lastOn: day('2026-11-24') } as const;
    expect(bookingRefusal(course, 'STAGE1', TODAY)).toBeNull();
    expect(bookingRefusal(course, 'STAGE1', day('2026-11-23'))?.code).toBe('GUARD_FAILED');
    expect(bookingRefusal(course, 'LEFT', TODAY)?.code).toBe('GUARD_FAILED');
    expect(bookingRefusal({ ...course, status: 'CANCELLED' }, 'STAGE1', TODAY)?.code).toBe('GUARD_FAILED');
    expect([attendanceRefusal(course, day('2026-11-23'))?.code, attendanceRefusal(course, day('2026-11-24'))]).toEqual(['GUARD_FAILED', null]);
  });
});
