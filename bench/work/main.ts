import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import type { Role } from '@hub/domain/access/actor';
import { serving } from '@hub/database/data-source';
import { startEmbeddedPostgres } from '@hub/platform/embedded-postgres';
import { freePort } from '@hub/platform/free-port';
import { Logger } from '@hub/platform/logger';
import { ensureSecretFile } from '@hub/platform/secret-file';
import { createApi } from '../../apps/api/src/main';
import { freshDatabase } from '../../test/harness/database';
import { GraphQLClient } from '../../test/harness/graphql-client';
import { recorded } from '../../test/harness/statements';
import { prepareTemplate } from '../../test/harness/template';
import { openWorld, type Town, type World } from '../../test/harness/world';
import type { BenchRow } from '../bench-row';
import { checksum } from '../matching/checksum';
import { quantiles } from '../quantiles';
import { fillRegion } from '../search/region';
import { fillLinks } from './links';
import { pagesOf, type Page } from './requests';
import { ask, plainly } from './rival';

const SIZE = { units: 2_000, households: 5_000 } as const;
const LIVE_LINKS = 300;
const RUNS = 60;
/** The goal: p95 at most 150 ms. */
const LIMIT_S = 0.15;
const WORKER: readonly Role[] = ['FAMILY_FINDER', 'ADOPTERS_WORKER'];
const MANAGER: readonly Role[] = ['APPROVING_MANAGER'];

interface WorkRow extends BenchRow {
  readonly p95_s: number;
  readonly statements: number;
}

/**
 * The pages that people open all day, asked over HTTP with the pages' own operations: against the same statements sent by a superuser, whom
 * row-level security does not bind, without HTTP and access log. Both read the same rows; the ratio is the price of being safe and of being a service.
 */
export async function run({ json }: { readonly json: boolean }): Promise<readonly WorkRow[]> {
  const say = (text: string): void => void (json || process.stderr.write(`${text}\n`));
  const folder = mkdtempSync(join(tmpdir(), 'hub-bench-'));
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), durable: true });
  try {
    process.env.HUB_TEST_SERVER = JSON.stringify({ folder, ...(await prepareTemplate(postgres.superuserUrl)) });
    const database = await freshDatabase();
    const keyFile = join(folder, 'keys.json');
    const world = await openWorld(database, keyFile);
    const superuser = await serving({ url: database.superuserUrl, size: 1, name: 'rival' }).initialize();
    try {
      say(`loading ${SIZE.units} units, ${SIZE.households} households and ${LIVE_LINKS} links`);
      const towns = await fillRegion(world, SIZE);
      await fillLinks(world, towns, LIVE_LINKS);
      say('asking');
      return await serve({ DATABASE_URL: database.appUrl, HUB_KEY_FILE: keyFile, HUB_DATA_DIR: folder }, (url) => measureAll(world, superuser, towns[0] as Town, url));
    } finally {
      await superuser.destroy();
      await world.close();
    }
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The API in this process, so that its statements can be counted, listening as it does in life. */
async function serve<T>(environment: Readonly<Record<string, string>>, work: (url: string) => Promise<T>): Promise<T> {
  const port = await freePort();
  ensureSecretFile(join(environment.HUB_DATA_DIR ?? '', 'secret.json'));
  Object.assign(process.env, { NODE_ENV: 'test', PORT: String(port), HUB_LOG: 'warn', ...environment });
  const api = await createApi(new Logger('warn', 'bench'));
  try {
    await api.listen(port, '127.0.0.1');
    return await work(`http://127.0.0.1:${port}`);
  } finally {
    await api.close();
  }
}

async function measureAll(world: World, superuser: DataSource, viewer: Town, url: string): Promise<WorkRow[]> {
  const clients = { worker: await signIn(world, viewer.as().userId, WORKER, url), manager: await signIn(world, viewer.second().userId, MANAGER, url) };
  const rows: WorkRow[] = [];
  for (const page of await pagesOf(world, viewer)) rows.push(...(await measure(superuser, clients[page.as], page)));
  return rows;
}

async function signIn(world: World, userId: string, roles: readonly Role[], url: string): Promise<GraphQLClient> {
  const token = randomBytes(32).toString('base64url');
  await world.sql('update hub.app_user set roles = $2 where id = $1', [userId, [...roles]]);
  await world.sql(`insert into hub.session (user_id, agency_id, kind, label, token_hash, expires_at) select id, agency_id, 'API', 'bench', $2, now() + interval '1 hour' from hub.app_user where id = $1`,
    [userId, createHash('sha256').update(token).digest('hex')]);
  return GraphQLClient.withToken(url, token);
}

async function measure(superuser: DataSource, client: GraphQLClient, { name, requests }: Page): Promise<WorkRow[]> {
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
  const row = { name, ...SIZE, runs: hub.length, checksum: checksum(answers), statements: most };
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
