import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openWorld, type Town, type World } from '@hub/features/children/spec-world';
import { startEmbeddedPostgres } from '@hub/platform/embedded-postgres';
import { freshDatabase } from '../../test/harness/database';
import { GraphQLClient } from '../../test/harness/graphql-client';
import { startHub } from '../../test/harness/hub-process';
import { prepareTemplate } from '../../test/harness/template';
import type { BenchRow } from '../bench-row';
import { settleRegion } from './world';

const SIZE = 300;
const RUNS = 40;
const WARM_UP = 5;

/** One run over a region of 300 by 300, from the mutation's first byte to the stored result: real API, real worker, PostgreSQL queue. */
export async function run(): Promise<readonly (BenchRow & { readonly p95_s: number })[]> {
  const folder = mkdtempSync(join(tmpdir(), 'hub-bench-'));
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), durable: true });
  try {
    process.env.HUB_TEST_SERVER = JSON.stringify({ folder, ...(await prepareTemplate(postgres.superuserUrl)) });
    const database = await freshDatabase();
    const keyFile = join(folder, 'keys.json');
    const world = await openWorld(database, keyFile);
    try {
      const town = await settleRegion(world, SIZE, SIZE);
      const token = await apiToken(world, town);
      const hub = await startHub({ database, environment: { HUB_KEY_FILE: keyFile } });
      try {
        return [await measure(world, GraphQLClient.withToken(hub.url, token))];
      } finally {
        await hub.stop();
      }
    } finally {
      await world.close();
    }
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(world: World, client: GraphQLClient): Promise<BenchRow & { readonly p95_s: number }> {
  const seconds: number[] = [];
  for (let at = 0; at < WARM_UP + RUNS; at += 1) {
    const asked = Date.now();
    const { startMatchingRun } = await client.query<{ startMatchingRun: { reference: string } }>('mutation { startMatchingRun(scope: REGION) { reference } }');
    const finished = await finishedAt(world, startMatchingRun.reference);
    if (at >= WARM_UP) seconds.push((finished - asked) / 1000);
    await pause(50);
  }
  seconds.sort((a, b) => a - b);
  const [stored] = await world.sql<{ units: number; households: number; hash: string }>('select units, households, data_hash as hash from hub.matching_run order by finished_at desc limit 1');
  return {
    name: 'region, mutation to stored result', engine: 'API, outbox, worker', units: stored?.units ?? 0, households: stored?.households ?? 0,
    median_s: quantile(seconds, 0.5), p95_s: quantile(seconds, 0.95), runs: RUNS, checksum: stored?.hash.slice(0, 16) ?? '', ratio: null,
  };
}

/** The instant at which the result was stored, by the database's clock, which is this machine's. */
async function finishedAt(world: World, reference: string): Promise<number> {
  for (const until = Date.now() + 30_000; Date.now() < until; await pause(20)) {
    const [found] = await world.sql<{ status: string; at: Date }>('select status, finished_at as at from hub.matching_run where reference = $1', [reference]);
    if (found?.status === 'DONE') return found.at.getTime();
    if (found?.status === 'FAILED') break;
  }
  throw new Error(`The run ${reference} did not finish`);
}

async function apiToken(world: World, town: Town): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const { userId, agencyId } = town.as();
  await world.sql(`insert into hub.session (user_id, agency_id, kind, label, token_hash, expires_at) values ($1, $2, 'API', 'bench', $3, now() + interval '1 hour')`,
    [userId, agencyId, createHash('sha256').update(token).digest('hex')]);
  return token;
}

const quantile = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
