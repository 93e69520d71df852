import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '@hub/domain/access/actor';
import { SearchRound } from '@hub/features/search/search-round.service';
import type { NewSearch } from '@hub/features/search/searches.queries';
import { SearchesService } from '@hub/features/search/searches.service';
import { systemClock } from '@hub/platform/clock';
import { startEmbeddedPostgres } from '@hub/platform/embedded-postgres';
import { Logger } from '@hub/platform/logger';
import { urlFor } from '../../test/harness/server';
import { prepareTemplate } from '../../test/harness/template';
import { openWorld, type Town, type World } from '../../test/harness/world';
import type { BenchRow } from '../bench-row';
import { quantiles } from '../quantiles';
import { fillRegion } from '../search/region';

const SIZE = { units: 2_000, households: 5_000 } as const;
const PEOPLE = 200;
const ROUNDS = 3;
/** Of each search so many are made new before a round that tells. */
const NEW = 3;

const SEARCHES: readonly Omit<NewSearch, 'name' | 'shared' | 'tells'>[] = [
  { units: { ageBands: ['0-1', '2-3'] } }, { units: { waitingBands: ['OVER_18M'] } }, { units: { groupSizes: [2, 3], needs: [{ key: 'neglectOrAbuse', atLeast: 2 }] } },
  { households: { maxChildrenAtLeast: 2 } }, { households: { earlyPermanence: true, stages: ['APPROVED'] } },
];

/** Measures the hourly round over the saved searches of a region: where nothing is new, and where each has found somebody. */
export async function run({ json }: { readonly json: boolean }): Promise<readonly BenchRow[]> {
  const say = (text: string): void => void (json || process.stderr.write(`${text}\n`));
  const folder = mkdtempSync(join(tmpdir(), 'hub-bench-'));
  const server = await startEmbeddedPostgres({ dataDir: folder, durable: false });
  try {
    const { superuserUrl, template, appPassword } = await prepareTemplate(server.superuserUrl);
    const world = await openWorld({ appUrl: urlFor(superuserUrl, 'hub_app', appPassword, template), superuserUrl: urlFor(superuserUrl, 'postgres', new URL(superuserUrl).password, template) });
    try {
      say(`loading ${SIZE.units} units and ${SIZE.households} households`);
      const towns = await fillRegion(world, SIZE);
      say(`saving ${SEARCHES.length} searches of ${PEOPLE} people`);
      await save(world, towns);
      return await measure(world, say);
    } finally {
      await world.close();
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function save(world: World, towns: readonly Town[]): Promise<void> {
  const searches = new SearchesService(world.uow, world.vault);
  for (let at = 0; at < PEOPLE; at++) {
    const town = towns[at % towns.length];
    if (!town) throw new Error('A region without agencies.');
    const userId = randomUUID();
    const role = town.kind === 'COUNCIL' ? 'FAMILY_FINDER' : 'ADOPTERS_WORKER';
    await world.sql(`insert into hub.app_user (id, agency_id, email, display_name, status, roles) values ($1, $2, $3, 'Robin Tester', 'ACTIVE', array[$4])`, [userId, town.id, `${userId}@example.test`, role]);
    const actor: Actor = { ...town.as(role), userId };
    for (const search of SEARCHES) await searches.save(actor, { name: 'Search', shared: false, tells: 'HOURLY', ...search });
  }
  await world.sql('analyze');
}

async function measure(world: World, say: (text: string) => void): Promise<BenchRow[]> {
  const round = new SearchRound(world.uow, world.vault, systemClock, new Logger('error', 'bench'));
  const [{ finds } = { finds: 0 }] = await world.sql<{ finds: number }>('select count(*)::int as finds from hub.search_find');
  const timed = async (name: string, prepare: () => Promise<unknown>): Promise<BenchRow> => {
    const seconds: number[] = [];
    let told = 0;
    for (let at = 0; at <= ROUNDS; at++) {
      await prepare();
      const began = performance.now();
      told = await round.look();
      if (at > 0) seconds.push((performance.now() - began) / 1000);
    }
    const row = { name, engine: 'hub', ...SIZE, median_s: quantiles(seconds).median_s, runs: ROUNDS, checksum: `${finds} found, ${told} told`, ratio: null };
    say(`${name}: ${row.median_s.toFixed(2)} s`);
    return row;
  };
  return [
    await timed('round, nothing new', () => Promise.resolve()),
    await timed('round, each search new', () => world.sql(`
      delete from hub.search_find f using (select ctid, row_number() over (partition by search_id order by random()) as at from hub.search_find) n where f.ctid = n.ctid and n.at <= ${NEW}`)),
  ];
}
