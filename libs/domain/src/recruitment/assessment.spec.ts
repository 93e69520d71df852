import type { AskedBy } from '../adopters/event-codes';
import { NO_HOUSEHOLD_DATES, type HouseholdDates, type HouseholdState } from '../adopters/states';
import { ENGLAND_AND_WALES } from '../dates/bank-holidays';
import { isoDate, type IsoDate } from '../dates/iso-date';
import { isFastTrack, lastDayToAnswer, pausesOf, type AssessmentEvent } from './assessment';
import { standingOf, stageCounts } from './board';

type Days = Partial<Record<Exclude<keyof HouseholdDates, 'leftReason'>, string>>;
const day = (text: string): IsoDate => isoDate(text);
const dates = (over: Days, leftReason: HouseholdDates['leftReason'] = null): HouseholdDates =>
  ({ ...NO_HOUSEHOLD_DATES, ...(Object.fromEntries(Object.entries(over).map(([field, text]) => [field, day(text)])) as Partial<HouseholdDates>), leftReason });
const event = (name: string, onDate: string, over: Partial<Pick<AssessmentEvent, 'code' | 'askedBy'>> & { untilOn?: string } = {}): AssessmentEvent =>
  ({ event: name, onDate: day(onDate), code: over.code ?? null, askedBy: over.askedBy ?? null, untilOn: over.untilOn === undefined ? null : day(over.untilOn) });
const held = (from: string, to: string, askedBy: AskedBy): AssessmentEvent[] => [event('PUT_ON_HOLD', from, { code: 'HEALTH', askedBy }), event('RESUMED', to)];

describe('pauses', () => {
  it('come from the history, and from a hold that a file brought as a way of leaving (trap 29)', () => {
    const two = [...held('2026-02-01', '2026-02-21', 'ADOPTERS'), event('PUT_ON_HOLD', '2026-04-01', { code: 'STAFFING', askedBy: 'AGENCY' })];
    expect(pausesOf(dates({ onHoldSince: '2026-04-01' }), two)).toEqual([
      { from: '2026-02-01', to: '2026-02-21', code: 'HEALTH', askedBy: 'ADOPTERS' }, { from: '2026-04-01', to: null, code: 'STAFFING', askedBy: 'AGENCY' },
    ]);
    expect(pausesOf(dates({ leftOn: '2026-02-01' }, '2'), [])).toEqual([{ from: '2026-02-01', to: null, code: null, askedBy: null }]);
    expect(pausesOf(dates({ leftOn: '2026-02-01' }, '1'), [])).toEqual([]);
  });
});

describe('the notice that approval is not proposed', () => {
  // Thursday 5 March 2026 is day 1; Good Friday 3 April and Easter Monday 6 April do not count: 1 May is day 40.
  it.each<[string, AssessmentEvent[], string | null]>([
    ['none was sent', [event('AT_PANEL', '2026-03-01')], null],
    ['counts from the day on which it was sent (trap 32)', [event('QUALIFYING_DETERMINATION', '2026-03-05')], '2026-05-01'],
    ['answered by representations', [event('QUALIFYING_DETERMINATION', '2026-03-05'), event('REPRESENTATIONS_MADE', '2026-03-20')], null],
    ['answered by an independent review', [event('QUALIFYING_DETERMINATION', '2026-03-05'), event('INDEPENDENT_REVIEW', '2026-03-20')], null],
    ['the latest counts', [event('QUALIFYING_DETERMINATION', '2025-03-05'), event('INDEPENDENT_REVIEW', '2025-03-20'), event('QUALIFYING_DETERMINATION', '2026-03-05')], '2026-05-01'],
  ])('%s', (_, history, expected) => expect(lastDayToAnswer(history, ENGLAND_AND_WALES)).toBe(expected));
});

describe('the board', () => {
  it.each<[string, HouseholdState, Days, AssessmentEvent[], object | null]>([
    ['an enquiry without an answer', 'ENQUIRY', { enquiryOn: '2026-03-02' }, [], { stage: 'ENQUIRY', days: 88, dueOn: '2026-03-16', isLate: true }],
    ['an enquiry that was informed', 'INFO_GIVEN', { enquiryOn: '2026-03-02' }, [event('INFO_GIVEN', '2026-03-04')], { stage: 'ENQUIRY', dueOn: null, isLate: false }],
    ['stage one on its last day', 'STAGE1', { stage1StartedOn: '2026-03-29' }, [], { stage: 'STAGE1', days: 61, dueOn: '2026-05-29', isLate: false }],
    // 29 January to 29 May are 120 days; the pause of 1 to 21 March leaves 20 of them out, and 18 June is twenty days after the 29th of May.
    ['stage two with a pause that they asked for', 'STAGE2', { stage2StartedOn: '2026-01-29' }, held('2026-03-01', '2026-03-21', 'ADOPTERS'), { stage: 'STAGE2', days: 100, dueOn: '2026-06-18', isLate: false }],
    ['stage two with a pause of the agency’s own', 'STAGE2', { stage2StartedOn: '2026-01-28' }, held('2026-03-01', '2026-03-21', 'AGENCY'), { dueOn: '2026-05-28', isLate: true }],
    ['the panel heard it, nobody decided', 'AT_PANEL', { stage2StartedOn: '2026-01-01' }, [], { stage: 'PANEL', since: '2026-01-01', dueOn: '2026-05-01', isLate: true }],
    ['the notice was sent, they may answer', 'QUALIFYING_DETERMINATION', { stage2StartedOn: '2026-01-01' }, [event('QUALIFYING_DETERMINATION', '2026-04-20')], { stage: 'PANEL', dueOn: '2026-06-16', isLate: false }],
    ['on hold', 'ON_HOLD', { stage2StartedOn: '2026-01-01', onHoldSince: '2026-02-01' }, [], { stage: 'ON_HOLD', since: '2026-02-01', days: 117, dueOn: null, isLate: false }],
    ['approved, offers not confirmed', 'APPROVED', { approvedOn: '2025-05-28' }, [event('APPROVAL_REVIEWED', '2026-05-20', { code: 'CONTINUES' })], { stage: 'APPROVED', dueOn: '2026-05-28', isLate: true, days: 366 }],
    ['matched', 'MATCHED', { approvedOn: '2025-05-28' }, [], null],
  ])('%s', (_, state, over, history, expected) => {
    const standing = standingOf({ state, dates: dates(over), history }, day('2026-05-29'));
    if (expected === null) expect(standing).toBeNull();
    else expect(standing).toMatchObject(expected);
  });

  it('counts every column', () => {
    const counts = stageCounts([{ stage: 'STAGE1', isLate: true }, { stage: 'STAGE1', isLate: false }, { stage: 'APPROVED', isLate: false }]);
    expect(counts.map(({ stage, households, late }) => [stage, households, late])).toEqual([
      ['ENQUIRY', 0, 0], ['INTEREST', 0, 0], ['STAGE1', 2, 1], ['GAP', 0, 0], ['STAGE2', 0, 0], ['PANEL', 0, 0], ['APPROVED', 1, 0], ['ON_HOLD', 0, 0],
    ]);
  });

  it('knows the fast track', () => {
    expect([isFastTrack(dates({ stage2StartedOn: '2026-01-01' })), isFastTrack(dates({ stage1StartedOn: '2025-10-01', stage2StartedOn: '2026-01-01' })), isFastTrack(dates({}))]).toEqual([true, false, false]);
  });
});
