import { countStanding } from '@hub/domain/matching/explanation/ruled-out-since';
import { bestBand, withoutHouseholds } from '@hub/domain/matching/explanation/without-households';
import { rulebook } from '@hub/domain/matching/rulebook';
import type { Tx } from '@hub/database/tx';
import { unpackUnit } from './evidence-codec';
import { findEvidence, type ResultRow } from './results.queries';

/** A run's rows with their counts taken anew, as if the run had never met these households. */
export async function recount(tx: Tx, run: string, items: readonly ResultRow[], hidden: ReadonlySet<string>): Promise<readonly ResultRow[]> {
  if (hidden.size === 0) return items;
  const found = await findEvidence(tx, run, items.map(({ subjectId }) => subjectId));
  const counts = new Map(found.map(({ unitId, policy, evidence, offers }) => {
    const rules = rulebook(policy);
    const left = withoutHouseholds(unpackUnit(evidence, offers), hidden);
    return [unitId, { ...countStanding(left, rules.rules.map(({ rule }) => rule)), best: bestBand(left, rules) }];
  }));
  return items.map((item) => ({ ...item, ...counts.get(item.subjectId) }));
}
