import fc from 'fast-check';
import { AGE_BANDS, HERITAGE_GROUPS } from '../children/bands';
import type { Cell } from './guard';
import type { Traits } from './traits';

/** Few values of each, so that classes of every size come up. */
export const traits: fc.Arbitrary<Traits> = fc.record({
  ages: fc.tuple(fc.nat(AGE_BANDS.length - 1), fc.nat(AGE_BANDS.length - 1)),
  sex: fc.constantFrom('F' as const, 'M' as const, 'UNKNOWN' as const),
  heritage: fc.subarray([...HERITAGE_GROUPS.slice(0, 3)], { minLength: 1, maxLength: 2 }),
  size: fc.constantFrom(1, 1, 1, 2, 3),
  region: fc.constantFrom('North', 'South'),
}).map(({ ages: [a, b], sex, heritage, size, region }) => ({
  youngest: AGE_BANDS[size === 1 ? a : Math.min(a, b)] ?? '0-1', oldest: AGE_BANDS[size === 1 ? a : Math.max(a, b)] ?? '0-1', sex, heritage, size, region,
}));

export const populations = (maxLength = 60): fc.Arbitrary<Traits[]> => fc.array(traits, { maxLength });

/** A list of units as the guard counts them. */
export function cellsOf(units: readonly Traits[]): Cell[] {
  const cells = new Map<string, { traits: Traits; units: number }>();
  for (const one of units) {
    const key = JSON.stringify(one);
    cells.set(key, { traits: one, units: (cells.get(key)?.units ?? 0) + 1 });
  }
  return [...cells.values()];
}
