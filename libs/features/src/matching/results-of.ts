import type { UnitFinding } from '@hub/domain/matching/explanation/evidence';
import { readCandidate } from '@hub/domain/matching/explanation/read-evidence';
import { rulebook } from '@hub/domain/matching/rulebook';
import type { LoadedPool, PoolSubject } from '../children/pool.queries';
import { pack, packUnit } from './evidence-codec';
import type { NewResult } from './results.queries';
import type { ClaimedRun } from './runs.queries';

/** What a household's own run keeps: the units that would list it. */
export interface HouseholdEvidence {
  readonly version: 1;
  readonly units: readonly { readonly unit: string; readonly status: string; readonly band: string; readonly rank: number }[];
}

/** The rows that a run stores: a unit's for its agency, or for a household's run one row for the household's agency. */
export function resultsOf(claim: ClaimedRun, loaded: LoadedPool, findings: readonly UnitFinding[]): NewResult[] {
  if (claim.scope === 'HOUSEHOLD') return householdResult(claim, loaded, findings);
  return findings.flatMap(({ unit, evidence, ...counts }): NewResult[] => {
    const subject = loaded.units.get(unit);
    return subject ? [{ ...counts, ...subjectOf('UNIT', subject), evidence: packUnit(evidence) }] : [];
  });
}

function householdResult({ policy }: ClaimedRun, loaded: LoadedPool, findings: readonly UnitFinding[]): NewResult[] {
  const [subject] = loaded.households.values();
  if (!subject) return [];
  const rules = rulebook(policy);
  // Where a unit's agency shares nothing with the household's, the two were not compared.
  const compared = findings.filter(({ eligible, conditional, blocked }) => eligible + conditional + blocked > 0);
  const units = compared.flatMap(({ unit, evidence }) =>
    evidence.listed.map((listed) => {
      const { status, band, rank } = readCandidate(listed, evidence, rules);
      return { unit, status, band, rank };
    }),
  ).sort(byStanding);
  const eligible = units.filter(({ status }) => status === 'eligible').length;
  const evidence: HouseholdEvidence = { version: 1, units };
  return [{
    ...subjectOf('HOUSEHOLD', subject), eligible, conditional: units.length - eligible, blocked: compared.length - units.length,
    ruledOut: compared.reduce((sum, { ruledOut }) => sum + ruledOut, 0), priority: null, evidence: pack(evidence),
  }];
}

// The order of matching.md: eligible before conditional, band, rank; the sort keeps the pool's order among equals.
function byStanding(a: HouseholdEvidence['units'][number], b: HouseholdEvidence['units'][number]): number {
  if (a.status !== b.status) return a.status === 'eligible' ? -1 : 1;
  return a.band === b.band ? b.rank - a.rank : a.band < b.band ? -1 : 1;
}

function subjectOf(subjectType: NewResult['subjectType'], { id, agencyId }: PoolSubject): Pick<NewResult, 'subjectType' | 'subjectId' | 'agencyId'> {
  return { subjectType, subjectId: id, agencyId };
}
