import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixedClock } from '@hub/platform/clock';
import { startEmbeddedPostgres } from '@hub/platform/embedded-postgres';
import { PerformanceService } from '@hub/features/performance/performance.service';
import { RollUpService } from '@hub/features/performance/roll-up.service';
import { DEFINITIONS } from '@hub/domain/performance/definitions';
import { month, monthLater, type Month } from '@hub/domain/performance/periods';
import type { ShownFigure } from '@hub/domain/performance/shown';
import { urlFor } from '../../test/harness/server';
import { prepareTemplate } from '../../test/harness/template';
import { openWorld, type Town, type World } from '../../test/harness/world';
import { checksum } from '../matching/checksum';
import { quantiles } from '../quantiles';
import { coldReckoning } from './cold';
import { fillCouncils, SIZE } from './fill';
import { a1BySql, type Numbers } from './rival';
import { workedSince, type Row } from './row';

const LAST_DAY = '2026-10-31';
const TODAY = '2026-11-10';
const ROUNDS = 20;
/** The goals. */
const COLD_S = 2;
const PAGE_S = 0.3;
const ENDS: readonly Month[] = Array.from({ length: 24 }, (_, at) => monthLater(month('2026-10'), at - 23));

/** Measures indicators of all councils over three years: counted from the children, and as pages ask for them; with checks that what was rolled up equals a recomputation. */
export async function run({ json }: { readonly json: boolean }): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'hub-bench-'));
  const server = await startEmbeddedPostgres({ dataDir: folder, durable: false });
  try {
    const { superuserUrl, template, appPassword } = await prepareTemplate(server.superuserUrl);
    const world = await openWorld({ appUrl: urlFor(superuserUrl, 'hub_app', appPassword, template), superuserUrl: urlFor(superuserUrl, 'postgres', new URL(superuserUrl).password, template) });
    try {
      if (!json) process.stderr.write(`laying out ${SIZE.councils} councils, ${SIZE.children} children, ${SIZE.households} households\n`);
      const viewer = await fillCouncils(world, LAST_DAY);
      return [...(await coldReckoning(world, month('2026-10'), COLD_S)), ...(await pages(world, viewer))];
    } finally {
      await world.close();
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function pages(world: World, viewer: Town): Promise<Row[]> {
  const night = await timed('the night’s reckoning, from the records to what is shown', 'hub', 1, () => new RollUpService(world.uow, world.vault, fixedClock(TODAY)).reckon(), () => []);
  const service = new PerformanceService(world.uow);
  const analyst = viewer.as('ANALYST');
  const some = [viewer.code, 'C002', 'C003', 'C004'];
  const trend = () => service.figures(analyst, { codes: ['A1'], agencies: 'ALL', kind: 'ROLLING_12', to: ENDS, basis: 'RESTATED' });
  const overview = () => service.figures(analyst, { codes: DEFINITIONS.map(({ code }) => code), agencies: some, kind: 'THREE_YEARS', to: ENDS.slice(-1), basis: 'RESTATED' });
  const shown = await trend();
  const bySql = await a1BySql(world, ENDS);
  agree(shown.figures, bySql);
  const visible = shown.figures.filter(({ isHidden }) => !isHidden).length;
  process.stderr.write(`${visible} of ${shown.figures.length} figures are shown\n`);
  const rows = [
    await timed('a page: one indicator, all councils, 24 months', 'hub', ROUNDS, trend, ({ figures }) => figures.flatMap((figure) => numbersOf(figure, bySql))),
    await timed('a page: one indicator, all councils, 24 months', 'sql over the children', 1, () => a1BySql(world, ENDS), (found) => shown.figures.flatMap((figure) => (figure.isHidden || figure.agency === null ? [] : lineOf(keyOf(figure), found.get(keyOf(figure)))))),
    await timed('a page: all indicators of four councils', 'hub', ROUNDS, overview, ({ figures }) => figures.map(({ code, agency, value }) => `${code} ${agency} ${value}`)),
  ];
  for (const { name, engine, p95_s: p95 } of rows) if (engine === 'hub' && p95 > PAGE_S) process.stderr.write(`${name}: beyond the limit of ${PAGE_S} s\n`);
  return [night, ...rows];
}

const keyOf = ({ agency, period }: ShownFigure): string => `${agency} ${period.to}`;
const lineOf = (key: string, numbers: Numbers | undefined): string[] => [`${key} ${numbers?.join(' ') ?? ''}`];
const numbersOf = (figure: ShownFigure, known: ReadonlyMap<string, Numbers>): string[] =>
  (figure.isHidden || !known.has(keyOf(figure)) ? [] : lineOf(keyOf(figure), [figure.n, figure.numerator ?? 0]));

/** @throws where a figure that is shown is not the children's. */
function agree(figures: readonly ShownFigure[], known: ReadonlyMap<string, Numbers>): void {
  for (const figure of figures) {
    const numbers = known.get(keyOf(figure));
    if (figure.isHidden || numbers === undefined) continue;
    const [n, days] = numbers;
    if (figure.n !== n || (figure.numerator ?? 0) !== days) throw new Error(`A1 of ${keyOf(figure)} differs from what the children say.`);
  }
}

async function timed<T>(name: string, engine: string, runs: number, work: () => Promise<T>, results: (found: T) => readonly string[]): Promise<Row> {
  const seconds: number[] = [];
  const worked: number[] = [];
  // Once to warm up, unless once is all.
  let found = runs > 1 ? await work() : undefined;
  for (let round = 0; round < runs; round += 1) {
    const [start, before] = [performance.now(), process.cpuUsage()];
    found = await work();
    seconds.push((performance.now() - start) / 1000);
    worked.push(workedSince(before));
  }
  const figures = { ...quantiles(seconds), work_s: quantiles(worked).median_s };
  process.stderr.write(`${name}, ${engine}: ${figures.median_s} s, 95 of 100 within ${figures.p95_s} s; ${figures.work_s} s of work without the database's\n`);
  return { name, engine, units: SIZE.children, households: SIZE.households, runs, ...figures, ratio: null, checksum: checksum([...results(found as T)].sort()) };
}
