import type { IsoDate } from '../dates/iso-date';
import { lastDay, type Month } from './periods';

/** One time in which an agency belongs to the region. `endsOn`: the first day without; null while it lasts. */
export interface Membership {
  readonly agencyId: string;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate | null;
}

/** Who belongs to the region on a day. */
export const membersOn = (memberships: readonly Membership[], day: IsoDate): ReadonlySet<string> =>
  new Set(memberships.filter(({ startsOn, endsOn }) => startsOn <= day && (endsOn === null || endsOn > day)).map(({ agencyId }) => agencyId));

/** Whose children are a month's where history is frozen: those of the members on its last day (domain.md trap 20). */
export const membersIn = (memberships: readonly Membership[], month: Month): ReadonlySet<string> => membersOn(memberships, lastDay(month));
