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
import { quantiles } from '../quantiles';
import { settleRegion } from './world';

const SIZE = 300;
const RUNS = 40;
const WARM_UP = 5;

/** References are drawn anew each time, so the checksum is over what was found for whichever unit. */
const STORED = `
  select r.units, r.households, left(md5(string_agg(s.eligible || ' ' || s.conditional || ' ' || s.blocked, ',' order by s.eligible, s.conditional, s.blocked)), 16) as checksum
  from (select * from hub.matching_run where status = 'DONE' order by finished_at desc limit 1) r join hub.matching_result s on s.run_id = r.id
  group by r.id, r.units, r.households`;

interface RegionRow extends BenchRow {
  readonly p95_s: number;
}

export const run = (): Promise<readonly RegionRow[]> => regionRows();

/** One run over a region of 300 by 300, from the mutation's first byte to the stored result: real API, real worker, PostgreSQL queue. */
export async function regionRows(): Promise<readonly RegionRow[]> {
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

async function measure(world: World, client: GraphQLClient): Promise<RegionRow> {
  const seconds: number[] = [];
  for (let at = 0; at < WARM_UP + RUNS; at += 1) {
    const asked = performance.now();
    const { startMatchingRun } = await client.query<{ startMatchingRun: { reference: string } }>('mutation { startMatchingRun(scope: REGION) { reference } }');
    await untilStored(world, startMatchingRun.reference);
    if (at >= WARM_UP) seconds.push((performance.now() - asked) / 1000);
    await pause(50);
  }
  await tellParts(world);
  const [stored] = await world.sql<{ units: number; households: number; checksum: string }>(STORED);
  return {
    name: 'region, mutation to stored result', engine: 'API, outbox, worker', units: stored?.units ?? 0, households: stored?.households ?? 0,
    ...quantiles(seconds), runs: RUNS, checksum: stored?.checksum ?? '', ratio: null,
  };
}

/** Until another connection sees the run as done: the commit that stores its results too is part of the time. */
async function untilStored(world: World, reference: string): Promise<void> {
  for (const until = Date.now() + 30_000; Date.now() < until; await pause(3)) {
    const [found] = await world.sql<{ status: string }>('select status from hub.matching_run where reference = $1', [reference]);
    if (found?.status === 'DONE') return;
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

/** Where the time goes, on the error stream: until a worker took the run, and from then on. */
async function tellParts(world: World): Promise<void> {
  const [parts] = await world.sql<{ waiting: number; working: number }>(`
    select percentile_cont(0.5) within group (order by extract(epoch from started_at - requested_at)) as waiting,
      percentile_cont(0.5) within group (order by extract(epoch from finished_at - started_at)) as working from hub.matching_run where status = 'DONE'`);
  process.stderr.write(`medians: ${Number(parts?.waiting).toFixed(3)} s until a worker took it, ${Number(parts?.working).toFixed(3)} s of work\n`);
}
