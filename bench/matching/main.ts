import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { isoDate } from '@hub/domain/dates/iso-date';
import { DEFAULT_POLICY } from '@hub/domain/matching/default-policy';
import { generatePool } from '@hub/domain/matching/generate-pool';
import type { PoolRequest } from '@hub/domain/matching/generate-pool';
import { matchPool } from '@hub/domain/matching/match-pool';
import type { Candidate, UnitResult } from '@hub/domain/matching/result';
import { startEmbeddedPostgres } from '@hub/platform/embedded-postgres';
import type { BenchRow } from '../bench-row';
import { regionRows } from '../region/main';
import { checksum, findingLine } from './checksum';
import { benchKernel } from './kernel-threads';
import { benchPostgres } from './postgres';
import { timed } from './timing';

const NAME = 'exact top 10 with counts';
const TOP = 10;
const request = (size: number): PoolRequest => ({ seed: 7, units: size, households: size, asAt: isoDate('2026-11-01') });

/** Measures the matching engines and a rival at the same sizes. Progress goes to the error stream only. */
export async function run({ json }: { readonly json: boolean }): Promise<readonly BenchRow[]> {
  const say = (text: string): void => void (json || process.stderr.write(`${text}\n`));
  say('kernel on two threads, 10,000 by 10,000');
  const rows = [await kernelRow(10_000, 7)];
  say('kernel, objects and PostgreSQL, 1,000 by 1,000');
  const small = await kernelRow(1_000, 9);
  rows.push(small, await objectRow(small));
  rows.push(await postgresRow(small, 3));
  say('kernel and PostgreSQL, 3,000 by 3,000');
  const middle = await kernelRow(3_000, 9);
  rows.push(middle, await postgresRow(middle, 1));
  say('a region, from the mutation to the stored result');
  return [...rows, ...(await regionRows())];
}

async function kernelRow(size: number, runs: number): Promise<BenchRow> {
  const { median_s, lines } = await benchKernel(request(size), TOP, runs);
  return { name: NAME, engine: 'kernel, 2 threads', units: size, households: size, median_s, runs, checksum: checksum(lines), ratio: 1 };
}

async function objectRow(kernel: BenchRow): Promise<BenchRow> {
  const pool = generatePool(request(kernel.units));
  const runs = 3;
  const { median_s, result } = await timed(runs, () => matchPool(pool, DEFAULT_POLICY, { top: TOP }));
  return rivalRow(kernel, 'objects, 1 thread', { median_s, runs, lines: result.map(resultLine) });
}

async function postgresRow(kernel: BenchRow, runs: number): Promise<BenchRow> {
  const folder = mkdtempSync(join(tmpdir(), 'hub-bench-'));
  const server = await startEmbeddedPostgres({ dataDir: folder, durable: false });
  try {
    const client = new Client({ connectionString: server.superuserUrl });
    await client.connect();
    try {
      const pool = generatePool(request(kernel.units));
      const { median_s, lines } = await benchPostgres(client, pool, DEFAULT_POLICY, { top: TOP, runs });
      return rivalRow(kernel, 'PostgreSQL cross join, 1 session', { median_s, runs, lines });
    } finally {
      await client.end();
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function rivalRow(
  kernel: BenchRow,
  engine: string,
  { median_s, runs, lines }: { readonly median_s: number; readonly runs: number; readonly lines: readonly string[] },
): BenchRow {
  const sum = checksum(lines);
  if (sum !== kernel.checksum) throw new Error(`${engine} found something else at ${kernel.units} units: ${sum}, not ${kernel.checksum}`);
  return { ...kernel, engine, median_s, runs, checksum: sum, ratio: Number((median_s / kernel.median_s).toFixed(1)) };
}

function resultLine({ unit, eligible, conditional, blocked, candidates }: UnitResult): string {
  return findingLine({ unit, eligible, conditional, blocked, best: candidates.map(foundOf) });
}

// The written-out numbers back to the fraction that they were made from.
function foundOf({ household, rank, contributions }: Candidate): { household: string; points: number; weight: number } {
  const weight = contributions.reduce((sum, contribution) => sum + contribution.weight, 0);
  return { household, points: Math.round((rank * weight) / 5), weight };
}
