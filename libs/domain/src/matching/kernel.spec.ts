import * as fc from 'fast-check';
import { isoDate } from '../dates/iso-date';
import { policyAndPool } from './arbitrary.support-spec';
import { DEFAULT_POLICY } from './default-policy';
import { HOUSEHOLD, UNIT, poolOf } from './example.support-spec';
import { generatePool } from './generate-pool';
import { matchPoolByColumns, rankUnits } from './kernel';
import { matchPool } from './match-pool';

const asAt = isoDate('2026-11-01');

describe('the kernel', () => {
  it('gives exactly what matchPool gives, for any pool, policy and length of list', () => {
    fc.assert(
      fc.property(policyAndPool, fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }), ({ policy, pool }, top) => {
        expect(matchPoolByColumns(pool, policy, { top })).toEqual(matchPool(pool, policy, { top }));
      }),
      { numRuns: 400 },
    );
  });

  it('does so for a generated pool of several words of households, and for more ages at home than a table holds', () => {
    const pool = generatePool({ seed: 3, units: 40, households: 2600, asAt });
    expect(new Set(pool.households.map(({ childrenAtHome }) => String(childrenAtHome))).size).toBeGreaterThan(625);
    for (const top of [1, 10]) {
      const expected = matchPool(pool, DEFAULT_POLICY, { top });
      expect(matchPoolByColumns(pool, DEFAULT_POLICY, { top })).toEqual(expected);
    }
  });

  it('does so for weights that need more than 31 bits', () => {
    const weights = { ...DEFAULT_POLICY.weights, need: 10_000, age: 9_999, distance: 10_000, pets: 1 };
    const policy = { ...DEFAULT_POLICY, weights };
    const pool = generatePool({ seed: 5, units: 20, households: 300, asAt });
    expect(matchPoolByColumns(pool, policy, { top: 10 })).toEqual(matchPool(pool, policy, { top: 10 }));
  });

  it('ranks a share of the units as the whole run does', () => {
    const pool = generatePool({ seed: 4, units: 11, households: 90, asAt });
    const whole = matchPoolByColumns(pool, DEFAULT_POLICY, { top: 5 });
    const first = matchPoolByColumns(pool, DEFAULT_POLICY, { top: 5, to: 6 });
    expect([...first, ...matchPoolByColumns(pool, DEFAULT_POLICY, { top: 5, from: 6 })]).toEqual(whole);
  });

  it('settles ties by id, by code point', () => {
    const ids = ['b', '\uFFFD', '\u{1F3E0}', 'a', 'B'];
    const pool = poolOf([UNIT], ids.map((id) => ({ ...HOUSEHOLD, id })));
    const inOrder = ['B', 'a', 'b', '\uFFFD', '\u{1F3E0}'];
    for (const match of [matchPool, matchPoolByColumns]) {
      expect(match(pool, DEFAULT_POLICY, { top: 5 })[0]?.candidates.map(({ household }) => household)).toEqual(inOrder);
    }
  });

  it('copes with a pool without households', () => {
    expect(rankUnits(poolOf([UNIT], []), DEFAULT_POLICY, { top: 3 })).toMatchObject([
      { eligible: 0, conditional: 0, blocked: 0, best: [] },
    ]);
  });
});
