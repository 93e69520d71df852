import type { Applied } from '@hub/domain/children/facts';
import type { EarlierDecision } from '@hub/domain/interchange/parsed';
import type { Tally } from '@hub/domain/interchange/tally';
import { correctEarlierDecisions, findEarlierDecisions, insertEarlierDecisions } from './decisions.queries';
import type { DecisionOfChild } from './decisions.queries';
import type { ImportRun } from './import-run';

/** Decisions that were reversed before the current one: history beside the child's record (domain.md trap 16). */
export async function takeEarlierDecisions(run: ImportRun, decisions: readonly EarlierDecision[], children: ReadonlyMap<string, Applied | undefined>, tally: Tally): Promise<void> {
  const ofRecords: DecisionOfChild[] = [];
  for (const decision of decisions) {
    const child = children.get(decision.externalId);
    if (child?.id) ofRecords.push({ ...decision, childId: child.id });
    // Whose current decision is refused keeps none of the earlier ones either.
    else tally.outcome(decision.place, child?.outcome === 'ADDED' ? 'ADDED' : 'REFUSED');
  }
  if (ofRecords.length === 0) return;
  const recorded = await findEarlierDecisions(run.tx, ofRecords);
  const fresh: DecisionOfChild[] = [];
  const changed: (DecisionOfChild & { id: string })[] = [];
  ofRecords.forEach((decision, at) => {
    const before = recorded[at];
    if (!before) fresh.push(decision);
    else if (before.reversedOn !== decision.reversedOn || before.reason !== decision.reason) changed.push({ ...decision, id: before.id });
    const outcome = !before ? 'ADDED' : changed.at(-1)?.id === before.id ? 'CHANGED' : 'UNCHANGED';
    tally.outcome(decision.place, outcome);
    if (outcome === 'CHANGED') {
      tally.difference({ subject: `Child ${decision.externalId}`, field: `decision of ${decision.decidedOn} reversed`, before: before?.reversedOn ?? null, after: decision.reversedOn });
    }
  });
  if (!run.writes) return;
  if (fresh.length > 0) await insertEarlierDecisions(run.tx, run.actor, fresh);
  if (changed.length > 0) await correctEarlierDecisions(run.tx, changed);
}
