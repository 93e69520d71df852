import type { Unit } from './indicator';
import type { Block } from './shown';
import type { Tally } from './tally';

/** What one to five children could be told by is hidden; a true zero is shown (domain.md 6.1). */
const LEAST = 6;
/** Of a share: fewer among whom are hidden. */
const LEAST_AMONG = 11;

/** Numbers of children that a figure of one council, or of the region, tells, at each node; each must be 0 or at least `least`. The first is its population. */
export interface Counts {
  readonly least: readonly number[];
  /** Per count, per node: of flows what happened up to it, of standing numbers how they stand at it. Node 0 is the start of the history, node n the end of its nth month. */
  readonly at: readonly (readonly number[])[];
}

export const isSafe = (count: number, least: number): boolean => count === 0 || Math.abs(count) >= least;

/** What happened between two nodes, or what stands at one (`from` null), tells of nobody. */
export const isSafeBetween = (counts: Counts, from: number | null, to: number): boolean => counts.least.every((least, count) => isSafe(between(counts, count, from, to), least));

export const between = ({ at }: Counts, count: number, from: number | null, to: number): number => (at[count]?.[to] ?? 0) - (from === null ? 0 : (at[count]?.[from] ?? 0));

/** Who is counted at all in one part of a tally: of a time those whose days are there. */
export function populationOf(unit: Unit, part: Block['part'], { days = [], among = 0, atEnd = {} }: Tally): number {
  if (part === 'STANDING') return atEnd.among ?? 0;
  return unit === 'days' ? days.length : among;
}

/** Of the months' tallies of one series; `others` are the populations, per month, of indicators within which this one lies: what it leaves out of them is a count too. */
export function countsOf(unit: Unit, part: Block['part'], tallies: readonly Tally[], others: readonly (readonly number[])[]): Counts {
  const population = tallies.map((tally) => populationOf(unit, part, tally));
  const leftOut = others.map((other) => other.map((all, month) => all - (population[month] ?? 0)));
  if (unit !== 'percent') return { least: [LEAST, ...others.map(() => LEAST)], at: [population, ...leftOut].map((count) => nodes(part, count)) };
  const of = tallies.map((tally) => (part === 'FLOW' ? tally.of : tally.atEnd?.of) ?? 0);
  const rest = population.map((all, month) => all - (of[month] ?? 0));
  return { least: [LEAST_AMONG, LEAST, LEAST, ...others.map(() => LEAST)], at: [population, of, rest, ...leftOut].map((count) => nodes(part, count)) };
}

/** Of numbers of children per month that happened in it. */
export const flowCounts = (numbers: readonly (readonly number[])[]): Counts => ({ least: numbers.map(() => LEAST), at: numbers.map((months) => nodes('FLOW', months)) });

/** The region is its councils together. */
export function pooledCounts(councils: readonly Counts[]): Counts {
  const [first] = councils;
  if (first === undefined) return { least: [], at: [] };
  return { least: first.least, at: first.at.map((nodesOf, count) => nodesOf.map((_, node) => councils.reduce((sum, { at }) => sum + (at[count]?.[node] ?? 0), 0))) };
}

function nodes(part: Block['part'], months: readonly number[]): readonly number[] {
  let sum = 0;
  return [0, ...months.map((count) => (part === 'FLOW' ? (sum += count) : count))];
}
