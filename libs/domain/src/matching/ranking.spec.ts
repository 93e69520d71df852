import { bandThresholds, naturalBand } from './bands';
import { chordSquared, chordSquaredWithin, distanceKm, positionOf } from './distance';
import { DEFAULT_POLICY } from './default-policy';
import { HOUSEHOLD, UNIT, allNeeds, explained, poolOf } from './example.support-spec';
import { isoDate } from '../dates/iso-date';
import { matchPool } from './match-pool';
import { unitPriority } from './priority';
import { compareTallies, numbersOf } from './tally';

describe('bands', () => {
  it.each([
    [85, 0],
    [84, 1],
    [70, 1],
    [69, 2],
    [50, 2],
    [49, 3],
  ])('a rank of %i is in place %i', (rank, band) => {
    // With a total weight of 5 the numerator is the rank itself.
    expect(naturalBand(rank, bandThresholds(DEFAULT_POLICY.bands, 5))).toBe(band);
  });

  it('hold a decimal limit to the digit', () => {
    const thresholds = bandThresholds({ A: 72.3, B: 72.3, C: 0.1 }, 5000);
    expect(thresholds).toEqual([72_300, 72_300, 100]);
  });

  it.each([
    [0, 'A'],
    [1, 'B'],
    [2, 'C'],
    [3, 'C'],
  ])('with %i essential stretches are at best %s', (count, band) => {
    const keys = DEFAULT_POLICY.needs.slice(0, count);
    const needs = { ...allNeeds(2), ...Object.fromEntries(keys.map((key) => [key, 3 as const])) };
    const result = explained({ unit: { needs, essential: keys } });
    expect(result).toMatchObject({ band, stretches: keys });
    expect(explained({ unit: { needs, essential: [] } }).band).toBe('A');
  });
});

describe('the order', () => {
  it('puts eligible before conditional, then band before rank', () => {
    const stretched = { ...HOUSEHOLD, id: 'a-capped', accepts: { ...allNeeds(3), attachment: 2 as const } };
    const far = { ...HOUSEHOLD, id: 'b-far', accepts: allNeeds(3), point: { lat: 57, lon: -1 } };
    const unsure = { ...HOUSEHOLD, id: 'c-unsure', accepts: allNeeds(3), available: null };
    const unit = { ...UNIT, needs: allNeeds(3), essential: ['attachment'] };
    const [result] = matchPool(poolOf([unit], [unsure, stretched, far]), DEFAULT_POLICY);
    expect(result?.candidates.map(({ household, band }) => `${household} ${band}`)).toEqual(['b-far A', 'a-capped B', 'c-unsure A']);
    expect(result!.candidates[0]!.rank).toBeLessThan(result!.candidates[1]!.rank);
  });

  it('compares ranks as fractions, then coverage', () => {
    const third = { weight: 3, knownWeight: 3, known: 1, expected: 1 };
    const same = { weight: 9, knownWeight: 6, known: 3, expected: 3 };
    expect(compareTallies(third, same)).toBeLessThan(0);
    expect(compareTallies(third, { ...same, expected: 4 })).toBeGreaterThan(0);
    expect(compareTallies(third, { ...same, knownWeight: 9 })).toBe(0);
  });
});

describe('the numbers', () => {
  it('have no score where nothing is known', () => {
    expect(numbersOf({ weight: 10, knownWeight: 0, known: 0, expected: 100 })).toEqual({
      rank: 50,
      score: null,
      coverage: 0,
      low: 0,
      high: 100,
    });
  });

  it('weigh waiting and scarcity across units', () => {
    const asAt = isoDate('2026-11-01');
    const priority = (since: string, eligible: number): number =>
      unitPriority({ ...UNIT, waitingSince: isoDate(since) }, eligible, asAt, DEFAULT_POLICY);
    expect(priority('2026-11-01', 10)).toBe(1);
    expect(priority('2027-05-01', 40)).toBe(1);
    expect(priority('2026-11-01', 0)).toBe(1.5);
    expect(priority('2025-11-01', 10)).toBe(1.5);
    expect(priority('2020-01-01', 5)).toBe(1.75);
  });
});

describe('distance', () => {
  const [london, edinburgh] = [positionOf({ lat: 51.5074, lon: -0.1278 }), positionOf({ lat: 55.9533, lon: -3.1883 })];

  it('is the great circle on the mean radius', () => {
    const equator = (lon: number): ReturnType<typeof positionOf> => positionOf({ lat: 0, lon });
    // A quarter and a half of the circumference, 2 pi times 6371.0088 km.
    expect(distanceKm(equator(0), equator(90))).toBeCloseTo(10_007.557_221, 5);
    expect(distanceKm(equator(0), equator(180))).toBeCloseTo(20_015.114_442, 5);
    expect(distanceKm(london, edinburgh)).toBeCloseTo(haversineKm(51.5074, -0.1278, 55.9533, -3.1883), 6);
  });

  it('includes the limit', () => {
    const km = distanceKm(london, edinburgh);
    expect(chordSquared(london, edinburgh)).toBeLessThanOrEqual(chordSquaredWithin(km));
    expect(chordSquared(london, edinburgh)).toBeGreaterThan(chordSquaredWithin(km - 0.001));
    expect(chordSquaredWithin(30_000)).toBe(Infinity);
  });
});

// The textbook formula, another way to the same distance.
function haversineKm(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const half = (a: number, b: number): number => Math.sin(radians(b - a) / 2) ** 2;
  const h = half(lat1, lat2) + Math.cos(radians(lat1)) * Math.cos(radians(lat2)) * half(lon1, lon2);
  return 2 * 6371.0088 * Math.asin(Math.sqrt(h));
}
