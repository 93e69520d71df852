import { daysBetween } from '../dates/day-count';
import type { IsoDate } from '../dates/iso-date';
import { isKept } from '../local-search/local-search';

/** A time in which the search rested. `to` is the first day on which it went on; null while it rests. */
export interface Pause {
  readonly from: IsoDate;
  readonly to: IsoDate | null;
  /** What brought it about where no person did, such as MATCHED. */
  readonly cause: string | null;
}

/** What the clocks of a search are reckoned from. */
export interface SearchFacts {
  /** Null: it has not begun. */
  readonly startedOn: IsoDate | null;
  /** The first day on which the region sees it. */
  readonly widensOn: IsoDate | null;
  readonly pauses: readonly Pause[];
  /** The day of the latest step of each open link. */
  readonly movedOn: readonly IsoDate[];
  /** The day on which the latest link ended. */
  readonly linkEndedOn: IsoDate | null;
  readonly reviewedOn: IsoDate | null;
  readonly today: IsoDate;
}

/** Whole days, pauses left out. */
export interface SearchClocks {
  readonly searchDays: number;
  /** In which its own council alone searched. */
  readonly localDays: number;
  /** Left out of the others. */
  readonly pausedDays: number;
  /** When the region sees it; null where it does. */
  readonly widensOn: IsoDate | null;
  /** Since anybody moved a link; null while none is open. */
  readonly idleDays: number | null;
  /** Without any link; null while one is open. */
  readonly withoutLinkDays: number | null;
  /** Since the search was reviewed, or began. */
  readonly reviewDays: number;
}

const NOT_BEGUN: SearchClocks = { searchDays: 0, localDays: 0, pausedDays: 0, widensOn: null, idleDays: null, withoutLinkDays: null, reviewDays: 0 };

/** Days from one date to another in which the search did not rest. Pauses may touch, and do not overlap. */
export function activeDays(from: IsoDate, to: IsoDate, pauses: readonly Pause[]): number {
  return Math.max(0, daysBetween(from, to)) - pausedDays(from, to, pauses);
}

function pausedDays(from: IsoDate, to: IsoDate, pauses: readonly Pause[]): number {
  return pauses.reduce((sum, pause) => sum + Math.max(0, daysBetween(later(from, pause.from), earlier(to, pause.to ?? to))), 0);
}

/** Every clock of one search on a day (domain.md 2.2, 2.7: calendar days, end less start). */
export function searchClocks({ startedOn, widensOn, pauses, movedOn, linkEndedOn, reviewedOn, today }: SearchFacts): SearchClocks {
  if (startedOn === null) return NOT_BEGUN;
  const searchDays = activeDays(startedOn, today, pauses);
  // Most clocks of a region's searches began with the search: counted once.
  const since = (day: IsoDate | null): number => (day === null || day <= startedOn ? searchDays : activeDays(day, today, pauses));
  const latest = movedOn.reduce<IsoDate | null>((day, one) => (day === null ? one : later(day, one)), null);
  return {
    searchDays,
    localDays: widensOn === null || widensOn <= startedOn ? 0 : activeDays(startedOn, earlier(widensOn, today), pauses),
    pausedDays: pausedDays(startedOn, today, pauses),
    widensOn: isKept(widensOn, today) ? widensOn : null,
    idleDays: latest === null ? null : since(latest),
    withoutLinkDays: latest === null ? since(linkEndedOn) : null,
    reviewDays: since(reviewedOn),
  };
}

const later = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b);
const earlier = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? a : b);
