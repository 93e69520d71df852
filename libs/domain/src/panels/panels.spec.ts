import fc from 'fast-check';
import { ENGLAND_AND_WALES } from '../dates/bank-holidays';
import { addDays } from '../dates/day-count';
import { isoDate, type IsoDate } from '../dates/iso-date';
import type { HouseholdState } from '../adopters/states';
import { panelGaps, slotTime } from './calendar';
import { decisionDueOn, noticeDueOn, papersDueOn } from './clocks';
import { endOfMatch, eventOfApproval, refusesDecision, refusesHearing, refusesMinutes, type ItemFacts } from './items';
import { quorumOf, type MemberRole, type SittingMember } from './quorum';

const day = (text: string): IsoDate => isoDate(text);
const member = (role: MemberRole, isIndependent = role === 'CHAIR' || role === 'INDEPENDENT'): SittingMember => ({ role, isIndependent });
const sits = (...roles: MemberRole[]): SittingMember[] => roles.map((role) => member(role));

describe('the quorum of a panel (AAR 2005 reg 6)', () => {
  it.each<[string, SittingMember[], boolean, boolean]>([
    ['chair, social worker and three others', sits('CHAIR', 'SOCIAL_WORKER', 'MEDICAL_ADVISER', 'OTHER', 'OTHER'), false, true],
    ['four members', sits('CHAIR', 'SOCIAL_WORKER', 'MEDICAL_ADVISER', 'INDEPENDENT'), false, false],
    ['five at a joint panel', sits('CHAIR', 'SOCIAL_WORKER', 'MEDICAL_ADVISER', 'OTHER', 'INDEPENDENT'), true, false],
    ['six at a joint panel', sits('CHAIR', 'SOCIAL_WORKER', 'MEDICAL_ADVISER', 'OTHER', 'OTHER', 'INDEPENDENT'), true, true],
    ['nobody to chair', sits('SOCIAL_WORKER', 'SOCIAL_WORKER', 'INDEPENDENT', 'OTHER', 'OTHER'), false, false],
    ['no social worker', sits('CHAIR', 'MEDICAL_ADVISER', 'INDEPENDENT', 'OTHER', 'OTHER'), false, false],
    ['a vice chair of the agency and nobody independent', sits('VICE_CHAIR', 'SOCIAL_WORKER', 'MEDICAL_ADVISER', 'OTHER', 'OTHER'), false, false],
    ['a vice chair of the agency and an independent member', sits('VICE_CHAIR', 'SOCIAL_WORKER', 'MEDICAL_ADVISER', 'INDEPENDENT', 'OTHER'), false, true],
    ['an independent vice chair', [member('VICE_CHAIR', true), ...sits('SOCIAL_WORKER', 'MEDICAL_ADVISER', 'OTHER', 'OTHER')], false, true],
  ])('%s', (_, present, isJoint, expected) => {
    const quorum = quorumOf(present, isJoint);
    expect(quorum.isMet).toBe(expected);
    expect(quorum.missing.length === 0).toBe(expected);
  });

  it('is never lost by one more member', () => {
    const anybody = fc.record({ role: fc.constantFrom<MemberRole>('CHAIR', 'VICE_CHAIR', 'MEDICAL_ADVISER', 'SOCIAL_WORKER', 'INDEPENDENT', 'OTHER'), isIndependent: fc.boolean() });
    fc.assert(fc.property(fc.array(anybody, { maxLength: 9 }), anybody, fc.boolean(), (present, more, isJoint) => {
      expect(!quorumOf(present, isJoint).isMet || quorumOf([...present, more], isJoint).isMet).toBe(true);
    }));
  });
});

describe('the clocks of a panel', () => {
  it.each([
    // Good Friday 3 and Easter Monday 6 April 2026; 4 May is the early May bank holiday.
    ['papers, ten working days before', papersDueOn(day('2026-04-15'), ENGLAND_AND_WALES), '2026-03-30'],
    ['papers without a holiday', papersDueOn(day('2026-06-24'), ENGLAND_AND_WALES), '2026-06-10'],
    ['the decision over a plain week', decisionDueOn(day('2026-06-10'), ENGLAND_AND_WALES), '2026-06-19'],
    ['the decision over Christmas', decisionDueOn(day('2026-12-22'), ENGLAND_AND_WALES), '2027-01-05'],
    ['word of mouth over a weekend', noticeDueOn(day('2026-06-19'), 'ORALLY', ENGLAND_AND_WALES), '2026-06-23'],
    ['the letter over a bank holiday', noticeDueOn(day('2026-04-30'), 'IN_WRITING', ENGLAND_AND_WALES), '2026-05-08'],
  ])('%s', (_, due, expected) => expect(due).toBe(expected));

  it('are not told where the bank holidays are not known', () => {
    expect(papersDueOn(day('2090-06-24'), ENGLAND_AND_WALES)).toBeNull();
    expect(decisionDueOn(day('2090-06-24'), ENGLAND_AND_WALES)).toBeNull();
  });
});

describe('gaps of a calendar', () => {
  const today = day('2026-05-15');
  const horizon = day('2026-09-15');
  it.each<[string, string[], [string, string | null][]]>([
    ['none at all', [], [['2026-05-15', null]]],
    ['monthly', ['2026-05-12', '2026-06-12', '2026-07-12', '2026-08-12', '2026-09-12'], []],
    ['a day more than a month', ['2026-05-12', '2026-06-13', '2026-07-13', '2026-08-13', '2026-09-13'], [['2026-05-12', '2026-06-13']]],
    ['to the end of a shorter month', ['2026-05-10', '2026-05-31', '2026-06-30', '2026-07-30', '2026-08-30'], []],
    ['nothing after July', ['2026-05-12', '2026-06-12', '2026-07-12'], [['2026-07-12', null]]],
    ['one far beyond', ['2026-05-12', '2026-06-12', '2026-11-02'], [['2026-06-12', '2026-11-02']]],
  ])('%s', (_, days, expected) => {
    expect(panelGaps(days.map(day), today, horizon).map(({ from, to }) => [from, to])).toEqual(expected);
  });

  it('are none where panels are no more than 28 days apart, whatever their order', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 20 }), (steps) => {
      let at = today;
      const days = steps.map((step) => (at = addDays(at, step)));
      expect(panelGaps([...days].reverse(), today, at)).toEqual([]);
    }));
  });

  it('begin and end at places of a day', () => {
    expect([1, 2, 3, 6].map((slot) => slotTime('09:30', 45, slot))).toEqual(['09:30', '10:15', '11:00', '13:15']);
  });
});

describe('the steps of an item', () => {
  const today = day('2026-06-20');
  const item: ItemFacts = { status: 'CONFIRMED', meetsOn: day('2026-06-18'), recommendation: null, minutesFinalOn: null, today };
  const heard: ItemFacts = { ...item, status: 'HEARD', recommendation: 'RECOMMENDED' };
  it.each<[string, unknown, boolean]>([
    ['a match is heard', refusesHearing(item, null), true],
    ['a provisional one too', refusesHearing({ ...item, status: 'PROVISIONAL' }, null), true],
    ['before its day', refusesHearing({ ...item, meetsOn: day('2026-06-21') }, null), false],
    ['twice', refusesHearing(heard, null), false],
    ['an approval at the panel', refusesHearing(item, 'AT_PANEL'), true],
    ['an approval still in stage two', refusesHearing(item, 'STAGE2'), false],
    ['minutes on the day', refusesMinutes(heard, day('2026-06-18')), true],
    ['minutes before the panel', refusesMinutes(heard, day('2026-06-17')), false],
    ['minutes in the future', refusesMinutes(heard, day('2026-06-21')), false],
    ['minutes without a recommendation', refusesMinutes(item, today), false],
    ['minutes twice', refusesMinutes({ ...heard, minutesFinalOn: today }, today), false],
    ['a decision', refusesDecision({ ...heard, minutesFinalOn: day('2026-06-19') }, today), true],
    ['a decision against the panel', refusesDecision({ ...heard, recommendation: 'NOT_RECOMMENDED', minutesFinalOn: today }, today), true],
    ['a decision before the minutes', refusesDecision(heard, today), false],
    ['a decision dated before them', refusesDecision({ ...heard, minutesFinalOn: today }, day('2026-06-19')), false],
    ['a decision on what was deferred', refusesDecision({ ...heard, recommendation: 'DEFERRED', minutesFinalOn: today }, today), false],
  ])('%s', (_, refusal, expected) => expect(refusal === null).toBe(expected));

  it.each<['APPROVED' | 'NOT_APPROVED', HouseholdState, string]>([
    ['APPROVED', 'AT_PANEL', 'APPROVED'], ['NOT_APPROVED', 'AT_PANEL', 'QUALIFYING_DETERMINATION'],
    ['APPROVED', 'QUALIFYING_DETERMINATION', 'APPROVED'], ['NOT_APPROVED', 'QUALIFYING_DETERMINATION', 'REFUSED'],
  ])('%s of a household at %s is %s', (outcome, state, event) => expect(eventOfApproval(outcome, state)).toBe(event));

  it('a match that fails ends by whose word it failed', () => {
    expect([endOfMatch('NOT_RECOMMENDED'), endOfMatch('RECOMMENDED')]).toEqual(['PANEL_NOT_RECOMMENDED', 'ADM_NOT_APPROVED']);
  });
});
