import { DEFAULT_POLICY } from '../default-policy';
import { startRun } from '../match-pool';
import type { MatchRun } from '../match-pool';
import type { Policy } from '../policy';
import type { Pool } from '../pool';
import { prepareUnit } from '../prepared';
import { unpackEvidence, unpackOffers, type UnitEvidence } from './evidence';
import { findUnit, offersOf, startEvidence, type UnitFinding } from './find-unit';

export interface Found extends Omit<UnitFinding, 'evidence'> {
  readonly evidence: UnitEvidence;
}

/** A whole pool, unpacked as a reader gets it. */
export function findAll(pool: Pool, policy: Policy = DEFAULT_POLICY): { readonly run: MatchRun; readonly findings: readonly Found[] } {
  const run = startRun(pool, policy);
  const evidenceRun = startEvidence(run);
  const found = pool.units.map((unit) => findUnit(evidenceRun, prepareUnit(unit, pool.asAt)));
  const offers = unpackOffers(offersOf(evidenceRun));
  const findings = found.map(({ evidence, ...finding }) => ({ ...finding, evidence: unpackEvidence(evidence, offers) }));
  return { run, findings };
}
