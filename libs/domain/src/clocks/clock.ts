import type { IsoDate } from '../dates/iso-date';
import type { ClockCode } from './rules';

/**
 * DONE_LATE: done, after the day. TOO_EARLY: done before a day that the law makes people wait for. PAUSED: rests, for a reason that
 * is named.
 */
export const CLOCK_STATES = ['RUNNING', 'OVERDUE', 'PAUSED', 'DONE', 'DONE_LATE', 'TOO_EARLY'] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

/**
 * Why a clock has no day: the rule names no period, or the bank holidays of that time are not known (docs/adr/0029). Neither is ever
 * overdue.
 */
export type Undated = 'NO_PERIOD' | 'CALENDAR_ENDS';

/** What a rule says of one case, on a day. Days are calendar days. */
export interface Clock {
  readonly code: ClockCode;
  /** Of a series (reviews, visits) the how manieth, from 1. */
  readonly nth: number | null;
  readonly startsOn: IsoDate;
  /** The last day on which it is in time; of what may not be before a day, that day; of what lasts, the last day. */
  readonly dueOn: IsoDate | null;
  readonly undated: Undated | null;
  readonly state: ClockState;
  /** A code or words of the record's own; null where it does not rest. */
  readonly pausedBecause: string | null;
  readonly extendedBecause: string | null;
  readonly doneOn: IsoDate | null;
  /** Null once it is done or over; of a clock that rests, what was left when it stopped. */
  readonly daysLeft: number | null;
  /** Days after the day: so far, or when it was done. */
  readonly daysOver: number | null;
}

/** Open: somebody still has to act or to wait. */
export const isOpen = ({ state }: Pick<Clock, 'state'>): boolean => state === 'RUNNING' || state === 'OVERDUE' || state === 'PAUSED';
