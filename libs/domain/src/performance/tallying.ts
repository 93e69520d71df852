import { dayNumber } from '../dates/day-count';
import { growing, tallied, type Growing } from './growing';
import type { Period } from './indicator';
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

interface Bound {
  readonly from: number;
  readonly to: number;
}

/**
 * Of each of some periods that ascend (months, as a rule) what it holds of each indicator: such that the tallies of a run of them `followedBy` one another are those of
 * the whole run reckoned at once. A flow is put down on the day of its event; how things stand at the end of a period, by what had happened by then.
 */
export function talliesOf<Days>({ rules, stands }: RuleSet<Days>, subjects: Iterable<Days>, periods: readonly Period[]): readonly Readonly<Record<string, Tally>>[] {
  const bounds = periods.map(({ from, to }) => ({ from: dayNumber(from), to: dayNumber(to) }));
  const all = Object.entries(rules).map(([code, rule]) => ({ code, rule, into: periods.map(growing) }));
  for (const days of subjects) {
    for (const { rule, into } of all) {
      if (rule.flow === undefined) continue;
      const when = rule.flow[0](days);
      const at = firstEndingFrom(when, bounds);
      if (at < bounds.length && when >= (bounds[at] as Bound).from) rule.flow[1](days, into[at] as Growing);
    }
    const [from, until] = stands(days);
    for (let at = firstEndingFrom(from, bounds); at < bounds.length && (bounds[at] as Bound).to < until; at += 1) {
      for (const { rule, into } of all) rule.stands?.(days, (bounds[at] as Bound).to, into[at] as Growing);
    }
  }
  return periods.map((_, at) => Object.fromEntries(all.map(({ code, into }) => [code, tallied(into[at] as Growing)])));
}

/** The first period that ends on the day or later; the number of all where none does. */
function firstEndingFrom(day: number, bounds: readonly Bound[]): number {
  let [low, high] = [0, bounds.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bounds[middle] as Bound).to < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
