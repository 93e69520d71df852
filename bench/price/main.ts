import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CompareThread } from '@hub/features/matching/compare-thread';
import { MatchingService } from '@hub/features/matching/matching.service';
import { ShortlistsService } from '@hub/features/matching/shortlists.service';
import { systemClock } from '@hub/platform/clock';
import { startEmbeddedPostgres } from '@hub/platform/embedded-postgres';
import { freshDatabase } from '../../test/harness/database';
import { prepareTemplate } from '../../test/harness/template';
import { openWorld, type Town, type World } from '../../test/harness/world';
import type { BenchRow } from '../bench-row';
import { checksum } from '../matching/checksum';
import { quantiles } from '../quantiles';
import { settleRegion } from '../region/world';

const SIZE = 300;
const AT_ONCE = 4;
const BLOCKS = 6;
const BLOCK = 200;
/** The goal: the trail costs at most half as much again. */
const LIMIT = 1.5;

/** In the benchmark's own database alone: the last statement of a unit of work writes nothing, so there is nothing to chain either. */
const SWITCH_OFF = `
  alter function hub.note_access(jsonb) rename to note_access_kept;
  create function hub.note_access(p_rows jsonb) returns void language plpgsql as 'begin end';
  grant execute on function hub.note_access(jsonb) to hub_app`;
const SWITCH_ON = `drop function hub.note_access(jsonb); alter function hub.note_access_kept(jsonb) rename to note_access`;

interface PriceRow extends BenchRow {
  readonly p95_s: number;
  readonly per_second: number;
}

type Read = () => Promise<unknown>;

/**
 * What the access log costs search and shortlist: the same reads with and without it, in turns. Neither opens a sealed
 * value, with or without encryption: what they show has tables of its own (docs/adr/0002).
 */
export async function run(): Promise<readonly PriceRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'hub-bench-'));
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), durable: true });
  try {
    process.env.HUB_TEST_SERVER = JSON.stringify({ folder, ...(await prepareTemplate(postgres.superuserUrl)) });
    const world = await openWorld(await freshDatabase());
    try {
      const town = await settleRegion(world, SIZE, SIZE);
      const units = await matched(world, town);
      const finder = town.as('FAMILY_FINDER');
      const shortlists = new ShortlistsService(world.uow, world.vault);
      let next = 0;
      const search: Read = () => world.units.search(finder, { filter: { ageBands: ['2-3', '4-5'] }, sort: 'WAITING', first: 20, after: null });
      const shortlist: Read = () => shortlists.shortlist(finder, units[(next += 1) % units.length] as string, null);
      return [...(await compare(world, 'search of children', search)), ...(await compare(world, 'shortlist of a unit', shortlist))];
    } finally {
      await world.close();
    }
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A finished run of the region; answers the references of the agency's own units. */
async function matched(world: World, town: Town): Promise<string[]> {
  const matching = new MatchingService(world.uow, world.vault, systemClock, new CompareThread());
  const { id } = await matching.start(town.as('FAMILY_FINDER'), 'REGION', null);
  await matching.execute(id);
  return (await world.sql<{ reference: string }>('select reference from hub.unit_card where agency_id = $1 and listed order by reference', [town.id])).map(({ reference }) => reference);
}

async function compare(world: World, name: string, read: Read): Promise<PriceRow[]> {
  const sum = checksum([JSON.stringify(await read())]);
  const [kept, without] = [new Block(), new Block()];
  await new Block().measure(read);
  for (let at = 0; at < BLOCKS; at += 1) {
    await kept.measure(read);
    await world.sql(SWITCH_OFF);
    await without.measure(read);
    await world.sql(SWITCH_ON);
  }
  const row = (engine: string, block: Block, ratio: number): PriceRow => ({ name, engine, units: SIZE, households: SIZE, ...block.figures(), runs: BLOCKS * BLOCK, checksum: sum, ratio });
  const ratio = Number((kept.figures().p95_s / without.figures().p95_s).toFixed(2));
  if (ratio > LIMIT) process.stderr.write(`${name}: the access log costs ${ratio} times, more than ${LIMIT}\n`);
  return [row('access log, chained', kept, ratio), row('without', without, 1)];
}

/** Reads made by several at once, and how long each took. */
class Block {
  private readonly seconds: number[] = [];
  private whole = 0;

  async measure(read: Read): Promise<void> {
    const start = performance.now();
    let left = BLOCK;
    const client = async (): Promise<void> => {
      while ((left -= 1) >= 0) {
        const asked = performance.now();
        await read();
        this.seconds.push((performance.now() - asked) / 1000);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, client));
    this.whole += (performance.now() - start) / 1000;
  }

  figures(): { median_s: number; p95_s: number; per_second: number } {
    return { ...quantiles(this.seconds), per_second: Math.round(this.seconds.length / this.whole) };
  }
}
