import fc from 'fast-check';
import { addDays } from '../dates/day-count';
import { quarterOf, type Quarter } from '../dates/financial-year';
import { isoDate } from '../dates/iso-date';
import { statementOf, type StatedItem, type Sums } from './statement';

const Q1: Quarter = { year: 2025, quarter: 1 };
const item = (over: Partial<StatedItem> = {}): StatedItem => ({
  placement: 'PL-AAAAAA', side: 'PAYER', other: 'BRA', trigger: 'MOVED_IN', number: 1, dueOn: isoDate('2025-04-01'), amount: 18_000_00, invoiceNumber: null, invoicedOn: null, movements: [], ...over,
});
const paid = (on: string, amount: number) => ({ onDate: isoDate(on), kind: 'PAID' as const, sum: amount });

describe('the statement of a quarter', () => {
  it.each([
    ['fell due on its first day', item(), { opening: 0, due: 18_000_00, invoiced: 0, paid: 0, waived: 0, closing: 18_000_00 }],
    ['fell due on its last', item({ dueOn: isoDate('2025-06-30') }), { due: 18_000_00, closing: 18_000_00 }],
    ['stood open before', item({ dueOn: isoDate('2025-03-31') }), { opening: 18_000_00, due: 0, closing: 18_000_00 }],
    ['was paid in part before and in it', item({ dueOn: isoDate('2025-01-10'), movements: [paid('2025-03-31', 5_000_00), paid('2025-04-01', 6_000_00), paid('2025-07-01', 7_000_00)] }), { opening: 13_000_00, due: 0, paid: 6_000_00, closing: 7_000_00 }],
    ['was paid ahead of its day', item({ movements: [paid('2025-03-31', 18_000_00)] }), { opening: -18_000_00, due: 18_000_00, paid: 0, closing: 0 }],
    ['will fall due, and was paid', item({ dueOn: isoDate('2025-07-01'), movements: [paid('2025-06-30', 18_000_00)] }), { opening: 0, due: 0, paid: 18_000_00, closing: -18_000_00 }],
    ['was waived', item({ movements: [{ onDate: isoDate('2025-05-01'), kind: 'WAIVED', sum: 18_000_00 }] }), { due: 18_000_00, waived: 18_000_00, closing: 0 }],
    ['was invoiced', item({ invoicedOn: isoDate('2025-04-20'), invoiceNumber: 'I-1' }), { invoiced: 18_000_00, closing: 18_000_00 }],
  ])('says what %s', (_, one, expected) => expect(statementOf([one], Q1).lines).toEqual([expect.objectContaining(expected)]));

  it.each([
    ['falls due later', item({ dueOn: isoDate('2025-07-01') })],
    ['was settled before', item({ dueOn: isoDate('2025-01-10'), invoicedOn: isoDate('2025-01-11'), movements: [paid('2025-03-31', 18_000_00)] })],
  ])('leaves out what %s', (_, one) => expect(statementOf([one], Q1)).toEqual({ lines: [], totals: [] }));

  it('sums by agency, to pay and to receive apart', () => {
    const { totals } = statementOf([item(), item({ placement: 'PL-BBBBBB', other: 'CAR', amount: 43_169_50 }), item({ placement: 'PL-CCCCCC', amount: 1 }), item({ placement: 'PL-DDDDDD', side: 'PAYEE', amount: 9_000_00 })], Q1);
    expect(totals.map(({ side, other, due }) => [side, other, due])).toEqual([['PAYER', 'BRA', 18_000_01], ['PAYER', 'CAR', 43_169_50], ['PAYER', null, 61_169_51], ['PAYEE', 'BRA', 9_000_00], ['PAYEE', null, 9_000_00]]);
  });
});

const START = isoDate('2024-04-01');
const arbitraryItem = fc.record({
  side: fc.constantFrom('PAYER' as const, 'PAYEE' as const), other: fc.constantFrom('BRA', 'CAR', 'DEN'), number: fc.nat(9), due: fc.nat(700), amount: fc.integer({ min: 1, max: 50_000_00 }),
  cuts: fc.array(fc.record({ after: fc.integer({ min: -90, max: 400 }), part: fc.integer({ min: 1, max: 9 }), kind: fc.constantFrom('PAID' as const, 'WAIVED' as const) }), { maxLength: 4 }),
}).map(({ due, amount, cuts, ...rest }): StatedItem => {
  let left = amount;
  const dueOn = addDays(START, due);
  const movements = cuts.map(({ after, part, kind }) => {
    const taken = Math.trunc(left * part / 10);
    left -= taken;
    return { onDate: addDays(dueOn, after), kind, sum: taken };
  });
  return { ...item({ ...rest, dueOn, amount, movements }) };
});

describe('statements', () => {
  const add = (lines: readonly Sums[], column: keyof Sums): number => lines.reduce((total, line) => total + line[column], 0);
  const QUARTERS = [2023, 2024, 2025, 2026, 2027].flatMap((year) => ([1, 2, 3, 4] as const).map((quarter) => ({ year, quarter })));

  it('sum to the penny: lines to totals, quarter to quarter, and all of them to what there is', () => {
    fc.assert(fc.property(fc.array(arbitraryItem, { maxLength: 12 }), (items) => {
      let before = 0;
      for (const quarter of QUARTERS) {
        const { lines, totals } = statementOf(items, quarter);
        for (const column of ['opening', 'due', 'invoiced', 'paid', 'waived', 'closing'] as const) {
          expect(add(totals.filter(({ other }) => other === null), column)).toBe(add(lines, column));
          expect(add(totals.filter(({ other }) => other !== null), column)).toBe(add(lines, column));
        }
        for (const line of lines) expect(line.opening + line.due - line.paid - line.waived).toBe(line.closing);
        expect(add(lines, 'opening')).toBe(before);
        before = add(lines, 'closing');
      }
      expect(before).toBe(items.reduce((total, { amount, movements }) => total + amount - movements.reduce((moved, one) => moved + one.sum, 0), 0));
      expect(QUARTERS.reduce((total, quarter) => total + add(statementOf(items, quarter).lines, 'due'), 0)).toBe(items.reduce((total, { amount }) => total + amount, 0));
    }));
  });

  it('put each sum into the quarter of its day', () => {
    fc.assert(fc.property(arbitraryItem, (one) => expect(statementOf([one], quarterOf(one.dueOn)).lines[0]?.due).toBe(one.amount)));
  });
});
