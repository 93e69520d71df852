import { setImmediate as breathe } from 'node:timers/promises';
import { findUnit, startEvidence, type EvidenceRun, type ShortlistCounts } from '@hub/domain/matching/explanation/find-unit';
import { startRun } from '@hub/domain/matching/match-pool';
import type { Unit } from '@hub/domain/matching/pool';
import { prepareUnit } from '@hub/domain/matching/prepared';
import type { LoadedPool } from '../children/pool.queries';
import { resultRows, type RunFindings } from './results-of';
import type { ClaimedRun } from './runs.queries';
import { circleOf, type Sharing } from './sharing.queries';

/** All that a result depends on, read in one transaction. */
export interface Facts extends LoadedPool {
  readonly sharing: Sharing;
}

/** Hears how far the run is, in percent; false where it was cancelled or taken over, so that it ends. */
export type Tell = (progress: number) => Promise<boolean>;

/** How long comparing may go on before the run says how far it is. */
const TELL_EVERY_MS = 250;

/** The rows to store, or null where the run was cancelled meanwhile. No transaction is open. */
export async function comparePool(claim: ClaimedRun, facts: Facts, tell: Tell): Promise<RunFindings | null> {
  const { pool } = facts;
  const runFor = runsByAgency(claim, facts);
  const steps = stepper(tell);
  const rows = resultRows(claim, facts);
  for (const [at, unit] of pool.units.entries()) {
    const run = runFor(unit);
    rows.add(run, findUnit(run, prepareUnit(unit, pool.asAt)));
    if (!(await steps((90 * at) / pool.units.length))) return null;
  }
  return rows.all();
}

function stepper(tell: Tell): (percent: number) => Promise<boolean> {
  let told = performance.now();
  return async (percent) => {
    if (performance.now() - told < TELL_EVERY_MS) return true;
    if (!(await tell(Math.floor(percent)))) return false;
    // Lets the queue renew its lock on the job.
    await breathe();
    told = performance.now();
    return true;
  };
}

/** Prepared once for each set of households that agencies share: under one regional agreement that is once for all. */
function runsByAgency({ policy }: ClaimedRun, { pool, sharing }: Facts): (unit: Unit) => EvidenceRun {
  const runs = new Map<string, EvidenceRun>();
  const counts: ShortlistCounts = new Map();
  return ({ agency }) => {
    const circle = circleOf(agency, sharing);
    const key = circle.join(' ');
    const run = runs.get(key) ?? startEvidence(startRun({ ...pool, households: pool.households.filter((household) => circle.includes(household.agency)) }, policy), counts);
    runs.set(key, run);
    return run;
  };
}
