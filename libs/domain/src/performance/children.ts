import { childRules, ORDER_RULES } from './child-rules';
import { CHILD_DEFINITIONS, type ChildCode } from './definitions';
import type { JourneyFacts } from './facts';
import type { Figure, Period } from './indicator';
import { withoutValue } from './indicator';
import { journeyDays, NEVER } from './journey-days';
import { CHAT_PARAMETERS, type ChildParameters } from './parameters';
import { figureOf, type Tally } from './tally';
import { talliesOf } from './tallying';

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

/** What each of some periods that ascend holds of each children's indicator; a run of them adds up (docs/adr/0031). */
export function childTallies(journeys: readonly JourneyFacts[], periods: readonly Period[], parameters: ChildParameters = CHAT_PARAMETERS): readonly ChildTallies[] {
  const days = journeys.map((journey) => journeyDays(journey, parameters));
  const orders = talliesOf({ rules: ORDER_RULES, stands: () => [NEVER, NEVER] as const }, days.flatMap(({ ordered, earlierOrders }) => [ordered, ...earlierOrders.map(([made]) => made)]), periods);
  return talliesOf({ rules: childRules(parameters), stands: isOpen }, days, periods).map((tallies, at) => ({ ...tallies, ...orders[at] })) as unknown as readonly ChildTallies[];
}

/** With a decision, and neither an order nor a reversal. */
const isOpen = ({ decided, adopted, reversed }: ReturnType<typeof journeyDays>): readonly [number, number] => [decided, Math.min(adopted, reversed)];
