import { isoDate } from '../dates/iso-date';
import { DEFAULT_POLICY } from './default-policy';
import { generatePool } from './generate-pool';
import { matchPoolByColumns } from './kernel';

const request = { seed: 11, units: 200, households: 300, asAt: isoDate('2026-11-01') };

describe('generatePool', () => {
  it('gives the same bytes for the same request, and others for another seed', () => {
    expect(JSON.stringify(generatePool(request))).toBe(JSON.stringify(generatePool(request)));
    expect(JSON.stringify(generatePool({ ...request, seed: 12 }))).not.toBe(JSON.stringify(generatePool(request)));
  });

  it('has the size asked for, sibling groups of up to four, and gaps', () => {
    const { units, households } = generatePool(request);
    expect([units.length, households.length]).toEqual([200, 300]);
    expect(new Set(units.map(({ members }) => members.length))).toEqual(new Set([1, 2, 3, 4]));
    expect(new Set(units.map(({ agency }) => agency)).size).toBe(10);
    expect(households.some(({ point }) => point === null)).toBe(true);
  });

  it('can be empty', () => {
    expect(generatePool({ ...request, units: 0, households: 0 })).toMatchObject({ units: [], households: [], vetoes: [] });
  });

  it('leaves most units with some eligible household and every unit with some blocked', () => {
    const results = matchPoolByColumns(generatePool(request), DEFAULT_POLICY, { top: 1 });
    expect(results.filter(({ eligible }) => eligible > 0).length).toBeGreaterThan(150);
    expect(results.every(({ blocked }) => blocked > 0)).toBe(true);
  });
});
