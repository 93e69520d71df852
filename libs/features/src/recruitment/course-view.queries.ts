import type { Actor } from '@hub/domain/access/actor';
import type { BookingState } from '@hub/domain/recruitment/courses';
import type { Tx } from '@hub/database/tx';
import { shown } from '@hub/database/unit-of-work';
import { agenciesNamed, type AgencySummary } from '../agencies/agencies.queries';
import { findCourse, guestsOf, ownBookings, type CourseRow, type OwnBooking } from './courses.queries';

export interface Course extends Omit<CourseRow, 'id' | 'agencyId' | 'venueId'> {
  readonly agency: AgencySummary | null;
  readonly venue: AgencySummary | null;
  /** The viewer's agency plans it. */
  readonly isOurs: boolean;
}

export interface CourseGuest {
  readonly booking: string;
  readonly agency: AgencySummary | null;
  readonly state: BookingState;
}

export interface CourseView extends Course {
  /** The own agency's bookings. */
  readonly bookings: readonly OwnBooking[];
  /** Everybody's, where the own agency plans the course: by booking, without a household. */
  readonly guests: readonly CourseGuest[];
}

/** With the agencies' names. */
export async function named(tx: Tx, actor: Actor, found: readonly CourseRow[]): Promise<Course[]> {
  const agencies = await agenciesNamed(tx, found.flatMap(({ agencyId, venueId }) => [agencyId, venueId]));
  shown({ stage: null, count: found.length });
  return found.map(({ agencyId, venueId, ...course }) => ({ ...course, agency: agencies.get(agencyId) ?? null, venue: agencies.get(venueId) ?? null, isOurs: agencyId === actor.agencyId }));
}

/** One course as the viewer's agency reads it; null where it is not shown. */
export async function courseView(tx: Tx, actor: Actor, reference: string): Promise<CourseView | null> {
  const found = await findCourse(tx, reference);
  const [course] = found ? await named(tx, actor, [found]) : [];
  if (!found || !course) return null;
  const bookings = await ownBookings(tx, found.id);
  const guests = found.agencyId === actor.agencyId ? await guestsOf(tx, found.id) : [];
  const agencies = await agenciesNamed(tx, guests.map(({ agencyId }) => agencyId));
  shown({ stage: bookings.length > 0 ? 'OWN' : null, count: bookings.length });
  return { ...course, bookings, guests: guests.map(({ agencyId, ...guest }) => ({ ...guest, agency: agencies.get(agencyId) ?? null })) };
}
