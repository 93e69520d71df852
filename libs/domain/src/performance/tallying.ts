import { dayNumber } from '../dates/day-count';
import { growing, tallied, type Growing } from './growing';
import type { Period } from './indicator';
import { NEVER } from './journey-days';
import type { Tally } from './tally';

/** What a journey or household adds to an indicator. */
export interface Rule<Days> {
  /** On the day of an event, to the flow of the period in which it lies: the event, and what it adds. */
  readonly flow?: readonly [when: (days: Days) => number, add: (days: Days, into: Growing) => void];
  /** At the end of a day on which it stands there to be counted; what came later is not looked at. */
  readonly stands?: (days: Days, on: number, into: Growing) => void;
}

export interface RuleSet<Days> {
  readonly rules: Readonly<Record<string, Rule<Days>>>;
  /** The first day on which one is there to be counted, and the first on which it is no more. */
  readonly stands: (days: Days) => readonly [from: number, until: number];
}

/**
 * Of each of some periods that ascend (months, as a rule) what it holds of each indicator: such that the tallies of a run of them `followedBy` one another are those of
 * the whole run reckoned at once. A flow is put down on the day of its event; how things stand at the end of a period, by what had happened by then.
 */
export function talliesOf<Days>({ rules, stands }: RuleSet<Days>, subjects: Iterable<Days>, periods: readonly Period[]): readonly Readonly<Record<string, Tally>>[] {
  const [firsts, ends] = [Float64Array.from(periods, ({ from }) => dayNumber(from)), Float64Array.from(periods, ({ to }) => dayNumber(to))];
  const all = Object.entries(rules).map(([code, { flow, stands: standing }]) => ({ code, flow, standing, into: periods.map(growing) }));
  const flows = all.flatMap(({ flow, into }) => (flow === undefined ? [] : [{ when: flow[0], add: flow[1], into }]));
  const standings = all.flatMap(({ standing, into }) => (standing === undefined ? [] : [{ standing, into }]));
  for (const days of subjects) {
    for (const { when, add, into } of flows) {
      const day = when(days);
      const at = firstEndingFrom(day, ends);
      if (at < ends.length && day >= (firsts[at] as number)) add(days, into[at] as Growing);
    }
    const [from, until] = stands(days);
    const first = firstEndingFrom(from, ends);
    const last = firstEndingFrom(until, ends);
    for (const { standing, into } of standings) {
      for (let at = first; at < last; at += 1) standing(days, ends[at] as number, into[at] as Growing);
    }
  }
  return periods.map((_, at) => Object.fromEntries(all.map(({ code, into }) => [code, tallied(into[at] as Growing)])));
}

/** The first period that ends on the day or later; the number of all where none does. */
function firstEndingFrom(day: number, ends: Float64Array): number {
  if (day === NEVER) return ends.length;
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] as number) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
