import { mondayOf } from '../dates/day-count';
import type { IsoDate } from '../dates/iso-date';

/** When a saved search tells its owner of new results: within the hour, once a day, once a week, or never. */
export const SEARCH_TELLS = ['HOURLY', 'DAILY', 'WEEKLY', 'NEVER'] as const;
export type SearchTells = (typeof SEARCH_TELLS)[number];

/** More of one person's nobody would read. */
export const MOST_SEARCHES = 50;
/** Of what a search finds no more are looked at. */
export const MOST_FOUND = 1_000;

/** Before the digest of the morning, which counts what was found. */
const MORNING = 5;

export interface SearchTime {
  readonly tells: SearchTells;
  readonly isPaused: boolean;
  readonly lastRunOn: IsoDate;
}

/** Whether it is to be looked at in this hour's round; one that never tells is looked at daily, for its count. Days and hours are England's. */
export function searchDue({ tells, isPaused, lastRunOn }: SearchTime, { today, hour }: { readonly today: IsoDate; readonly hour: number }): boolean {
  if (isPaused) return false;
  if (tells === 'HOURLY') return true;
  return hour >= MORNING && lastRunOn < (tells === 'WEEKLY' ? mondayOf(today) : today);
}
