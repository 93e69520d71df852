import { ENGLAND_AND_WALES } from '../dates/bank-holidays';
import { isoDate, type IsoDate } from '../dates/iso-date';
import { clocksOf } from './clocks-of';
import type { Extension, HouseholdClockFacts, HouseholdPause } from './facts';
import type { ClockCode } from './rules';

const NOTHING: HouseholdClockFacts = {
  kind: 'HOUSEHOLD', enquiryOn: null, informedOn: null, roiOn: null, stage1StartedOn: null, stage1EndedOn: null, stage2StartedOn: null, provisionalPanelOn: null, parGivenOn: null, panelOn: null, determinationOn: null,
  reviewAskedOn: null, approvedOn: null, matchingPlanOn: null, offersConfirmedOn: null, widenedOn: null, widenWaits: null, matchedOn: null, placedOn: null, leftOn: null, reviews: [], pauses: [], extensions: [],
};
type Lists = Pick<HouseholdClockFacts, 'widenWaits' | 'pauses' | 'extensions'>;
type Days = Partial<Record<Exclude<keyof HouseholdClockFacts, keyof Lists | 'reviews' | 'kind'>, string>> & Partial<Lists> & { reviews?: string[] };
const day = (text: string): IsoDate => isoDate(text);
const hold = (from: string, to: string | null, isTheirs = true): HouseholdPause => ({ from: day(from), to: to === null ? null : day(to), cause: 'ON_HOLD', isTheirs });
const more = (stage: Extension['stage'], until: string): Extension => ({ stage, decidedOn: day('2025-11-05'), until: day(until), because: 'ADOPTERS_ASKED' });
const short = (code: ClockCode, facts: Days, today: string) => clocksOf({ ...NOTHING, ...facts } as HouseholdClockFacts, ENGLAND_AND_WALES, day(today))
  .filter((clock) => clock.code === code).map(({ dueOn, state, daysOver, daysLeft }) => [dueOn, state, daysOver ?? daysLeft]);

// Every day reckoned by hand on a calendar.
describe('a household’s clocks', () => {
  it.each<[string, ClockCode, Days, string, unknown[][]]>([
    // 21 to 24 December are 4, 29 to 31 are 7, 4 to 6 January are 10.
    ['information in ten working days, over Christmas', 'INFORMATION', { enquiryOn: '2026-12-18' }, '2027-01-07', [['2027-01-06', 'OVERDUE', 1]]],
    ['information given', 'INFORMATION', { enquiryOn: '2026-12-18', informedOn: '2027-01-06' }, '2027-01-07', [['2027-01-06', 'DONE', null]]],
    ['an enquiry before the bank holidays that are known', 'INFORMATION', { enquiryOn: '2014-12-18', informedOn: '2015-01-20' }, '2026-01-07', [[null, 'DONE', null]]],
    ['answer in five working days, over Easter', 'ROI_RESPONSE', { roiOn: '2026-04-01' }, '2026-04-10', [['2026-04-10', 'RUNNING', 0]]],
    ['answered by a fast track', 'ROI_RESPONSE', { roiOn: '2026-04-01', stage2StartedOn: '2026-04-13' }, '2026-04-20', [['2026-04-10', 'DONE_LATE', 3]]],

    ['stage one in two months, from a month’s end', 'STAGE_ONE', { stage1StartedOn: '2025-12-31' }, '2026-02-28', [['2026-02-28', 'RUNNING', 0]]],
    ['stage one in a leap year, a day late', 'STAGE_ONE', { stage1StartedOn: '2023-12-31', stage1EndedOn: '2024-03-01' }, '2026-02-28', [['2024-02-29', 'DONE_LATE', 1]]],
    ['stage one with more time', 'STAGE_ONE', { stage1StartedOn: '2025-12-31', extensions: [more('ONE', '2026-03-31'), more('TWO', '2026-09-30')] }, '2026-03-01', [['2026-03-31', 'RUNNING', 30]]],
    ['an extension to an earlier day gives none', 'STAGE_ONE', { stage1StartedOn: '2025-12-31', extensions: [more('ONE', '2026-02-01')] }, '2026-03-01', [['2026-02-28', 'OVERDUE', 1]]],
    ['stage one on hold keeps what was left', 'STAGE_ONE', { stage1StartedOn: '2025-12-31', pauses: [hold('2026-02-18', null)] }, '2026-05-01', [['2026-02-28', 'PAUSED', 10]]],
    ['and goes on with it', 'STAGE_ONE', { stage1StartedOn: '2025-12-31', pauses: [hold('2026-02-18', '2026-05-01')] }, '2026-05-01', [['2026-05-11', 'RUNNING', 10]]],
    ['a hold that came after the day changes nothing', 'STAGE_ONE', { stage1StartedOn: '2025-12-31', pauses: [hold('2026-03-18', null)] }, '2026-05-01', [['2026-02-28', 'OVERDUE', 62]]],
    ['done on hold, the hold left out', 'STAGE_ONE', { stage1StartedOn: '2025-12-31', pauses: [hold('2026-02-18', null)], stage1EndedOn: '2026-05-01' }, '2026-05-02', [['2026-05-11', 'DONE', null]]],
    ['no stage one on a fast track', 'STAGE_ONE', { roiOn: '2026-01-01', stage2StartedOn: '2026-02-01' }, '2026-05-01', []],
    ['nor a total', 'STATUTORY_TOTAL', { roiOn: '2026-01-01', stage2StartedOn: '2026-02-01' }, '2026-05-01', []],
    ['nor one of a household that left', 'STAGE_ONE', { stage1StartedOn: '2025-12-31', leftOn: '2026-01-20' }, '2026-05-01', []],

    ['six months to give notice', 'GAP', { stage1EndedOn: '2025-08-31' }, '2026-03-01', [['2026-02-28', 'OVERDUE', 1]]],
    ['notice given', 'GAP', { stage1EndedOn: '2025-08-31', stage2StartedOn: '2026-02-28' }, '2026-03-01', [['2026-02-28', 'DONE', null]]],

    ['stage two in four months of the notice', 'STAGE_TWO', { stage2StartedOn: '2025-10-31' }, '2026-02-28', [['2026-02-28', 'RUNNING', 0]]],
    ['it stops at the decision, not at the panel', 'STAGE_TWO', { stage2StartedOn: '2025-10-31', panelOn: '2026-02-27', approvedOn: '2026-03-03' }, '2026-03-28', [['2026-02-28', 'DONE_LATE', 3]]],
    ['the determination against approval is the decision', 'STAGE_TWO', { stage2StartedOn: '2025-10-31', determinationOn: '2026-02-20', approvedOn: '2026-06-03' }, '2026-06-28', [['2026-02-28', 'DONE', null]]],
    ['longer at the adopters’ request', 'STAGE_TWO', { stage2StartedOn: '2025-10-31', extensions: [more('TWO', '2026-05-31')], approvedOn: '2026-05-31' }, '2026-06-28', [['2026-05-31', 'DONE', null]]],
    // A day that people name when they extend takes the pauses before into account already.
    ['longer to a day, after a hold', 'STAGE_TWO', { stage2StartedOn: '2025-06-30', pauses: [hold('2025-08-01', '2025-09-01')], extensions: [more('TWO', '2026-01-15')] }, '2026-01-16', [['2026-01-15', 'OVERDUE', 1]]],
    ['longer to a day, with a hold since', 'STAGE_TWO', { stage2StartedOn: '2025-06-30', pauses: [hold('2025-11-15', '2025-11-25')], extensions: [more('TWO', '2026-01-15')] }, '2026-01-16', [['2026-01-25', 'RUNNING', 9]]],
    ['a hold that gave more time than the extension', 'STAGE_TWO', { stage2StartedOn: '2025-06-30', pauses: [hold('2025-08-01', '2025-09-01')], extensions: [more('TWO', '2025-11-15')] }, '2025-11-30', [['2025-11-30', 'RUNNING', 0]]],
    ['on hold at their request', 'STAGE_TWO', { stage2StartedOn: '2025-10-31', pauses: [hold('2025-12-01', '2025-12-11')] }, '2026-03-10', [['2026-03-10', 'RUNNING', 0]]],
    ['the agency’s own reasons stop nothing', 'STAGE_TWO', { stage2StartedOn: '2025-10-31', pauses: [hold('2025-12-01', '2025-12-11', false)] }, '2026-03-10', [['2026-02-28', 'OVERDUE', 10]]],
    ['fast track has the same four months', 'STAGE_TWO', { roiOn: '2025-10-01', stage2StartedOn: '2025-10-31' }, '2026-02-27', [['2026-02-28', 'RUNNING', 1]]],

    // 1 January + 6 months is 1 July; the gap of 10 March to 20 April has 41 days: 11 August.
    ['both stages without the gap', 'STATUTORY_TOTAL', { stage1StartedOn: '2026-01-01', stage1EndedOn: '2026-03-10', stage2StartedOn: '2026-04-20' }, '2026-08-11', [['2026-08-11', 'RUNNING', 0]]],
    ['in the gap they rest', 'STATUTORY_TOTAL', { stage1StartedOn: '2026-01-01', stage1EndedOn: '2026-03-10' }, '2026-08-11', [['2026-07-01', 'PAUSED', 113]]],
    ['a hold within the gap counts once', 'STATUTORY_TOTAL', { stage1StartedOn: '2026-01-01', stage1EndedOn: '2026-03-10', stage2StartedOn: '2026-04-20', pauses: [hold('2026-03-20', '2026-04-10')] }, '2026-08-12', [['2026-08-11', 'OVERDUE', 1]]],
    ['the agency’s own reasons stop stage one’s days alone', 'STATUTORY_TOTAL', { stage1StartedOn: '2026-01-01', stage1EndedOn: '2026-03-10', stage2StartedOn: '2026-03-10', pauses: [hold('2026-02-01', '2026-02-06', false), hold('2026-04-01', '2026-04-11', false)] }, '2026-07-06',
      [['2026-07-06', 'RUNNING', 0]]],
    // Stage one’s extension from 1 to 31 March gives 30 days more.
    ['with an extension’s days', 'STATUTORY_TOTAL', { stage1StartedOn: '2026-01-01', extensions: [more('ONE', '2026-03-31')] }, '2026-03-15', [['2026-07-31', 'RUNNING', 138]]],

    ['the report before the panel on which they hold a place', 'PAR_GIVEN', { stage2StartedOn: '2026-09-01', provisionalPanelOn: '2026-12-04' }, '2026-11-20', [['2026-11-27', 'RUNNING', 7]]],
    // 4 and 5 January, 29 to 31 December: 28 December stands in for Boxing Day.
    ['the report before a panel after Christmas', 'PAR_GIVEN', { stage2StartedOn: '2026-09-01', provisionalPanelOn: '2027-01-06' }, '2026-12-30', [['2026-12-29', 'OVERDUE', 1]]],
    ['the report given in time', 'PAR_GIVEN', { stage2StartedOn: '2026-09-01', provisionalPanelOn: '2026-12-04', parGivenOn: '2026-11-27' }, '2026-12-08', [['2026-11-27', 'DONE', null]]],
    ['no report once the panel has met', 'PAR_GIVEN', { stage2StartedOn: '2026-09-01', provisionalPanelOn: '2026-12-04' }, '2026-12-04', []],
    ['no report before stage two', 'PAR_GIVEN', { provisionalPanelOn: '2026-12-04' }, '2026-11-20', []],
    ['five working days to comment', 'PAR_COMMENTS', { parGivenOn: '2026-11-16' }, '2026-11-20', [['2026-11-24', 'RUNNING', 4]]],
    ['a panel on the last of them', 'PAR_COMMENTS', { parGivenOn: '2026-11-16', panelOn: '2026-11-23' }, '2026-11-24', [['2026-11-24', 'TOO_EARLY', null]]],
    ['a panel after them', 'PAR_COMMENTS', { parGivenOn: '2026-11-16', panelOn: '2026-11-24' }, '2026-11-24', [['2026-11-24', 'DONE', null]]],
    // 2 March is day 1; Good Friday and Easter Monday are none: 28 April is day 40.
    ['forty working days beginning with the notice', 'INDEPENDENT_REVIEW', { determinationOn: '2026-03-02' }, '2026-04-28', [['2026-04-28', 'RUNNING', 0]]],
    ['then they are over', 'INDEPENDENT_REVIEW', { determinationOn: '2026-03-02' }, '2026-04-29', [['2026-04-28', 'DONE', null]]],
    ['asked for', 'INDEPENDENT_REVIEW', { determinationOn: '2026-03-02', reviewAskedOn: '2026-03-20' }, '2026-03-29', [['2026-04-28', 'DONE', null]]],

    ['a matching plan has no period', 'MATCHING_PLAN', { approvedOn: '2026-03-02' }, '2026-09-29', [[null, 'RUNNING', null]]],
    ['offered to the region in three months', 'WIDEN_ADOPTERS', { approvedOn: '2025-11-30' }, '2026-03-01', [['2026-02-28', 'OVERDUE', 1]]],
    ['not without consent', 'WIDEN_ADOPTERS', { approvedOn: '2025-11-30', widenWaits: { since: day('2025-11-30'), because: 'NO_CONSENT' } }, '2026-03-01', [['2026-02-28', 'PAUSED', 90]]],
    ['offers confirmed within a year', 'OFFERS', { approvedOn: '2024-02-29' }, '2025-03-01', [['2025-02-28', 'OVERDUE', 1]]],
    ['then yearly from when they were', 'OFFERS', { approvedOn: '2024-02-29', offersConfirmedOn: '2025-01-31' }, '2025-03-01', [['2026-01-31', 'RUNNING', 336]]],
    ['until a match', 'OFFERS', { approvedOn: '2024-02-29', matchedOn: '2024-12-01' }, '2025-03-01', []],
    ['review within a year, over a leap day', 'APPROVAL_REVIEW', { approvedOn: '2024-02-29' }, '2025-03-01', [['2025-02-28', 'OVERDUE', 1]]],
    ['then yearly from the one before', 'APPROVAL_REVIEW', { approvedOn: '2024-02-29', reviews: ['2025-02-10', '2026-02-11'] }, '2026-03-01', [['2025-02-28', 'DONE', null], ['2026-02-10', 'DONE_LATE', 1], ['2027-02-11', 'RUNNING', 347]]],
    ['a hold stops no review', 'APPROVAL_REVIEW', { approvedOn: '2024-02-29', pauses: [hold('2024-06-01', null)] }, '2025-03-01', [['2025-02-28', 'OVERDUE', 1]]],
    ['until a child is placed', 'APPROVAL_REVIEW', { approvedOn: '2024-02-29', placedOn: '2024-12-01' }, '2025-03-01', []],
  ])('%s', (_, code, facts, today, expected) => expect(short(code, facts, today)).toEqual(expected));

  it('say why they rest, or have more time', () => {
    const clocks = clocksOf({ ...NOTHING, stage1StartedOn: day('2025-12-31'), pauses: [hold('2026-02-18', null)], extensions: [more('ONE', '2026-03-31')] }, ENGLAND_AND_WALES, day('2026-02-20'));
    expect(clocks.map(({ code, pausedBecause, extendedBecause }) => [code, pausedBecause, extendedBecause])).toEqual([['STAGE_ONE', 'ON_HOLD', 'ADOPTERS_ASKED'], ['STATUTORY_TOTAL', 'ON_HOLD', 'ADOPTERS_ASKED']]);
  });
});
