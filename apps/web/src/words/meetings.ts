import { PAIR_OUTCOMES, UNIT_OUTCOMES } from '@hub/domain/meetings/outcomes';
import { ABSENCE_REASONS, ATTENDANCE_WORDS, MEETING_ROLES } from '@hub/domain/meetings/states';
import type { Tone } from '../components/tag';
import { count, optionsOf, plain, upperFirst } from './plain';

const inTable = (table: Readonly<Record<string, string>>) => (code: string): string => table[code] ?? plain(code);

export const meetingStatusWords = inTable({ PLANNED: 'To come', LIVE: 'Live', CLOSED: 'Closed', CANCELLED: 'Cancelled' });
const TONES: Readonly<Record<string, Tone>> = { PLANNED: 'blue', LIVE: 'green', CANCELLED: 'red' };
export const meetingTone = (status: string): Tone => TONES[status] ?? 'grey';

export const meetingRoleWords = inTable(MEETING_ROLES);
export const ROLE_OPTIONS = optionsOf(MEETING_ROLES);

export const attendanceWords = inTable(ATTENDANCE_WORDS);

const OUTCOMES: Readonly<Record<string, string>> = { ...PAIR_OUTCOMES, ...UNIT_OUTCOMES };
export const meetingOutcomeWords = inTable(OUTCOMES);
export function meetingOutcomeTone(outcome: string): Tone {
  if (outcome === 'PURSUE') return 'green';
  return outcome === 'RULE_OUT' || outcome === 'NO_FAMILY_TODAY' ? 'grey' : 'amber';
}
/** On a button: what it does. */
export const outcomeButtonWords = inTable({ PURSUE: 'Pursue', HOLD: 'Hold', RULE_OUT: 'Rule out', MORE_INFORMATION: 'More information', NO_FAMILY_TODAY: 'No family today' });

export const absenceWords = inTable(ABSENCE_REASONS);
export const ABSENCE_OPTIONS = Object.entries(ABSENCE_REASONS).map(([value, label]) => ({ value, label: upperFirst(label) }));

/** 2 hours and 30 minutes. */
export function lengthWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 && count(hours, 'hour', 'hours'), (rest > 0 || hours === 0) && count(rest, 'minute', 'minutes')].filter(Boolean).join(' and ');
}

const FAILED: Readonly<Record<string, string>> = {
  NOT_IN_POOL: 'There is no finished run over the region to propose from. Start one under Matching, then propose the agenda again.',
  INVALID_INPUT: 'What you pinned goes beyond the limits of this meeting, or contradicts itself. Take a pin back or change the limits, then propose the agenda again.',
  WORKER_LOST: 'The hub stopped while it worked on this. Ask for it again; if it is given up again, tell the hub’s administrator.',
};
/** Why no agenda was proposed, and what to do. */
export const agendaErrorWords = (code: string | null | undefined): string => FAILED[code ?? ''] ?? 'No agenda could be proposed. Ask for it again; if it fails again, tell the hub’s administrator.';
