import { ENGLAND_AND_WALES } from '../dates/bank-holidays';
import { isoDate, type IsoDate } from '../dates/iso-date';
import { clocksOf } from './clocks-of';
import type { ChildClockFacts } from './facts';
import type { ClockCode } from './rules';

const NOTHING: ChildClockFacts = {
  kind: 'CHILD', dateOfBirth: null, enteredCareOn: null, consideredOn: null, admDecidedOn: null, poAppliedOn: null, authorityOn: null, authorityType: null, authorityRevokedOn: null,
  widenedOn: null, widenWaits: null, proposedOn: null, matchedOn: null, placedOn: null, endedOn: null, reviews: [], placementReviews: [], placements: [],
};
type Days = Partial<Record<Exclude<keyof ChildClockFacts, 'reviews' | 'placementReviews' | 'widenWaits' | 'kind' | 'placements'>, string>> & { reviews?: string[]; placementReviews?: string[]; placements?: { from: string; to: string | null }[]; widenWaits?: ChildClockFacts['widenWaits'] };
const day = (text: string): IsoDate => isoDate(text);

/** The clocks of one code, as due day, state and days over. */
const short = (code: ClockCode, facts: Days, today: string) => clocksOf({ ...NOTHING, ...facts } as ChildClockFacts, ENGLAND_AND_WALES, day(today))
  .filter((clock) => clock.code === code).map(({ dueOn, state, daysOver, daysLeft }) => [dueOn, state, daysOver ?? daysLeft]);

// Every day reckoned by hand on a calendar.
describe('a child’s clocks', () => {
  it.each<[string, ClockCode, Days, string, unknown[][]]>([
    ['plan for permanence, four months without reviews', 'PERMANENCE_PLAN', { enteredCareOn: '2025-10-31' }, '2026-02-28', [['2026-02-28', 'RUNNING', 0]]],
    ['the same in a leap year, a day late', 'PERMANENCE_PLAN', { enteredCareOn: '2023-10-31' }, '2024-03-01', [['2024-02-29', 'OVERDUE', 1]]],
    ['plan at the second review', 'PERMANENCE_PLAN', { enteredCareOn: '2026-01-05', reviews: ['2026-02-01', '2026-06-20'], consideredOn: '2026-06-20' }, '2026-07-01', [['2026-06-20', 'DONE', null]]],
    ['plan at the third review', 'PERMANENCE_PLAN', { enteredCareOn: '2026-01-05', reviews: ['2026-06-30', '2026-02-01', '2026-04-20'], consideredOn: '2026-06-30' }, '2026-07-01', [['2026-04-20', 'DONE_LATE', 71]]],
    ['a plan before the second review', 'PERMANENCE_PLAN', { enteredCareOn: '2026-01-05', reviews: ['2026-02-01'], consideredOn: '2026-02-01' }, '2026-07-01', [['2026-05-05', 'DONE', null]]],
    ['reviews in a placement are none of the plan’s', 'PERMANENCE_PLAN', { enteredCareOn: '2025-01-05', reviews: ['2025-02-01'], placementReviews: ['2026-02-10', '2026-05-10'], consideredOn: '2025-04-20' }, '2026-07-01', [['2025-05-05', 'DONE', null]]],
    ['no plan of a child whose care has no day', 'PERMANENCE_PLAN', {}, '2026-07-01', []],

    ['decision from the review', 'ADM_DECISION', { consideredOn: '2025-12-31' }, '2026-02-28', [['2026-02-28', 'RUNNING', 0]]],
    ['decision a day late', 'ADM_DECISION', { consideredOn: '2026-01-10', admDecidedOn: '2026-03-11' }, '2026-04-01', [['2026-03-10', 'DONE_LATE', 1]]],
    ['no decision yet', 'ADM_DECISION', { consideredOn: '2026-01-10' }, '2026-04-01', [['2026-03-10', 'OVERDUE', 22]]],
    ['no clock before adoption is the plan', 'ADM_DECISION', { enteredCareOn: '2026-01-10' }, '2026-04-01', []],

    ['application at once', 'PO_APPLICATION', { admDecidedOn: '2026-03-10' }, '2026-03-12', [['2026-03-10', 'OVERDUE', 2]]],
    ['application made', 'PO_APPLICATION', { admDecidedOn: '2026-03-10', poAppliedOn: '2026-03-10' }, '2026-03-12', [['2026-03-10', 'DONE', null]]],
    ['no application with consent', 'PO_APPLICATION', { admDecidedOn: '2026-03-10', authorityOn: '2026-03-20', authorityType: 'CONSENT' }, '2026-03-22', []],
    ['no clock of an application whose day nobody recorded', 'PO_APPLICATION', { admDecidedOn: '2026-03-10', authorityOn: '2026-06-20', authorityType: 'PO' }, '2026-07-22', []],

    ['widening', 'WIDEN_SEARCH', { admDecidedOn: '2025-11-30' }, '2026-03-02', [['2026-02-28', 'OVERDUE', 2]]],
    ['widening rests while a local match is pursued', 'WIDEN_SEARCH', { admDecidedOn: '2025-11-30', widenWaits: { since: day('2026-02-18'), because: 'LOCAL_MATCH' } }, '2026-03-02', [['2026-02-28', 'PAUSED', 10]]],
    ['widened', 'WIDEN_SEARCH', { admDecidedOn: '2025-11-30', widenedOn: '2025-12-10' }, '2026-03-02', [['2026-02-28', 'DONE', null]]],
    ['nothing to widen after a match', 'WIDEN_SEARCH', { admDecidedOn: '2025-11-30', matchedOn: '2026-01-10' }, '2026-03-02', []],

    ['match in six months', 'MATCH_AT_PANEL', { admDecidedOn: '2025-08-31' }, '2026-02-28', [['2026-02-28', 'RUNNING', 0]]],
    ['match in six months, leap year', 'MATCH_AT_PANEL', { admDecidedOn: '2023-08-31', matchedOn: '2024-03-01' }, '2026-02-28', [['2024-02-29', 'DONE_LATE', 1]]],
    ['the panel’s day counts, not the match’s', 'MATCH_AT_PANEL', { admDecidedOn: '2025-08-31', proposedOn: '2026-02-28', matchedOn: '2026-03-05' }, '2026-03-28', [['2026-02-28', 'DONE', null]]],
    ['relinquished, five months old', 'MATCH_AT_PANEL', { dateOfBirth: '2025-12-02', admDecidedOn: '2026-06-01', authorityType: 'CONSENT', authorityOn: '2026-06-01' }, '2026-06-02', [['2026-09-01', 'RUNNING', 91]]],
    ['relinquished, six months old', 'MATCH_AT_PANEL', { dateOfBirth: '2025-12-01', admDecidedOn: '2026-06-01', authorityType: 'CONSENT', authorityOn: '2026-06-01' }, '2026-06-02', [['2026-12-01', 'RUNNING', 182]]],
    ['young, with a placement order', 'MATCH_AT_PANEL', { dateOfBirth: '2025-12-02', admDecidedOn: '2026-06-01', authorityType: 'PO', authorityOn: '2026-06-01' }, '2026-06-02', [['2026-12-01', 'RUNNING', 182]]],
    ['nothing after the plan changed', 'MATCH_AT_PANEL', { admDecidedOn: '2025-08-31', endedOn: '2026-01-01' }, '2026-03-28', []],

    ['first review with authority', 'REVIEW_WITH_AUTHORITY', { authorityOn: '2025-11-30' }, '2026-03-01', [['2026-02-28', 'OVERDUE', 1]]],
    ['then every six months from the one before', 'REVIEW_WITH_AUTHORITY', { authorityOn: '2025-11-30', reviews: ['2025-10-01', '2026-02-10', '2026-08-12'] }, '2026-09-12',
      [['2026-02-28', 'DONE', null], ['2026-08-10', 'DONE_LATE', 2], ['2027-02-12', 'RUNNING', 153]]],
    ['until placed', 'REVIEW_WITH_AUTHORITY', { authorityOn: '2025-11-30', reviews: ['2026-02-10', '2026-06-12'], placements: [{ from: '2026-05-01', to: null }] }, '2026-09-12', [['2026-02-28', 'DONE', null]]],
    // AAR 36(1) asks again once a child is placed no more: six months from the placement's own last review, or at once where that is over.
    ['again after a disruption, from the last review of the placement', 'REVIEW_WITH_AUTHORITY', { authorityOn: '2025-11-30', reviews: ['2026-02-10'], placementReviews: ['2026-05-28', '2026-08-20'], placements: [{ from: '2026-05-01', to: '2026-09-01' }] }, '2026-09-12',
      [['2026-02-28', 'DONE', null], ['2027-02-20', 'RUNNING', 161]]],
    ['and then as before', 'REVIEW_WITH_AUTHORITY', { authorityOn: '2025-11-30', reviews: ['2026-02-10', '2026-12-01'], placementReviews: ['2026-08-20'], placements: [{ from: '2026-05-01', to: '2026-09-01' }] }, '2026-12-12',
      [['2026-02-28', 'DONE', null], ['2027-02-20', 'DONE', null], ['2027-06-01', 'RUNNING', 171]]],
    ['at once where six months have passed', 'REVIEW_WITH_AUTHORITY', { authorityOn: '2025-11-30', reviews: ['2026-01-10'], placements: [{ from: '2026-02-01', to: '2026-09-01' }] }, '2026-09-03', [['2026-02-28', 'DONE', null], ['2026-09-01', 'OVERDUE', 2]]],
    ['at once where no review was ever held', 'REVIEW_WITH_AUTHORITY', { authorityOn: '2025-11-30', placements: [{ from: '2026-02-01', to: '2026-09-01' }] }, '2026-09-03', [['2026-09-01', 'OVERDUE', 2]]],
    ['within three months of the authority after a short placement', 'REVIEW_WITH_AUTHORITY', { authorityOn: '2025-11-30', placements: [{ from: '2025-12-20', to: '2026-01-20' }] }, '2026-02-01', [['2026-02-28', 'RUNNING', 27]]],
    ['not while placed a second time', 'REVIEW_WITH_AUTHORITY', { authorityOn: '2025-11-30', reviews: ['2026-02-10'], placements: [{ from: '2026-03-01', to: '2026-05-01' }, { from: '2026-07-01', to: null }] }, '2026-12-12', [['2026-02-28', 'DONE', null]]],
    ['until revoked', 'REVIEW_WITH_AUTHORITY', { authorityOn: '2025-11-30', authorityRevokedOn: '2026-01-15' }, '2026-09-12', []],
  ])('%s', (_, code, facts, today, expected) => expect(short(code, facts, today)).toEqual(expected));

  it('tell nothing of a child of whom nothing is recorded', () => {
    expect(clocksOf(NOTHING, ENGLAND_AND_WALES, day('2026-11-22'))).toEqual([]);
  });

  it('do not know what has not happened yet', () => {
    expect(short('MATCH_AT_PANEL', { admDecidedOn: '2026-03-01', matchedOn: '2026-08-01' }, '2026-07-01')).toEqual([['2026-09-01', 'RUNNING', 62]]);
    expect(short('MATCH_AT_PANEL', { admDecidedOn: '2026-03-01' }, '2026-02-01')).toEqual([]);
  });
});
