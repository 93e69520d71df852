import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HouseholdFilter } from '@hub/features/adopters/household-search.queries';
import { loadChildren } from '@hub/features/children/child-records.queries';
import type { Facet } from '@hub/features/children/search-sql';
import { openWorld, type Town, type World } from '../../test/harness/world';
import type { UnitFilter, UnitSort } from '@hub/features/children/unit-search.queries';
import { startEmbeddedPostgres } from '@hub/platform/embedded-postgres';
import { recorded, type Statement } from '../../test/harness/statements';
import { prepareTemplate } from '../../test/harness/template';
import { urlFor } from '../../test/harness/server';
import type { BenchRow } from '../bench-row';
import { quantiles } from '../quantiles';
import { checksum } from '../matching/checksum';
import { fillRegion } from './region';
import { overBaseTables, prepareRival } from './rival';

const SIZE = { units: 2_000, households: 5_000 } as const;
const ROUNDS = 12;
/** The goal: p95 at most 100 ms, at most 6 statements beside transaction control. */
const LIMITS = { p95_s: 0.1, statements: 6 } as const;

interface SearchRow extends BenchRow {
  readonly p95_s: number;
  readonly statements: number;
}

interface Found {
  readonly totalCount: number;
  readonly facets: readonly Facet[];
  readonly items: readonly { readonly reference: string }[];
}

type Search = () => Promise<Found>;

/** Measures search through the service, access log included, and the same statements over the base tables without cards. */
export async function run({ json }: { readonly json: boolean }): Promise<readonly SearchRow[]> {
  const say = (text: string): void => void (json || process.stderr.write(`${text}\n`));
  const folder = mkdtempSync(join(tmpdir(), 'hub-bench-'));
  const server = await startEmbeddedPostgres({ dataDir: folder, durable: false });
  try {
    const { superuserUrl, template, appPassword } = await prepareTemplate(server.superuserUrl);
    const world = await openWorld({
      appUrl: urlFor(superuserUrl, 'hub_app', appPassword, template),
      superuserUrl: urlFor(superuserUrl, 'postgres', new URL(superuserUrl).password, template),
    });
    try {
      say(`loading ${SIZE.units} units and ${SIZE.households} households`);
      const [viewer] = await fillRegion(world, SIZE);
      if (!viewer) throw new Error('A region without agencies.');
      await prepareRival(world, await births(world));
      say('searching');
      return [...(await measure(world, viewer, 'search of children', unitSearches(world, viewer))), ...(await measure(world, viewer, 'search of households', householdSearches(world, viewer)))];
    } finally {
      await world.close();
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function unitSearches(world: World, viewer: Town): Search[] {
  const finder = viewer.as('FAMILY_FINDER');
  const ask = (filter: UnitFilter, sort: UnitSort = 'WAITING', first = 20): Search => () => world.units.search(finder, { filter, sort, first, after: null });
  return [
    ask({}), ask({}, 'YOUNGEST', 100), ask({ own: false }), ask({ ageBands: ['0-1', '2-3'] }), ask({ sex: ['F'], groupSizes: [1] }), ask({ waitingBands: ['OVER_18M'] }),
    ask({ regionBands: ['North'], needs: [{ key: 'attachment', atMost: 1 }, { key: 'sexualAbuse', atMost: 0 }] }), ask({ groupSizes: [2, 3], needs: [{ key: 'neglectOrAbuse', atLeast: 2 }] }, 'REFERENCE'),
  ];
}

function householdSearches(world: World, viewer: Town): Search[] {
  const worker = viewer.as('FAMILY_FINDER');
  const ask = (filter: HouseholdFilter, first = 20): Search => () => world.households.search(worker, { filter, first, after: null });
  return [
    ask({}), ask({}, 100), ask({ maxChildrenAtLeast: 2 }), ask({ stages: ['STAGE_TWO'] }), ask({ earlyPermanence: true }), ask({ forAgeMonths: 30 }),
    ask({ acceptsAtLeast: [{ key: 'attachment', atLeast: 2 }, { key: 'prenatalAlcohol', atLeast: 2 }], maxChildrenAtLeast: 2 }), ask({ regionBands: ['South'], own: false }),
  ];
}

async function measure(world: World, viewer: Town, name: string, searches: readonly Search[]): Promise<SearchRow[]> {
  const hub: number[] = [];
  const rival: number[] = [];
  const lines: string[] = [];
  let most = 0;
  for (const search of searches) {
    const { result: found, statements } = await recorded(search);
    most = Math.max(most, statements.length);
    lines.push(JSON.stringify([found.totalCount, found.facets]));
    for (let round = 0; round < ROUNDS; round += 1) {
      hub.push((await timed(search)).seconds);
      const other = await timed(() => rivalSearch(world, viewer, statements));
      rival.push(other.seconds);
      sameOrThrow(name, found, other.result);
    }
  }
  const row = { name, ...SIZE, runs: hub.length, checksum: checksum(lines) };
  const [ours, theirs] = [quantiles(hub), quantiles(rival)];
  if (ours.p95_s > LIMITS.p95_s || most > LIMITS.statements) process.stderr.write(`${name}: beyond the limit of ${LIMITS.p95_s} s or ${LIMITS.statements} statements\n`);
  return [
    { ...row, engine: 'hub, cards', ...ours, ratio: 1, statements: most },
    { ...row, engine: 'PostgreSQL, base tables', ...theirs, ratio: Number((theirs.median_s / ours.median_s).toFixed(1)), statements: most - 1 },
  ];
}

/** The same statements in one transaction of the owner of all rows, to whom row-level security does not apply. */
async function rivalSearch(world: World, viewer: Town, statements: readonly Statement[]): Promise<unknown[][]> {
  await world.sql('begin');
  await world.sql(`select set_config('hub.agency_id', $1, true), set_config('hub.scope', 'own', true)`, [viewer.id]);
  const results: unknown[][] = [];
  for (const statement of statements.filter(({ text }) => /_card\b/.test(text)).map(overBaseTables)) results.push(await world.sql(statement.text, statement.values));
  await world.sql('commit');
  return results;
}

function sameOrThrow(name: string, found: Found, [page, counts]: readonly unknown[][]): void {
  const references = (page as { reference: string }[]).slice(0, found.items.length).map(({ reference }) => reference);
  const counted = (counts as { name: string; value: string; count: string }[]).map((row) => `${row.name} ${row.value} ${row.count}`);
  const shown = [`total  ${found.totalCount}`, ...found.facets.flatMap((facet) => facet.counts.map(({ value, count }) => `${facet.name} ${value} ${count}`))];
  const same = counted.sort().join() === shown.sort().join() && references.join() === found.items.map(({ reference }) => reference).join();
  if (!same) throw new Error(`${name}: the base tables found something else than the cards`);
}

async function births(world: World): Promise<{ id: string; born: string | null }[]> {
  const owners = await world.sql<{ agency_id: string; code: string; ids: string[] }>(
    'select c.agency_id, a.code, array_agg(c.id) as ids from hub.child c join hub.agency a on a.id = c.agency_id group by 1, 2');
  const all: { id: string; born: string | null }[] = [];
  for (const { agency_id: agencyId, code, ids } of owners) {
    const actor = { kind: 'user', userId: '', agencyId, agencyCode: code, agencyKind: 'COUNCIL', displayName: '', roles: ['CHILDS_WORKER'] } as const;
    const children = await world.run(actor, 'children.viewIdentity', (tx) => loadChildren(tx, world.vault, 'c.id', ids));
    all.push(...children.map(({ id, details }) => ({ id, born: details.dateOfBirth })));
  }
  return all;
}

async function timed<T>(work: () => Promise<T>): Promise<{ seconds: number; result: T }> {
  const start = performance.now();
  const result = await work();
  return { seconds: (performance.now() - start) / 1000, result };
}
