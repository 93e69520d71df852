import { findUnit, startEvidence, type EvidenceRun, type ShortlistCounts } from '@hub/domain/matching/explanation/find-unit';
import { startRun } from '@hub/domain/matching/match-pool';
import { prepareUnit } from '@hub/domain/matching/prepared';
import type { LoadedPool } from '../children/pool.queries';
import { householdRow, unitRows, type ResultRows, type RunFindings } from './results-of';
import type { NewResult } from './results.queries';
import type { ClaimedRun } from './runs.queries';
import type { Sharing } from './sharing.queries';

/** All that a result depends on, read in one transaction. */
export interface Facts extends LoadedPool {
  readonly sharing: Sharing;
}

/** What is to be compared; a second thread gets a copy. */
export interface Work {
  readonly claim: Pick<ClaimedRun, 'scope' | 'policy'>;
  readonly facts: Facts;
}

/** What one thread has found of a region: its units' rows, and on how many of their lists each household stands. */
export interface Part {
  readonly rows: NewResult[];
  readonly counts: ShortlistCounts;
}

/** The place of the next unit that nobody has taken, in memory that threads share. */
export type Next = Int32Array<SharedArrayBuffer>;

/** Compares a run's units one after the other, as long as another thread has not taken them. */
export class Comparison {
  readonly part: Part = { rows: [], counts: new Map() };
  private readonly runs = new Map<string, EvidenceRun>();
  private readonly rows: ResultRows;

  constructor(private readonly work: Work, private readonly next: Next) {
    const { claim, facts } = work;
    this.rows = claim.scope === 'HOUSEHOLD' ? householdRow(claim, facts) : unitRows(facts, this.part.rows, (agency, isKept) => this.runOf(agency, isKept));
  }

  /** False where no unit is left to take. */
  compareNext(): boolean {
    const { pool, kept } = this.work.facts;
    const unit = pool.units[Atomics.add(this.next, 0, 1)];
    if (!unit) return false;
    const run = this.runOf(unit.agency, kept.has(unit.id));
    this.rows.add(run, findUnit(run, prepareUnit(unit, pool.asAt)));
    return true;
  }

  add({ rows, counts }: Part): void {
    for (const row of rows) this.part.rows.push(row);
    for (const [household, lists] of counts) this.part.counts.set(household, (this.part.counts.get(household) ?? 0) + lists);
  }

  findings(): RunFindings {
    return this.rows.all();
  }

  /** Prepared once for each set of households that agencies share: under one regional agreement, and while nobody keeps any, that is once for all. */
  private runOf(agency: string, isKept: boolean): EvidenceRun {
    const { claim: { policy }, facts: { pool, sharing, kept } } = this.work;
    // What an agency keeps to itself is compared with its own side alone.
    const circle = isKept ? [agency] : circleOf(agency, sharing);
    const keeps = pool.households.some((household) => household.agency === agency && kept.has(household.id));
    const key = `${circle.join(' ')}${keeps || isKept ? ` kept by ${agency}` : ''}`;
    const known = this.runs.get(key);
    if (known) return known;
    const households = pool.households.filter((household) => circle.includes(household.agency) && (household.agency === agency || !kept.has(household.id)));
    // On how many lists a household stands is told to others, so lists of kept units do not count.
    const run = startEvidence(startRun({ ...pool, households }, policy), isKept ? new Map() : this.part.counts);
    this.runs.set(key, run);
    return run;
  }
}

/** The agencies whose households an agency's units may be compared with: itself, and those that share with it. In order of code. */
function circleOf(agency: string, sharing: Sharing): readonly string[] {
  return [agency, ...(sharing.get(agency)?.partners ?? [])].sort();
}
