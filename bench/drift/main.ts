import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DriftService } from '@hub/features/drift/drift.service';
import { WorkListService } from '@hub/features/drift/work-list.service';
import { startEmbeddedPostgres } from '@hub/platform/embedded-postgres';
import { systemClock } from '@hub/platform/clock';
import { urlFor } from '../../test/harness/server';
import { prepareTemplate } from '../../test/harness/template';
import { openWorld, type World } from '../../test/harness/world';
import type { BenchRow } from '../bench-row';
import { checksum } from '../matching/checksum';
import { quantiles } from '../quantiles';
import { fillRegion } from '../search/region';

const SIZE = { units: 2_000, households: 5_000 } as const;
const LINKS = 300;
const ROUNDS = 40;
/** The goal. */
const LIMIT_S = 0.15;

// Each link between a search and a family of another agency, moved so many days ago as it stands in the list, some within a pause.
const FILL = `
  with pair as (
    select row_number() over () as n, u.id as unit_id, u.agency_id, h.id as household_id, h.agency_id as household_agency_id
    from (select u.*, row_number() over (order by u.id) as n from hub.unit u where u.family_finding = 'ACTIVE') u
    join (select h.*, row_number() over (order by h.id) as n from hub.household h join hub.household_card k on k.household_id = h.id and k.listed) h on h.n = u.n
    where u.agency_id <> h.agency_id limit ${LINKS}
  ), made as (
    insert into hub.link (reference, agency_id, household_agency_id, unit_id, household_id, unit_reference, household_reference, state, interest_by)
    select 'L-' || lpad(n::text, 6, '0'), agency_id, household_agency_id, unit_id, household_id, '', '', case when n % 3 = 0 then 'SHORTLISTED' else 'EXPRESSED_INTEREST' end, case when n % 2 = 0 then 'CHILD' else 'ADOPTERS' end
    from pair returning id, agency_id, state, reference
  )
  insert into hub.link_event (link_id, version, agency_id, side, event, to_state, on_date, at, actor_id)
  select m.id, 1, m.agency_id, 'CHILD', 'INTEREST_EXPRESSED', m.state, hub.today(), now() - substr(m.reference, 3)::int * interval '6 hours', (select u.id from hub.app_user u where u.agency_id = m.agency_id limit 1)
  from made m`;
const AGE = `update hub.unit set search_started_on = hub.today() - (abs(hashtext(id::text)) % 700), widens_on = hub.today() - 1`;

/** Measures the work list of a council and drift over the region, access log included. */
export async function run({ json }: { readonly json: boolean }): Promise<readonly (BenchRow & { readonly p95_s: number })[]> {
  const folder = mkdtempSync(join(tmpdir(), 'hub-bench-'));
  const server = await startEmbeddedPostgres({ dataDir: folder, durable: false });
  try {
    const { superuserUrl, template, appPassword } = await prepareTemplate(server.superuserUrl);
    const world = await openWorld({
      appUrl: urlFor(superuserUrl, 'hub_app', appPassword, template), superuserUrl: urlFor(superuserUrl, 'postgres', new URL(superuserUrl).password, template),
    });
    try {
      if (!json) process.stderr.write(`loading ${SIZE.units} units, ${SIZE.households} households and ${LINKS} links\n`);
      return await measure(world);
    } finally {
      await world.close();
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(world: World): Promise<(BenchRow & { readonly p95_s: number })[]> {
  const [viewer] = await fillRegion(world, SIZE);
  if (!viewer) throw new Error('A region without agencies.');
  const hub = await world.town('HUB', 'HUB');
  await world.sql('insert into hub.agreement_party (agreement_id, agency_id) select id, $1 from hub.agreement', [hub.id]);
  for (const statement of [AGE, FILL, 'analyze']) await world.sql(statement);
  const drift = new DriftService(world.uow, systemClock);
  const work = new WorkListService(world.uow, systemClock);
  const [coordinator, finder] = [hub.as('HUB_COORDINATOR'), viewer.as('FAMILY_FINDER')];
  const open = (await world.sql<{ count: string }>('select count(*) from hub.link where ended_at is null'))[0]?.count;
  process.stderr.write(`${open ?? 0} open links\n`);
  return [
    await timed('drift over the region', () => drift.read(coordinator, {}, 20, 0)),
    await timed('drift over the region, stuck ones', () => drift.read(coordinator, { delay: 'STUCK' }, 20, 0)),
    await timed('drift of a council', () => drift.read(finder, {}, 20, 0)),
    await timed('work list of a council', () => work.list(finder, {}, 20, 0)),
    await timed('work list of a worker', () => work.list(finder, { mine: true }, 20, 0)),
  ];
}

async function timed(name: string, work: () => Promise<{ readonly totalCount: number; readonly items: readonly object[] }>): Promise<BenchRow & { readonly p95_s: number }> {
  const found = await work();
  const seconds: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    await work();
    seconds.push((performance.now() - start) / 1000);
  }
  const figures = quantiles(seconds);
  if (figures.p95_s > LIMIT_S) process.stderr.write(`${name}: beyond the limit of ${LIMIT_S} s\n`);
  return { name, engine: 'hub', ...SIZE, runs: ROUNDS, ...figures, ratio: 1, checksum: checksum([String(found.totalCount), JSON.stringify(found.items.length)]) };
}
