import * as fc from 'fast-check';
import { funnelLimits, funnelPlace, overDispersion } from './funnel';

/** Worked out with whole-number fractions, without rounding: the sums of comb(n, k) p^k (1-p)^(n-k), and the way between two counts in proportion. */
const EXACT: readonly (readonly [number, number, readonly [number, number, number, number]])[] = [
  [20, 0.5, [0.255823529, 0.694176471, 0.136735789, 0.813264211]],
  [11, 0.7, [0.369066033, 0.903993573, 0.19215732, 0.995402424]],
  [50, 0.9, [0.800277272, 0.966137073, 0.739871581, 0.99611935]],
  [127, 0.62, [0.530582914, 0.699605793, 0.480873147, 0.746115596]],
];

describe('funnel limits', () => {
  it.each(EXACT)('of %i children at a share of %f are those of exact arithmetic', (n, share, [lower95, upper95, lower998, upper998]) => {
    const limits = funnelLimits(n, share);
    expect([limits.lower95, limits.upper95, limits.lower998, limits.upper998]).toEqual([lower95, upper95, lower998, upper998].map((one) => expect.closeTo(one, 8) as number));
  });

  it('lie around the share, the wider outside', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 99 }), (n, percent) => {
      const { lower998, lower95, upper95, upper998 } = funnelLimits(n, percent / 100);
      expect([lower998 <= lower95, lower95 <= percent / 100, percent / 100 <= upper95 + 1 / n, upper95 <= upper998, lower998 >= 0, upper998 <= 1]).toEqual(Array(6).fill(true));
    }));
  });

  it('find few beyond them where only chance differs', () => {
    const limits = funnelLimits(40, 0.6);
    expect([24, 28, 31, 37, 12, 17].map((count) => funnelPlace(count, limits))).toEqual(['WITHIN', 'WITHIN', 'BEYOND_95', 'BEYOND_998', 'BEYOND_998', 'BEYOND_95']);
  });
});

describe('over-dispersion', () => {
  it('is 1 where councils differ by chance alone, and more where they differ beyond it', () => {
    const even = Array.from({ length: 10 }, () => ({ count: 20, n: 40 }));
    expect(overDispersion(even, 0.5)).toBe(1);
    // Standardised residuals of 12 and 28 of 40 around a half: -8/40 and 8/40 over the root of 0.25/40, squared 6.4 each.
    expect(overDispersion([{ count: 12, n: 40 }, { count: 28, n: 40 }], 0.5)).toBeCloseTo(6.4, 9);
  });
});
