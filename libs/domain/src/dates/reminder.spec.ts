import type { IsoDate } from './iso-date';
import { reminderDue } from './reminder';

describe('review reminders at 60/30/7 days', () => {
  // The review is on 1 March 2027; days counted by hand on a calendar.
  test.each([
    ['2026-12-30', null], ['2026-12-31', 60], ['2027-01-29', 60], ['2027-01-30', 30], ['2027-02-21', 30], ['2027-02-22', 7], ['2027-02-28', 7], ['2027-03-01', 0], ['2027-05-01', 0],
  ])('on %s: %s', (today, reminder) => {
    expect(reminderDue('2027-03-01' as IsoDate, today as IsoDate)).toBe(reminder);
  });

  it('is none without a review', () => {
    expect(reminderDue(null, '2027-03-01' as IsoDate)).toBeNull();
  });
});
