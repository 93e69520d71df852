import { SYSTEM_ACTOR } from '@hub/domain/access/actor';
import { DEFINITIONS } from '@hub/domain/performance/definitions';
import { householdTallies } from '@hub/domain/performance/household-rules';
import type { HouseholdJourney } from '@hub/domain/performance/household-days';
import type { ChildHistory } from '@hub/domain/performance/hub-journeys';
import type { Region } from '@hub/domain/performance/hub-placings';
import type { Period } from '@hub/domain/performance/indicator';
import { periodEnding, monthsOf, type Month } from '@hub/domain/performance/periods';
import { recordTallies } from '@hub/domain/performance/record-tallies';
import { figureOf, followedBy, pooled, type Tally } from '@hub/domain/performance/tally';
import { childHistories } from '@hub/features/performance/child-facts.queries';
import { householdJourneys } from '@hub/features/performance/household-facts.queries';
import { agenciesToCount, agencyKinds, memberships } from '@hub/features/performance/roll-up.queries';
import type { World } from '../../test/harness/world';
import { checksum } from '../matching/checksum';
import { quantiles } from '../quantiles';
import { SIZE } from './fill';
import { workedSince, type Row } from './row';

interface Council {
  readonly code: string;
  readonly children: readonly ChildHistory[];
  readonly households: readonly HouseholdJourney[];
}

type Tallies = Readonly<Record<string, Tally>>;

/** All indicators of all councils by month over three years, and the three years' figures of each and of the region: from months, and with every period counted from the children anew. */
export async function coldReckoning(world: World, last: Month, limit: number): Promise<Row[]> {
  const { councils, region } = await world.run(SYSTEM_ACTOR, 'performance.reckon', async (tx) => {
    const found: Council[] = [];
    for (const { id, code } of await agenciesToCount(tx)) found.push({ code, children: await childHistories(tx, world.vault, id), households: await householdJourneys(tx, id) });
    return { councils: found, region: { kinds: await agencyKinds(tx), memberships: await memberships(tx) } };
  });
  const months = monthsOf('THREE_YEARS', last).map((one) => periodEnding('MONTH', one));
  const whole = periodEnding('THREE_YEARS', last);
  const hub = timed('all indicators, all councils, three years, cold', 'hub', () => fromMonths(councils, months, region));
  const rival = timed('all indicators, all councils, three years, cold', 'each period from the children', () => anew(councils, [...months, whole], region));
  if (hub.checksum !== rival.checksum) throw new Error('What was rolled up differs from a recomputation.');
  if (hub.median_s > limit) process.stderr.write(`cold reckoning: beyond the limit of ${limit} s\n`);
  return [{ ...hub, ratio: 1 }, { ...rival, ratio: Number((rival.median_s / hub.median_s).toFixed(2)) }];
}

function tally({ children, households }: Council, periods: readonly Period[], region: Region): readonly Tallies[] {
  const all = [...recordTallies(children, periods, region), householdTallies(households, periods)];
  return periods.map((_, at) => Object.assign({}, ...all.map((tallies) => tallies[at])) as Tallies);
}

function fromMonths(councils: readonly Council[], months: readonly Period[], region: Region): string[] {
  const whole = councils.map((council) => {
    const byMonth = tally(council, months, region);
    return Object.fromEntries(DEFINITIONS.filter(({ code }) => byMonth[0]?.[code] !== undefined).map(({ code }) => [code, followedBy(...byMonth.map((tallies) => tallies[code] ?? {}))]));
  });
  return figuresOf(councils, whole);
}

function anew(councils: readonly Council[], periods: readonly Period[], region: Region): string[] {
  return figuresOf(councils, councils.map((council) => periods.map((period) => tally(council, [period], region)[0] as Tallies).at(-1) as Tallies));
}

function figuresOf(councils: readonly Council[], whole: readonly Tallies[]): string[] {
  return DEFINITIONS.flatMap(({ code, unit }) => {
    const told = whole.flatMap((tallies, at) => (tallies[code] === undefined ? [] : [{ agency: councils[at]?.code ?? '', tally: tallies[code] }]));
    return [...told, { agency: '', tally: pooled(...told.map((one) => one.tally)) }].map((one) => `${code} ${one.agency} ${JSON.stringify(figureOf(unit, one.tally))}`);
  });
}

/** Cold: the first run counts. */
function timed(name: string, engine: string, work: () => string[]): Row {
  const [start, worked] = [performance.now(), process.cpuUsage()];
  const results = work();
  const seconds = quantiles([(performance.now() - start) / 1000]);
  const work_s = workedSince(worked);
  process.stderr.write(`${name}, ${engine}: ${seconds.median_s} s, of which ${work_s} s of work\n`);
  return { name, engine, units: SIZE.children, households: SIZE.households, runs: 1, ...seconds, work_s, ratio: null, checksum: checksum(results) };
}
