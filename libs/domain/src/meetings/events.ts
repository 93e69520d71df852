import { conflict, type DomainError } from '../errors';
import type { MeetingStatus } from './states';

interface MeetingRule {
  readonly label: string;
  readonly from: readonly MeetingStatus[];
  readonly to: MeetingStatus | 'SAME';
}

const BEFORE: readonly MeetingStatus[] = ['PLANNED'];
const LIVE: readonly MeetingStatus[] = ['LIVE'];
const AGENDA: readonly MeetingStatus[] = ['PLANNED', 'LIVE'];
const HELD: readonly MeetingStatus[] = ['LIVE', 'CLOSED'];

/** Everything that happens to a meeting, and while it stands where. Each is one version of it and one row of its history. */
export const MEETING_EVENTS = {
  CALLED: { label: 'Called', from: BEFORE, to: 'SAME' },
  CHANGED: { label: 'Time, place or limits changed', from: BEFORE, to: 'SAME' },
  CANCELLED: { label: 'Cancelled', from: BEFORE, to: 'CANCELLED' },
  AGENDA_ASKED: { label: 'Agenda asked for', from: BEFORE, to: 'SAME' },
  AGENDA_PROPOSED: { label: 'Agenda proposed', from: BEFORE, to: 'SAME' },
  AGENDA_FAILED: { label: 'No agenda could be proposed', from: BEFORE, to: 'SAME' },
  ITEM_ADDED: { label: 'Item added', from: AGENDA, to: 'SAME' },
  ITEM_MOVED: { label: 'Item moved', from: AGENDA, to: 'SAME' },
  ITEM_LEFT_OFF: { label: 'Item left off', from: AGENDA, to: 'SAME' },
  PAIR_ADDED: { label: 'Family added', from: AGENDA, to: 'SAME' },
  PAIR_PINNED: { label: 'Family pinned', from: AGENDA, to: 'SAME' },
  PAIR_UNPINNED: { label: 'Pin taken back', from: AGENDA, to: 'SAME' },
  PAIR_LEFT_OFF: { label: 'Family left off', from: AGENDA, to: 'SAME' },
  PERSON_NAMED: { label: 'Person named', from: AGENDA, to: 'SAME' },
  PERSON_TAKEN_OFF: { label: 'Person taken off', from: BEFORE, to: 'SAME' },
  ATTENDANCE: { label: 'Attendance recorded', from: AGENDA, to: 'SAME' },
  STARTED: { label: 'Started', from: BEFORE, to: 'LIVE' },
  ITEM_OPENED: { label: 'Item opened', from: LIVE, to: 'SAME' },
  STEPPED_OUT: { label: 'Left the room for an item', from: LIVE, to: 'SAME' },
  PAIR_OUTCOME: { label: 'Outcome of a family', from: LIVE, to: 'SAME' },
  UNIT_OUTCOME: { label: 'Outcome of a child or group', from: LIVE, to: 'SAME' },
  ACTION_GIVEN: { label: 'Action given', from: HELD, to: 'SAME' },
  ACTION_DONE: { label: 'Action done', from: HELD, to: 'SAME' },
  CLOSED: { label: 'Closed', from: LIVE, to: 'CLOSED' },
  CORRECTED: { label: 'Minutes corrected', from: ['CLOSED'], to: 'SAME' },
} as const satisfies Readonly<Record<string, MeetingRule>>;

export type MeetingEvent = keyof typeof MEETING_EVENTS;

const STANDS: Readonly<Record<MeetingStatus, string>> = { PLANNED: 'has not started yet', LIVE: 'is under way', CLOSED: 'is closed', CANCELLED: 'is cancelled' };

/** Where the meeting stands after it, or why it cannot be. Example: `afterEvent('LIVE', 'CLOSED')` is CLOSED. */
export function afterEvent(status: MeetingStatus, event: MeetingEvent): MeetingStatus | DomainError {
  const { from, to, label }: MeetingRule = MEETING_EVENTS[event];
  if (!from.includes(status)) return conflict('GUARD_FAILED', `"${label}" cannot be done now: the meeting ${STANDS[status]}.`);
  return to === 'SAME' ? status : to;
}
