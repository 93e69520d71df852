import { addMonths } from '../dates/day-count';
import type { IsoDate } from '../dates/iso-date';

/**
 * For so long every row of the access log stays in the database, where the pages read it; afterwards it may go into an archive file,
 * which is kept for as long as any record that it covers (trust.md AUD-10; SI 2005/888: 100 years from the order). No search for a
 * family lasts ten years, so who has looked at a child that waits is on the page in full. The database insists on it too.
 */
export const YEARS_IN_DATABASE = 10;

/** What is older than this day may be archived. */
export function archivableBefore(today: IsoDate): IsoDate {
  return addMonths(today, -12 * YEARS_IN_DATABASE);
}
