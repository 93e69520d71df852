import fc from 'fast-check';
import { cellsOf, populations, traits } from './arbitrary.support-spec';
import { classSize, mayOverride, renew, standingsOf } from './guard';
import { LADDER, shownAt, TOP } from './ladder';
import { showing } from './shown';
import type { Traits } from './traits';

const ks = fc.integer({ min: 1, max: 8 });

/** Written apart from the guard: is the unit, as the register knows it, one of those that the profile can be of? */
function fits(unit: Traits, of: Traits, level: number): boolean {
  const known = LADDER.slice(0, level).map(({ name }) => name);
  const hidden = (name: string): boolean => known.includes(name);
  const years = (band: string): string => (hidden('anyAge') ? '' : hidden('age') ? { '0-1': 'a', '2-3': 'a', '4-5': 'b', '6-7': 'b' }[band] ?? band : band);
  const count = (size: number): number => (hidden('anySize') ? 0 : hidden('size') ? Math.min(size, 2) : size);
  return (hidden('region') || unit.region === of.region) && (hidden('heritage') || unit.heritage.join() === of.heritage.join())
    && years(unit.youngest) === years(of.youngest) && years(unit.oldest) === years(of.oldest)
    && (hidden('sex') || unit.sex === of.sex) && count(unit.size) === count(of.size);
}

interface Released { readonly of: Traits; level: number; readonly override: { reason: string; by: string } | null }

type Step = { readonly kind: 'add' | 'leave' | 'release' | 'override'; readonly at: number; readonly traits: Traits };
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({ kind: fc.constantFrom('add' as const, 'add' as const, 'leave' as const, 'release' as const, 'release' as const, 'override' as const), at: fc.nat(1000), traits }),
  { maxLength: 80 });

/** A region as it goes on: records come and leave, profiles are released, the nightly round renews what is shown. */
class Region {
  units: Traits[];
  released: Released[] = [];
  approved = 0;
  overridden = 0;

  constructor(units: readonly Traits[], private readonly k: number, private readonly percent: number) {
    this.units = [...units];
  }

  take({ kind, at, traits: drawn }: Step): void {
    const one = this.units[at % Math.max(1, this.units.length)];
    if (kind === 'add') this.units.push(drawn);
    if (one === undefined) return;
    // A shown unit does not leave the region's records while it is shown.
    if (kind === 'leave' && !this.released.some(({ of }) => of === one)) this.units = this.units.filter((unit) => unit !== one);
    if (kind === 'release' || kind === 'override') this.release(one, kind === 'override');
    this.renew();
  }

  private release(of: Traits, asRecorded: boolean): void {
    const { level, below } = standingsOf(cellsOf(this.units), this.k)(of);
    const needsOverride = below || (asRecorded && level > 0);
    if (needsOverride && !mayOverride(this.approved, this.overridden, this.percent)) return;
    this.approved += 1;
    if (needsOverride) this.overridden += 1;
    this.released.push({ of, level: asRecorded ? 0 : level, override: needsOverride ? { reason: 'A reason', by: 'second' } : null });
  }

  private renew(): void {
    const standings = standingsOf(cellsOf(this.units), this.k);
    this.released = this.released.flatMap((one) => {
      const { level, below } = renew({ level: one.level, overridden: one.override !== null }, standings(one.of));
      return below ? [] : [{ ...one, level }];
    });
  }
}

describe('ANON-2: the guard', () => {
  it('for random populations no released profile has an equivalence class below k, or it carries an override with reason and second person, and overrides stay under a settable share', () => {
    fc.assert(fc.property(populations(40), steps, ks, fc.constantFrom(0, 10, 25), (units, taken, k, percent) => {
      const region = new Region(units, k, percent);
      for (const step of taken) {
        region.take(step);
        for (const { of, level, override } of region.released) {
          const size = region.units.filter((unit) => fits(unit, of, level)).length;
          expect(size >= k || (override !== null && override.reason !== '' && override.by === 'second')).toBe(true);
        }
        expect(region.overridden).toBeLessThanOrEqual((region.approved * percent) / 100);
      }
    }), { numRuns: 400 });
  });

  it('adding one record never makes an already released profile less general', () => {
    fc.assert(fc.property(populations(), traits, ks, (units, added, k) => {
      const before = standingsOf(cellsOf(units), k);
      const after = standingsOf(cellsOf([...units, added]), k);
      for (const unit of units) {
        const { level } = before(unit);
        expect(renew({ level, overridden: false }, after(unit)).level).toBeGreaterThanOrEqual(level);
        expect(renew({ level: 0, overridden: true }, after(unit))).toEqual({ level: 0, below: false });
      }
    }), { numRuns: 400 });
  });

  it('keeps k candidates even for somebody who knows the ladder and strikes out all whom it would show otherwise', () => {
    fc.assert(fc.property(populations(80), ks, (units, k) => {
      const standings = standingsOf(cellsOf(units), k);
      for (const of of units) {
        const { level, below } = standings(of);
        if (below) continue;
        const left = units.filter((unit) => fits(unit, of, level) && standings(unit).level === level && !standings(unit).below);
        expect(left.length).toBeGreaterThanOrEqual(k);
      }
    }), { numRuns: 300 });
  });

  it('leaves fewer than k units of a region below k, and takes the finest level that serves', () => {
    fc.assert(fc.property(populations(80), ks, (units, k) => {
      const standings = standingsOf(cellsOf(units), k);
      expect(units.filter((unit) => standings(unit).below).length).toBeLessThan(k);
      for (const unit of units) expect(standings(unit).level === 0).toBe(units.filter((other) => fits(other, unit, 0)).length >= k);
    }), { numRuns: 300 });
  });

  it('joins classes on every rung and splits none', () => {
    fc.assert(fc.property(traits, traits, (a, b) => {
      for (let level = 1; level <= TOP; level += 1) {
        const alike = (at: number): boolean => JSON.stringify(shownAt(a, at)) === JSON.stringify(shownAt(b, at));
        expect(!alike(level - 1) || alike(level)).toBe(true);
        expect(alike(level)).toBe(fits(a, b, level));
      }
      expect(shownAt(a, TOP)).toEqual(shownAt(b, TOP));
    }), { numRuns: 500 });
  });

  it('counts a class as a naive oracle does', () => {
    fc.assert(fc.property(populations(), traits, fc.nat(TOP), (units, of, level) => {
      expect(classSize(cellsOf(units), of, level)).toBe(units.filter((unit) => fits(unit, of, level)).length);
    }));
  });

  it.each([[0, 0, 10, false], [8, 0, 10, false], [9, 0, 10, true], [18, 1, 10, false], [19, 1, 10, true], [0, 0, 100, true], [99, 0, 0, false]])(
    'after %i approvals with %i overrides at most %i %%: one more override %s', (approved, overridden, percent, may) => expect(mayOverride(approved, overridden, percent)).toBe(may));

  it('finds a child by every band that may be shown of its age', () => {
    expect(showing('2-3')).toEqual(['2-3', '0-3', 'ANY']);
    expect(showing('8+')).toEqual(['8+', 'ANY']);
  });
});
