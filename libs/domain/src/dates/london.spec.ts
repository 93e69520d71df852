import { inLondon, londonInstant, timeOfDay } from './london';

describe('the time in London', () => {
  it.each([
    ['2026-01-15', '09:00', '2026-01-15T09:00:00.000Z'],
    ['2026-07-01', '14:30', '2026-07-01T13:30:00.000Z'],
    ['2026-07-01', '00:15', '2026-06-30T23:15:00.000Z'],
    // Clocks go forward at 01:00 on 29 March 2026 and back at 02:00 on 25 October 2026.
    ['2026-03-29', '00:59', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29', '02:00', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25', '00:30', '2026-10-24T23:30:00.000Z'],
    ['2026-10-25', '01:30', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25', '02:00', '2026-10-25T02:00:00.000Z'],
  ])('%s, %s is %s', (date, time, instant) => {
    expect(londonInstant({ date, time })?.toISOString()).toBe(instant);
    expect(inLondon(new Date(instant))).toEqual({ date, time });
  });

  it('goes an hour on where no clock shows the time', () => {
    expect(londonInstant({ date: '2026-03-29', time: '01:30' })?.toISOString()).toBe('2026-03-29T01:30:00.000Z');
  });

  it.each([['2026-02-30', '09:00'], ['2026-02-28', '24:00'], ['2026-02-28', '9:00']])('knows that %s, %s is none', (date, time) => {
    expect(londonInstant({ date, time })).toBeNull();
  });

  it.each([
    ['14:30', '14:30'], ['9:05', '09:05'], ['9.30', '09:30'], ['2pm', '14:00'], ['12am', '00:00'], ['12:15 pm', '12:15'], ['9', '09:00'], ['9.30AM', '09:30'],
    ['', null], ['25:00', null], ['9:60', null], ['13pm', null], ['0am', null], ['noon', null], ['9:5', null],
  ])('reads "%s" as %s', (written, time) => expect(timeOfDay(written)).toBe(time));
});
