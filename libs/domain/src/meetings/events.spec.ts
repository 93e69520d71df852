import { DomainError } from '../errors';
import { afterEvent, MEETING_EVENTS, type MeetingEvent } from './events';
import { outcomeDifferences, PAIR_OUTCOMES, RULE_OUT_REASONS, wrongOutcome, type PairOutcome } from './outcomes';
import { MEETING_STATUSES, type MeetingStatus } from './states';

/** By hand, out of what a meeting is: P planned, L live, C closed; a cancelled meeting takes nothing. And where it leads, if elsewhere. */
const ALLOWED: Readonly<Record<MeetingEvent, readonly [when: string, to?: MeetingStatus]>> = {
  CALLED: ['P'], CHANGED: ['P'], CANCELLED: ['P', 'CANCELLED'], AGENDA_ASKED: ['P'], AGENDA_PROPOSED: ['P'], AGENDA_FAILED: ['P'], ITEM_ADDED: ['PL'], ITEM_MOVED: ['PL'], ITEM_LEFT_OFF: ['PL'],
  PAIR_ADDED: ['PL'], PAIR_PINNED: ['PL'], PAIR_UNPINNED: ['PL'], PAIR_LEFT_OFF: ['PL'], PERSON_NAMED: ['PL'], PERSON_TAKEN_OFF: ['P'], ATTENDANCE: ['PL'], STARTED: ['P', 'LIVE'], ITEM_OPENED: ['L'],
  STEPPED_OUT: ['L'], PAIR_OUTCOME: ['L'], UNIT_OUTCOME: ['L'], ACTION_GIVEN: ['LC'], ACTION_DONE: ['LC'], CLOSED: ['L', 'CLOSED'], CORRECTED: ['C'],
};
const LETTERS: Readonly<Record<MeetingStatus, string>> = { PLANNED: 'P', LIVE: 'L', CLOSED: 'C', CANCELLED: 'X' };

describe('what happens to a meeting', () => {
  it.each(Object.keys(MEETING_EVENTS) as MeetingEvent[])('%s happens while it may, and leads where it should', (event) => {
    const [when, to] = ALLOWED[event];
    for (const status of MEETING_STATUSES) {
      const after = afterEvent(status, event);
      expect([status, after instanceof DomainError ? after.code : after]).toEqual([status, when.includes(LETTERS[status]) ? (to ?? status) : 'GUARD_FAILED']);
    }
  });

  it('says why it cannot', () => {
    expect(afterEvent('CLOSED', 'PAIR_OUTCOME')).toMatchObject({ message: '"Outcome of a family" cannot be done now: the meeting is closed.' });
  });
});

describe('an outcome', () => {
  it.each(Object.keys(PAIR_OUTCOMES) as PairOutcome[])('%s has a reason from the list if it rules out, and otherwise none', (outcome) => {
    for (const reason of [null, 'toString', ...Object.keys(RULE_OUT_REASONS)]) {
      const isRight = outcome === 'RULE_OUT' ? reason !== null && reason !== 'toString' : reason === null;
      expect([reason, wrongOutcome({ outcome, reason, words: 'A word' })?.code ?? null]).toEqual([reason, isRight ? null : 'INVALID_INPUT']);
    }
  });

  it.each([[null], [''], ['  ']])('another reason needs words: %j', (words) => {
    expect(wrongOutcome({ outcome: 'RULE_OUT', reason: 'OTHER_REASON', words })?.details).toEqual({ issues: [{ path: 'words', message: 'Say in your own words what the reason is.' }] });
  });

  it('differs field by field', () => {
    const seen = { outcome: null, reason: null, decidedBy: null };
    expect(outcomeDifferences(seen, seen)).toEqual([]);
    expect(outcomeDifferences({ ...seen, outcome: 'HOLD', decidedBy: 'Ada' }, { outcome: 'RULE_OUT', reason: 'CONTACT', decidedBy: 'Ada' })).toEqual([{ field: 'outcome', seen: 'HOLD', now: 'RULE_OUT' }, { field: 'reason', seen: null, now: 'CONTACT' }]);
  });
});
