import { fillRegion } from '../search/region';
import { pageDocument } from '../work/documents';
import { measurePages, type PageRow } from '../work/measure';
import type { Page } from '../work/requests';
import { onServedRegion, type Served } from '../work/served';
import { fillHistory } from './fill';

/** A region of ten agencies: who waits now, and what happened in ten years (product.md, Size). */
const SIZE = { units: 300, households: 300 } as const;
const HISTORY = { placed: 250, left: 200, applying: 30 } as const;

/** The pages of placements, clocks and recruitment over ten years of history, as `work` asks its pages, beside the same statements without row-level security. */
export async function run({ json }: { readonly json: boolean }): Promise<readonly PageRow[]> {
  const say = (text: string): void => void (json || process.stderr.write(`${text}\n`));
  return onServedRegion(async (world) => {
    say('loading ten years of ten agencies');
    const towns = await fillRegion(world, SIZE);
    await fillHistory(world, towns, HISTORY);
    say('asking');
    return towns;
  }, async (served) => measurePages(served, await pagesOf(served), await sizeOf(served)));
}

/** All that lies in the tables, history included. */
async function sizeOf({ world }: Served): Promise<{ readonly units: number; readonly households: number }> {
  const [size] = await world.sql<{ units: number; households: number }>('select (select count(*)::int from hub.unit) as units, (select count(*)::int from hub.household) as households');
  if (!size) throw new Error('Nothing was counted.');
  return size;
}

async function pagesOf({ world, viewer }: Served): Promise<readonly Page[]> {
  const of = (name: string, document: string, ...variables: Readonly<Record<string, unknown>>[]): Page => ({ name, as: 'worker', requests: variables.map((one) => ({ query: pageDocument(document), variables: one })) });
  const placements = await world.sql<{ reference: string; unit: string }>('select reference, unit_reference as unit from hub.placement where agency_id = $1 order by ended_at nulls first, reference limit 30', [viewer.id]);
  const first = 20;
  return [
    of('page of a placement', 'PlacementPage', ...placements.map(({ reference }) => ({ reference }))),
    of('list of placements', 'Placements', { filter: {}, first }, { filter: { states: ['ADOPTED'] }, first }, { filter: { mine: true }, first }),
    of('clocks', 'Clocks', { filter: {}, first }, { filter: { mine: true }, first: 50 }),
    of('work list', 'WorkList', { filter: {}, first }),
    of('pipeline', 'RecruitmentBoard', { filter: {}, first }, { filter: { lateOnly: true }, first: 50 }),
    of('pipeline of the region', 'RecruitmentRegion', {}),
    of('page of a child', 'ChildPage', ...placements.slice(0, 10).map(({ unit }) => ({ reference: unit }))),
    { ...of('my work', 'MyWork', {}), as: 'manager' },
    { ...of('statement of fees', 'FeeStatement', { quarter: { year: 2026, quarter: 2 } }), as: 'manager' },
  ];
}
