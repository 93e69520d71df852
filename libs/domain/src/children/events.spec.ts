import * as fc from 'fast-check';
import { DomainError } from '../errors';
import { addDays } from '../dates/day-count';
import { isoDate } from '../dates/iso-date';
import type { IsoDate } from '../dates/iso-date';
import { datesAfter } from './event-dates';
import { dateProblems } from './date-order';
import { CHILD_EVENT_NAMES, eventsFrom, next } from './events';
import type { ChildEvent } from './events';
import type { ChildDates, ChildState } from './states';
import { CHILD_STATES, deriveState, NO_DATES } from './states';

const today = isoDate('2026-11-21');
const dates: ChildDates = {
  ...NO_DATES,
  enteredCareOn: isoDate('2025-01-10'),
  admDecidedOn: isoDate('2025-09-01'),
  authorityOn: isoDate('2025-12-01'),
  authorityType: 'PO',
};
const matched = { ...dates, matchedOn: isoDate('2026-05-01') };
const ask = (event: ChildEvent, onDate: string, over: { dates?: ChildDates; reason?: string; dateOfBirth?: IsoDate } = {}) => ({
  event,
  facts: { dates: over.dates ?? dates, dateOfBirth: over.dateOfBirth ?? null, onDate: isoDate(onDate), reason: over.reason ?? null, today },
});
const outcome = (state: ChildState, { event, facts }: ReturnType<typeof ask>): string => {
  const result = next(state, event, facts);
  return result instanceof DomainError ? `${result.code}: ${result.message}` : result;
};

describe('the child state machine (domain.md 2.1)', () => {
  it.each<[ChildState, ReturnType<typeof ask>, string]>([
    ['AUTHORITY_TO_PLACE', ask('MATCHED', '2026-05-01'), 'MATCHED'],
    ['ADM_DECIDED', ask('PLACEMENT_ORDER', '2025-12-01', { dates: { ...dates, authorityOn: null } }), 'AUTHORITY_TO_PLACE'],
    ['MATCHED', ask('PLACEMENT_ORDER', '2026-06-01', { dates: { ...matched, authorityOn: null } }), 'MATCHED'],
    ['AUTHORITY_TO_PLACE', ask('AUTHORITY_REVOKED', '2026-06-01'), 'ADM_DECIDED'],
    ['MATCHED', ask('PLACED', '2026-06-01', { dates: matched }), 'PLACED'],
    ['MATCHED', ask('PLACED', '2026-06-01', { dates: { ...matched, authorityOn: null } }), 'GUARD_FAILED: There is no authority to place: neither a placement order nor consent.'],
    ['MATCHED', ask('PLACED', '2026-06-01', { dates: { ...matched, authorityRevokedOn: isoDate('2026-05-05') } }), 'GUARD_FAILED: There is no authority to place: neither a placement order nor consent.'],
    ['AUTHORITY_TO_PLACE', ask('PLACED', '2026-06-01'), 'GUARD_FAILED: "Placed for adoption" cannot be recorded for a child who stands at AUTHORITY_TO_PLACE.'],
    ['MATCHED', ask('PLACED', '2026-04-30', { dates: matched }), 'GUARD_FAILED: The date lies before the match.'],
    ['MATCHED', ask('PLACED_BY_AGREEMENT', '2026-06-01', { dates: { ...matched, authorityOn: null }, dateOfBirth: isoDate('2026-04-21') }), 'PLACED'],
    ['MATCHED', ask('PLACED_BY_AGREEMENT', '2026-06-02', { dates: { ...matched, authorityOn: null }, dateOfBirth: isoDate('2026-04-21') }), "GUARD_FAILED: Only a child under six weeks may be placed on the parent's written agreement."],
    ['AUTHORITY_TO_PLACE', ask('MATCHED', '2025-08-01'), 'GUARD_FAILED: The date lies before the decision that the child should be placed.'],
    ['ADM_DECIDED', ask('MATCHED', '2025-10-01', { dates: { ...dates, authorityOn: null } }), 'MATCHED'],
    ['MATCHED', ask('MATCH_FELL', '2026-05-20', { dates: matched, reason: 'Household withdrew' }), 'AUTHORITY_TO_PLACE'],
    ['INTRODUCTIONS', ask('MATCH_FELL', '2026-05-20', { dates: { ...matched, authorityOn: null }, reason: 'Household withdrew' }), 'ADM_DECIDED'],
    ['MATCHED', ask('MATCH_FELL', '2026-05-20', { dates: matched }), 'INVALID_INPUT: A reason is needed.'],
    ['AUTHORITY_TO_PLACE', ask('PLAN_CHANGED', '2026-06-01', { reason: 'RD3' }), 'PLAN_CHANGED'],
    ['AUTHORITY_TO_PLACE', ask('PLAN_CHANGED', '2026-06-01', { reason: 'RD9' }), 'GUARD_FAILED: The reason must be one of RD1, RD2, RD3 and RD4.'],
    ['PLAN_CHANGED', ask('ADM_DECIDED', '2026-07-01'), 'GUARD_FAILED: An earlier decision is still open.'],
    ['PLAN_CHANGED', ask('ADM_DECIDED', '2026-05-31', { dates: { ...dates, decisionReversedOn: isoDate('2026-06-01') } }), 'GUARD_FAILED: The date lies before the earlier decision was reversed.'],
    ['PLAN_CHANGED', ask('ADM_DECIDED', '2026-07-01', { dates: { ...dates, decisionReversedOn: isoDate('2026-06-01') } }), 'ADM_DECIDED'],
    ['ADM_DECIDED', ask('CONSENT_GIVEN', '2026-06-01', { dates: { ...dates, authorityOn: null }, dateOfBirth: isoDate('2026-05-01') }), 'GUARD_FAILED: Consent does not count before the child is six weeks old.'],
    ['AUTHORITY_TO_PLACE', ask('MATCHED', '2026-11-22'), 'INVALID_INPUT: The date lies in the future.'],
    ['DISRUPTED', ask('SEARCH_RESUMED', '2026-08-01', { dates: { ...matched, disruptedOn: isoDate('2026-07-01') } }), 'AUTHORITY_TO_PLACE'],
    ['ADOPTED', ask('DISRUPTED', '2026-08-01', { reason: 'x' }), 'GUARD_FAILED: "Placement disrupted" cannot be recorded for a child who stands at ADOPTED.'],
  ])('%s and %j', (state, event, expected) => expect(outcome(state, event)).toBe(expected));

  it('has no way out of an adoption', () => expect(eventsFrom('ADOPTED')).toEqual([]));

  it('reaches every state', () => {
    const reached = new Set(['LOOKED_AFTER', 'ADM_DECIDED', 'AUTHORITY_TO_PLACE', ...CHILD_EVENT_NAMES.map((event) => outcomeOf(event))]);
    expect(CHILD_STATES.filter((state) => !reached.has(state))).toEqual([]);
  });

  it('keeps states and dates in step: what an import derives from the dates is where the events led', () => {
    const steps = fc.array(fc.record({ event: fc.constantFrom(...CHILD_EVENT_NAMES), days: fc.nat(60) }), { maxLength: 40 });
    fc.assert(fc.property(steps, (path) => {
      const start = isoDate('2020-01-01');
      let [state, held, day]: [ChildState, ChildDates, IsoDate] = ['LOOKED_AFTER', { ...NO_DATES, enteredCareOn: start }, start];
      for (const { event, days } of path) {
        const onDate = addDays(day, days);
        const result = next(state, event, { dates: held, dateOfBirth: isoDate('2019-06-01'), onDate, reason: 'RD1', today: isoDate('2030-01-01') });
        if (result instanceof DomainError) continue;
        [state, held, day] = [result, datesAfter(held, event, onDate, 'RD1'), onDate];
        expect(deriveState(held, state)).toBe(state);
        expect(dateProblems(held, isoDate('2019-06-01'), isoDate('2030-01-01'))).toEqual([]);
      }
    }), { numRuns: 500 });
  });
});

function outcomeOf(event: ChildEvent): ChildState | undefined {
  const results = CHILD_STATES.flatMap((state) => {
    const facts = { dates: { ...NO_DATES, admDecidedOn: isoDate('2020-01-01'), authorityOn: isoDate('2020-01-01'), decisionReversedOn: isoDate('2020-01-01') }, dateOfBirth: isoDate('2020-01-01'), onDate: isoDate('2020-01-20'), reason: 'RD1', today };
    const result = next(state, event, facts);
    return result instanceof DomainError ? [] : [result];
  });
  return results[0];
}
