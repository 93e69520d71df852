import type { SearchClocks } from './clocks';

/** From how many days on something is slow, stuck, without a link for too long, or to be reviewed. */
export interface DriftLimits {
  readonly slowDays: number;
  readonly stuckDays: number;
  readonly withoutLinkDays: number;
  readonly reviewDays: number;
}

/** Where nobody set others. */
export const DEFAULT_LIMITS: DriftLimits = { slowDays: 14, stuckDays: 28, withoutLinkDays: 28, reviewDays: 90 };

export const DELAYS = ['STUCK', 'SLOW', 'NO_LINK', 'NOT_REVIEWED'] as const;
export type Delay = (typeof DELAYS)[number];

/** Of a link that nobody has moved: the heavier alone. */
export function idleDelay(idleDays: number, { slowDays, stuckDays }: Pick<DriftLimits, 'slowDays' | 'stuckDays'>): Delay | null {
  if (idleDays >= stuckDays) return 'STUCK';
  return idleDays >= slowDays ? 'SLOW' : null;
}

/** What holds a search up, heaviest first; nothing while it rests. */
export function delaysOf({ idleDays, withoutLinkDays, reviewDays }: Pick<SearchClocks, 'idleDays' | 'withoutLinkDays' | 'reviewDays'>, isActive: boolean, limits: DriftLimits): readonly Delay[] {
  if (!isActive) return [];
  const idle = idleDays === null ? null : idleDelay(idleDays, limits);
  return [
    ...(idle === null ? [] : [idle]),
    ...(withoutLinkDays !== null && withoutLinkDays >= limits.withoutLinkDays ? (['NO_LINK'] as const) : []),
    ...(reviewDays >= limits.reviewDays ? (['NOT_REVIEWED'] as const) : []),
  ];
}
