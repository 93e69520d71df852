import { talliesOf, type History } from './history';
import { flowCounts, populationOf, type Counts } from './safe-counts';

/** Shown only at ends between which these counts are safe, and, of two of them, where the first is. */
export const BOUND_BY_LEAVING: readonly string[] = ['A9', 'A3'];

/**
 * Per council, how many children stopped waiting to be placed, which nobody is told: at two ends those who wait and the decisions between give who left, those whose decision was
 * reversed taken off who moved in; those who are placed and, from among them, the adopted give who moved in too. What the first month brought nobody can reckon.
 */
export function leavingCounts(history: History): readonly Counts[] {
  return history.agencies.map((agency) => {
    const flow = (code: string, unit: 'children' | 'days' = 'children'): readonly number[] => talliesOf(history, agency, code).map((tally) => populationOf(unit, 'FLOW', tally));
    const grown = (code: string): readonly number[] => {
      const stands = talliesOf(history, agency, code).map((tally) => populationOf('children', 'STANDING', tally));
      return stands.map((count, at) => count - (stands[at - 1] ?? count));
    };
    const left = sum(flow('A15'), grown('A9'), -1);
    const placed = grown('A3');
    return flowCounts([left, sum(left, flow('CHAT.REVERSED'), -1), ...[flow('A3'), flow('A1', 'days'), flow('CHAT.ADOPTED')].map((gone) => sum(placed, gone))].map(([, ...later]) => [0, ...later]));
  });
}

const sum = (some: readonly number[], others: readonly number[], sign: 1 | -1 = 1): readonly number[] => some.map((count, at) => count + sign * (others[at] ?? 0));
