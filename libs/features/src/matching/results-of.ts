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
  /** How many units the run may say that it compared. */
  readonly units: number;
}

/** Makes the rows that a run stores, one finding after the other; `run` is the one that found it. */
export interface ResultRows {
  add(run: EvidenceRun, finding: UnitFinding): void;
  /** Once every unit was added, for only then is each list counted. */
  all(): RunFindings;
}

/** For each unit a row for its agency. `found` may hold what another thread made; `runOf` tells what an agency's units are compared by. */
export function unitRows({ units, pool, kept }: LoadedPool, found: NewResult[], runOf: (agency: string, isKept: boolean) => EvidenceRun): ResultRows {
  return {
    add(_run, { unit, evidence, ...counts }) {
      const subject = units.get(unit);
      if (subject) found.push({ ...counts, ...subjectOf('UNIT', subject), localOnly: kept.has(unit), evidence: pack(evidence) });
    },
    all() {
      const offers = new Map<string, NewOffers>();
      const packed = new Map<EvidenceRun, Buffer>();
      for (const { id, agency } of pool.units) {
        const [subject, localOnly] = [units.get(id), kept.has(id)];
        if (!subject || offers.has(`${subject.agencyId} ${localOnly}`)) continue;
        const run = runOf(agency, localOnly);
        const evidence = packed.get(run) ?? pack(offersOf(run));
        packed.set(run, evidence);
        offers.set(`${subject.agencyId} ${localOnly}`, { agencyId: subject.agencyId, localOnly, evidence });
      }
      return { results: found, offers: [...offers.values()], units: pool.units.filter(({ id }) => !kept.has(id)).length };
    },
  };
}

/** One row for the household's agency. */
export function householdRow(claim: Pick<ClaimedRun, 'policy'>, loaded: LoadedPool): ResultRows {
  const found: Found[] = [];
  return {
    add: (run, finding) => void found.push({ run, finding }),
    all() {
      const results = householdResult(claim, loaded, found);
      return { results, offers: [], units: results.reduce((sum, { eligible, conditional, blocked }) => sum + eligible + conditional + blocked, 0) };
    },
  };
}

interface Found {
  readonly run: EvidenceRun;
  readonly finding: UnitFinding;
}

function householdResult({ policy }: Pick<ClaimedRun, 'policy'>, loaded: LoadedPool, found: readonly Found[]): NewResult[] {
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
  const evidence: HouseholdEvidence = { version: 2, units, offers };
  return [{ ...subjectOf('HOUSEHOLD', subject), ...countsOf(compared, loaded), localOnly: false, priority: null, best: units[0]?.band ?? null, evidence: pack(evidence) }];
}

/** Not even a count may tell of children planned for early permanence, unless the household itself opens them to its agency, or of what is kept: the hub reads it too. */
function countsOf(compared: readonly Found[], { pool: { units, households }, kept }: LoadedPool): Pick<NewResult, 'eligible' | 'conditional' | 'blocked' | 'ruledOut'> {
  const opens = households.some(({ earlyPermanence, available }) => earlyPermanence === true && available === true);
  const hidden = new Set([...kept, ...units.filter(({ earlyPermanence }) => earlyPermanence === true && !opens).map(({ id }) => id)]);
  const counted = compared.flatMap(({ finding }) => (hidden.has(finding.unit) ? [] : finding));
  const sum = (key: 'eligible' | 'conditional' | 'blocked' | 'ruledOut'): number => counted.reduce((total, finding) => total + finding[key], 0);
  return { eligible: sum('eligible'), conditional: sum('conditional'), blocked: sum('blocked'), ruledOut: sum('ruledOut') };
}

// The order of matching.md: eligible before conditional, band, rank; the sort keeps the pool's order among equals.
function byStanding(a: ListingUnit, b: ListingUnit): number {
  if (a.status !== b.status) return a.status === 'eligible' ? -1 : 1;
  return a.band === b.band ? b.rank - a.rank : a.band < b.band ? -1 : 1;
}

function subjectOf(subjectType: NewResult['subjectType'], { id, agencyId }: PoolSubject): Pick<NewResult, 'subjectType' | 'subjectId' | 'agencyId'> {
  return { subjectType, subjectId: id, agencyId };
}
