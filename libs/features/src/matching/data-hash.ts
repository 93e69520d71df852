import { createHash } from 'node:crypto';
import type { Policy } from '@hub/domain/matching/policy';
import type { Pool } from '@hub/domain/matching/pool';
import type { Facts } from './comparison';

/** SHA-256 of all that a run's result depends on: the same hash gives the same bytes of evidence. */
export function dataHash(pool: Pool, policy: Policy, { sharing, kept }: Pick<Facts, 'sharing' | 'kept'>): string {
  // Who shares with whom matters for the agencies of the pool alone: a new agency without children or families changes no result.
  const agencies = [...new Set([...pool.units, ...pool.households].map(({ agency }) => agency))].sort();
  const shares = agencies.map((agency) => [agency, agencies.filter((other) => sharing.get(agency)?.partners.includes(other))]);
  return createHash('sha256').update(canonicalJson({ pool, policy, shares, kept: [...kept].sort() })).digest('hex');
}

/** JSON with the keys of every object in order, so that equal values have equal text wherever they come from. */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const held = value as Readonly<Record<string, unknown>>;
  const keys = Object.keys(held).filter((key) => held[key] !== undefined).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(held[key])}`).join(',')}}`;
}
