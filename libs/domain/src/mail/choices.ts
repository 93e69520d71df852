import { mondayOf } from '../dates/day-count';
import type { IsoDate } from '../dates/iso-date';

/** How a person wants to be written to: of each notice, at most once a day or a week, or never. */
export const MAIL_CHOICES = ['EACH', 'DAILY', 'WEEKLY', 'NONE'] as const;
export type MailChoice = (typeof MAIL_CHOICES)[number];

/** Of whoever has not chosen. */
export const USUAL_CHOICE: MailChoice = 'DAILY';

/**
 * Whether a digest is due to who chose so and had the last one on that day (null: never): at most one a day, or one in a week from
 * Monday on. A hub that was switched off catches up with one.
 */
export function digestDue(choice: MailChoice, last: IsoDate | null, today: IsoDate): boolean {
  if (choice === 'EACH' || choice === 'NONE') return false;
  return last === null || last < (choice === 'DAILY' ? today : mondayOf(today));
}
