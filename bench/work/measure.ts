import { createHash, randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Role } from '@hub/domain/access/actor';
import { GraphQLClient } from '../../test/harness/graphql-client';
import { recorded } from '../../test/harness/statements';
import type { World } from '../../test/harness/world';
import type { BenchRow } from '../bench-row';
import { checksum } from '../matching/checksum';
import { quantiles } from '../quantiles';
import type { Page } from './requests';
import { ask, plainly } from './rival';
import type { Served } from './served';

const RUNS = 60;
/** The goal: p95 at most 150 ms. */
const LIMIT_S = 0.15;
const WORKER: readonly Role[] = ['FAMILY_FINDER', 'ADOPTERS_WORKER'];
const MANAGER: readonly Role[] = ['APPROVING_MANAGER'];

export interface PageRow extends BenchRow {
  readonly p95_s: number;
  readonly statements: number;
}

type Size = Pick<BenchRow, 'units' | 'households'>;

/** Each page asked over HTTP by whoever opens it, and the same statements by the rival. */
export async function measurePages({ world, superuser, url, viewer }: Served, pages: readonly Page[], size: Size): Promise<PageRow[]> {
  const clients = { worker: await signIn(world, viewer.as().userId, WORKER, url), manager: await signIn(world, viewer.second().userId, MANAGER, url) };
  const rows: PageRow[] = [];
  for (const page of pages) rows.push(...(await measure(superuser, clients[page.as], page, size)));
  return rows;
}

async function signIn(world: World, userId: string, roles: readonly Role[], url: string): Promise<GraphQLClient> {
  const token = randomBytes(32).toString('base64url');
  await world.sql('update hub.app_user set roles = $2 where id = $1', [userId, [...roles]]);
  await world.sql(`insert into hub.session (user_id, agency_id, kind, label, token_hash, expires_at) select id, agency_id, 'API', 'bench', $2, now() + interval '1 hour' from hub.app_user where id = $1`,
    [userId, createHash('sha256').update(token).digest('hex')]);
  return GraphQLClient.withToken(url, token);
}

async function measure(superuser: DataSource, client: GraphQLClient, { name, requests }: Page, size: Size): Promise<PageRow[]> {
  const [hub, rival, answers]: [number[], number[], string[]] = [[], [], []];
  let most = 0;
  for (const { query, variables } of requests) {
    const { result, statements } = await recorded(() => client.query(query, variables));
    const plain = plainly(statements);
    answers.push(JSON.stringify(plain.map(({ expected }) => expected.length)), JSON.stringify(result).length.toString());
    most = Math.max(most, statements.length);
    for (let at = 0; at < Math.ceil(RUNS / requests.length); at += 1) {
      hub.push(await seconds(() => client.query(query, variables)));
      rival.push(await seconds(() => ask(superuser, plain)));
    }
  }
  const [ours, theirs] = [quantiles(hub), quantiles(rival)];
  if (ours.p95_s > LIMIT_S) process.stderr.write(`${name}: beyond the limit of ${LIMIT_S} s\n`);
  const row = { name, ...size, runs: hub.length, checksum: checksum(answers), statements: most };
  return [
    { ...row, engine: 'hub, over HTTP', ...ours, ratio: 1 },
    { ...row, engine: 'superuser, the same statements', ...theirs, ratio: Number((theirs.median_s / ours.median_s).toFixed(2)) },
  ];
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
