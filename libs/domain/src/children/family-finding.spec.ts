import { DomainError } from '../errors';
import { childClockFacts } from '../clocks/child-facts';
import { clocksOf } from '../clocks/clocks-of';
import { ENGLAND_AND_WALES } from '../dates/bank-holidays';
import { isoDate } from '../dates/iso-date';
import { familyFindingAfter, nextFamilyFinding } from './family-finding';
import type { FamilyFindingFacts } from './family-finding';
import { childJourney } from './journey';
import { deriveState, leftSearchOn, NO_DATES } from './states';
import type { ChildState } from './states';

const facts = (states: readonly ChildState[], over: Partial<FamilyFindingFacts> = {}): FamilyFindingFacts => ({
  members: states.map((state) => ({ state, earlyPermanence: null })),
  reason: null, onDate: isoDate('2026-11-01'), since: null, today: isoDate('2026-11-21'), ...over,
});
const code = (result: unknown) => (result instanceof DomainError ? result.code : result);

describe('family finding', () => {
  it('opens from the decision, and before it for early permanence alone', () => {
    expect(nextFamilyFinding('NOT_STARTED', 'ACTIVE', facts(['ADM_DECIDED', 'AUTHORITY_TO_PLACE']))).toBe('ACTIVE');
    expect(code(nextFamilyFinding('NOT_STARTED', 'ACTIVE', facts(['LOOKED_AFTER'])))).toBe('GUARD_FAILED');
    expect(code(nextFamilyFinding('NOT_STARTED', 'ACTIVE', facts(['ADOPTION_CONSIDERED'])))).toBe('GUARD_FAILED');
    const early = { members: [{ state: 'ADOPTION_CONSIDERED' as const, earlyPermanence: true }] };
    expect(nextFamilyFinding('NOT_STARTED', 'ACTIVE', facts([], early))).toBe('ACTIVE');
  });

  it('pauses and closes with a reason only', () => {
    expect(code(nextFamilyFinding('ACTIVE', 'PAUSED', facts(['ADM_DECIDED'])))).toBe('INVALID_INPUT');
    expect(nextFamilyFinding('ACTIVE', 'PAUSED', facts(['ADM_DECIDED'], { reason: 'Foster carers being assessed' }))).toBe('PAUSED');
    expect(code(nextFamilyFinding('NOT_STARTED', 'PAUSED', facts(['ADM_DECIDED'], { reason: 'x' })))).toBe('GUARD_FAILED');
    expect(code(nextFamilyFinding('ACTIVE', 'CLOSED', facts(['ADM_DECIDED'], { reason: 'x', since: isoDate('2026-11-02') })))).toBe('GUARD_FAILED');
  });

  it.each<[readonly ChildState[], unknown]>([
    [['ADM_DECIDED'], null],
    [['MATCHED', 'ADM_DECIDED'], { status: 'PAUSED', cause: 'MATCHED', since: '2026-03-01' }],
    [['INTRODUCTIONS'], { status: 'PAUSED', cause: 'MATCHED', since: '2026-03-01' }],
    [['MATCHED', 'PLACED'], { status: 'CLOSED', cause: 'PLACED', since: '2026-04-01' }],
    [['AO_APPLIED'], { status: 'CLOSED', cause: 'AO_APPLIED', since: '2026-04-01' }],
    [['ADOPTED'], { status: 'CLOSED', cause: 'ADOPTED', since: '2026-04-01' }],
    [['DISRUPTED'], { status: 'CLOSED', cause: 'DISRUPTED', since: '2026-04-01' }],
    [['PLAN_CHANGED', 'ADM_DECIDED'], { status: 'CLOSED', cause: 'PLAN_CHANGED', since: '2026-06-01' }],
    [['LEFT_CARE_OTHER'], { status: 'CLOSED', cause: 'LEFT_CARE_OTHER', since: '2026-07-01' }],
    [['LOOKED_AFTER'], { status: 'CLOSED', cause: 'LOOKED_AFTER', since: null }],
  ])('follows the members %j by itself, from the day that ended the search', (states, expected) => {
    const day = (month: number) => isoDate(`2026-0${month}-01`);
    const dates = { matchedOn: day(3), placedOn: day(4), adoptedOn: day(8), decisionReversedOn: day(6), leftCareOn: day(7) };
    expect(familyFindingAfter('ACTIVE', facts(states).members.map((member) => ({ ...member, leftSearchOn: leftSearchOn(member.state, dates) })))).toEqual(expected);
  });
});

describe('what dates alone imply', () => {
  const day = isoDate('2026-01-01');
  it.each<[Partial<typeof NO_DATES>, ChildState]>([
    [{}, 'LOOKED_AFTER'],
    [{ admDecidedOn: day }, 'ADM_DECIDED'],
    [{ admDecidedOn: day, authorityOn: day }, 'AUTHORITY_TO_PLACE'],
    [{ admDecidedOn: day, authorityOn: day, authorityRevokedOn: day }, 'ADM_DECIDED'],
    [{ admDecidedOn: day, matchedOn: day }, 'MATCHED'],
    [{ admDecidedOn: day, matchedOn: day, placedOn: day }, 'PLACED'],
    [{ admDecidedOn: day, matchedOn: day, placedOn: day, adoptedOn: day }, 'ADOPTED'],
    [{ admDecidedOn: day, decisionReversedOn: day }, 'PLAN_CHANGED'],
  ])('%j is %s', (dates, state) => expect(deriveState({ ...NO_DATES, ...dates })).toBe(state));

  it('leaves a linked child linked, whose link no file tells', () =>
    expect(deriveState({ ...NO_DATES, admDecidedOn: day }, 'LINKED')).toBe('LINKED'));
});

describe('the timeline', () => {
  it('has elapsed days, targets, the history, and what is expected next', () => {
    const dates = { ...NO_DATES, enteredCareOn: isoDate('2025-01-31'), admDecidedOn: isoDate('2025-08-31'), authorityOn: isoDate('2025-12-01'), authorityType: 'PO' as const };
    const history = [{ event: 'MATCHED', onDate: isoDate('2026-01-10'), reason: null }, { event: 'MATCH_FELL', onDate: isoDate('2026-02-10'), reason: 'Illness' }];
    const facts = childClockFacts(dates, history, { dateOfBirth: null, searchStartedOn: null, widensOn: null, searchPausedOn: null, linkedSince: null, proposedOn: null, placementReviews: [] });
    expect(childJourney(dates, history, 'AUTHORITY_TO_PLACE', clocksOf(facts, ENGLAND_AND_WALES, isoDate('2026-02-20'))).map(({ event, onDate, elapsedDays, target, reason }) => [event, onDate, elapsedDays, target, reason])).toEqual([
      ['ENTERED_CARE', '2025-01-31', 0, null, null],
      ['ADM_DECIDED', '2025-08-31', 212, null, null],
      ['PLACEMENT_ORDER', '2025-12-01', 304, null, null],
      ['MATCHED', '2026-01-10', 344, '2026-02-28', null],
      ['MATCH_FELL', '2026-02-10', 375, null, 'Illness'],
      ['DUE_MATCHED', '2026-02-28', 393, '2026-02-28', null],
    ]);
  });
});
