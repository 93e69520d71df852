import { parentPort, workerData } from 'node:worker_threads';
import { DEFAULT_POLICY } from '@hub/domain/matching/default-policy';
import { generatePool } from '@hub/domain/matching/generate-pool';
import type { PoolRequest } from '@hub/domain/matching/generate-pool';
import { rankUnits } from '@hub/domain/matching/kernel';
import type { UnitRanking } from '@hub/domain/matching/kernel';
import { findingLine } from './checksum';

/** A thread's share of the units. */
export interface Share {
  readonly request: PoolRequest;
  readonly top: number;
  readonly from: number;
  readonly to: number;
}

// The pool is in memory before the clock starts, as it is for the database.
const { request, top, from, to } = workerData as Share;
const pool = generatePool(request);
let rankings: readonly UnitRanking[] = [];

parentPort?.on('message', (order: 'rank' | 'report') => {
  if (order === 'rank') {
    rankings = rankUnits(pool, DEFAULT_POLICY, { top, from, to });
    parentPort?.postMessage('done');
  } else {
    parentPort?.postMessage(rankings.map(lineOf));
  }
});
parentPort?.postMessage('ready');

function lineOf({ unit, best, ...counts }: UnitRanking): string {
  const found = best.map(({ household, expected, weight }) => ({ household: household.household.id, points: expected, weight }));
  return findingLine({ unit: unit.unit.id, ...counts, best: found });
}
