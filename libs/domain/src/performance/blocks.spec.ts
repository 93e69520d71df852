import * as fc from 'fast-check';
import { blocksOf } from './blocks';
import type { CouncilMonths, Published } from './history';
import { monthLater, type Month } from './periods';
import type { Block } from './shown';
import type { Tally } from './tally';

const FIRST = '2024-04' as Month;
const FLOW: Published = { code: 'A16', unit: 'children', parts: ['FLOW'] };
const STANDING: Published = { code: 'A13', unit: 'children', parts: ['STANDING'] };

const councils = (code: string, of: Readonly<Record<string, readonly Tally[]>>): CouncilMonths =>
  new Map(Object.entries(of).map(([agency, tallies]) => [agency, new Map(tallies.map((tally, at) => [monthLater(FIRST, at), { [code]: tally }]))]));
const flows = (of: Readonly<Record<string, readonly number[]>>): CouncilMonths => councils('A16', Object.fromEntries(Object.entries(of).map(([agency, counts]) => [agency, counts.map((among) => ({ among }))])));
const stands = (of: Readonly<Record<string, readonly number[]>>): CouncilMonths =>
  councils('A13', Object.fromEntries(Object.entries(of).map(([agency, counts]) => [agency, counts.map((among) => ({ atEnd: { among } }))])));
/** `agency from-to count`, months as numbers from 1. */
const told = (blocks: readonly Block[]): readonly string[] => blocks.map(({ agency, from, to, tally }) => {
  const month = (of: Month): number => Array.from({ length: 60 }, (_, at) => String(monthLater(FIRST, at))).indexOf(of) + 1;
  return `${agency ?? 'region'} ${month(from)}-${month(to)} ${tally.lengths?.count || tally.among || (tally.atEnd?.among ?? 0)}`;
});
const YEAR = (each: number): number[] => new Array<number>(12).fill(each);

describe('what everybody may know of flows', () => {
  it.each<readonly [string, Readonly<Record<string, readonly number[]>>, readonly string[]]>([
    ['one to five in a year: nothing', { A: [1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 1] }, []],
    ['six in a year: the year', { A: [1, 0, 0, 1, 0, 0, 1, 0, 1, 0, 1, 1] }, ['A 1-12 6', 'region 1-12 6']],
    ['one a month: half-years, which matter more than other runs of six', { A: YEAR(1) }, ['A 1-6 6', 'A 7-12 6', 'region 1-6 6', 'region 7-12 6']],
    ['two a month: quarters', { A: YEAR(2) }, ['A 1-3 6', 'A 4-6 6', 'A 7-9 6', 'A 10-12 6', 'region 1-3 6', 'region 4-6 6', 'region 7-9 6', 'region 10-12 6']],
    ['a true zero, and half a year of six only once its year is over', { A: [0, 0, 0, 6, 0, 0] }, [1, 2, 3, 4, 5].map((at) => `A ${at}-${at} ${at === 4 ? 6 : 0}`).concat([1, 2, 3, 4, 5].map((at) => `region ${at}-${at} ${at === 4 ? 6 : 0}`))],
    ['of two, one of whom knows its own: of the region no more than of the other', { A: YEAR(1), B: YEAR(7) }, [
      'A 1-6 6', 'A 7-12 6', ...Array.from({ length: 12 }, (_, at) => `B ${at + 1}-${at + 1} 7`), 'region 1-6 48', 'region 7-12 48',
    ]],
  ])('%s', (_, of, expected) => {
    expect(told(blocksOf(flows(of), [FLOW]))).toEqual(expected);
  });

  it('hides the month of a third council where those of two are hidden, so that the region can be shown', () => {
    expect(told(blocksOf(flows({ A: [9, 9, 3], B: [9, 9, 3], C: [20, 20, 20], D: [30, 30, 30] }), [FLOW]))).toEqual([
      'A 1-1 9', 'A 2-3 12', 'B 1-1 9', 'B 2-3 12', 'C 1-1 20', 'C 2-3 40', 'D 1-1 30', 'D 2-2 30', 'D 3-3 30', 'region 1-1 68', 'region 2-2 68', 'region 3-3 56',
    ]);
  });

  it('needs six for an average, and eleven among whom a share is, with six who count and six who do not', () => {
    const times: Published = { code: 'X', unit: 'days', parts: ['FLOW'] };
    const shares: Published = { code: 'X', unit: 'percent', parts: ['FLOW'] };
    const half = (tally: Tally): Tally[] => [tally, {}, {}, {}, {}, {}];
    const shown = (tally: Tally, by: Published): number => blocksOf(councils('X', { A: half(tally) }), [by]).filter(({ agency }) => agency === 'A').length;
    expect([5, 6].map((n) => shown({ days: new Array<number>(n).fill(400) }, times) > 0)).toEqual([false, true]);
    expect([[0, 10], [0, 11], [5, 20], [6, 11], [6, 12], [15, 20], [20, 20]].map(([of, among]) => shown({ of, among }, shares) > 0)).toEqual([false, true, false, false, true, false, true]);
  });

  it('tells nothing of months that a council has not told of, where nobody is not the same as nothing known', () => {
    const short = new Map([...flows({ A: YEAR(7) }).get('A') ?? []].slice(6));
    const blocks = blocksOf(new Map([['A', short], ['B', flows({ B: YEAR(9) }).get('B') ?? new Map()]]), [FLOW]);
    expect(blocks.filter(({ agency }) => agency === 'A').map(({ from }) => from)[0]).toBe(monthLater(FIRST, 6));
  });

  it('keeps the runs that were shown before, when later months come', () => {
    const counts = [3, 3, 3, 3, 3, 3, 3, 3, 3, 1, 1, 1, 2, 2, 2, 3, 4, 4];
    let former: readonly Block[] = [];
    for (let length = 1; length <= counts.length; length += 1) {
      const now = blocksOf(flows({ A: counts.slice(0, length) }), [FLOW], { agencies: length === 1 ? [] : ['A'], blocks: former });
      const ends = (blocks: readonly Block[]): ReadonlySet<string> => new Set(blocks.flatMap(({ to }) => [to]));
      expect([...ends(former)].filter((end) => !ends(now).has(end))).toEqual([]);
      former = now;
    }
  });
});

describe('what everybody may know of how things stand', () => {
  it.each<readonly [string, Readonly<Record<string, readonly number[]>>, readonly string[]]>([
    ['nothing small', { A: [7], B: [0], C: [9] }, ['A 1-1 7', 'B 1-1 0', 'C 1-1 9', 'region 1-1 16']],
    ['one small: two more are hidden, the smallest', { A: [3], B: [7], C: [9], D: [20] }, ['D 1-1 20', 'region 1-1 39']],
    ['too few to hide it among: the region is hidden', { A: [3], B: [7] }, ['B 1-1 7']],
    ['three of one child each: two more are hidden, or it could be nothing else', { A: [1], B: [1], C: [1], D: [12], E: [15], F: [20] }, ['F 1-1 20', 'region 1-1 50']],
  ])('%s', (_, of, expected) => {
    expect(told(blocksOf(stands(of), [STANDING]))).toEqual(expected);
  });
});

describe('blocks', () => {
  const history = fc.dictionary(fc.constantFrom('A', 'B', 'C', 'D', 'E'), fc.array(fc.nat(9), { minLength: 18, maxLength: 18 }), { minKeys: 1 });

  it('hold none or at least six, and say what happened', () => {
    fc.assert(fc.property(history, (of) => {
      for (const { agency, from, to, tally } of blocksOf(flows(of), [FLOW])) {
        const months = Array.from({ length: 18 }, (_, at) => monthLater(FIRST, at));
        const counts = Object.entries(of).filter(([one]) => agency === null || one === agency).flatMap(([, all]) => all.filter((_, at) => (months[at] ?? '') >= from && (months[at] ?? '') <= to));
        expect(tally.among).toBe(counts.reduce((sum, count) => sum + count, 0));
        expect(tally.among === 0 || (tally.among ?? 0) >= 6).toBe(true);
      }
    }));
  });

  it('are the same whichever council comes first', () => {
    fc.assert(fc.property(history, (of) => {
      expect(blocksOf(flows(Object.fromEntries(Object.entries(of).reverse())), [FLOW])).toEqual(blocksOf(flows(of), [FLOW]));
    }), { numRuns: 30 });
  });
});
