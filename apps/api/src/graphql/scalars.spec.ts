import { DateTime, LocalDate } from './scalars';

describe('LocalDate', () => {
  it.each(['2024-02-29', '2026-12-31', '0001-01-01'])('reads %s', (day) => { expect(LocalDate.parseValue(day)).toBe(day); });

  it.each(['2026-02-29', '2026-2-3', '2026-02-03T00:00:00Z', '', 20260203, null, new Date(0)])('refuses %p without repeating it', (value) => {
    expect(() => LocalDate.parseValue(value)).toThrow('LocalDate must be a day of the calendar as YYYY-MM-DD.');
  });
});

describe('DateTime', () => {
  it('answers in UTC', () => {
    expect(DateTime.serialize(new Date('2026-06-01T00:30:00+01:00'))).toBe('2026-05-31T23:30:00.000Z');
  });

  it.each(['2026-06-01T00:30:00Z', '2026-06-01T00:30:00.123+01:00'])('reads %s', (text) => { expect(DateTime.parseValue(text)).toEqual(new Date(text)); });

  it.each(['2026-02-30T00:00:00Z', '2026-06-01', '2026-06-01T24:00:00Z', '2026-06-01T00:30:00', 0, null])('refuses %p', (value) => {
    expect(() => DateTime.parseValue(value)).toThrow('DateTime must be an instant');
  });
});
