import * as fc from 'fast-check';
import type { ChildFacts } from '@hub/domain/children/facts';
import { addDays } from '@hub/domain/dates/day-count';
import { isoDate } from '@hub/domain/dates/iso-date';
import { firstDay, lastDay, monthLater, monthsOf, PERIOD_KINDS, type Month, type PeriodKind } from '@hub/domain/performance/periods';
import type { ShownFigure } from '@hub/domain/performance/shown';
import { applyChildren } from '@hub/features/children/apply-children.queries';
import { PerformanceService } from '@hub/features/performance/performance.service';
import { RollUpService } from '@hub/features/performance/roll-up.service';
import { fixedClock } from '@hub/platform/clock';
import { freshDatabase, type TestDatabase } from '../harness/database';
import { openWorld, type Town, type World } from '../harness/world';
import { Knowledge, type Known } from './knowledge';
import { FIRST, waitingOf, type Story } from './region';
import { story } from './stories';
import { Unknowns } from './unknowns';

/* The differencing attack on what the hub answers: children in a database, counted by the night's reckoning, and everything that people of the region can ask for. */

const MONTHS = 24;
const CODES = ['CHAT.ADOPTED', 'A1', 'A15', 'CHAT.REVERSED', 'CHAT.TOTAL', 'A5', 'CHAT.WAITING', 'A9'];
const at = (months: number): Month => monthLater(FIRST, months);

let database: TestDatabase;
let world: World;
let towns: readonly Town[];
let hub: Town;
let service: PerformanceService;

// Nobody is placed before the month of the order: who waits is not placed, and who is adopted was.
const STORIES: readonly Story[] = fc.sample(fc.tuple(...[1, 2, 3, 6].map((most) => story(MONTHS, most))), { numRuns: 1, seed: 20_250_331 }).flat().map((one) => {
  const waiting = waitingOf(one);
  return { ...one, months: one.months.map((month, end) => ({ ...month, placed: month.adopted, soon: 0, unplaced: waiting[end] ?? 0 })) };
});

/** Children of whom the story would be told: those who have waited longest leave first. */
function childrenOf(council: string, { waitedAtFirst, months }: Story): readonly ChildFacts[] {
  let count = 0;
  const decided = (on: string): ChildFacts => ({ externalId: `${council}${(count += 1)}`, enteredCareOn: addDays(isoDate(on), -200), admDecidedOn: isoDate(on) });
  const waiting = Array.from({ length: waitedAtFirst }, () => decided('2021-05-01'));
  const gone: ChildFacts[] = [];
  months.forEach((month, end) => {
    const [first, last] = [firstDay(at(end)), lastDay(at(end))];
    for (let one = 0; one < month.decided; one += 1) waiting.push(decided(first));
    for (const child of waiting.splice(0, month.adopted)) gone.push({ ...child, matchedOn: first, placedOn: first, adoptedOn: last });
    for (const child of waiting.splice(0, month.reversed)) gone.push({ ...child, decisionReversedOn: last, reversalReason: 'RD1' });
  });
  return [...gone, ...waiting];
}

beforeAll(async () => {
  database = await freshDatabase();
  world = await openWorld(database);
  hub = await world.town('HUB', 'HUB');
  towns = [await world.town('CAA'), await world.town('CBB'), await world.town('CCC'), await world.town('CDD')];
  for (const [council, town] of towns.entries()) {
    const finder = town.as('FAMILY_FINDER');
    await world.run(finder, 'imports.apply', (tx) => applyChildren(tx, world.vault, finder, childrenOf(town.code, STORIES[council] as Story), isoDate('2025-04-15')));
  }
  await new RollUpService(world.uow, world.vault, fixedClock('2025-04-15')).reckon();
  service = new PerformanceService(world.uow);
}, 240_000);
afterAll(async () => {
  await world.close();
  await database.drop();
});

interface Shown extends ShownFigure {
  readonly kind: PeriodKind;
  readonly months: readonly Month[];
}

async function everythingFor(town: Town): Promise<readonly Shown[]> {
  const actor = town.as(town.kind === 'HUB' ? 'HUB_COORDINATOR' : 'ANALYST');
  const shown: Shown[] = [];
  for (const kind of PERIOD_KINDS) {
    for (let end = 0; end < MONTHS; end += 1) {
      const { figures } = await service.figures(actor, { codes: CODES, agencies: 'ALL', kind, to: [at(end)], basis: 'RESTATED' });
      shown.push(...figures.map((figure) => ({ ...figure, kind, months: monthsOf(kind, at(end)) })));
    }
  }
  return shown;
}

/** What figures of others and the region tell; of the months before the story everybody knows that nothing happened in them. */
function knownFrom(unknowns: Unknowns, figures: readonly Shown[], own: string): readonly Known[] {
  return figures.filter(({ isHidden, agency, value }) => !isHidden && value !== null && agency !== own).flatMap(({ agency, code, months }) => {
    const from = Math.max(0, monthIndex(months[0] as Month));
    return unknowns.told(code, agency === null ? null : towns.findIndex((town) => town.code === agency), from, monthIndex(months.at(-1) as Month) + 1);
  });
}

const monthIndex = (month: Month): number => (Number(month.slice(0, 4)) - Number(FIRST.slice(0, 4))) * 12 + Number(month.slice(5)) - Number(FIRST.slice(5));

async function leaksTo(town: Town, more: readonly Shown[] = []): Promise<readonly string[]> {
  const council = towns.indexOf(town);
  const unknowns = new Unknowns(STORIES, council < 0 ? null : council);
  const knowledge = new Knowledge(unknowns.count, knownFrom(unknowns, [...(await everythingFor(town)), ...more], town.code));
  return unknowns.secrets().filter(({ terms }) => knowledge.tells(terms)).map(({ words, value }) => `${words}: ${value}`);
}

describe('everything that the hub answers', () => {
  it('is the truth where it is shown, and shows enough to be of use', async () => {
    const shown = await everythingFor(hub);
    const adopted = shown.filter(({ code, isHidden }) => code === 'CHAT.ADOPTED' && !isHidden);
    for (const { agency, value, months } of adopted) {
      const counted = STORIES.filter((_, council) => agency === null || towns[council]?.code === agency);
      const inside = months.map(monthIndex);
      expect(value).toBe(counted.reduce((sum, one) => sum + one.months.reduce((all, month, end) => all + (inside.includes(end) ? month.adopted : 0), 0), 0));
    }
    expect(adopted.filter(({ agency, kind, months }) => agency === null && kind === 'ROLLING_12' && months.at(-1)?.endsWith('-03')).length).toBe(2);
    expect(adopted.some(({ agency }) => agency === 'CDD')).toBe(true);
  });

  it.each(['CAA', 'CBB', 'CCC', 'HUB'])('tells %s no number from 1 to 5 of another council, nor of all others together (ANON-9, trap 27)', async (code) => {
    expect(await leaksTo(code === 'HUB' ? hub : (towns.find((town) => town.code === code) as Town))).toEqual([]);
  }, 120_000);

  it('would tell, if it answered with one month of a council too many', async () => {
    const shown = await everythingFor(hub);
    const hidden = shown.find(({ code, agency, kind, isHidden, months }) => code === 'CHAT.ADOPTED' && agency === 'CCC' && kind === 'MONTH' && isHidden && smallIn(2, months)) as Shown;
    expect(await leaksTo(hub, [{ ...hidden, isHidden: false, value: 1 }])).toEqual(expect.arrayContaining([expect.stringMatching(/^adopted of C2 /)]));
  }, 120_000);

  it('is each council’s own in full, and of nobody else’s months a row', async () => {
    const [first] = towns as [Town];
    const own = (await everythingFor(first)).filter(({ agency, code, kind }) => agency === first.code && code === 'CHAT.ADOPTED' && kind === 'MONTH');
    expect(own.map(({ value }) => value)).toEqual(STORIES[0]?.months.map(({ adopted }) => adopted));
    const seen = await world.run(first.as('ANALYST'), 'performance.read', (tx) => tx.query<{ code: string }[]>('select distinct a.code from hub.performance_month m join hub.agency a on a.id = m.agency_id'));
    expect(seen).toEqual([{ code: first.code }]);
    expect(await world.run(hub.as('HUB_COORDINATOR'), 'performance.read', (tx) => tx.query('select 1 from hub.performance_month'))).toEqual([]);
  });
});

const smallIn = (council: number, months: readonly Month[]): boolean => {
  const count = STORIES[council]?.months[monthIndex(months[0] as Month)]?.adopted ?? 0;
  return count >= 1 && count <= 5;
};
