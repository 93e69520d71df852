import { ABSENCES, MANNERS, OUTCOMES, RECIPIENTS, RECOMMENDATIONS, type AbsenceReason, type Manner, type Outcome, type Recipient, type Recommendation } from '@hub/domain/panels/items';
import { MEMBER_ROLES, type MemberRole } from '@hub/domain/panels/quorum';
import { z } from 'zod';
import { day, idempotencyKey, reference } from '../children/inputs';
import { linkReference } from '../links/inputs';
import { ATTENDANCES } from './panels.queries';

export const panelReference = z.string().regex(/^P-[0-9A-Z]{6}$/, 'This is not the reference of a panel.');
export const itemReference = z.string().regex(/^B-[0-9A-Z]{6}$/, 'This is not the reference of an item.');
const memberReference = z.string().regex(/^N-[0-9A-Z]{6}$/, 'This is not the reference of a member.');
const agencyCode = z.string().regex(/^[A-Z]{3}$/, 'This is not the code of an agency.');
const version = z.int().min(1);
const said = z.string().trim().min(1, 'Write the reasons.').max(4_000, 'Use at most 4000 characters.');
const slot = z.int().min(1, 'Choose a place.').max(20, 'Choose a place.');
const keysOf = <T extends string>(table: Readonly<Record<T, unknown>>) => z.enum(Object.keys(table) as [T, ...T[]]);

const terms = {
  meetsOn: day,
  startsAt: z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, 'Give the time as hh:mm.'),
  slotCount: z.int().min(1, 'One place at least.').max(20, 'Twenty at most.'),
  slotMinutes: z.int().min(10, 'Ten minutes at least.').max(240, 'Four hours at most.'),
  place: z.string().trim().max(200, 'Use at most 200 characters.'),
  /** Ten working days before where none is given. */
  papersDueOn: day.nullish(),
  /** Codes of other agencies that take part. */
  parts: z.array(agencyCode).max(40, 'Forty at most.'),
};

export const planRequest = z.strictObject({ ...terms, idempotencyKey });
export const changePanelRequest = z.strictObject({ ...terms, panel: panelReference, version, idempotencyKey });
export const cancelPanelRequest = z.strictObject({ panel: panelReference, version, idempotencyKey });

const entry = {
  displayName: z.string().trim().min(2, 'Give the name.').max(120, 'Use at most 120 characters.'), role: keysOf<MemberRole>(MEMBER_ROLES), isIndependent: z.boolean(),
  sitsFor: z.array(agencyCode).min(1, 'Choose one agency at least.').max(40, 'Forty at most.'), endsOn: day.nullish(),
};
export const addMemberRequest = z.strictObject({ ...entry, startsOn: day, email: z.email('This is not an address.').max(200).nullish(), idempotencyKey });
export const changeMemberRequest = z.strictObject({ ...entry, member: memberReference, version, idempotencyKey });
export const seatRequest = z.strictObject({ panel: panelReference, member: memberReference, idempotencyKey });
export const attendanceRequest = z.strictObject({ panel: panelReference, member: memberReference, attendance: z.enum(ATTENDANCES), idempotencyKey });

/** Of a match by its link, of an approval by its household. */
export const bookRequest = z.strictObject({ link: linkReference.nullish(), household: reference.nullish(), panel: panelReference, slot, idempotencyKey });
const item = { item: itemReference, version, idempotencyKey };
export const moveItemRequest = z.strictObject({ ...item, panel: panelReference, slot });
export const itemRequest = z.strictObject(item);
export const dayOfItemRequest = z.strictObject({ ...item, onDate: day.nullish() });
export const stepOutRequest = z.strictObject({ ...item, member: memberReference, reason: keysOf<AbsenceReason>(ABSENCES) });
export const recommendRequest = z.strictObject({ ...item, recommendation: keysOf<Recommendation>(RECOMMENDATIONS), reasons: said, advice: z.string().trim().max(4_000, 'Use at most 4000 characters.').nullish() });
const why = z.string().trim().min(1, 'Say what was wrong, and why.').max(4_000, 'Use at most 4000 characters.');
export const correctRecommendationRequest = z.strictObject({ ...item, recommendation: keysOf<Recommendation>(RECOMMENDATIONS), reasons: said, why });
export const correctDecisionRequest = z.strictObject({ ...item, onDate: day, why });
export const decideRequest = z.strictObject({ ...item, outcome: keysOf<Outcome>(OUTCOMES), onDate: day.nullish(), reasons: said });
export const tellRequest = z.strictObject({ item: itemReference, recipient: keysOf<Recipient>(RECIPIENTS), manner: keysOf<Manner>(MANNERS), onDate: day, idempotencyKey });
export const calendarRequest = z.strictObject({ from: day, to: day, agency: agencyCode.nullish() });

export type PlanRequest = z.output<typeof planRequest>;
export type ChangePanelRequest = z.output<typeof changePanelRequest>;
export type CancelPanelRequest = z.output<typeof cancelPanelRequest>;
export type AddMemberRequest = z.output<typeof addMemberRequest>;
export type ChangeMemberRequest = z.output<typeof changeMemberRequest>;
export type SeatRequest = z.output<typeof seatRequest>;
export type PanelAttendanceRequest = z.output<typeof attendanceRequest>;
export type BookRequest = z.output<typeof bookRequest>;
export type MoveItemRequest = z.output<typeof moveItemRequest>;
export type ItemRequest = z.output<typeof itemRequest>;
export type DayOfItemRequest = z.output<typeof dayOfItemRequest>;
export type PanelStepOutRequest = z.output<typeof stepOutRequest>;
export type RecommendRequest = z.output<typeof recommendRequest>;
export type CorrectRecommendationRequest = z.output<typeof correctRecommendationRequest>;
export type CorrectDecisionRequest = z.output<typeof correctDecisionRequest>;
export type DecideRequest = z.output<typeof decideRequest>;
export type TellRequest = z.output<typeof tellRequest>;
export type CalendarRequest = z.output<typeof calendarRequest>;
