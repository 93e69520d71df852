import fc from 'fast-check';
import { isoDate } from '../dates/iso-date';
import { DomainError } from '../errors';
import { eventsOpen, nextItem, outstandingOf, type ItemStanding, type Recording, type RecordedEvent } from './item-events';

const TODAY = isoDate('2026-03-02');
const DUE: ItemStanding = { state: 'DUE', amount: 9_000_00, paid: 0, disputedBy: null };
const INVOICED: ItemStanding = { ...DUE, state: 'INVOICED' };
const recording = (event: RecordedEvent, over: Partial<Recording> = {}): Recording =>
  ({ event, by: event === 'PAID' ? 'PAYER' : 'PAYEE', onDate: TODAY, sum: event === 'PAID' ? 9_000_00 : null, invoiceNumber: event === 'INVOICED' ? 'I-1' : null, words: 'As agreed.', ...over });

describe('what may be recorded of a sum', () => {
  it.each([
    ['DUE', DUE, ['DISPUTED'], ['INVOICED', 'DISPUTED', 'WAIVED']],
    ['INVOICED', INVOICED, ['PAID', 'DISPUTED'], ['DISPUTED', 'WAIVED']],
    ['disputed by the payer', { ...INVOICED, disputedBy: 'PAYER' }, ['PAID', 'SETTLED'], ['WAIVED']],
    ['disputed by the payee', { ...INVOICED, disputedBy: 'PAYEE' }, ['PAID'], ['SETTLED', 'WAIVED']],
    ['PAID', { ...INVOICED, state: 'PAID', paid: 9_000_00 }, [], []],
    ['WAIVED', { ...INVOICED, state: 'WAIVED' }, [], []],
  ] as const)('%s', (_, standing, payer, payee) => {
    expect([eventsOpen(standing, 'PAYER'), eventsOpen(standing, 'PAYEE')]).toEqual([payer, payee]);
  });

  it.each([
    ['an invoice', DUE, recording('INVOICED'), { state: 'INVOICED' }],
    ['a part', INVOICED, recording('PAID', { sum: 1 }), { state: 'INVOICED', paid: 1 }],
    ['the rest', { ...INVOICED, paid: 1 }, recording('PAID', { sum: 8_999_99 }), { state: 'PAID', paid: 9_000_00 }],
    ['a dispute', INVOICED, recording('DISPUTED', { by: 'PAYER' }), { state: 'INVOICED', disputedBy: 'PAYER' }],
    ['its settlement', { ...INVOICED, disputedBy: 'PAYEE' }, recording('SETTLED'), { disputedBy: null }],
    ['a waiver', { ...INVOICED, disputedBy: 'PAYER' }, recording('WAIVED'), { state: 'WAIVED', disputedBy: null }],
  ] as const)('%s', (_, standing, said, expected) => expect(nextItem(standing, said, TODAY)).toMatchObject(expected));

  it.each([
    ['too much', INVOICED, recording('PAID', { sum: 9_000_01 }), 'INVALID_INPUT'],
    ['nothing', INVOICED, recording('PAID', { sum: 0 }), 'INVALID_INPUT'],
    ['half a penny', INVOICED, recording('PAID', { sum: 0.5 }), 'INVALID_INPUT'],
    ['tomorrow', INVOICED, recording('PAID', { onDate: isoDate('2026-03-03') }), 'INVALID_INPUT'],
    ['an invoice without a number', DUE, recording('INVOICED', { invoiceNumber: ' ' }), 'INVALID_INPUT'],
    ['a waiver without a word', DUE, recording('WAIVED', { words: '' }), 'INVALID_INPUT'],
    ['payment by the payee', INVOICED, recording('PAID', { by: 'PAYEE' }), 'GUARD_FAILED'],
    ['payment before an invoice', DUE, recording('PAID'), 'GUARD_FAILED'],
  ] as const)('not %s', (_, standing, said, code) => {
    const refusal = nextItem(standing, said, TODAY);
    expect(refusal instanceof DomainError && refusal.code).toBe(code);
  });

  it('never takes more than there is, whatever is recorded', () => {
    const anything = fc.record({ event: fc.constantFrom<RecordedEvent>('INVOICED', 'PAID', 'DISPUTED', 'SETTLED', 'WAIVED'), by: fc.constantFrom('PAYER' as const, 'PAYEE' as const), sum: fc.option(fc.integer({ min: -10, max: 9_000_10 })) });
    fc.assert(fc.property(fc.array(anything, { maxLength: 20 }), (all) => {
      let standing = DUE;
      for (const one of all) {
        const to = nextItem(standing, recording(one.event, one), TODAY);
        if (!(to instanceof DomainError)) standing = to;
        expect(standing.paid).toBeLessThanOrEqual(standing.amount);
        expect(outstandingOf(standing)).toBeGreaterThanOrEqual(0);
        expect(standing.state === 'PAID').toBe(standing.paid === standing.amount);
      }
    }));
  });
});
