import { addDays } from '../dates/day-count';
import type { IsoDate } from '../dates/iso-date';
import { conflict, DomainError, invalid } from '../errors';

/** A policy keeps new records for at most three months: by then the region should search (domain.md 2.2, NMS 13.1). */
export const MOST_POLICY_DAYS = 90;

/** One record is kept for at most so many days from the start of its search. */
export const MOST_DAYS = 183;

/** Does its own agency alone see the record on a day? `widensOn` is the first day on which partners do. */
export const isKept = (widensOn: IsoDate | null, onDate: IsoDate): boolean => widensOn !== null && widensOn > onDate;

/** What a change of the day may look at. */
export interface LocalSearchFacts {
  /** The start of the search, or of the offer; null before it. */
  readonly startedOn: IsoDate | null;
  readonly widensOn: IsoDate | null;
  readonly today: IsoDate;
}

/** The day to which an approving manager keeps the record for longer, or why it cannot be. What others have seen is not taken back. */
export function keepLonger({ startedOn, widensOn, today }: LocalSearchFacts, until: IsoDate, reason: string | null): IsoDate | DomainError {
  if (startedOn !== null && !isKept(widensOn, today)) return conflict('GUARD_FAILED', 'The region sees this already. It can be paused, and not be kept to your agency any more.');
  if ((reason ?? '').trim() === '') return invalid([{ path: 'reason', message: 'Say why your agency searches alone for longer.' }]);
  const after = isKept(widensOn, today) && widensOn !== null ? widensOn : today;
  if (until <= after) return invalid([{ path: 'until', message: 'Choose a day after the one that holds now.' }]);
  return until <= addDays(startedOn ?? today, MOST_DAYS) ? until : invalid([{ path: 'until', message: `Choose a day at most ${MOST_DAYS} days after the start.` }]);
}

/** The day on which a worker lets the region see the record earlier, or why it cannot be. */
export function widenEarlier({ widensOn, today }: LocalSearchFacts, onDate: IsoDate): IsoDate | DomainError {
  if (widensOn === null || !isKept(widensOn, today)) return conflict('GUARD_FAILED', 'Your agency does not keep this to itself.');
  return onDate >= today && onDate < widensOn ? onDate : invalid([{ path: 'onDate', message: 'Choose a day from today on, before the one that holds now.' }]);
}
