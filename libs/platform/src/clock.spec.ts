import { fixedClock, systemClock } from './clock';

describe('Clock', () => {
  test.each([
    ['2026-06-30T22:59:59Z', '2026-06-30'],
    ['2026-06-30T23:00:00Z', '2026-07-01'],
    ['2026-12-31T23:59:59Z', '2026-12-31'],
    ['2026-03-29T00:30:00Z', '2026-03-29'],
  ])('%s is the day %s in England', (instant, day) => {
    expect(fixedClock(instant).today()).toBe(day);
  });

  test.each([['2026-11-22T07:00:00Z', 7], ['2026-06-30T06:59:59Z', 7], ['2026-06-30T23:00:00Z', 0], ['2026-12-31T23:59:59Z', 23]])('%s is within hour %s in England', (instant, hour) => {
    expect(fixedClock(instant).hour()).toBe(hour);
  });

  test('a fixed clock cannot be moved through the date it gave', () => {
    const clock = fixedClock('2026-06-30T10:00:00Z');
    clock.now().setFullYear(1999);
    expect(clock.now().toISOString()).toBe('2026-06-30T10:00:00.000Z');
  });

  test('the system clock gives a day', () => {
    expect(systemClock.today()).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});
