import fc from 'fast-check';
import { addMonths } from '../dates/day-count';
import { isoDate, type IsoDate } from '../dates/iso-date';
import { chargedFee, instalmentsDue, monthsDue, partsOf, type FeeTerms, type PlacedChildren } from './instalments';

const THIRDS: FeeTerms = { provider: 'LA_RAA', isLondon: false, amount: 27_000_00, plan: 'THIRDS' };
const moved = (movedInOn: string, over: Partial<Record<'orderOn' | 'disruptedOn', string>> = {}): PlacedChildren =>
  ({ movedInOn: isoDate(movedInOn), orderOn: over.orderOn ? isoDate(over.orderOn) : null, disruptedOn: over.disruptedOn ? isoDate(over.disruptedOn) : null });
const due = (terms: FeeTerms, children: PlacedChildren, today: string) => instalmentsDue(terms, children, isoDate(today)).map(({ dueOn, amount }) => [dueOn, amount]);
const FIRST = ['2025-05-10', 18_000_00];

describe('instalments', () => {
  it.each([
    ['the day before', moved('2025-05-10'), '2025-05-09', []],
    ['the day of moving in', moved('2025-05-10'), '2025-05-10', [FIRST]],
    ['the day before a year', moved('2025-05-10'), '2026-05-09', [FIRST]],
    ['a year to the day', moved('2025-05-10'), '2026-05-10', [FIRST, ['2026-05-10', 9_000_00]]],
    ['an order within the year', moved('2025-05-10', { orderOn: '2025-12-01' }), '2025-12-01', [FIRST, ['2025-12-01', 9_000_00]]],
    ['an order after the year', moved('2025-05-10', { orderOn: '2026-07-01' }), '2026-08-01', [FIRST, ['2026-05-10', 9_000_00]]],
    ['an order a year to the day', moved('2025-05-10', { orderOn: '2026-05-10' }), '2026-05-10', [FIRST, ['2026-05-10', 9_000_00]]],
    ['a disruption within the year', moved('2025-05-10', { disruptedOn: '2026-05-09' }), '2027-01-01', [FIRST]],
    ['a disruption after the year', moved('2025-05-10', { disruptedOn: '2026-05-11' }), '2027-01-01', [FIRST, ['2026-05-10', 9_000_00]]],
  ])('%s', (_, children, today, expected) => expect(due(THIRDS, children, today)).toEqual(expected));

  it.each([['2024-02-29', '2025-02-28'], ['2023-02-28', '2024-02-28'], ['2024-12-31', '2025-12-31']])('a year after %s is %s', (movedIn, year) => {
    expect(due(THIRDS, moved(movedIn), year)[1]).toEqual([year, 9_000_00]);
    expect(due(THIRDS, moved(movedIn), addDay(year, -1))).toHaveLength(1);
  });

  it('is one, in full, of a voluntary agency since April 2019', () => {
    expect(due({ provider: 'VAA', isLondon: false, amount: 39_245_00, plan: 'FULL' }, moved('2025-05-10', { orderOn: '2025-12-01' }), '2026-06-01')).toEqual([['2025-05-10', 39_245_00]]);
  });

  it.each([[{ amount: null }], [{ plan: null }]])('is none while %j', (over) => expect(due({ ...THIRDS, ...over }, moved('2025-05-10'), '2026-06-01')).toEqual([]));

  it.each([[27_000_00, 29_700_00, [19_800_00, 9_900_00]], [31_620_00, 34_782_00, [23_188_00, 11_594_00]], [39_245_00, 43_169_50, [28_779_67, 14_389_83]]])('of a London agency: %i is %i', (amount, charged, parts) => {
    expect(chargedFee({ amount, isLondon: true })).toBe(charged);
    expect(partsOf(charged, 'THIRDS').map((part) => part.amount)).toEqual(parts);
  });

  it('add up to the fee to the penny, and none ever goes away as days pass', () => {
    const terms = fc.record({ provider: fc.constantFrom('VAA' as const, 'LA_RAA' as const), isLondon: fc.boolean(), amount: fc.integer({ min: 1, max: 50_000_00 }), plan: fc.constantFrom('FULL' as const, 'THIRDS' as const) });
    fc.assert(fc.property(terms, fc.integer({ min: 0, max: 30 }), fc.option(fc.integer({ min: 0, max: 30 })), (fee, later, order) => {
      const children = { ...moved('2024-02-29'), orderOn: order === null ? null : addMonths(isoDate('2024-02-29'), order) };
      const at = (months: number) => instalmentsDue(fee, children, addMonths(isoDate('2024-02-29'), months));
      expect(at(later + 1)).toEqual(expect.arrayContaining(at(later)));
      expect(at(12).reduce((total, { amount }) => total + (amount ?? 0), 0)).toBe(chargedFee(fee));
    }));
  });
});

const addDay = (date: string, days: number): string => new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

describe('months after the first year', () => {
  const months = (children: PlacedChildren, today: string, provider: 'VAA' | 'LA_RAA' = 'VAA') => monthsDue({ provider }, children, [], isoDate(today)).map(({ dueOn, number, amount }) => [number, dueOn, amount]);

  it.each([
    ['the day before a year', moved('2021-02-10'), '2022-02-09', []],
    ['a year', moved('2021-02-10'), '2022-02-10', [[1, '2022-02-10', 896_00]]],
    ['over the change of the rate', moved('2021-02-10'), '2022-04-10', [[1, '2022-02-10', 896_00], [2, '2022-03-10', 896_00], [3, '2022-04-10', 939_00]]],
    ['an order on the day a month begins', moved('2021-02-10', { orderOn: '2022-03-10' }), '2022-06-01', [[1, '2022-02-10', 896_00]]],
    ['an order the day after', moved('2021-02-10', { orderOn: '2022-03-11' }), '2022-06-01', [[1, '2022-02-10', 896_00], [2, '2022-03-10', 896_00]]],
    ['a disruption', moved('2021-02-10', { disruptedOn: '2022-02-20' }), '2022-06-01', [[1, '2022-02-10', 896_00]]],
    ['an order within the year', moved('2021-02-10', { orderOn: '2022-02-10' }), '2022-06-01', []],
    ['before any rate is known', moved('2020-02-29'), '2021-04-28', [[1, '2021-02-28', null], [2, '2021-03-29', null]]],
  ])('%s', (_, children, today, expected) => expect(months(children, today)).toEqual(expected));

  it('are no council’s', () => expect(months(moved('2021-02-10'), '2024-01-01', 'LA_RAA')).toEqual([]));

  it('begin on the last day of a shorter month, and go back to the day itself', () => {
    expect(monthsDue({ provider: 'VAA' }, moved('2022-01-31'), [], '2023-04-30' as IsoDate).map(({ dueOn }) => dueOn)).toEqual(['2023-01-31', '2023-02-28', '2023-03-31', '2023-04-30']);
  });
});
