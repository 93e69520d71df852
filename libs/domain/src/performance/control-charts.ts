import type { Definition } from './indicator';
import type { PeriodKind } from './periods';
import type { SeenFigure } from './shown-numbers';
import { quantile } from './statistics';
import { xmr, type Signal, type Xmr } from './xmr';

/** Whether periods of the kind follow one another: those that overlap share children, and then points are no observations of their own. */
export const isIndependent = (kind: PeriodKind): boolean => kind === 'MONTH' || kind === 'QUARTER';

/** One period. No value where it is hidden, or where nobody was counted: the line has a gap there. */
export interface ControlPoint {
  readonly from: string;
  readonly to: string;
  readonly value: number | null;
  /** 0 where there was nobody; null of a count, and where the source does not tell. */
  readonly denominator: number | null;
  readonly isHidden: boolean;
  readonly signals: readonly Signal[];
}

/** What the newest point says: a change beyond chance, none, too little to tell, no limits since periods share children, or nothing to be shown. */
export type Verdict = 'RISING' | 'FALLING' | 'NO_CHANGE' | 'TOO_LITTLE' | 'NO_LIMITS' | 'NOTHING';

export interface ControlChart {
  /** Null: the region. */
  readonly agency: string | null;
  readonly points: readonly ControlPoint[];
  /** Null where too little is shown for limits to mean anything: then it is a run chart around the median. */
  readonly limits: Pick<Xmr, 'mean' | 'lower' | 'upper'> | null;
  /** Of what is shown; null where nothing is. */
  readonly median: number | null;
  readonly verdict: Verdict;
  /** The last day of the newest period that is shown, of which the verdict speaks, where it is not the last of all; else null. */
  readonly lastShown: string | null;
}

/** Whether a process as it is will meet a target: always, never, or as chance has it. Null without limits, or where neither side is good. */
export type Assurance = 'MEETS' | 'MISSES' | 'CHANCE';

/** Of an XmR chart's limits against a target, which a low indicator has to lie below and a high one to reach. Limits of what never changed tell nothing of chance. */
export function assuranceOf(polarity: Definition['polarity'], limits: ControlChart['limits'], target: number): Assurance | null {
  if (limits === null || limits.lower === limits.upper || polarity === 'none') return null;
  const [isAlways, isNever] = polarity === 'lower' ? [limits.upper < target, limits.lower >= target] : [limits.lower >= target, limits.upper < target];
  if (isAlways) return 'MEETS';
  return isNever ? 'MISSES' : 'CHANCE';
}

/** Whether who is counted in one period is mostly counted in the next too, as who waits at its end: then points are no observations of their own. A time's value is of FLOW alone. */
const isCarriedOver = ({ unit, parts }: Pick<Definition, 'unit' | 'parts'>): boolean => unit !== 'days' && parts.includes('STANDING');

/** An XmR chart of one council or the region. `figures` follow one another; hidden and empty periods are left out of the reckoning. */
export function controlChart(definition: Pick<Definition, 'unit' | 'parts'>, agency: string | null, figures: readonly SeenFigure[]): ControlChart {
  const values = figures.flatMap(({ value }) => (value === null ? [] : [value]));
  const chart = xmr(values, definition.unit === 'percent' ? { least: 0, most: 100 } : { least: 0 });
  const hasLimits = chart !== null && !chart.isTooLittle && !isCarriedOver(definition);
  let at = 0;
  const points = figures.map(({ period, value, denominator, isHidden }): ControlPoint => {
    const signals = value === null || !hasLimits ? [] : (chart.points[at]?.signals ?? []);
    if (value !== null) at += 1;
    return { from: period.from, to: period.to, value, denominator, isHidden, signals };
  });
  const newest = points.findLast((point) => point.value !== null);
  const shown = { agency, points, lastShown: newest === undefined || newest === points.at(-1) ? null : newest.to, median: quantile([...values].sort((a, b) => a - b), 0.5) };
  if (chart === null) return { ...shown, limits: null, verdict: 'NOTHING' };
  if (!hasLimits) return { ...shown, limits: null, verdict: isCarriedOver(definition) ? 'NO_LIMITS' : 'TOO_LITTLE' };
  const { mean, lower, upper } = chart;
  return { ...shown, limits: { mean, lower, upper }, verdict: verdictOf(points, mean) };
}

function verdictOf(points: readonly ControlPoint[], centre: number): Verdict {
  const shown = points.filter(({ value }) => value !== null);
  const [newest, before] = [shown.at(-1), shown.at(-2)];
  if (newest === undefined || newest.signals.length === 0) return 'NO_CHANGE';
  const from = newest.signals.includes('TREND') ? (before?.value ?? centre) : centre;
  return (newest.value ?? centre) > from ? 'RISING' : 'FALLING';
}

/** The one scale of charts that stand side by side: all their points, limits and lines, a little air about them, and nothing that cannot be. */
export function scaleOf({ unit }: Pick<Definition, 'unit'>, charts: readonly ControlChart[], lines: readonly number[]): readonly [number, number] {
  if (unit === 'percent') return [0, 100];
  const values = charts.flatMap(({ points, limits }) => [...points.flatMap(({ value }) => (value === null ? [] : [value])), ...(limits === null ? [] : [limits.lower, limits.upper])]);
  const all = [...values, ...lines];
  if (all.length === 0) return [0, 1];
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const air = Math.max(1, (most - least) * 0.08);
  return [Math.max(0, least - air), most + air];
}
