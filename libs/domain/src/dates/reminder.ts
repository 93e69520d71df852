import { daysBetween } from './day-count';
import type { IsoDate } from './iso-date';

/** How many days ahead people are reminded of a day: an agreement's review or end, the end of a consent (trust.md 4). */
export const REMINDER_DAYS = [60, 30, 7] as const;
export type Reminder = (typeof REMINDER_DAYS)[number] | 0;

/**
 * The reminder that is due on a day: the nearest of 60, 30 and 7 days that has begun, 0 once the day itself has come, null
 * before all of them or where none is set.
 */
export function reminderDue(on: IsoDate | null, today: IsoDate): Reminder | null {
  if (on === null) return null;
  const left = daysBetween(today, on);
  if (left <= 0) return 0;
  return [...REMINDER_DAYS].reverse().find((days) => left <= days) ?? null;
}
