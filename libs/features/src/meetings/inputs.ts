import { PAIR_OUTCOMES, UNIT_OUTCOMES, type PairOutcome, type UnitOutcome } from '@hub/domain/meetings/outcomes';
import { ABSENCE_REASONS, ATTENDANCES, MEETING_ROLE_NAMES, type AbsenceReason, type MeetingRole } from '@hub/domain/meetings/states';
import { z } from 'zod';
import { day, idempotencyKey, reference } from '../children/inputs';

export const meetingReference = z.string().regex(/^M-[0-9A-Z]{6}$/, 'This is not the reference of a meeting.');
const version = z.int().min(1);
const words = z.string().trim().max(2_000, 'Use at most 2000 characters.').nullish();
const said = z.string().trim().min(1, 'Write something.').max(2_000, 'Use at most 2000 characters.');
const userId = z.uuid('This is not the id of a user.');
const position = z.int().min(1);
/** Their number at the meeting. */
const person = z.int().min(1);
const keysOf = <T extends string>(table: Readonly<Record<T, unknown>>) => z.enum(Object.keys(table) as [T, ...T[]]);
const of = { meeting: meetingReference, idempotencyKey };

const terms = {
  title: z.string().trim().min(1, 'Give the meeting a title.').max(120, 'Use at most 120 characters.'),
  place: z.string().trim().max(200, 'Use at most 200 characters.'),
  startsAt: z.date('Give the day and the time.'),
  minutes: z.int().min(15, 'A quarter of an hour at least.').max(600, 'Ten hours at most.'),
  minutesPerItem: z.int().min(1, 'One minute at least.').max(120, 'Two hours at most.'),
  agencies: z.array(z.string().regex(/^[A-Z]{3}$/, 'This is not the code of an agency.')).min(1, 'Invite one agency at least.').max(40, 'Forty at most.'),
  maxLinks: z.int().min(1, 'One at least.').max(200, 'Two hundred at most.'),
  perUnit: z.int().min(1, 'One at least.').max(20, 'Twenty at most.'),
  perHousehold: z.int().min(1, 'One at least.').max(20, 'Twenty at most.'),
};

export const scheduleRequest = z.strictObject({ ...terms, idempotencyKey });
export const changeRequest = z.strictObject({ ...terms, ...of, version });
export const versionRequest = z.strictObject({ ...of, version });
export const entryRequest = z.strictObject({ ...of, unit: reference, household: reference.nullish() });
export const pinRequest = z.strictObject({ ...of, unit: reference, household: reference, pinned: z.boolean() });
export const moveRequest = z.strictObject({ ...of, version, position, up: z.boolean() });
const role = z.enum(MEETING_ROLE_NAMES as [MeetingRole, ...MeetingRole[]]);
export const personRequest = z.strictObject({ ...of, userId, role });
export const roleRequest = z.strictObject({ ...of, person, role });
export const someoneRequest = z.strictObject({ ...of, person });
export const attendanceRequest = z.strictObject({ ...of, person, attendance: z.enum(ATTENDANCES) });
export const onwardsRequest = z.strictObject({ ...of, step: z.enum(['START', 'NEXT', 'BACK', 'CLOSE']), from: position.nullish() });
export const stepOutRequest = z.strictObject({ ...of, position, person, reason: keysOf<AbsenceReason>(ABSENCE_REASONS), words });
export const pairOutcomeRequest = z.strictObject({ ...of, unit: reference, household: reference, version, outcome: keysOf<PairOutcome>(PAIR_OUTCOMES), reason: z.string().max(40).nullish(), words });
export const unitOutcomeRequest = z.strictObject({ ...of, unit: reference, version, outcome: keysOf<UnitOutcome>(UNIT_OUTCOMES), words });
export const actionRequest = z.strictObject({ ...of, unit: reference.nullish(), owner: person, dueOn: day, words: said });
export const finishRequest = z.strictObject({ ...of, number: z.int().min(1), doneOn: day.nullish() });
export const correctionRequest = z.strictObject({ ...of, unit: reference.nullish(), household: reference.nullish(), words: said });
export const meetingWhen = z.enum(['TO_COME', 'ENDED']);

export type ScheduleRequest = z.output<typeof scheduleRequest>;
export type ChangeRequest = z.output<typeof changeRequest>;
export type VersionRequest = z.output<typeof versionRequest>;
export type EntryRequest = z.output<typeof entryRequest>;
export type PinRequest = z.output<typeof pinRequest>;
export type MoveRequest = z.output<typeof moveRequest>;
export type PersonRequest = z.output<typeof personRequest>;
export type RoleRequest = z.output<typeof roleRequest>;
export type SomeoneRequest = z.output<typeof someoneRequest>;
export type AttendanceRequest = z.output<typeof attendanceRequest>;
export type OnwardsRequest = z.output<typeof onwardsRequest>;
export type StepOutRequest = z.output<typeof stepOutRequest>;
export type PairOutcomeRequest = z.output<typeof pairOutcomeRequest>;
export type UnitOutcomeRequest = z.output<typeof unitOutcomeRequest>;
export type ActionRequest = z.output<typeof actionRequest>;
export type FinishRequest = z.output<typeof finishRequest>;
export type CorrectionRequest = z.output<typeof correctionRequest>;
