import { PIPELINE_STATES } from './board';
import type { HouseholdState } from '../adopters/states';
import { daysBetween } from '../dates/day-count';
import type { IsoDate } from '../dates/iso-date';
import { conflict, invalid, type DomainError, type Issue } from '../errors';

export const COURSE_KINDS = { INFORMATION: 'Information event', PREPARATION: 'Preparation course', EARLY_PERMANENCE: 'Course on early permanence' } as const;
export type CourseKind = keyof typeof COURSE_KINDS;

export const COURSE_SETTINGS = { IN_PERSON: 'In person', ONLINE: 'Online' } as const;
export type CourseSetting = keyof typeof COURSE_SETTINGS;

export type CourseStatus = 'PLANNED' | 'CANCELLED';

export const BOOKING_STATES = { BOOKED: 'Place booked', WAITING: 'On the waiting list', ATTENDED: 'Completed', ABSENT: 'Did not come', CANCELLED: 'Cancelled' } as const;
export type BookingState = keyof typeof BOOKING_STATES;

/** Of a course. */
export const MOST_PLACES = 60;
const MOST_DAYS = 12;
const LONGEST = 183;

export interface CourseFacts {
  readonly days: readonly IsoDate[];
  readonly places: number;
}

/** Why a course cannot be planned so; null where it can. */
export function courseRefusal({ days, places }: CourseFacts, today: IsoDate): DomainError | null {
  const [first, last] = [days[0], days.at(-1)];
  const inOrder = days.every((day, at) => at === 0 || day > (days[at - 1] ?? day));
  const issues: Issue[] = [];
  if (first === undefined || last === undefined || days.length > MOST_DAYS) issues.push({ path: 'days', message: `Give 1 to ${MOST_DAYS} days.` });
  else if (!inOrder) issues.push({ path: 'days', message: 'Give each day once, the first one first.' });
  else if (first <= today) issues.push({ path: 'days', message: 'The first day lies ahead.' });
  else if (daysBetween(first, last) > LONGEST) issues.push({ path: 'days', message: 'A course ends within half a year.' });
  if (places < 1 || places > MOST_PLACES) issues.push({ path: 'places', message: `Give 1 to ${MOST_PLACES} places.` });
  return issues.length === 0 ? null : invalid(issues);
}

/** Why a household cannot be booked; null where it can: until the day before, while it is on its way to approval. */
export function bookingRefusal({ status, firstOn }: { readonly status: CourseStatus; readonly firstOn: IsoDate }, state: HouseholdState, today: IsoDate): DomainError | null {
  if (status === 'CANCELLED') return conflict('GUARD_FAILED', 'The course was cancelled.');
  if (firstOn <= today) return conflict('GUARD_FAILED', 'The course has begun.');
  if (!PIPELINE_STATES.includes(state)) return conflict('GUARD_FAILED', 'Courses are for households on their way to a match.');
  return null;
}

/** Why it cannot be said yet who came; null where it can. */
export function attendanceRefusal({ status, lastOn }: { readonly status: CourseStatus; readonly lastOn: IsoDate }, today: IsoDate): DomainError | null {
  if (status === 'CANCELLED') return conflict('GUARD_FAILED', 'The course was cancelled.');
  return lastOn > today ? conflict('GUARD_FAILED', 'The course is not over yet.') : null;
}
