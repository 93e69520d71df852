import { mean } from './statistics';

/** Why a point stands out, as the NHS's charts mark it (interface.md 1.3). */
export type Signal = 'OUTSIDE' | 'SHIFT' | 'TREND' | 'TWO_OF_THREE';

export interface XmrPoint {
  readonly value: number;
  readonly signals: readonly Signal[];
}

export interface Xmr {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  readonly points: readonly XmrPoint[];
  /** Under twelve points, or where most stand at an end of what a value can be (rare events), limits and runs say little: a run chart is drawn, and this is said. */
  readonly isTooLittle: boolean;
}

/** Moving ranges beyond this many times their mean are left out when the limits are reckoned. */
const SCREEN = 3.267;
/** 3 / d2 for ranges of two. */
const WIDTH = 2.66;
const RUN = 7;
const SHORTEST = 12;

/**
 * An XmR chart of independent periods (months, quarters; never rolling windows, whose points share children). `bounds`: what a value cannot lie beyond,
 * such as 0 and 100 of a share. `null` without a point.
 */
export function xmr(values: readonly number[], bounds: { readonly least?: number; readonly most?: number } = {}): Xmr | null {
  const centre = mean(values);
  if (centre === null) return null;
  const ranges = values.slice(1).map((value, at) => Math.abs(value - (values[at] ?? 0)));
  const all = mean(ranges) ?? 0;
  // Of rare events every range that is not 0 lies beyond the screen; without them the chart would have no width.
  const spread = WIDTH * (mean(ranges.filter((range) => range <= SCREEN * all)) || all);
  const [lower, upper] = [Math.max(centre - spread, bounds.least ?? -Infinity), Math.min(centre + spread, bounds.most ?? Infinity)];
  const chart = { centre, spread, lower, upper };
  return { mean: centre, lower, upper, isTooLittle: values.length < SHORTEST || isRare(values, bounds), points: values.map((value, at) => ({ value, signals: signalsAt(values, at, chart) })) };
}

/** More than half at one end, but not all: then seven on one side of the mean are no surprise. */
function isRare(values: readonly number[], { least, most }: { readonly least?: number; readonly most?: number }): boolean {
  return [least, most].some((end) => {
    const there = values.filter((value) => value === end).length;
    return there > values.length / 2 && there < values.length;
  });
}

interface Limits {
  readonly centre: number;
  readonly spread: number;
  readonly lower: number;
  readonly upper: number;
}

function signalsAt(values: readonly number[], at: number, { centre, spread, lower, upper }: Limits): readonly Signal[] {
  const value = values[at] ?? centre;
  // The mean of values that never change differs from them by rounding.
  if (spread === 0) return [];
  const side = (one: number): number => Math.sign(one - centre);
  const isFar = (one: number): boolean => Math.abs(one - centre) > (2 / 3) * spread;
  const signals: Signal[] = [];
  if (value < lower || value > upper) signals.push('OUTSIDE');
  if (inRun(values, at, RUN, (run) => side(run[0] ?? centre) !== 0 && run.every((one) => side(one) === side(run[0] ?? centre)))) signals.push('SHIFT');
  if (inRun(values, at, RUN, (run) => isMonotone(run))) signals.push('TREND');
  if (isFar(value) && inRun(values, at, 3, (run) => run.filter((one) => isFar(one) && side(one) === side(value)).length >= 2)) signals.push('TWO_OF_THREE');
  return signals;
}

/** Whether some stretch of so many points that holds this one is so. */
function inRun(values: readonly number[], at: number, length: number, is: (run: readonly number[]) => boolean): boolean {
  for (let start = Math.max(0, at - length + 1); start <= at && start + length <= values.length; start += 1) if (is(values.slice(start, start + length))) return true;
  return false;
}

function isMonotone(run: readonly number[]): boolean {
  const steps = run.slice(1).map((value, at) => Math.sign(value - (run[at] ?? 0)));
  return steps[0] !== 0 && steps.every((step) => step === steps[0]);
}
