import type { Actor } from '@hub/domain/access/actor';
import type { ChildEvent } from '@hub/domain/children/events';
import { addDays, daysBetween } from '@hub/domain/dates/day-count';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { hasMovedOn } from '@hub/domain/demonstration/earlier';
import type { RandomSource } from '@hub/domain/matching/random';
import type { OwnUnit } from './own-units';
import { dayBetween, type World } from './world';

/** Children wait ten weeks after the placement before anybody may apply for the order. */
const BEFORE_APPLYING = 75;
/** So long after a disruption the search for another family has begun. */
const BEFORE_SEARCHING = 60;

interface Step {
  readonly event: ChildEvent;
  /** The first day on which it may have been. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly reason?: string;
}

/** Steps that no list carries: an open link, introductions, the application for the order, a disruption. */
export async function recordSteps(world: World, finder: Actor, unit: OwnUnit, at: number, random: RandomSource): Promise<void> {
  const { services: { children, units }, today } = world;
  let onDate = today;
  for (const [number, { event, from, to, reason }] of stepsOf(unit, at, today).entries()) {
    onDate = dayBetween(from, to, random);
    // The later file has changed who moved on, and a step before changed whom it was about.
    const record = hasMovedOn(unit.drawn) || number > 0 ? (await units.view(finder, unit.reference)).record : unit.record;
    for (const child of record?.children ?? []) await children.recordEvent(finder, { subject: child.reference, version: child.version, event, onDate, reason });
    if (event !== 'SEARCH_RESUMED') continue;
    const { record: now } = await units.view(finder, unit.reference);
    await units.changeFamilyFinding(finder, { unit: unit.reference, version: now?.version ?? 1, to: 'ACTIVE', onDate });
  }
}

function stepsOf({ drawn: { stage, children, disruptedOn } }: OwnUnit, at: number, today: IsoDate): readonly Step[] {
  const { matchedOn, placedOn } = children[0] ?? {};
  if (stage === 'SEARCHING' && at % 12 === 5) return [{ event: 'LINK_OPENED', from: addDays(today, -20), to: today }];
  if (stage === 'MATCHED' && matchedOn && at % 2 === 0) return [{ event: 'INTRODUCTIONS_STARTED', from: matchedOn, to: today }];
  if (stage === 'PLACED' && placedOn && at % 2 === 0 && daysBetween(placedOn, today) > BEFORE_APPLYING) return [{ event: 'AO_APPLIED', from: addDays(placedOn, BEFORE_APPLYING), to: today }];
  if (disruptedOn === null) return [];
  const resumed: Step = { event: 'SEARCH_RESUMED', from: addDays(disruptedOn, BEFORE_SEARCHING), to: today };
  const disrupted: Step = { event: 'DISRUPTED', from: disruptedOn, to: disruptedOn, reason: 'The placement could not meet the child’s needs' };
  return resumed.from <= today ? [disrupted, resumed] : [disrupted];
}
