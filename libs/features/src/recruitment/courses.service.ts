import { Inject, Injectable } from '@nestjs/common';
import type { Action } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import { conflict, notFound } from '@hub/domain/errors';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import { attendanceRefusal, bookingRefusal, courseRefusal, type CourseKind, type CourseSetting } from '@hub/domain/recruitment/courses';
import { Vault } from '@hub/database/crypto/vault';
import { once } from '@hub/database/once';
import type { Tx } from '@hub/database/tx';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { findAgency } from '../agencies/agencies.queries';
import { notify } from '../audit/notices.queries';
import { courseView, named, type Course, type CourseView } from './course-view.queries';
import {
  bookableHousehold, cancelBooking, cancelCourse, fillCourse, findCourse, freeCourse, insertBooking, insertCourse, listCourses, lockOwnCourse, ownBookings, recordAttendance, setPlaces, updateCourse,
  type CourseRow, type CourseTerms, type CourseWhen, type ToTell,
} from './courses.queries';

export interface CourseRequest {
  readonly kind: CourseKind;
  readonly setting: CourseSetting;
  /** The agency at whose house it is, by code; without one the own. */
  readonly venue?: string | null;
  readonly days: readonly IsoDate[];
  readonly places: number;
  readonly idempotencyKey?: string | null;
}

export interface CourseChange extends Omit<CourseRequest, 'kind' | 'idempotencyKey'> {
  readonly course: string;
  readonly version: number;
}

export interface BookingRequest {
  readonly course: string;
  readonly household: string;
  readonly idempotencyKey?: string | null;
}

/** Courses over the region: planned by one agency, with places that any member books for its households. */
@Injectable()
export class CoursesService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault, @Inject(Clock) private readonly clock: Clock) {}

  list(actor: Actor, when: CourseWhen): Promise<readonly Course[]> {
    return this.uow.run(actor, 'courses.read', async (tx) => named(tx, actor, await listCourses(tx, when)));
  }

  /** Null alike for a course that does not exist and for one of an agency that shares nothing with the viewer's. */
  find(actor: Actor, reference: string, action: Action = 'courses.read'): Promise<CourseView | null> {
    return this.uow.run(actor, action, (tx) => courseView(tx, actor, reference));
  }

  async plan(actor: Actor, { idempotencyKey, ...body }: CourseRequest): Promise<CourseView> {
    const { reference } = await this.uow.run(actor, 'courses.plan', (tx) => once(tx, this.vault, actor, { operation: 'courses.plan', key: idempotencyKey, body }, async () => {
      const made = await insertCourse(tx, actor, body.kind, await this.terms(tx, actor, body));
      await setPlaces(tx, actor.agencyId, made.id, body.places);
      return { reference: made.reference };
    }));
    return this.must(actor, reference, 'courses.plan');
  }

  async change(actor: Actor, { course: reference, version, ...body }: CourseChange): Promise<CourseView> {
    await this.own(actor, reference, version, async (tx, course) => {
      if (!(await updateCourse(tx, course.id, version, await this.terms(tx, actor, body)))) throw stale();
      const left = await setPlaces(tx, actor.agencyId, course.id, body.places);
      if (left > body.places) throw conflict('GUARD_FAILED', `${left} places are taken. Cancel bookings first.`);
      await tell(tx, await fillCourse(tx, course.id), 'COURSE_PLACE', reference);
    });
    return this.must(actor, reference, 'courses.plan');
  }

  /** Frees everybody who was booked, and tells their workers. */
  async cancel(actor: Actor, reference: string, version: number): Promise<CourseView> {
    await this.own(actor, reference, version, async (tx, course) => {
      if (course.lastOn < this.today()) throw conflict('GUARD_FAILED', 'The course is over.');
      if (!(await cancelCourse(tx, course.id, version))) throw stale();
      await tell(tx, await freeCourse(tx, course.id), 'COURSE_CANCELLED', reference);
    });
    return this.must(actor, reference, 'courses.plan');
  }

  /** A place where one is free, else the waiting list. */
  async book(actor: Actor, { idempotencyKey, ...body }: BookingRequest): Promise<CourseView> {
    await this.uow.run(actor, 'courses.book', (tx) => once(tx, this.vault, actor, { operation: 'courses.book', key: idempotencyKey, body }, async () => {
      const [course, household] = [await findCourse(tx, body.course), await bookableHousehold(tx, body.household)];
      if (!course) throw notFound('course', body.course);
      if (!household) throw notFound('household', body.household);
      const refusal = bookingRefusal(course, household.state, this.today());
      if (refusal) throw refusal;
      if ((await ownBookings(tx, course.id)).some((one) => one.household === body.household)) throw conflict('CONFLICT', 'The household is booked on this course already.');
      return insertBooking(tx, actor, course.id, household.id);
    }), { type: 'HOUSEHOLD', reference: body.household });
    return this.must(actor, body.course, 'courses.book');
  }

  /** Whoever has waited longest has the place, of whatever agency. */
  async cancelBooking(actor: Actor, course: string, booking: string): Promise<CourseView> {
    await this.uow.run(actor, 'courses.book', async (tx) => {
      const cancelled = await cancelBooking(tx, course, booking);
      if (!cancelled) throw notFound('booking', booking);
      await tell(tx, await fillCourse(tx, cancelled.courseId), 'COURSE_PLACE', course);
    });
    return this.must(actor, course, 'courses.book');
  }

  async attend(actor: Actor, reference: string, booking: string, attended: boolean): Promise<CourseView> {
    await this.uow.run(actor, 'courses.plan', async (tx) => {
      const course = await findCourse(tx, reference);
      if (course?.agencyId !== actor.agencyId) throw notFound('course', reference);
      const refusal = attendanceRefusal(course, this.today());
      if (refusal) throw refusal;
      if (!(await recordAttendance(tx, course.id, booking, attended))) throw notFound('booking', booking);
    });
    return this.must(actor, reference, 'courses.plan');
  }

  private own(actor: Actor, reference: string, version: number, work: (tx: Tx, course: CourseRow) => Promise<void>): Promise<void> {
    return this.uow.run(actor, 'courses.plan', async (tx) => {
      const course = (await lockOwnCourse(tx, reference)) ? await findCourse(tx, reference) : undefined;
      if (!course) throw notFound('course', reference);
      if (course.version !== version || course.status !== 'PLANNED') throw stale();
      await work(tx, course);
    });
  }

  private async terms(tx: Tx, actor: Actor, { venue, setting, days, places }: Pick<CourseRequest, 'venue' | 'setting' | 'days' | 'places'>): Promise<CourseTerms> {
    const refusal = courseRefusal({ days, places }, this.today());
    if (refusal) throw refusal;
    const house = venue == null ? undefined : await findAgency(tx, venue);
    if (venue != null && !house) throw notFound('agency');
    return { venueId: house?.id ?? actor.agencyId, setting, days };
  }

  private async must(actor: Actor, reference: string, action: Action): Promise<CourseView> {
    const view = await this.find(actor, reference, action);
    if (!view) throw notFound('course', reference);
    return view;
  }

  private today(): IsoDate {
    return isoDate(this.clock.today());
  }
}

const stale = () => conflict('STALE_VERSION', 'Somebody else has changed this course. Read it again.');

async function tell(tx: Tx, people: readonly ToTell[], kind: 'COURSE_PLACE' | 'COURSE_CANCELLED', reference: string): Promise<void> {
  for (const { agencyId, personId } of people) await notify(tx, { agencyId, userId: personId }, { kind, subject: { type: 'COURSE', reference } });
}
