import fc from 'fast-check';
import { addDays } from '../dates/day-count';
import { isoDate, type IsoDate } from '../dates/iso-date';
import { activeDays, searchClocks, type Pause, type SearchFacts } from './clocks';
import { delaysOf, idleDelay } from './delays';

const day = (text: string): IsoDate => isoDate(text);
const pause = (from: string, to: string | null): Pause => ({ from: day(from), to: to === null ? null : day(to), cause: null });
const TODAY = day('2026-11-22');
const facts = (over: Partial<Record<'startedOn' | 'widensOn' | 'linkEndedOn' | 'reviewedOn', string>> & { movedOn?: string[]; pauses?: Pause[] } = {}): SearchFacts => ({
  startedOn: day(over.startedOn ?? '2026-10-01'), widensOn: over.widensOn === undefined ? null : day(over.widensOn), linkEndedOn: over.linkEndedOn === undefined ? null : day(over.linkEndedOn),
  reviewedOn: over.reviewedOn === undefined ? null : day(over.reviewedOn), movedOn: (over.movedOn ?? []).map(day), pauses: over.pauses ?? [], today: TODAY,
});

describe('days without pauses', () => {
  // Counted on a calendar: 1 October to 22 November 2026 are 30 + 22 = 52 days.
  it.each<[string, Pause[], number]>([
    ['none', [], 52],
    ['one within', [pause('2026-10-10', '2026-10-20')], 42],
    ['one that began before', [pause('2026-09-01', '2026-10-03')], 50],
    ['one that goes on', [pause('2026-11-02', null)], 32],
    ['one of no day', [pause('2026-10-10', '2026-10-10')], 52],
    ['two that touch', [pause('2026-10-10', '2026-10-15'), pause('2026-10-15', '2026-10-20')], 42],
    ['one of another time', [pause('2026-01-01', '2026-02-01')], 52],
  ])('%s', (_, pauses, expected) => {
    expect(activeDays(day('2026-10-01'), TODAY, pauses)).toBe(expected);
  });

  it('and days in pauses add up to all days', () => {
    const gaps = fc.array(fc.nat(40), { minLength: 2, maxLength: 12 });
    fc.assert(fc.property(gaps, fc.nat(300), (steps, span) => {
      const start = day('2025-03-01');
      const ends = steps.reduce<number[]>((all, step) => [...all, (all.at(-1) ?? 0) + step], []);
      const pauses = ends.slice(0, ends.length - (ends.length % 2)).flatMap((from, at): Pause[] => (at % 2 === 0 ? [{ from: addDays(start, from), to: addDays(start, ends[at + 1] ?? 0), cause: null }] : []));
      // The plainest way: look at every day by itself.
      const counted = Array.from({ length: span }, (_, at) => addDays(start, at)).filter((date) => !pauses.some(({ from, to }) => date >= from && to !== null && date < to)).length;
      expect(activeDays(start, addDays(start, span), pauses)).toBe(counted);
    }));
  });
});

describe('the clocks of a search', () => {
  it.each<[string, SearchFacts, Partial<ReturnType<typeof searchClocks>>]>([
    ['shared at once', facts({ widensOn: '2026-10-01' }), { searchDays: 52, localDays: 0, widensOn: null, withoutLinkDays: 52, idleDays: null, reviewDays: 52 }],
    ['local for four weeks', facts({ widensOn: '2026-10-29' }), { localDays: 28, widensOn: null }],
    ['local still', facts({ widensOn: '2026-12-01' }), { localDays: 52, widensOn: day('2026-12-01') }],
    ['local, with a pause within', facts({ widensOn: '2026-10-29', pauses: [pause('2026-10-10', '2026-10-20')] }), { localDays: 18, searchDays: 42, pausedDays: 10 }],
    ['that widens today', facts({ widensOn: '2026-11-22' }), { localDays: 52, widensOn: null }],
    ['of before there was a day', facts(), { localDays: 0, widensOn: null }],
    ['with links: the latest step counts', facts({ movedOn: ['2026-10-05', '2026-11-12', '2026-10-20'] }), { idleDays: 10, withoutLinkDays: null }],
    ['with a link that rested in a pause', facts({ movedOn: ['2026-10-05'], pauses: [pause('2026-10-10', '2026-11-10')] }), { idleDays: 17, pausedDays: 31 }],
    ['whose last link ended', facts({ linkEndedOn: '2026-11-01' }), { withoutLinkDays: 21 }],
    ['whose last link ended in an earlier search', facts({ linkEndedOn: '2025-01-01' }), { withoutLinkDays: 52 }],
    ['that was reviewed', facts({ reviewedOn: '2026-11-20' }), { reviewDays: 2 }],
  ])('%s', (_, of, expected) => {
    expect(searchClocks(of)).toMatchObject(expected);
  });

  it('stand still before it begins', () => {
    expect(searchClocks({ ...facts(), startedOn: null })).toMatchObject({ searchDays: 0, localDays: 0, idleDays: null, withoutLinkDays: null });
  });
});

describe('delays', () => {
  const limits = { slowDays: 14, stuckDays: 28, withoutLinkDays: 21, reviewDays: 90 };

  it.each<[number, string | null]>([[13, null], [14, 'SLOW'], [27, 'SLOW'], [28, 'STUCK']])('after %i days nobody moved: %s', (days, expected) => {
    expect(idleDelay(days, limits)).toBe(expected);
  });

  it.each<[number | null, number | null, number, boolean, string]>([
    [30, null, 0, true, 'STUCK'], [30, null, 90, true, 'STUCK NOT_REVIEWED'], [null, 20, 0, true, ''], [null, 21, 89, true, 'NO_LINK'], [null, 21, 200, true, 'NO_LINK NOT_REVIEWED'], [30, null, 200, false, ''],
  ])('idle %s, without a link %s, since its review %i, active %s: %s', (idleDays, withoutLinkDays, reviewDays, isActive, expected) => {
    expect(delaysOf({ idleDays, withoutLinkDays, reviewDays }, isActive, limits).join(' ')).toBe(expected);
  });
});
