import type { Clock } from './clock';
import { CLOCK_RULES } from './rules';

/** How an open clock stands for whoever has to act. SOON: within two weeks. */
export const CLOCK_STANDINGS = ['OVERDUE', 'SOON', 'RUNNING', 'PAUSED'] as const;
export type ClockStanding = (typeof CLOCK_STANDINGS)[number];

const SOON_DAYS = 14;

/** Null of what is done, and of what only has to be waited for: nobody acts on it. */
export function standingOf({ code, state, daysLeft }: Pick<Clock, 'code' | 'state' | 'daysLeft'>): ClockStanding | null {
  if (CLOCK_RULES[code].sense !== 'BY') return null;
  if (state === 'RUNNING') return daysLeft !== null && daysLeft <= SOON_DAYS ? 'SOON' : 'RUNNING';
  return state === 'OVERDUE' || state === 'PAUSED' ? state : null;
}

/** What is latest first, then what is due first; what rests, and what has no day, at the end. */
export function byUrgency(a: Pick<Clock, 'state' | 'dueOn'>, b: Pick<Clock, 'state' | 'dueOn'>): number {
  const rests = Number(a.state === 'PAUSED') - Number(b.state === 'PAUSED');
  const [day, other] = [a.dueOn ?? '9999', b.dueOn ?? '9999'];
  return rests || (day < other ? -1 : day > other ? 1 : 0);
}
