import type { Band } from '../result';
import type { Rulebook } from '../rulebook';
import type { UnitEvidence } from './evidence';
import { readCandidate } from './read-evidence';

/**
 * The evidence as if the run had never met these households: neither a place on the list nor a count is left of them. For
 * readers who must not know of them (trust.md AZ-10).
 */
export function withoutHouseholds(evidence: UnitEvidence, hidden: ReadonlySet<string>): UnitEvidence {
  if (hidden.size === 0) return evidence;
  return {
    ...evidence,
    listed: evidence.listed.filter(({ offer }) => !hidden.has(offer.household)),
    blocked: evidence.blocked.filter(({ household }) => !hidden.has(household)),
  };
}

/** The best band on the list, or null where nobody is listed. */
export function bestBand(evidence: UnitEvidence, rules: Rulebook): Band | null {
  const bands = evidence.listed.map((listed) => readCandidate(listed, evidence, rules).band);
  return bands.sort()[0] ?? null;
}
