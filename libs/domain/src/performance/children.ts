import { dayNumber } from '../dates/day-count';
import { childRules, type ChildRule } from './child-rules';
import { CHILD_DEFINITIONS, type ChildCode } from './definitions';
import type { JourneyFacts } from './facts';
import { growing, tallied, type Growing } from './growing';
import type { Figure, Period } from './indicator';
import { withoutValue } from './indicator';
import { journeyDays, type JourneyDays } from './journey-days';
import { CHAT_PARAMETERS, type ChildParameters } from './parameters';
import { figureOf, type Tally } from './tally';

/** Who left care in the period, each by the last time; `null` where the source does not say. */
export type Leavers = { readonly adopted: number; readonly all: number } | null;

export type ChildTallies = Readonly<Record<Exclude<ChildCode, 'A4'>, Tally>>;

/**
 * Every children's indicator of a period, from each child's own dates; a region is its children together, never the mean of its councils (domain.md 3.8, trap 33).
 * What happens after the period's last day is not counted.
 */
export function childFigures(journeys: readonly JourneyFacts[], period: Period, leavers: Leavers, parameters: ChildParameters = CHAT_PARAMETERS): Readonly<Record<ChildCode, Figure>> {
  const [tallies] = childTallies(journeys, [period], parameters);
  const figures = Object.entries(tallies ?? {}).map(([code, tally]) => [code, figureOf(CHILD_DEFINITIONS[code as ChildCode].unit, tally)]);
  return { ...(Object.fromEntries(figures) as Record<Exclude<ChildCode, 'A4'>, Figure>), A4: leaversFigure(leavers) };
}

function leaversFigure(leavers: Leavers): Figure {
  if (leavers === null) return withoutValue('The source does not say who left care in the period (Annex A: List 8 is missing).');
  return figureOf('percent', { of: leavers.adopted, among: leavers.all });
}

interface Open {
  readonly rule: ChildRule;
  /** Of each period. */
  readonly into: readonly Growing[];
}

/**
 * Of each of some periods that follow one another (months, as a rule) what it holds of each indicator: such that the tallies of a run of them `followedBy` one another
 * are those of the whole run reckoned at once. A journey's flow is put down on the day of its event, with all its dates; how it stands at the end of a period, with what
 * had happened by then.
 */
export function childTallies(journeys: readonly JourneyFacts[], periods: readonly Period[], parameters: ChildParameters = CHAT_PARAMETERS): readonly ChildTallies[] {
  const rules: readonly [string, Open][] = Object.entries(childRules(parameters)).map(([code, rule]) => [code, { rule, into: periods.map(growing) }]);
  const bounds = periods.map(({ from, to }) => ({ from: dayNumber(from), to: dayNumber(to) }));
  for (const journey of journeys) {
    const days = journeyDays(journey, parameters);
    for (const [, open] of rules) addFlow(days, open, bounds);
    addStanding(days, rules, bounds);
  }
  return periods.map((_, at) => Object.fromEntries(rules.map(([code, { into }]) => [code, tallied(into[at] as Growing)])) as ChildTallies);
}

type Bounds = readonly { readonly from: number; readonly to: number }[];

function addFlow(days: JourneyDays, { rule, into }: Open, bounds: Bounds): void {
  if (rule.flow === undefined) return;
  const [when, add] = rule.flow;
  const at = periodWith(when(days), bounds);
  if (at >= 0) add(days, into[at] as Growing);
}

/** Where a day lies; -1 where in none. Periods ascend, so it is halved in upon. */
function periodWith(day: number, bounds: Bounds): number {
  let [low, high] = [0, bounds.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (day > (bounds[middle]?.to ?? 0)) low = middle + 1;
    else high = middle;
  }
  const found = bounds[low];
  return found !== undefined && day >= found.from && day <= found.to ? low : -1;
}

function addStanding(days: JourneyDays, rules: readonly (readonly [string, Open])[], bounds: Bounds): void {
  const left = Math.min(days.adopted, days.reversed);
  bounds.forEach(({ to }, at) => {
    if (days.decided > to || left <= to) return;
    for (const [, { rule, into }] of rules) rule.stands?.(days, to, into[at] as Growing);
  });
}
