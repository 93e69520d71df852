import { randomUUID } from 'node:crypto';
import type { Actor } from '@hub/domain/access/actor';
import type { HouseholdState } from '@hub/domain/adopters/states';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { BookingState, CourseKind, CourseSetting, CourseStatus } from '@hub/domain/recruitment/courses';
import { affected, row, rows, type Tx } from '@hub/database/tx';
import { newReference } from '@hub/platform/reference';

/** A course as every member that shares with its agency reads it. */
export interface CourseRow {
  readonly id: string;
  readonly reference: string;
  readonly agencyId: string;
  readonly venueId: string;
  readonly kind: CourseKind;
  readonly setting: CourseSetting;
  readonly days: readonly IsoDate[];
  readonly firstOn: IsoDate;
  readonly lastOn: IsoDate;
  readonly status: CourseStatus;
  readonly places: number;
  readonly taken: number;
  readonly waiting: number;
  readonly version: number;
}

const COURSE = `
  select c.id, c.reference, c.agency_id as "agencyId", c.venue_agency_id as "venueId", c.kind, c.setting, to_json(c.days) as days, c.first_on as "firstOn", c.last_on as "lastOn", c.status, c.version,
    (select count(*)::int from hub.course_place p where p.course_id = c.id) as places`;

const COUNTED = (where: string): string => `
  with found as (${COURSE} from hub.course c ${where})
  select f.*, coalesce(n.taken, 0) as taken, coalesce(n.waiting, 0) as waiting
  from found f left join hub.course_counts(array(select id from found)) n on n.course_id = f.id order by f."firstOn", f.reference`;

export type CourseWhen = 'TO_COME' | 'PAST';

const MOST = 200;

/** To come with the next first; past ones of two years. */
export function listCourses(tx: Tx, when: CourseWhen): Promise<CourseRow[]> {
  const days = when === 'TO_COME' ? 'c.last_on >= hub.today()' : "c.last_on < hub.today() and c.last_on > hub.today() - interval '2 years'";
  return rows(tx, COUNTED(`where ${days} order by c.first_on limit ${MOST}`));
}

export const findCourse = (tx: Tx, reference: string): Promise<CourseRow | undefined> => row(tx, COUNTED('where c.reference = $1'), [reference]);

/** The own agency's, held until the end of the transaction: of two changes at once the second sees the first. Bookings, which refer to its key, wait for the course's lock alone. */
export async function lockOwnCourse(tx: Tx, reference: string): Promise<boolean> {
  return (await row(tx, 'select 1 from hub.course where reference = $1 and agency_id = (select hub.own_agency()) for no key update', [reference])) !== undefined;
}

export interface CourseTerms {
  readonly venueId: string;
  readonly setting: CourseSetting;
  readonly days: readonly IsoDate[];
}

export async function insertCourse(tx: Tx, actor: Actor, kind: CourseKind, { venueId, setting, days }: CourseTerms): Promise<{ id: string; reference: string }> {
  const made = { id: randomUUID(), reference: newReference('C') };
  await rows(tx, `
    insert into hub.course (id, agency_id, reference, kind, setting, venue_agency_id, days, first_on, last_on, planned_by) values ($1, $2, $3, $4, $5, $6, $7::date[], $8, $9, $10)`,
  [made.id, actor.agencyId, made.reference, kind, setting, venueId, days, days[0], days.at(-1), actor.userId]);
  return made;
}

/** False where somebody else was quicker. */
export async function updateCourse(tx: Tx, id: string, version: number, { venueId, setting, days }: CourseTerms): Promise<boolean> {
  return (await affected(tx, `
    update hub.course set venue_agency_id = $3, setting = $4, days = $5::date[], first_on = $6, last_on = $7, version = version + 1 where id = $1 and version = $2 and status = 'PLANNED'`,
  [id, version, venueId, setting, days, days[0], days.at(-1)])) === 1;
}

export async function cancelCourse(tx: Tx, id: string, version: number): Promise<boolean> {
  return (await affected(tx, `update hub.course set status = 'CANCELLED', version = version + 1 where id = $1 and version = $2 and status = 'PLANNED'`, [id, version])) === 1;
}

/** So many places, of which free ones are taken away where there were more. Answers how many there are: more than asked for where more are taken. */
export async function setPlaces(tx: Tx, agencyId: string, courseId: string, places: number): Promise<number> {
  await rows(tx, 'insert into hub.course_place (course_id, agency_id, number) select $1, $2, n from generate_series(1, $3::int) n on conflict do nothing', [courseId, agencyId, places]);
  return (await row<{ left: number }>(tx, 'select hub.trim_course($1::uuid, $2) as left', [courseId, places]))?.left ?? 0;
}

/** Somebody who is to be told: the household's worker, else who booked. */
export interface ToTell {
  readonly agencyId: string;
  readonly personId: string;
}

const TELL = 'select agency_id as "agencyId", person_id as "personId"';

export const fillCourse = (tx: Tx, courseId: string): Promise<ToTell[]> => rows(tx, `${TELL} from hub.fill_course($1::uuid)`, [courseId]);
export const freeCourse = (tx: Tx, courseId: string): Promise<ToTell[]> => rows(tx, `${TELL} from hub.free_course($1::uuid)`, [courseId]);

/** Who comes to a course of the own agency: which agency's booking, and no household. */
export interface Guest {
  readonly booking: string;
  readonly agencyId: string;
  readonly state: BookingState;
}

export const guestsOf = (tx: Tx, courseId: string): Promise<Guest[]> => rows(tx, 'select booking, agency_id as "agencyId", state from hub.course_register($1::uuid) order by booking', [courseId]);

export async function recordAttendance(tx: Tx, courseId: string, booking: string, attended: boolean): Promise<boolean> {
  return (await row<{ is: boolean }>(tx, 'select hub.record_course_attendance($1::uuid, $2, $3) as is', [courseId, booking, attended]))?.is === true;
}

/** A booking of the own agency. */
export interface OwnBooking {
  readonly booking: string;
  readonly household: string;
  readonly state: BookingState;
}

export const ownBookings = (tx: Tx, courseId: string): Promise<OwnBooking[]> => rows(tx, `
  select b.reference as booking, h.reference as household, b.state from hub.course_booking b join hub.household h on h.id = b.household_id
  where b.course_id = $1::uuid and b.agency_id = (select hub.own_agency()) and b.state <> 'CANCELLED' order by b.booked_at`, [courseId]);

export interface BookableHousehold {
  readonly id: string;
  readonly state: HouseholdState;
}

export const bookableHousehold = (tx: Tx, reference: string): Promise<BookableHousehold | undefined> =>
  row(tx, 'select id, state from hub.household where reference = $1 and agency_id = (select hub.own_agency())', [reference]);

/** The lowest free place, or the waiting list. */
export async function insertBooking(tx: Tx, actor: Actor, courseId: string, householdId: string): Promise<{ booking: string; state: BookingState }> {
  const place = (await row<{ place: number | null }>(tx, 'select hub.free_course_place($1::uuid) as place', [courseId]))?.place ?? null;
  const made = { booking: newReference('K'), state: place === null ? 'WAITING' : 'BOOKED' } as const;
  await rows(tx, 'insert into hub.course_booking (id, agency_id, reference, course_id, household_id, place, state, booked_by) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [randomUUID(), actor.agencyId, made.booking, courseId, householdId, place, made.state, actor.userId]);
  return made;
}

/** The course's id, or undefined where it has no booking of the own agency's that could be cancelled. */
export const cancelBooking = (tx: Tx, course: string, booking: string): Promise<{ courseId: string } | undefined> => row(tx, `
  update hub.course_booking set state = 'CANCELLED', place = null
  where reference = $2 and course_id = (select c.id from hub.course c where c.reference = $1) and agency_id = (select hub.own_agency()) and state in ('BOOKED', 'WAITING') returning course_id as "courseId"`, [course, booking]);
