import { daysBetween } from '../dates/day-count';
import type { IsoDate } from '../dates/iso-date';

/** How many days ahead of a review its agency is reminded (trust.md 4). */
export const REVIEW_REMINDERS = [60, 30, 7] as const;

/**
 * The reminder that is due on a day: the nearest of 60, 30 and 7 days that has begun, 0 once the day of the review has come, null
 * before all of them or where no review is set.
 */
export function reviewReminder(reviewOn: IsoDate | null, today: IsoDate): 60 | 30 | 7 | 0 | null {
  if (reviewOn === null) return null;
  const left = daysBetween(today, reviewOn);
  if (left <= 0) return 0;
  return [...REVIEW_REMINDERS].reverse().find((days) => left <= days) ?? null;
}
