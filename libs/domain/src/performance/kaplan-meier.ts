import { daysBetween } from '../dates/day-count';
import type { IsoDate } from '../dates/iso-date';

/** One child's wait in days, and whether it has ended; a child who still waits is censored. */
export interface Wait {
  readonly days: number;
  readonly isOver: boolean;
}

/** Still waiting after so many days: a share of all, 1 to 0, from that day on. */
export interface SurvivalStep {
  readonly days: number;
  readonly share: number;
}

/**
 * The product-limit estimate of Kaplan and Meier: who still waits counts for as long as the wait lasted, so that a council which places children after long waits
 * does not look better by leaving them unplaced (interface.md 1.3). A wait that ends on the day on which another is censored ends first.
 */
export function survival(waits: readonly Wait[]): readonly SurvivalStep[] {
  const counts = new Map<number, { ended: number; all: number }>();
  for (const { days, isOver } of waits) {
    const count = counts.get(days) ?? { ended: 0, all: 0 };
    counts.set(days, { ended: count.ended + (isOver ? 1 : 0), all: count.all + 1 });
  }
  const steps: SurvivalStep[] = [];
  let [share, waiting] = [1, waits.length];
  for (const [days, { ended, all }] of [...counts].sort(([a], [b]) => a - b)) {
    if (ended > 0) steps.push({ days, share: (share *= 1 - ended / waiting) });
    waiting -= all;
  }
  return steps;
}

/** The first day by which a share of them (0.5: the median) has moved on; `null` where fewer have so far. */
export const daysUntil = (steps: readonly SurvivalStep[], share = 0.5): number | null => steps.find((step) => step.share <= 1 - share + 1e-12)?.days ?? null;

/** The wait from one day to another, or to the last day that is looked at. */
export const waitOf = (from: IsoDate, to: IsoDate | null, lastDay: IsoDate): Wait => ({ days: daysBetween(from, to ?? lastDay), isOver: to !== null });
