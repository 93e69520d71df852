import { unpackEvidence, unpackOffers, type PackedEvidence } from '@hub/domain/matching/explanation/evidence';
import { offersOf, type EvidenceRun, type UnitFinding } from '@hub/domain/matching/explanation/find-unit';
import { readCandidate } from '@hub/domain/matching/explanation/read-evidence';
import type { Band } from '@hub/domain/matching/result';
import { rulebook } from '@hub/domain/matching/rulebook';
import type { LoadedPool, PoolSubject } from '../children/pool.queries';
import { pack } from './evidence-codec';
import type { NewOffers, NewResult } from './results.queries';
import type { ClaimedRun } from './runs.queries';

/** What a household's own run keeps: the units that would list it, best first, each with its evidence of this one household. */
export interface HouseholdEvidence {
  readonly version: 2;
  readonly units: readonly ListingUnit[];
  /** The household alone, as `packOffers` writes it. */
  readonly offers: string;
}

interface ListingUnit {
  readonly unit: string;
  readonly status: string;
  readonly band: Band;
  readonly rank: number;
  readonly evidence: PackedEvidence;
}

/** All that a run stores of what it found. */
export interface RunFindings {
  readonly results: readonly NewResult[];
  readonly offers: readonly NewOffers[];
}

/** Makes the rows that a run stores, one finding after the other; `run` is the one that found it. */
export interface ResultRows {
  add(run: EvidenceRun, finding: UnitFinding): void;
  all(): RunFindings;
}

/** A unit's row for its agency; for a household's run one row for the household's agency. */
export function resultRows(claim: ClaimedRun, loaded: LoadedPool): ResultRows {
  return claim.scope === 'HOUSEHOLD' ? householdRow(claim, loaded) : unitRows(loaded);
}

function unitRows({ units }: LoadedPool): ResultRows {
  const results: NewResult[] = [];
  const offers = new Map<string, Buffer>();
  return {
    add(run, { unit, evidence, ...counts }) {
      const subject = units.get(unit);
      if (!subject) return;
      results.push({ ...counts, ...subjectOf('UNIT', subject), evidence: pack(evidence) });
      if (!offers.has(subject.agencyId)) offers.set(subject.agencyId, pack(offersOf(run)));
    },
    all: () => ({ results, offers: [...offers].map(([agencyId, evidence]) => ({ agencyId, evidence })) }),
  };
}

function householdRow(claim: ClaimedRun, loaded: LoadedPool): ResultRows {
  const found: Found[] = [];
  return { add: (run, finding) => void found.push({ run, finding }), all: () => ({ results: householdResult(claim, loaded, found), offers: [] }) };
}

interface Found {
  readonly run: EvidenceRun;
  readonly finding: UnitFinding;
}

function householdResult({ policy }: ClaimedRun, loaded: LoadedPool, found: readonly Found[]): NewResult[] {
  const [subject] = loaded.households.values();
  if (!subject) return [];
  const rules = rulebook(policy);
  // Where a unit's agency shares nothing with the household's, the two were not compared.
  const compared = found.filter(({ finding: { eligible, conditional, blocked } }) => eligible + conditional + blocked > 0);
  const offers = compared[0] ? offersOf(compared[0].run) : '';
  const units = compared.flatMap(({ finding: { unit, evidence: packed } }) => {
    const evidence = unpackEvidence(packed, unpackOffers(offers));
    return evidence.listed.map((listed): ListingUnit => {
      const { status, band, rank } = readCandidate(listed, evidence, rules);
      return { unit, status, band, rank, evidence: packed };
    });
  }).sort(byStanding);
  const eligible = units.filter(({ status }) => status === 'eligible').length;
  // Not even a count may tell of children planned for early permanence, whom the household's agency may not see.
  const early = new Set(loaded.pool.units.filter(({ earlyPermanence }) => earlyPermanence === true).map(({ id }) => id));
  const blocked = compared.filter(({ finding }) => finding.blocked > 0 && !early.has(finding.unit));
  const evidence: HouseholdEvidence = { version: 2, units, offers };
  return [{
    ...subjectOf('HOUSEHOLD', subject), eligible, conditional: units.length - eligible, blocked: blocked.length,
    ruledOut: blocked.reduce((sum, { finding: { ruledOut } }) => sum + ruledOut, 0), priority: null, best: units[0]?.band ?? null, evidence: pack(evidence),
  }];
}

// The order of matching.md: eligible before conditional, band, rank; the sort keeps the pool's order among equals.
function byStanding(a: ListingUnit, b: ListingUnit): number {
  if (a.status !== b.status) return a.status === 'eligible' ? -1 : 1;
  return a.band === b.band ? b.rank - a.rank : a.band < b.band ? -1 : 1;
}

function subjectOf(subjectType: NewResult['subjectType'], { id, agencyId }: PoolSubject): Pick<NewResult, 'subjectType' | 'subjectId' | 'agencyId'> {
  return { subjectType, subjectId: id, agencyId };
}
