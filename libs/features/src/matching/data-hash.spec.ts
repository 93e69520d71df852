import { isoDate } from '@hub/domain/dates/iso-date';
import { DEFAULT_POLICY } from '@hub/domain/matching/default-policy';
import { generatePool } from '@hub/domain/matching/generate-pool';
import { canonicalJson, dataHash } from './data-hash';
import type { Sharing } from './sharing.queries';

const pool = generatePool({ seed: 5, units: 4, households: 6, asAt: isoDate('2026-11-01') });
const agencies = [...new Set([...pool.units, ...pool.households].map(({ agency }) => agency))];
const sharing: Sharing = new Map(agencies.map((agency) => [agency, { isMember: true, partners: agencies.filter((other) => other !== agency) }]));
const all = { sharing, kept: new Set<string>() };

describe('the hash of what a run read', () => {
  test('does not depend on the order of keys', () => {
    expect(canonicalJson({ b: [{ d: 1, c: null }], a: 'x' })).toBe('{"a":"x","b":[{"c":null,"d":1}]}');
    const turned = Object.fromEntries(Object.entries(DEFAULT_POLICY).reverse()) as unknown as typeof DEFAULT_POLICY;
    expect(dataHash(pool, turned, all)).toBe(dataHash(pool, DEFAULT_POLICY, all));
  });

  test('changes with a fact, a policy, an agreement and what is kept, and not with an agency that brings nothing', () => {
    const before = dataHash(pool, DEFAULT_POLICY, all);
    expect(dataHash({ ...pool, units: pool.units.slice(1) }, DEFAULT_POLICY, all)).not.toBe(before);
    expect(dataHash(pool, { ...DEFAULT_POLICY, version: 2 }, all)).not.toBe(before);
    expect(dataHash(pool, DEFAULT_POLICY, { ...all, kept: new Set([pool.units[0]?.id ?? '']) })).not.toBe(before);
    expect(dataHash(pool, DEFAULT_POLICY, { ...all, sharing: new Map() })).not.toBe(before);
    expect(dataHash(pool, DEFAULT_POLICY, { ...all, sharing: new Map([...sharing, ['NEW', { isMember: true, partners: agencies }]]) })).toBe(before);
  });
});
