import { NO_HOUSEHOLD_DATES, type HouseholdDates } from '../adopters/states';
import { NO_DATES, type ChildDates } from '../children/states';
import { ENGLAND_AND_WALES } from '../dates/bank-holidays';
import { isoDate } from '../dates/iso-date';
import { childClockFacts, type ChildSurroundings, type Step } from './child-facts';
import { clocksOf } from './clocks-of';
import { householdClockFacts, type HouseholdStep } from './household-facts';

const ALONE: ChildSurroundings = { dateOfBirth: null, searchStartedOn: null, widensOn: null, searchPausedOn: null, linkedSince: null, proposedOn: null, placementReviews: [] };
const step = (event: string, onDate: string): Step => ({ event, onDate: isoDate(onDate) });
const childFacts = (dates: Record<string, string>, history: Step[] = [], beside: Partial<Record<keyof ChildSurroundings, string | string[]>> = {}) =>
  childClockFacts({ ...NO_DATES, ...dates } as ChildDates, history, { ...ALONE, ...beside } as ChildSurroundings);

describe('a child’s facts', () => {
  it('take the plan that was decided on, not one that was given up', () => {
    const given = [step('ADOPTION_CONSIDERED', '2025-01-10'), step('ADOPTION_NOT_PURSUED', '2025-02-01'), step('ADOPTION_CONSIDERED', '2025-06-01')];
    expect(childFacts({ admDecidedOn: '2025-07-01' }, given).consideredOn).toBe('2025-06-01');
    expect(childFacts({}, given.slice(0, 2)).consideredOn).toBeNull();
    // A second decision stands on no review that is recorded: no clock, rather than one from the first plan.
    expect(childFacts({ admDecidedOn: '2026-07-01' }, [step('ADOPTION_CONSIDERED', '2025-01-10'), step('ADM_DECIDED', '2025-02-01'), step('PLAN_CHANGED', '2025-09-01')]).consideredOn).toBeNull();
  });

  it('take application and proposal since the decision that stands', () => {
    const history = [step('PO_APPLIED', '2025-02-01'), step('MATCHED', '2025-03-01'), step('PLAN_CHANGED', '2025-09-01')];
    expect(childFacts({ admDecidedOn: '2026-01-01' }, history)).toMatchObject({ poAppliedOn: null, proposedOn: null });
    expect(childFacts({ admDecidedOn: '2025-01-15' }, history)).toMatchObject({ poAppliedOn: '2025-02-01', proposedOn: '2025-03-01' });
    expect(childFacts({ admDecidedOn: '2025-01-15' }, history, { proposedOn: '2025-02-20' }).proposedOn).toBe('2025-02-20');
  });

  it.each([
    ['shown from the start', { searchStartedOn: '2026-01-05' }, '2026-01-05', null],
    ['kept local first', { searchStartedOn: '2026-01-05', widensOn: '2026-02-05' }, '2026-02-05', null],
    ['not searched for', {}, null, null],
    ['a link is open', { searchStartedOn: '2026-01-05', linkedSince: '2026-01-20', searchPausedOn: '2026-01-21' }, '2026-01-05', 'LINK_OPEN'],
    ['the search is paused', { searchPausedOn: '2026-01-21' }, null, 'SEARCH_PAUSED'],
  ])('know when the search widened: %s', (_, beside, widenedOn, because) => {
    const facts = childFacts({}, [], beside);
    expect([facts.widenedOn, facts.widenWaits?.because ?? null]).toEqual([widenedOn, because]);
  });

  it('end with the placement, and begin again with the search', () => {
    const way = { enteredCareOn: '2025-01-01', admDecidedOn: '2025-05-01', authorityOn: '2025-08-01', authorityType: 'PO' };
    const history = [step('MATCHED', '2025-10-01'), step('PLACED', '2025-11-01')];
    const codes = (dates: Record<string, string>) => clocksOf(childFacts(dates, history), ENGLAND_AND_WALES, isoDate('2026-06-01')).map(({ code, state }) => `${code} ${state}`);
    expect(codes({ ...way, matchedOn: '2025-10-01', placedOn: '2025-11-01' })).toEqual(['PERMANENCE_PLAN DONE', 'MATCH_AT_PANEL DONE']);
    expect(codes(way)).toEqual(['PERMANENCE_PLAN DONE', 'WIDEN_SEARCH OVERDUE', 'MATCH_AT_PANEL DONE', 'REVIEW_WITH_AUTHORITY OVERDUE']);
  });

  it('know the times in which the child was placed, from the history and the dates that stand', () => {
    const placed = (dates: Record<string, string>, ...history: Step[]) => childFacts(dates, history).placements;
    const [first, ended, second] = [step('PLACED', '2025-11-01'), step('DISRUPTED', '2026-03-01'), step('PLACED_BY_AGREEMENT', '2026-06-01')];
    expect(placed({}, first, ended)).toEqual([{ from: '2025-11-01', to: '2026-03-01' }]);
    expect(placed({ placedOn: '2025-11-01', disruptedOn: '2026-03-01' }, first, ended)).toEqual([{ from: '2025-11-01', to: '2026-03-01' }]);
    expect(placed({ placedOn: '2026-06-01' }, first, ended, second)).toEqual([{ from: '2025-11-01', to: '2026-03-01' }, { from: '2026-06-01', to: null }]);
    expect(placed({ placedOn: '2026-06-01' })).toEqual([{ from: '2026-06-01', to: null }]);
  });

  it('keep the reviews of placements beside the child’s own', () => {
    expect(childFacts({}, [step('REVIEWED', '2026-04-01')], { placementReviews: ['2025-11-28', '2026-02-10'] })).toMatchObject({ reviews: ['2026-04-01'], placementReviews: ['2025-11-28', '2026-02-10'] });
  });
});

describe('a household’s facts', () => {
  const of = (dates: Record<string, string>, history: (Partial<HouseholdStep> & Step)[] = [], mayBeShown = true) =>
    householdClockFacts({ ...NO_HOUSEHOLD_DATES, ...dates } as HouseholdDates, history.map((one) => ({ code: null, askedBy: null, untilOn: null, ...one })), { offeredOn: null, widensOn: null, mayBeShown, linkedSince: null, provisionalPanelOn: null });

  it('take holds from the history, with whose wish they were', () => {
    const history: (Partial<HouseholdStep> & Step)[] = [{ ...step('PUT_ON_HOLD', '2026-02-01'), code: 'HEALTH', askedBy: 'ADOPTERS' }, step('RESUMED', '2026-03-01'), { ...step('PUT_ON_HOLD', '2026-05-01'), code: 'STAFFING', askedBy: 'AGENCY' }];
    expect(of({ onHoldSince: '2026-05-01' }, history).pauses).toEqual([
      { from: '2026-02-01', to: '2026-03-01', cause: 'HEALTH', isTheirs: true }, { from: '2026-05-01', to: null, cause: 'STAFFING', isTheirs: false },
    ]);
  });

  it('read a hold that a file brought as a way of leaving (trap 29)', () => {
    const facts = of({ stage1StartedOn: '2026-01-10', leftOn: '2026-02-01', leftReason: '2' });
    expect([facts.leftOn, facts.pauses]).toEqual([null, [{ from: '2026-02-01', to: null, cause: 'ON_HOLD', isTheirs: false }]]);
    expect(of({ leftOn: '2026-02-01', leftReason: '1' })).toMatchObject({ leftOn: '2026-02-01', pauses: [] });
  });

  it('take extensions, reviews and the notice against approval', () => {
    const facts = of({ approvedOn: '2025-01-01' }, [
      { ...step('STAGE2_EXTENDED', '2026-02-01'), code: 'HEALTH', untilOn: isoDate('2026-06-01') }, step('APPROVAL_REVIEWED', '2026-01-01'), step('QUALIFYING_DETERMINATION', '2026-03-01'), step('INDEPENDENT_REVIEW', '2026-03-10'),
    ], false);
    expect(facts).toMatchObject({
      extensions: [{ stage: 'TWO', decidedOn: '2026-02-01', until: '2026-06-01', because: 'HEALTH' }], reviews: ['2026-01-01'], determinationOn: '2026-03-01', reviewAskedOn: '2026-03-10', widenWaits: { since: '2025-01-01', because: 'NO_CONSENT' },
    });
  });
});
