import type { Problem } from '../children/facts';
import { heldBy } from './consequences';

/**
 * What a file or a correction says of somebody in a live placement, without what the placement alone tells: dates that agree with the record are no news, and
 * those that differ stay what they were, with a warning each. `standing`: what the record holds of those fields.
 */
export function withoutHeld<T extends object>(facts: T, standing: Readonly<Partial<Record<keyof T, unknown>>>, placement: string): { readonly facts: T; readonly problems: readonly Problem[] } {
  const fields = Object.keys(standing) as (keyof T & string)[];
  const said = fields.filter((field) => facts[field] !== undefined && (facts[field] ?? null) !== (standing[field] ?? null));
  const kept = Object.fromEntries(Object.entries(facts).filter(([field]) => !said.includes(field as keyof T & string))) as T;
  return { facts: kept, problems: said.map((field) => ({ severity: 'WARNING', field, code: 'IN_PLACEMENT', message: heldBy(placement) })) };
}
