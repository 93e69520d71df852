import { evidenceAsShown } from '@hub/domain/matching/explanation/as-shown';
import { unpackEvidence, unpackOffers, type UnitEvidence } from '@hub/domain/matching/explanation/evidence';
import { withoutRuledOut } from '@hub/domain/matching/explanation/ruled-out-since';
import type { RuleName } from '@hub/domain/matching/result';
import { rulebook, type Rulebook } from '@hub/domain/matching/rulebook';
import type { Tx } from '@hub/database/tx';
import { unitCardsByReferences, type UnitHit } from '../children/unit-search.queries';
import { barredReferences, barredUnitsIn } from '../disclosure/barred.queries';
import { unpack } from './evidence-codec';
import type { HouseholdEvidence } from './results-of';
import { findHouseholdResult, type StoredHouseholdResult } from './results.queries';
import { unitsRuledOut } from './ruled-out.queries';
import { findRun, type RunSummary } from './runs.queries';

/** A unit that a household's run lists, with its evidence of that household alone. */
export interface SeenUnit {
  readonly unit: UnitHit;
  readonly pack: UnitEvidence;
}

export interface OpenedHousehold extends Pick<StoredHouseholdResult, 'blocked' | 'ruledOut'> {
  readonly run: RunSummary;
  readonly rules: Rulebook;
  readonly names: readonly RuleName[];
  /** Best first. A unit whose card the viewer may not see is left out without a trace, its count too. */
  readonly units: readonly SeenUnit[];
}

/** What the newest finished run about a household found, or one of them; null where none did. */
export async function openHousehold(tx: Tx, household: string, run: string | null): Promise<OpenedHousehold | null> {
  const result = await findHouseholdResult(tx, household, run);
  const summary = result && (await findRun(tx, result.runReference));
  if (!result || !summary) return null;
  const { units, offers } = unpack<HouseholdEvidence>(result.evidence);
  const [cards, ruledOut] = [await unitCardsByReferences(tx, units.map(({ unit }) => unit)), await unitsRuledOut(tx, result.householdId)];
  const seen = new Map(cards.map((card) => [card.reference, card]));
  const rules = rulebook(result.policy);
  const names = rules.rules.map(({ rule }) => rule);
  const offer = unpackOffers(offers);
  return {
    run: summary, rules, names, blocked: result.blocked - (await blockedAndBarred(tx, summary.id, units)), ruledOut: result.ruledOut,
    units: units.flatMap(({ unit: reference, evidence }): SeenUnit[] => {
      const unit = seen.get(reference);
      if (!unit) return [];
      const kept = withoutRuledOut(unpackEvidence(evidence, offer), new Set(ruledOut.has(reference) ? [household] : []), names);
      return [{ unit, pack: unit.isOwn ? kept : evidenceAsShown(kept, unit) }];
    }),
  };
}

/** Units that a rule keeps off the list are counted and not named: those that the reader must not know of are taken off the count. */
async function blockedAndBarred(tx: Tx, runId: string, listed: HouseholdEvidence['units']): Promise<number> {
  const barred = await barredReferences(tx);
  if (barred.size === 0) return 0;
  return Math.max(0, (await barredUnitsIn(tx, runId)) - listed.filter(({ unit }) => barred.has(unit)).length);
}
