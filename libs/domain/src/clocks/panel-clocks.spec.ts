import fc from 'fast-check';
import { ENGLAND_AND_WALES } from '../dates/bank-holidays';
import { addDays, daysBetween } from '../dates/day-count';
import { isoDate, type IsoDate } from '../dates/iso-date';
import { CLOCK_STATES } from './clock';
import { clocksOf } from './clocks-of';
import type { PanelItemClockFacts } from './facts';
import { CLOCK_RULES, type ClockCode } from './rules';

const day = (text: string): IsoDate => isoDate(text);
const NOT_TOLD = { orallyOn: null, inWritingOn: null };
const NOTHING: PanelItemClockFacts = { kind: 'PANEL_ITEM', reportGivenOn: null, viewsGivenOn: null, panelOn: null, receivedOn: null, decidedOn: null, adopters: NOT_TOLD, parents: null };
type Days = Partial<Record<'reportGivenOn' | 'viewsGivenOn' | 'panelOn' | 'receivedOn' | 'decidedOn', string>> & Pick<Partial<PanelItemClockFacts>, 'adopters' | 'parents'>;
const short = (code: ClockCode, facts: Days, today: string) => clocksOf({ ...NOTHING, ...facts } as PanelItemClockFacts, ENGLAND_AND_WALES, day(today))
  .filter((clock) => clock.code === code).map(({ dueOn, state, daysOver, daysLeft }) => [dueOn, state, daysOver ?? daysLeft]);

// Every day reckoned by hand on a calendar.
describe('the clocks of what a panel heard', () => {
  it.each<[string, ClockCode, Days, string, unknown[][]]>([
    // 3, 4, 5, 8, 9, 10, 11 June.
    ['decision in seven working days', 'PANEL_DECISION', { receivedOn: '2026-06-02' }, '2026-06-12', [['2026-06-11', 'OVERDUE', 1]]],
    // 2 and 3 June 2022 were holidays: 6 to 10, 13, 14 June.
    ['over the Jubilee', 'PANEL_DECISION', { receivedOn: '2022-06-01', decidedOn: '2022-06-14' }, '2026-06-12', [['2022-06-14', 'DONE', null]]],
    ['over the funeral of 2022', 'PANEL_DECISION', { receivedOn: '2022-09-09', decidedOn: '2022-09-21' }, '2026-06-12', [['2022-09-21', 'DONE', null]]],
    ['none before the minutes are there', 'PANEL_DECISION', { panelOn: '2026-06-01' }, '2026-06-12', []],
    ['adopters told in two working days', 'TELL_ADOPTERS_ORALLY', { decidedOn: '2026-12-24', adopters: { orallyOn: day('2026-12-31'), inWritingOn: null } }, '2027-01-10', [['2026-12-30', 'DONE_LATE', 1]]],
    ['and in writing in five', 'TELL_ADOPTERS_IN_WRITING', { decidedOn: '2026-12-24' }, '2027-01-05', [['2027-01-05', 'RUNNING', 0]]],
    ['parents told', 'TELL_PARENTS_ORALLY', { decidedOn: '2026-06-05', parents: NOT_TOLD }, '2026-06-10', [['2026-06-09', 'OVERDUE', 1]]],
    ['parents told in writing', 'TELL_PARENTS_IN_WRITING', { decidedOn: '2026-06-05', parents: NOT_TOLD }, '2026-06-10', [['2026-06-12', 'RUNNING', 2]]],
    ['parents of whom nobody is to be told', 'TELL_PARENTS_ORALLY', { decidedOn: '2026-06-05' }, '2026-06-10', []],
    // 15 June is the tenth working day and theirs still.
    ['ten working days for the report', 'APR_COMMENTS', { reportGivenOn: '2026-06-01' }, '2026-06-12', [['2026-06-16', 'RUNNING', 4]]],
    ['a panel on the last of them', 'APR_COMMENTS', { reportGivenOn: '2026-06-01', panelOn: '2026-06-15' }, '2026-06-20', [['2026-06-16', 'TOO_EARLY', null]]],
    ['a panel after them', 'APR_COMMENTS', { reportGivenOn: '2026-06-01', panelOn: '2026-06-16' }, '2026-06-20', [['2026-06-16', 'DONE', null]]],
    ['no more time for adopters who have given their views', 'APR_COMMENTS', { reportGivenOn: '2026-06-01', viewsGivenOn: '2026-06-03', panelOn: '2026-06-04' }, '2026-06-12', []],
    ['views on an earlier report', 'APR_COMMENTS', { reportGivenOn: '2026-06-01', viewsGivenOn: '2026-05-30', panelOn: '2026-06-04' }, '2026-06-12', [['2026-06-16', 'TOO_EARLY', null]]],
  ])('%s', (_, code, facts, today, expected) => expect(short(code, facts, today)).toEqual(expected));
});

describe('a panel’s own clock', () => {
  const met = (days: string[], today: string, closedOn: IsoDate | null = null) => clocksOf({ kind: 'PANEL', metOn: days.map(day), closedOn }, ENGLAND_AND_WALES, day(today)).map(({ dueOn, state }) => [dueOn, state]);

  it('asks for a meeting each month', () => {
    expect(met(['2026-01-31', '2026-03-01', '2026-03-31'], '2026-05-01')).toEqual([['2026-02-28', 'DONE_LATE'], ['2026-04-01', 'DONE'], ['2026-04-30', 'OVERDUE']]);
    expect(met(['2026-01-31', '2026-06-01'], '2026-02-10')).toEqual([['2026-02-28', 'RUNNING']]);
    expect(met(['2026-01-31'], '2026-05-01', day('2026-02-10'))).toEqual([]);
    expect(met([], '2026-05-01')).toEqual([]);
  });
});

describe('every clock', () => {
  it('is in exactly one state, which its days bear out', () => {
    const on = fc.nat(900).map((offset) => addDays(day('2024-01-01'), offset));
    const facts = fc.record<PanelItemClockFacts>({
      kind: fc.constant('PANEL_ITEM'), reportGivenOn: fc.option(on), viewsGivenOn: fc.option(on), panelOn: fc.option(on), receivedOn: fc.option(on), decidedOn: fc.option(on),
      adopters: fc.record({ orallyOn: fc.option(on), inWritingOn: fc.option(on) }), parents: fc.constant(null),
    });
    fc.assert(fc.property(facts, on, (item, today) => {
      for (const clock of clocksOf(item, ENGLAND_AND_WALES, today)) {
        const { state, dueOn, doneOn, daysLeft, daysOver, startsOn } = clock;
        expect(CLOCK_STATES).toContain(state);
        expect(startsOn <= today && (doneOn === null || doneOn <= today)).toBe(true);
        if (state === 'RUNNING') expect(daysLeft).toBe(dueOn === null ? null : daysBetween(today, dueOn));
        if (state === 'OVERDUE') expect(dueOn !== null && today > dueOn && daysOver === daysBetween(dueOn, today)).toBe(true);
        if (state === 'DONE_LATE') expect(dueOn !== null && doneOn !== null && doneOn > dueOn).toBe(true);
        if (CLOCK_RULES[clock.code].sense === 'BY') expect(state).not.toBe('TOO_EARLY');
      }
    }));
  });

  it('says its rule and where it stands', () => {
    expect(Object.values(CLOCK_RULES).filter(({ says, cites, label }) => !says.endsWith('.') || cites === '' || label.endsWith('.'))).toEqual([]);
  });
});
