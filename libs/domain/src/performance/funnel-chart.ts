import { funnelLimits, funnelPlace, overDispersion, type FunnelLimits, type FunnelPlace } from './funnel';
import type { Definition } from './indicator';
import type { SeenFigure } from './shown-numbers';

export interface FunnelPoint {
  readonly agency: string;
  readonly count: number;
  readonly n: number;
  /** In per cent. */
  readonly value: number;
  readonly place: FunnelPlace;
}

/** Councils' shares by their size, about the region's; all in per cent. */
export interface FunnelChart {
  readonly region: number;
  readonly points: readonly FunnelPoint[];
  /** From the smallest size to beyond the greatest. */
  readonly limits: readonly FunnelLimits[];
  /** Councils whose figure is hidden, or who have no child in it. */
  readonly without: readonly string[];
  /** How much more councils differ than chance has it; 1: no more. The limits are widened by its root where that was asked for. */
  readonly dispersion: number;
}

/** Sizes at which the curves are reckoned, at most. */
const STEPS = 60;

/** `null` where the indicator is no share, or the region's is not shown. */
export function funnelChart({ unit }: Pick<Definition, 'unit'>, figures: readonly SeenFigure[], isWidened: boolean): FunnelChart | null {
  const region = figures.find(({ agency }) => agency === null);
  if (unit !== 'percent' || !region?.denominator || region.numerator === null) return null;
  const share = region.numerator / region.denominator;
  const councils = figures.flatMap(({ agency, numerator, denominator }) => (agency !== null && denominator && numerator !== null ? [{ agency, count: numerator, n: denominator }] : []));
  const dispersion = overDispersion(councils, share);
  const limitsAt = (n: number): FunnelLimits => asPercent(widened(funnelLimits(n, share), share, isWidened ? Math.sqrt(dispersion) : 1));
  const most = Math.max(10, ...councils.map(({ n }) => n)) * 1.1;
  const step = Math.max(1, Math.ceil(most / STEPS));
  return {
    region: 100 * share, dispersion,
    points: councils.map(({ agency, count, n }) => ({ agency, count, n, value: (100 * count) / n, place: funnelPlace(100 * count, limitsAt(n)) })),
    limits: Array.from({ length: Math.ceil(most / step) }, (_, at) => limitsAt((at + 1) * step)),
    without: figures.flatMap(({ agency }) => (agency !== null && !councils.some((one) => one.agency === agency) ? [agency] : [])),
  };
}

const over = (limits: FunnelLimits, change: (limit: number) => number): FunnelLimits =>
  ({ n: limits.n, lower95: change(limits.lower95), upper95: change(limits.upper95), lower998: change(limits.lower998), upper998: change(limits.upper998) });

const widened = (limits: FunnelLimits, share: number, by: number): FunnelLimits => over(limits, (limit) => Math.min(1, Math.max(0, share + (limit - share) * by)));
const asPercent = (limits: FunnelLimits): FunnelLimits => over(limits, (limit) => 100 * limit);
