import type { AskedBy, EventCode } from '@hub/domain/adopters/event-codes';
import type { HouseholdDates, HouseholdState } from '@hub/domain/adopters/states';
import type { SexPreference } from '@hub/domain/adopters/facts';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Level, Levels } from '@hub/domain/matching/pool';
import { isFastTrack, pausesOf } from '@hub/domain/recruitment/assessment';
import type { BookingState, CourseKind } from '@hub/domain/recruitment/courses';
import type { Vault } from '@hub/database/crypto/vault';
import { row, rows, type Tx } from '@hub/database/tx';
import { HOUSEHOLD_DATE_FIELDS, HOUSEHOLD_DATE_COLUMNS, pick } from '../adopters/household-records.queries';
import { peopleByIds, type Person } from '../agencies/users.queries';
import { eventsOf, type EventOf } from '../children/events.queries';

/** What was decided about the time that an assessment takes. `to`: of a pause the first day on which it went on, of an extension its last. */
export interface AssessmentDelay {
  readonly kind: 'PAUSE' | 'STAGE1' | 'STAGE2';
  readonly from: IsoDate;
  readonly to: IsoDate | null;
  /** Null where a file brought it. */
  readonly code: EventCode | null;
  readonly askedBy: AskedBy | null;
  readonly words: string | null;
}

export interface ApprovalReview {
  readonly onDate: IsoDate;
  readonly outcome: EventCode | null;
  readonly words: string | null;
}

/** Whom they were thought right for from a day on. */
export interface ApprovalRange {
  readonly fromOn: IsoDate;
  readonly ageMinMonths: number | null;
  readonly ageMaxMonths: number | null;
  readonly maxChildren: number | null;
  readonly sexPreference: SexPreference | null;
  /** What they would take, by need. */
  readonly offers: readonly { readonly key: string; readonly level: Level }[];
  readonly earlyPermanence: boolean | null;
  readonly person: Person | null;
}

/** How an assessment goes, for the own agency. */
export interface Assessment {
  readonly state: HouseholdState;
  readonly isFastTrack: boolean;
  readonly provisionalPanelOn: IsoDate | null;
  readonly delays: readonly AssessmentDelay[];
  readonly reviews: readonly ApprovalReview[];
  readonly ranges: readonly ApprovalRange[];
  readonly courses: readonly AssessmentCourse[];
}

/** A course that they were booked on. */
export interface AssessmentCourse {
  readonly course: string;
  readonly kind: CourseKind;
  readonly lastOn: IsoDate;
  readonly state: BookingState;
}

interface Found extends HouseholdDates {
  readonly id: string;
  readonly state: HouseholdState;
  readonly provisionalPanelOn: IsoDate | null;
}

/** Undefined alike for a household that is not there and for another agency's. */
export async function assessmentOf(tx: Tx, vault: Vault, reference: string): Promise<Assessment | undefined> {
  const found = await row<Found>(tx, `
    select h.id, h.state, h.provisional_panel_on as "provisionalPanelOn", ${HOUSEHOLD_DATE_FIELDS.map((field) => `h.${HOUSEHOLD_DATE_COLUMNS[field]} as "${field}"`).join(', ')}
    from hub.household h where h.reference = $1 and h.agency_id = (select hub.own_agency())`, [reference]);
  if (!found) return undefined;
  const dates = pick(found, HOUSEHOLD_DATE_FIELDS);
  const history = await eventsOf(tx, vault, 'household', [found.id]);
  return {
    state: found.state, isFastTrack: isFastTrack(dates), provisionalPanelOn: found.provisionalPanelOn,
    delays: delaysOf(dates, history),
    reviews: history.filter(({ event }) => event === 'APPROVAL_REVIEWED').map(({ onDate, code, reason }) => ({ onDate, outcome: code, words: reason })).reverse(),
    ranges: await rangesOf(tx, found.id),
    courses: await coursesOf(tx, found.id),
  };
}

function delaysOf(dates: HouseholdDates, history: readonly EventOf[]): readonly AssessmentDelay[] {
  const words = (event: string, from: IsoDate): string | null => history.find((one) => one.event === event && one.onDate === from)?.reason ?? null;
  const pauses = pausesOf(dates, history).map((pause): AssessmentDelay => ({ kind: 'PAUSE', ...pause, words: words('PUT_ON_HOLD', pause.from) }));
  const extensions = history.flatMap(({ event, onDate, untilOn, code, askedBy, reason }): AssessmentDelay[] =>
    (event === 'STAGE1_EXTENDED' || event === 'STAGE2_EXTENDED' ? [{ kind: event === 'STAGE1_EXTENDED' ? 'STAGE1' : 'STAGE2', from: onDate, to: untilOn, code, askedBy, words: reason }] : []));
  return [...pauses, ...extensions].sort((a, b) => (a.from < b.from ? 1 : -1));
}

// A course of an agency that shares nothing any more stands in the record all the same.
const coursesOf = (tx: Tx, householdId: string): Promise<AssessmentCourse[]> => rows(tx, `select course, kind, last_on as "lastOn", state from hub.courses_of_household($1::uuid) order by last_on desc, course`, [householdId]);

const MOST = 50;

/** The latest first. */
async function rangesOf(tx: Tx, householdId: string): Promise<readonly ApprovalRange[]> {
  const found = await rows<Omit<ApprovalRange, 'person' | 'offers'> & { readonly recordedBy: string | null; readonly accepts: Levels }>(tx, `
    select from_on as "fromOn", age_min_months as "ageMinMonths", age_max_months as "ageMaxMonths", max_children as "maxChildren", sex_preference as "sexPreference", accepts,
      early_permanence as "earlyPermanence", recorded_by as "recordedBy"
    from hub.approval_range where household_id = $1::uuid order by at desc, id limit ${MOST}`, [householdId]);
  const people = new Map((await peopleByIds(tx, [...new Set(found.flatMap(({ recordedBy }) => recordedBy ?? []))])).map((person) => [person.id, person]));
  return found.map(({ recordedBy, accepts, ...range }) => ({ ...range, offers: levelsOf(accepts), person: (recordedBy && people.get(recordedBy)) || null }));
}

const levelsOf = (accepts: Levels): ApprovalRange['offers'] => Object.entries(accepts).flatMap(([key, level]) => (level === undefined || level === null ? [] : [{ key, level }]));
