import type { Definition, Unit } from './indicator';
import { monthLater, type Month, type PeriodKind } from './periods';
import type { SeenFigure } from './shown-numbers';

/** 95 per cent of a normal distribution lie within so many standard deviations. */
const Z = 1.96;
/** Under so many children the spread of their days says too little for an interval. */
const FEWEST = 6;

/** In the unit of the value. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

type Numbers = Pick<SeenFigure, 'value' | 'numerator' | 'denominator' | 'n' | 'deviation'>;

/** The 95 per cent interval of a share (Wilson) or of a mean (normal); `null` of a count, which says more of a council's size, and of too few children. */
export function intervalOf(unit: Unit, { value, numerator, denominator, n, deviation }: Numbers): Interval | null {
  if (value === null) return null;
  if (unit === 'percent') return wilson(numerator ?? 0, denominator ?? 0);
  if (unit !== 'days' || deviation === null || n === null || n < FEWEST) return null;
  const reach = (Z * deviation) / Math.sqrt(n);
  return { low: Math.max(0, value - reach), high: value + reach };
}

/** Wilson's score interval of a share, in per cent: it stays between 0 and 100, and holds for small numbers too. */
function wilson(count: number, among: number): Interval | null {
  if (among === 0) return null;
  const share = count / among;
  const [middle, reach] = [share + Z ** 2 / (2 * among), Z * Math.sqrt((share * (1 - share)) / among + Z ** 2 / (4 * among ** 2))];
  const whole = 1 + Z ** 2 / among;
  return { low: Math.max(0, (100 * (middle - reach)) / whole), high: Math.min(100, (100 * (middle + reach)) / whole) };
}

/** What became of a figure: in words of better and worse where the indicator has a good side. */
export type Change = 'BETTER' | 'WORSE' | 'HIGHER' | 'LOWER' | 'NO_CLEAR_CHANGE' | 'NOT_KNOWN';

/** The figure against the comparable one before it; no change is clear that chance could make (95 per cent). */
export function changeOf({ unit, polarity }: Pick<Definition, 'unit' | 'polarity'>, now: Numbers, before: Numbers): Change {
  if (now.value === null || before.value === null) return 'NOT_KNOWN';
  const reach = reachOfDifference(unit, now, before);
  if (reach === null) return 'NOT_KNOWN';
  const difference = now.value - before.value;
  if (difference <= reach.up && difference >= -reach.down) return 'NO_CLEAR_CHANGE';
  return movement(polarity, difference > 0);
}

/** Upwards or downwards, as the indicator's polarity has it. */
export function movement(polarity: Definition['polarity'], isUp: boolean): 'BETTER' | 'WORSE' | 'HIGHER' | 'LOWER' {
  if (polarity === 'none') return isUp ? 'HIGHER' : 'LOWER';
  return (polarity === 'higher') === isUp ? 'BETTER' : 'WORSE';
}

/** How far up and down two figures may differ by chance: Newcombe's of two shares, normal of two means, and of two counts as of events that come by themselves (Poisson). */
function reachOfDifference(unit: Unit, now: Numbers, before: Numbers): { readonly up: number; readonly down: number } | null {
  const even = (reach: number) => ({ up: reach, down: reach });
  if (unit !== 'percent' && unit !== 'days') return even(Z * Math.sqrt((now.value ?? 0) + (before.value ?? 0)));
  const [later, earlier] = [intervalOf(unit, now), intervalOf(unit, before)];
  if (later === null || earlier === null || now.value === null || before.value === null) return null;
  return {
    up: Math.hypot(now.value - later.low, earlier.high - before.value),
    down: Math.hypot(later.high - now.value, before.value - earlier.low),
  };
}

/** Months back to the comparable period before, which shares no month with it: the one just before, and of a year to date the same months of the year before. */
const BACK: Readonly<Record<PeriodKind, number>> = { MONTH: 1, QUARTER: 3, HALF_YEAR: 6, YEAR_TO_DATE: 12, ROLLING_12: 12, THREE_YEARS: 36 };
export const previousEnd = (kind: PeriodKind, to: Month): Month => monthLater(to, -BACK[kind]);
