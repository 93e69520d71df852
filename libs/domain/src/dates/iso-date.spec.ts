import { calendarDay, daysInMonth, fromCalendarDay, isIsoDate, isoDate } from './iso-date';

describe('IsoDate', () => {
  it.each(['2026-11-01', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('accepts %s', (text) => {
    expect(isIsoDate(text)).toBe(true);
    expect(fromCalendarDay(calendarDay(isoDate(text)))).toBe(text);
  });

  it.each(['2026-02-30', '2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-1-01', '2026-01-00', ' 2026-01-01', '2026-01-01T00:00', '0000-01-01', ''])(
    'refuses "%s"',
    (text) => {
      expect(isIsoDate(text)).toBe(false);
      expect(() => isoDate(text)).toThrow(RangeError);
    },
  );

  it.each([null, undefined, 20260101, NaN, {}, ['2026-01-01']])('refuses what is no text (%p)', (value) => {
    expect(isIsoDate(value)).toBe(false);
  });

  it('knows the months', () => {
    expect([1, 2, 4, 12].map((month) => daysInMonth(2026, month))).toEqual([31, 28, 30, 31]);
    expect([2000, 2024, 2100].map((year) => daysInMonth(year, 2))).toEqual([29, 29, 28]);
  });
});
