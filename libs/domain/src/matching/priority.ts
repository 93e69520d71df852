import { daysBetween } from '../dates/day-count';
import type { IsoDate } from '../dates/iso-date';
import type { Policy } from './policy';
import type { Unit } from './pool';

/** How urgently a unit needs work, 1 and more: it has waited long, or few households are eligible. */
export function unitPriority(unit: Unit, eligible: number, asAt: IsoDate, { priority }: Policy): number {
  const waited = Math.max(0, daysBetween(unit.waitingSince, asAt));
  const waiting = priority.waiting * Math.min(1, waited / priority.waitingDays);
  const scarcity = priority.scarcity * (1 - Math.min(1, eligible / priority.scarcityEligible));
  return 1 + waiting + scarcity;
}
