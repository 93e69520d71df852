import * as fc from 'fast-check';
import { blocksOf } from '@hub/domain/performance/blocks';
import { settledUntil, type Former } from '@hub/domain/performance/former';
import type { CouncilMonths } from '@hub/domain/performance/history';
import type { Figure } from '@hub/domain/performance/indicator';
import { DEFINITIONS as DEFINED } from '@hub/domain/performance/definitions';
import { monthLater } from '@hub/domain/performance/periods';
import { PUBLISHED } from '@hub/domain/performance/published';
import type { Block } from '@hub/domain/performance/shown';
import { figureOf, type Tally } from '@hub/domain/performance/tally';
import { rangesOf } from './bounds';
import { Knowledge } from './knowledge';
import { DEFINITIONS, FIRST, tallied, type Story } from './region';
import { region } from './stories';
import { Unknowns } from './unknowns';

const published = (stories: readonly Story[]): readonly Block[] => blocksOf(tallied(stories), DEFINITIONS);
const audiences = (stories: readonly Story[]): readonly (number | null)[] => [null, ...stories.keys()];
const nameOf = (own: number | null): string => (own === null ? 'Anybody' : `C${own}`);

/** What each audience, anybody or a council that knows its own in full, can work out that it should not. */
function leaks(stories: readonly Story[], blocks: readonly Block[]): readonly string[] {
  return audiences(stories).flatMap((own) => {
    const unknowns = new Unknowns(stories, own);
    const knowledge = new Knowledge(unknowns.count, unknowns.known(blocks));
    return unknowns.secrets().filter(({ terms }) => knowledge.tells(terms)).map(({ words, value }) => `${nameOf(own)} knows ${words}: ${value}`);
  });
}

/** What each can tie down to one number because nobody is ever fewer than none. */
async function tiedDown(stories: readonly Story[], blocks: readonly Block[]): Promise<readonly string[]> {
  const all = await Promise.all(audiences(stories).map(async (own) => {
    const unknowns = new Unknowns(stories, own);
    const secrets = unknowns.secrets().filter((_, at) => at % 7 === 0);
    const ranges = await rangesOf(unknowns, unknowns.known(blocks), secrets);
    return secrets.flatMap(({ words, value }, at) => (ranges[at]?.least === ranges[at]?.most ? [`${nameOf(own)} knows ${words}: ${value}`] : []));
  }));
  return all.flat();
}

const months = (...adopted: readonly number[]): Story => ({ waitedAtFirst: 40, months: adopted.map((count) => ({ adopted: count, placed: count, soon: 0, reversed: 0, decided: count, unplaced: 20, ordered: 0, unplacedOrdered: 0 })) });
const run = (agency: string | null, from: number, to: number, among: number): Block => ({ agency, code: 'CHAT.ADOPTED', part: 'FLOW', from: monthLater(FIRST, from), to: monthLater(FIRST, to), tally: { among } });

/** Four councils that adopt few and one that adopts many; each of the small ones is shown its years and half-years at most. */
const SMALL = [months(1, 1, 1, 2, 1, 0, 2, 1, 0, 1, 1, 1), months(0, 2, 1, 1, 1, 1, 1, 1, 2, 1, 0, 2), months(2, 0, 0, 1, 2, 1, 0, 2, 1, 1, 2, 0), months(1, 1, 2, 0, 0, 2, 1, 1, 1, 2, 1, 1), months(8, 9, 7, 8, 9, 6, 8, 9, 8, 7, 9, 8)];

describe('the differencing attack (ANON-9, trap 27)', () => {
  it.each([[2, 12, 20], [3, 12, 20], [4, 12, 15], [6, 9, 8]])('finds no number from 1 to 5 in what is published of %i councils over %i months', (councils, length, numRuns) => {
    fc.assert(fc.property(region(councils, length), (stories) => {
      expect(leaks(stories, published(stories))).toEqual([]);
    }), { numRuns, endOnFailure: true });
  });

  it('finds none where four councils are small and one is large, though most of it is shown', () => {
    const blocks = published(SMALL);
    expect(leaks(SMALL, blocks)).toEqual([]);
    expect(blocks.filter(({ code, agency }) => code === 'CHAT.ADOPTED' && agency === 'C4').length).toBeGreaterThan(3);
    expect(blocks.filter(({ code, agency }) => code === 'CHAT.ADOPTED' && agency === 'C0').map(({ from, to, tally }) => [from, to, tally.among])).toEqual([['2023-04', '2023-08', 6], ['2023-09', '2023-09', 0], ['2023-10', '2024-03', 6]]);
  });

  it('finds nothing by bounds either', async () => {
    const drawn = fc.sample(region(4, 6), { numRuns: 2, seed: 20_260_331 });
    for (const stories of drawn) expect(await tiedDown(stories, published(stories))).toEqual([]);
  }, 240_000);
});

/** What sums and spreads of two times of the same children tell of the one whose times differ: both of them, worked out from sums and squares. */
function timesOfOne(blocks: readonly Block[], [one, other]: readonly [string, string]): readonly number[] | null {
  const figureOfBlocks = (code: string): Figure | undefined => blocks.filter((block) => block.code === code && block.agency === 'C0').map(({ tally }) => figureOf('days', tally))[0];
  const [a, b] = [figureOfBlocks(one), figureOfBlocks(other)];
  if (a?.numerator == null || b?.numerator == null || a.deviation === null || b.deviation === null) return null;
  const squares = ({ numerator, n, deviation }: Figure): number => Math.round((deviation ?? 0) ** 2 * (n - 1) + (numerator ?? 0) ** 2 / n);
  const [less, more] = [a.numerator - b.numerator, (squares(a) - squares(b)) / (a.numerator - b.numerator)];
  return [(more + less) / 2, (more - less) / 2];
}

describe('the region when its councils change', () => {
  const CHANGING = [...SMALL, months(1, 0, 2, 1, 0, 1, 1, 0, 2, 1, 0, 1)];
  const [last, nobody]: readonly [string, Former] = ['C5', { agencies: [], blocks: [] }];
  const until = monthLater(FIRST, 11);

  /** What is shown on nights that follow one another, of some councils each. */
  function nights(...each: readonly CouncilMonths[]): readonly (readonly Block[])[] {
    let former = nobody;
    return each.map((councils) => {
      const agencies = [...councils.keys()];
      const blocks = blocksOf(councils, DEFINITIONS, former);
      former = { agencies, blocks, until, settledUntil: settledUntil(agencies, former) };
      return blocks;
    });
  }

  /** What follows of one council from the region's totals with it and without it, that its own blocks do not tell. */
  function told(unknowns: Unknowns, withIt: readonly Block[], without: readonly Block[]): readonly string[] {
    const ofRegion = (blocks: readonly Block[], councils?: readonly number[]) => unknowns.known(blocks.filter(({ agency }) => agency === null || agency === last), councils);
    const knowledge = new Knowledge(unknowns.count, [...ofRegion(withIt), ...ofRegion(without, CHANGING.slice(0, -1).map((_, council) => council))]);
    return unknowns.secrets().filter(({ words, terms }) => words.includes(` of ${last} `) && knowledge.tells(terms)).map(({ words }) => words);
  }

  const all = tallied(CHANGING);
  const others = new Map([...all].filter(([agency]) => agency !== last));
  const unknowns = new Unknowns(CHANGING, null);

  it('tells nothing of a council that joins, nor nights after', () => {
    const [before, ...after] = nights(others, all, all, all) as [readonly Block[], ...(readonly Block[])[]];
    expect(after.map((blocks) => told(unknowns, blocks, before))).toEqual([[], [], []]);
    expect(told(unknowns, blocksOf(all, DEFINITIONS), before).length + told(unknowns, [run(null, 0, 0, 13)], [run(null, 0, 0, 12)]).length).toBeGreaterThan(0);
  });

  it('tells nothing of a council that leaves, nor nights after', () => {
    const [before, ...after] = nights(all, others, others) as [readonly Block[], ...(readonly Block[])[]];
    expect(after.map((blocks) => told(unknowns, before, blocks))).toEqual([[], []]);
  });

  it('tells nothing of the months of which another source does not tell', () => {
    const file = new Map([...all].map(([agency, told]) => [agency, agency === last ? new Map([...told].slice(6)) : told]));
    const agencies = [...all.keys()];
    const before = blocksOf(all, DEFINITIONS);
    const first: Former = { agencies, blocks: before, until, recounted: [last] };
    const after = blocksOf(file, DEFINITIONS, first);
    const later = blocksOf(file, DEFINITIONS, { agencies, blocks: after, until, settledUntil: settledUntil(agencies, first) });
    const early = (blocks: readonly Block[]): readonly Block[] => blocks.filter(({ to }) => to < monthLater(FIRST, 6));
    expect([after, later].map((blocks) => told(unknowns, before, early(blocks)))).toEqual([[], []]);
  });
});

describe('times of the same children', () => {
  const days = [300, 350, 380, 410, 460, 700];
  const months = (tallies: Readonly<Record<string, Tally>>): CouncilMonths => new Map([['C0', new Map([[monthLater(FIRST, 11), tallies]])]]);

  it('tell nothing of the one child who was fostered by those who adopted', () => {
    const counted = months({ 'CHAT.ADOPTED': { among: 6 }, A1: { days }, A10: { days: [...days.slice(0, 5), 250] } });
    expect(timesOfOne(blocksOf(counted, PUBLISHED), ['A1', 'A10'])).toBeNull();
    const both = DEFINED.filter(({ code }) => code !== 'A3');
    expect(timesOfOne(blocksOf(counted, both), ['A1', 'A10'])).toEqual([700, 250]);
  });

  it('tell no more than a share does that is hidden: how many moved in soon', () => {
    const shown = (soon: number): readonly Block[] => blocksOf(months({ 'CHAT.ADOPTED': { among: 6 }, A1: { days }, A3: { of: soon, among: 6 } }), PUBLISHED).filter(({ code, agency }) => code === 'A1' && agency === 'C0');
    expect(shown(4).map(({ tally }) => figureOf('days', tally))).toMatchObject([{ value: 2600 / 6, n: 6, deviation: null, median: null, lowerQuartile: null }]);
    expect(shown(4)[0]?.tally.days).toBeUndefined();
  });
});

describe('the differencing attack finds a leak that is there', () => {
  it('of one window more: five months of a council whose half-year is shown', () => {
    expect(leaks(SMALL, [...published(SMALL), run('C3', 0, 2, 4), run('C3', 0, 4, 4)])).toContain('Anybody knows adopted of C3 (5, 6]: 2');
  });

  it('of what was cumulated to the month before', () => {
    expect(leaks(SMALL, [...published(SMALL), run('C1', 0, 10, 11)])).toContain('Anybody knows adopted of C1 (11, 12]: 2');
  });

  it('of a total without complementary suppression: one small cell beside large ones', () => {
    const stories = [months(7), months(9), months(8), months(3)];
    const plain = [...stories.slice(0, 3).map((one, council) => run(`C${council}`, 0, 0, one.months[0]?.adopted ?? 0)), run(null, 0, 0, 27)];
    expect(leaks(stories, plain)).toContain('Anybody knows adopted of C3 (0, 1]: 3');
  });

  it('of two small cells, by the council that has one of them', () => {
    const stories = [months(7), months(9), months(2), months(3)];
    const plain = [...stories.slice(0, 2).map((one, council) => run(`C${council}`, 0, 0, one.months[0]?.adopted ?? 0)), run(null, 0, 0, 21)];
    expect(leaks(stories, plain)).toEqual(expect.arrayContaining(['C2 knows adopted of C3 (0, 1]: 3', 'C3 knows adopted of C2 (0, 1]: 2']));
  });

  it('by bounds, of a total beside councils of whom a longer run is shown to be empty', async () => {
    const stories = [months(3, 4), months(0, 0), months(0, 0), months(0, 0)];
    const blocks = [run(null, 0, 0, 3), ...[1, 2, 3].map((council) => run(`C${council}`, 0, 1, 0))];
    expect(leaks(stories, blocks).filter((words) => words.includes('of C0 '))).toEqual([]);
    const unknowns = new Unknowns(stories, null);
    const secrets = unknowns.secrets().filter(({ words }) => words === 'adopted of C0 (0, 1]');
    expect(await rangesOf(unknowns, unknowns.known(blocks), secrets)).toEqual([{ least: 3, most: 3 }]);
  });
});
