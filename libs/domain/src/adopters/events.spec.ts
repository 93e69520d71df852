import * as fc from 'fast-check';
import { DomainError } from '../errors';
import { addDays } from '../dates/day-count';
import { clocksOf } from '../clocks/clocks-of';
import { householdClockFacts } from '../clocks/household-facts';
import { ENGLAND_AND_WALES } from '../dates/bank-holidays';
import { isoDate } from '../dates/iso-date';
import { householdDatesAfter, HOUSEHOLD_EVENT_NAMES, nextHousehold } from './events';
import type { HouseholdEvent, HouseholdEventFacts } from './events';
import { isListed } from './household-card';
import { householdJourney } from './journey';
import { availabilityOf, deriveHouseholdState, HOUSEHOLD_STATES, NO_HOUSEHOLD_DATES } from './states';
import type { HouseholdDates, HouseholdState } from './states';

const today = isoDate('2026-11-21');
const dates: HouseholdDates = { ...NO_HOUSEHOLD_DATES, enquiryOn: isoDate('2025-06-01'), stage1StartedOn: isoDate('2025-07-31'), stage1EndedOn: isoDate('2025-09-20'), stage2StartedOn: isoDate('2025-10-31') };
const after = (state: HouseholdState, event: HouseholdEvent, onDate: string, over: Partial<HouseholdDates> = {}, said: Partial<HouseholdEventFacts> = {}) => {
  const result = nextHousehold(state, event, { dates: { ...dates, ...over }, onDate: isoDate(onDate), reason: null, today, ...said });
  return result instanceof DomainError ? result.code : result;
};

describe('the household state machine (domain.md 2.3)', () => {
  it.each([
    ['ROI_SUBMITTED', after('ROI_SUBMITTED', 'STAGE1_STARTED', '2025-07-31'), 'STAGE1'],
    ['fast track has no stage one', after('ENQUIRY', 'FAST_TRACKED', '2025-07-31'), 'STAGE2'],
    ['no approval without the panel', after('STAGE2', 'APPROVED', '2026-01-01'), 'GUARD_FAILED'],
    ['approval', after('AT_PANEL', 'APPROVED', '2026-01-01'), 'APPROVED'],
    ['approval before stage two', after('AT_PANEL', 'APPROVED', '2025-10-30'), 'GUARD_FAILED'],
    ['hold needs a reason of the list', after('STAGE2', 'PUT_ON_HOLD', '2026-01-01', {}, { reason: 'Illness', askedBy: 'ADOPTERS' }), 'INVALID_INPUT'],
    ['and who asked', after('STAGE2', 'PUT_ON_HOLD', '2026-01-01', {}, { code: 'HEALTH' }), 'INVALID_INPUT'],
    ['and words where it is none of the list', after('STAGE2', 'PUT_ON_HOLD', '2026-01-01', {}, { code: 'OTHER', askedBy: 'ADOPTERS' }), 'INVALID_INPUT'],
    ['hold', after('STAGE2', 'PUT_ON_HOLD', '2026-01-01', {}, { code: 'HEALTH', askedBy: 'AGENCY' }), 'ON_HOLD'],
    ['stage one is extended for the agency’s reasons too', after('STAGE1', 'STAGE1_EXTENDED', '2026-01-01', {}, { code: 'STAFFING', askedBy: 'AGENCY', untilOn: isoDate('2026-03-01') }), 'STAGE1'],
    ['stage two is not (AAR 30B(2))', after('STAGE2', 'STAGE2_EXTENDED', '2026-01-01', {}, { code: 'STAFFING', askedBy: 'AGENCY', untilOn: isoDate('2026-03-01') }), 'INVALID_INPUT'],
    ['stage two at their request', after('AT_PANEL', 'STAGE2_EXTENDED', '2026-01-01', {}, { code: 'HEALTH', askedBy: 'ADOPTERS', untilOn: isoDate('2026-03-01') }), 'AT_PANEL'],
    ['an extension ends later', after('STAGE1', 'STAGE1_EXTENDED', '2026-01-01', {}, { code: 'CHECKS', askedBy: 'AGENCY', untilOn: isoDate('2026-01-01') }), 'INVALID_INPUT'],
    ['a review of another list', after('APPROVED', 'APPROVAL_REVIEWED', '2026-01-01', {}, { code: 'HEALTH' }), 'INVALID_INPUT'],
    ['a review and its outcome', after('LINKED', 'APPROVAL_REVIEWED', '2026-01-01', {}, { code: 'CONTINUES' }), 'LINKED'],
    ['refused while they may still answer the notice', after('QUALIFYING_DETERMINATION', 'REFUSED', '2026-05-01', {}, { reason: 'x', answerableUntil: isoDate('2026-05-01') }), 'GUARD_FAILED'],
    ['refused after that', after('QUALIFYING_DETERMINATION', 'REFUSED', '2026-05-02', {}, { reason: 'x', answerableUntil: isoDate('2026-05-01') }), 'LEFT'],
    ['approved after the review was heard', after('QUALIFYING_DETERMINATION', 'APPROVED', '2026-05-02'), 'APPROVED'],
    ['back from hold', after('ON_HOLD', 'RESUMED', '2026-03-01', { onHoldSince: isoDate('2026-01-01') }), 'STAGE2'],
    ['back from a hold that a file brought as a leaving reason', after('ON_HOLD', 'RESUMED', '2026-03-01', { leftOn: isoDate('2026-01-01'), leftReason: '2' }), 'STAGE2'],
    ['match before approval', after('STAGE2', 'MATCHED', '2026-03-01'), 'GUARD_FAILED'],
    ['disruption goes back', after('PLACED', 'DISRUPTED', '2026-10-01', { placedOn: isoDate('2026-09-01') }, { reason: 'x' }), 'APPROVED'],
    ['future', after('AT_PANEL', 'APPROVED', '2026-11-22'), 'INVALID_INPUT'],
  ])('%s', (_, result, expected) => expect(result).toBe(expected));

  it('keeps states and dates in step', () => {
    const steps = fc.array(fc.record({ event: fc.constantFrom(...HOUSEHOLD_EVENT_NAMES), days: fc.nat(40), code: fc.constantFrom('HEALTH', 'CONTINUES', 'SUITABLE') }), { maxLength: 40 });
    fc.assert(fc.property(steps, (path) => {
      let [state, held, day]: [HouseholdState, HouseholdDates, ReturnType<typeof isoDate>] = ['ENQUIRY', { ...NO_HOUSEHOLD_DATES, enquiryOn: isoDate('2020-01-01') }, isoDate('2020-01-01')];
      for (const { event, days, code } of path) {
        const onDate = addDays(day, days);
        const result = nextHousehold(state, event, { dates: held, onDate, reason: 'why', code, askedBy: 'ADOPTERS', untilOn: addDays(onDate, 30), today: isoDate('2030-01-01') });
        if (result instanceof DomainError) continue;
        [state, held, day] = [result, householdDatesAfter(held, event, onDate), onDate];
        expect(deriveHouseholdState(held, state)).toBe(state);
      }
    }), { numRuns: 300 });
  });
});

describe('availability', () => {
  it.each<[HouseholdState, 'AVAILABLE' | 'NOT_AVAILABLE' | null, boolean, boolean | null]>([
    ['APPROVED', null, false, true],
    ['APPROVED', 'NOT_AVAILABLE', false, false],
    ['STAGE2', null, true, null],
    ['STAGE2', 'AVAILABLE', true, null],
    ['STAGE2', null, false, false],
    ['AT_PANEL', null, true, null],
    ['MATCHED', 'AVAILABLE', true, false],
  ])('%s recorded %s, panel date %s: %s', (state, recorded, panel, expected) =>
    expect(availabilityOf(state, recorded, panel ? today : null)).toBe(expected));

  it('never lists outside without the adopters\' consent', () => {
    const household = { reference: 'X', regionBand: 'N', kind: null, availability: null, provisionalPanelOn: null, ageMinMonths: null, ageMaxMonths: null, maxChildren: null, sexPreference: null, accepts: {}, earlyPermanence: null, heritage: null, experience: null };
    for (const state of HOUSEHOLD_STATES) for (const shareConsent of [false, null]) expect(isListed({ ...household, state, shareConsent })).toBe(false);
    expect(isListed({ ...household, state: 'APPROVED', shareConsent: true })).toBe(true);
  });
});

describe("a household's timeline", () => {
  it('runs both clocks in calendar months and expects the decision, not the panel', () => {
    const facts = householdClockFacts(dates, [], { offeredOn: null, widensOn: null, mayBeShown: true, linkedSince: null, provisionalPanelOn: null });
    const lines = householdJourney(dates, [{ event: 'AT_PANEL', onDate: isoDate('2026-02-01'), reason: null }], 'AT_PANEL', clocksOf(facts, ENGLAND_AND_WALES, today));
    expect(lines.map(({ event, target }) => [event, target])).toEqual([
      ['ENQUIRY', null], ['STAGE1_STARTED', null], ['STAGE1_PASSED', '2025-09-30'], ['STAGE2_STARTED', '2026-03-20'], ['AT_PANEL', null], ['DUE_APPROVED', '2026-02-28'],
    ]);
  });
});
