import { isoDate } from '../dates/iso-date';
import { byUrgency, standingOf } from './standing';

describe('how a clock stands', () => {
  it.each([
    ['due in two weeks', { code: 'STAGE_ONE', state: 'RUNNING', daysLeft: 14 }, 'SOON'],
    ['due later', { code: 'STAGE_ONE', state: 'RUNNING', daysLeft: 15 }, 'RUNNING'],
    ['without a day', { code: 'MATCHING_PLAN', state: 'RUNNING', daysLeft: null }, 'RUNNING'],
    ['overdue', { code: 'STAGE_ONE', state: 'OVERDUE', daysLeft: null }, 'OVERDUE'],
    ['paused', { code: 'STAGE_ONE', state: 'PAUSED', daysLeft: 3 }, 'PAUSED'],
    ['done', { code: 'STAGE_ONE', state: 'DONE_LATE', daysLeft: null }, null],
    ['something to wait for', { code: 'AO_APPLICATION', state: 'RUNNING', daysLeft: 3 }, null],
    ['something that lasts', { code: 'ADOPTION_SUPPORT', state: 'RUNNING', daysLeft: 3 }, null],
  ] as const)('%s', (_, clock, expected) => expect(standingOf(clock)).toBe(expected));

  it('comes latest first, and what rests last', () => {
    const of = (state: 'RUNNING' | 'PAUSED' | 'OVERDUE', dueOn: string | null) => ({ state, dueOn: dueOn === null ? null : isoDate(dueOn) });
    const list = [of('RUNNING', null), of('PAUSED', '2026-01-01'), of('RUNNING', '2026-12-01'), of('OVERDUE', '2026-10-01'), of('OVERDUE', '2026-03-01')];
    expect([...list].sort(byUrgency).map(({ state, dueOn }) => `${state} ${dueOn ?? ''}`.trim())).toEqual(['OVERDUE 2026-03-01', 'OVERDUE 2026-10-01', 'RUNNING 2026-12-01', 'RUNNING', 'PAUSED 2026-01-01']);
  });
});
