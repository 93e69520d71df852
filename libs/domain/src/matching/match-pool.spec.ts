import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_POLICY } from './default-policy';
import { matchPool } from './match-pool';
import type { Policy } from './policy';
import type { Pool } from './pool';

const example = <T>(name: string): T => JSON.parse(readFileSync(join(__dirname, 'example', name), 'utf8')) as T;
const pool = example<Pool>('pool.json');

// Every number of `actual` replaced by the expected one where they differ by no more than 1e-9.
function snapTo(actual: unknown, expected: unknown): unknown {
  if (typeof actual === 'number' && typeof expected === 'number') {
    return Math.abs(actual - expected) <= 1e-9 ? expected : actual;
  }
  if (Array.isArray(actual) && Array.isArray(expected)) {
    return actual.map((value, at) => snapTo(value, (expected as unknown[])[at]));
  }
  if (typeof actual !== 'object' || actual === null || typeof expected !== 'object' || expected === null) return actual;
  return Object.fromEntries(
    Object.entries(actual).map(([key, value]) => [key, snapTo(value, (expected as Record<string, unknown>)[key])]),
  );
}

describe('matchPool on the example', () => {
  it('has the default policy as its constant', () => {
    expect(DEFAULT_POLICY).toEqual(example<Policy>('policy.json'));
  });

  it('gives the expected result, every number to 1e-9 and every key in its place', () => {
    const expected = example<unknown>('result.json');
    const actual = snapTo(matchPool(pool, DEFAULT_POLICY, { blocked: true }), expected);
    expect(JSON.stringify(actual)).toBe(JSON.stringify(expected));
  });

  it('leaves the blocked out unless asked for, and still counts them', () => {
    const [first] = matchPool(pool, DEFAULT_POLICY);
    expect(first).toMatchObject({ blocked: 3 });
    expect(first).not.toHaveProperty('blockedHouseholds');
  });

  it('counts eligible and conditional together in the top', () => {
    const [first] = matchPool(pool, DEFAULT_POLICY, { top: 1 });
    expect(first?.candidates.map(({ household }) => household)).toEqual(['H1']);
    expect(first).toMatchObject({ eligible: 2, conditional: 1, blocked: 3 });
  });

  it('gives the same bytes each time', () => {
    const once = JSON.stringify(matchPool(pool, DEFAULT_POLICY, { blocked: true }));
    expect(JSON.stringify(matchPool(pool, DEFAULT_POLICY, { blocked: true }))).toBe(once);
  });
});
