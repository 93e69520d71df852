import { candidateAsShown } from '@hub/domain/matching/explanation/as-shown';
import type { ListedEvidence, UnitEvidence } from '@hub/domain/matching/explanation/evidence';
import { readCandidate, type ShownCandidate } from '@hub/domain/matching/explanation/read-evidence';
import type { Rulebook } from '@hub/domain/matching/rulebook';
import type { UnitHit } from '../children/unit-search.queries';

interface Read {
  readonly unit: UnitHit;
  readonly pack: UnitEvidence;
  readonly rules: Rulebook;
}

/** What of the unit another agency's card does not show, its reasons do not tell. */
export function readAsShown(listed: ListedEvidence, { pack, rules, unit }: Read): ShownCandidate {
  const candidate = readCandidate(listed, pack, rules);
  return unit.isOwn ? candidate : candidateAsShown(candidate, unit);
}
