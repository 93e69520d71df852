import * as fc from 'fast-check';
import { isoDate } from '../dates/iso-date';
import { daysUntil, survival, waitOf, type Wait } from './kaplan-meier';

const waits = (text: string): Wait[] => text.split(' ').map((one) => ({ days: Number.parseInt(one, 10), isOver: !one.endsWith('+') }));

describe('the product-limit estimate', () => {
  it('gives the published figures of Freireich and others (1963), the patients with 6-mercaptopurine', () => {
    const steps = survival(waits('6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+'));
    expect(steps.map(({ days, share }) => [days, Number(share.toFixed(3))])).toEqual([[6, 0.857], [7, 0.807], [10, 0.753], [13, 0.69], [16, 0.627], [22, 0.538], [23, 0.448]]);
    expect(daysUntil(steps)).toBe(23);
  });

  it('has no median while more than half still wait', () => {
    expect(daysUntil(survival(waits('10 20+ 30+')))).toBeNull();
    expect(daysUntil(survival([]))).toBeNull();
  });

  it('is the plain median where nobody waits any more', () => {
    fc.assert(fc.property(fc.array(fc.nat(500), { minLength: 1 }), (days) => {
      const sorted = [...days].sort((a, b) => a - b);
      expect(daysUntil(survival(days.map((one) => ({ days: one, isOver: true }))))).toBe(sorted[Math.ceil(sorted.length / 2) - 1]);
    }));
  });

  it('does not reward leaving children unplaced: each who still waits long makes the median no shorter', () => {
    fc.assert(fc.property(fc.array(fc.record({ days: fc.nat(500), isOver: fc.boolean() }), { minLength: 1 }), (some) => {
      const longest = Math.max(...some.map(({ days }) => days));
      const [before, after] = [daysUntil(survival(some)), daysUntil(survival([...some, { days: longest + 1, isOver: false }]))];
      expect(after ?? Infinity).toBeGreaterThanOrEqual(before ?? Infinity);
    }));
  });

  it('reckons a wait to its end, or to the last day', () => {
    const [from, to, last] = [isoDate('2024-02-28'), isoDate('2024-03-01'), isoDate('2024-12-31')];
    expect([waitOf(from, to, last), waitOf(from, null, last)]).toEqual([{ days: 2, isOver: true }, { days: 307, isOver: false }]);
  });
});
