import { isoDate } from '../dates/iso-date';
import { DomainError } from '../errors';
import { isKept, keepLonger, widenEarlier, type LocalSearchFacts } from './local-search';

const day = (text: string | null) => (text === null ? null : isoDate(text));
const facts = (startedOn: string | null, widensOn: string | null): LocalSearchFacts => ({ startedOn: day(startedOn), widensOn: day(widensOn), today: isoDate('2026-11-22') });
const codeOf = (result: unknown): unknown => (result instanceof DomainError ? result.code : result);

describe('what an agency keeps to itself', () => {
  it.each<[string | null, boolean]>([[null, false], ['2026-11-21', false], ['2026-11-22', false], ['2026-11-23', true]])('that widens on %s is kept on 22 November: %s', (widensOn, kept) => {
    expect(isKept(day(widensOn), isoDate('2026-11-22'))).toBe(kept);
  });

  // 183 days after 1 November 2026 are 3 May 2027: 29 + 31 + 31 + 28 + 31 + 30 + 3.
  it.each<[string, LocalSearchFacts, string, string | null, string]>([
    ['a longer while', facts('2026-11-01', '2026-11-29'), '2027-01-14', 'Foster carers are being assessed', '2027-01-14'],
    ['the last day there is', facts('2026-11-01', '2026-11-29'), '2027-05-03', 'Court', '2027-05-03'],
    ['one day more', facts('2026-11-01', '2026-11-29'), '2027-05-04', 'Court', 'INVALID_INPUT'],
    ['no reason', facts('2026-11-01', '2026-11-29'), '2027-01-14', '  ', 'INVALID_INPUT'],
    ['the same day', facts('2026-11-01', '2026-11-29'), '2026-11-29', 'Court', 'INVALID_INPUT'],
    ['what the region sees since today', facts('2026-11-01', '2026-11-22'), '2027-01-14', 'Court', 'GUARD_FAILED'],
    ['what was never kept', facts('2026-11-01', null), '2027-01-14', 'Court', 'GUARD_FAILED'],
    ['a search that has not begun', facts(null, null), '2027-01-14', 'Court', '2027-01-14'],
    ['a search that has not begun, until today', facts(null, null), '2026-11-22', 'Court', 'INVALID_INPUT'],
  ])('can be kept longer, or not: %s', (_, of, until, reason, expected) => {
    expect(codeOf(keepLonger(of, isoDate(until), reason))).toBe(expected);
  });

  it.each<[LocalSearchFacts, string, string]>([
    [facts('2026-11-01', '2026-11-29'), '2026-11-22', '2026-11-22'],
    [facts('2026-11-01', '2026-11-29'), '2026-11-28', '2026-11-28'],
    [facts('2026-11-01', '2026-11-29'), '2026-11-29', 'INVALID_INPUT'],
    [facts('2026-11-01', '2026-11-29'), '2026-11-21', 'INVALID_INPUT'],
    [facts('2026-11-01', '2026-11-22'), '2026-11-22', 'GUARD_FAILED'],
    [facts(null, null), '2026-11-22', 'GUARD_FAILED'],
  ])('can be widened earlier, or not: %#', (of, on, expected) => {
    expect(codeOf(widenEarlier(of, isoDate(on)))).toBe(expected);
  });
});
