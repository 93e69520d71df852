export const MEETING_STATUSES = ['PLANNED', 'LIVE', 'CLOSED', 'CANCELLED'] as const;
export type MeetingStatus = (typeof MEETING_STATUSES)[number];

export const AGENDA_STATUSES = ['NONE', 'QUEUED', 'READY', 'FAILED'] as const;
export type AgendaStatus = (typeof AGENDA_STATUSES)[number];

export const ITEM_STATUSES = ['WAITING', 'CURRENT', 'DONE'] as const;
export type ItemStatus = (typeof ITEM_STATUSES)[number];

export const ATTENDANCES = ['EXPECTED', 'PRESENT', 'APOLOGIES', 'LEFT'] as const;
export type Attendance = (typeof ATTENDANCES)[number];

export const ATTENDANCE_WORDS: Readonly<Record<Attendance, string>> = { EXPECTED: 'Expected', PRESENT: 'In the room', APOLOGIES: 'Sent apologies', LEFT: 'Left' };

/** In minutes: somebody who stayed until the meeting closed was present. `leftEarly`: they left before it did. */
export const presenceWords = (attendance: Attendance, leftEarly: boolean): string => (attendance === 'PRESENT' || (attendance === 'LEFT' && !leftEarly) ? 'Present' : attendance === 'LEFT' ? 'Left before the end' : ATTENDANCE_WORDS[attendance]);

/** As what somebody is at a meeting. */
export const MEETING_ROLES = {
  CHAIR: 'Chair',
  MINUTE_TAKER: 'Takes the minutes',
  FAMILY_FINDER: 'Family finder',
  ADOPTERS_WORKER: 'Adopters’ worker',
  ADVISER: 'Adviser',
  OBSERVER: 'Observer',
} as const;
export type MeetingRole = keyof typeof MEETING_ROLES;
export const MEETING_ROLE_NAMES = Object.keys(MEETING_ROLES) as readonly MeetingRole[];

/** They record for everybody at the meeting, so the convening agency says who they are. */
export const RECORDING_ROLES: readonly MeetingRole[] = ['CHAIR', 'MINUTE_TAKER'];

/** Why somebody leaves the room for an item. */
export const ABSENCE_REASONS = { KNOWS_FAMILY: 'knows the family', OTHER: 'another reason' } as const;
export type AbsenceReason = keyof typeof ABSENCE_REASONS;
