import type { Actor } from '@hub/domain/access/actor';
import { familyFindingAfter } from '@hub/domain/children/family-finding';
import { addDays } from '@hub/domain/dates/day-count';
import { hasMovedOn } from '@hub/domain/demonstration/earlier';
import type { RandomSource } from '@hub/domain/matching/random';
import type { UnitRecord } from '@hub/features/children/unit-view.queries';
import type { OwnUnit } from './own-units';
import { dayBetween, type World } from './world';

const PAUSES = [
  'The foster carers are being assessed as adopters',
  'A relative has come forward and is being assessed',
  'Waiting for a paediatric assessment',
  'An appeal against the placement order is being heard',
] as const;

/** Searches go on for most units with authority to place, and early for a few that only have the decision. Answers the active ones. */
export async function openFamilyFinding(world: World, finder: Actor, units: readonly OwnUnit[], random: RandomSource): Promise<OwnUnit[]> {
  const active: OwnUnit[] = [];
  for (const unit of units) {
    const record = hasMovedOn(unit.drawn) ? await endSearch(world, finder, unit, random) : await seek(world, finder, unit, random);
    if (record?.familyFinding === 'ACTIVE') active.push({ ...unit, record });
    if (random.chance(0.8)) await world.services.workers.assign(finder, unit.reference, finder.userId);
  }
  return active;
}

async function seek(world: World, finder: Actor, unit: OwnUnit, random: RandomSource): Promise<UnitRecord | null> {
  const isOpened = random.chance(unit.drawn.stage === 'SEARCHING' ? 0.94 : 0.25);
  const isPaused = random.chance(0.13);
  return isOpened ? open(world, finder, unit, isPaused, random) : null;
}

/** A search that found a family: it pauses with the match and ends with the placement, on the day of either. */
async function endSearch(world: World, finder: Actor, unit: OwnUnit, random: RandomSource): Promise<UnitRecord | null> {
  const { matchedOn, placedOn } = unit.drawn.children[0] ?? {};
  const ended = familyFindingAfter('ACTIVE', [{ state: placedOn ? 'PLACED' : 'MATCHED', earlyPermanence: null }]);
  const opened = await open(world, finder, unit, false, random);
  if (!opened || !ended) return opened;
  const now = await world.services.units.changeFamilyFinding(finder, { unit: unit.reference, version: opened.version, to: ended.status, reason: ended.reason, onDate: placedOn ?? matchedOn ?? world.today });
  return now.record;
}

async function open({ services: { units }, today }: World, finder: Actor, { reference, drawn, record }: OwnUnit, isPaused: boolean, random: RandomSource): Promise<UnitRecord | null> {
  const first = drawn.children[0];
  const since = first?.placementOrderOn ?? first?.admDecidedOn ?? today;
  const week = addDays(since, 7);
  const onDate = dayBetween(since, week < today ? week : today, random);
  const opened = await units.changeFamilyFinding(finder, { unit: reference, version: record.version, to: 'ACTIVE', onDate });
  if (!isPaused || !opened.record) return opened.record;
  const pausedOn = dayBetween(onDate, today, random);
  const paused = await units.changeFamilyFinding(finder, { unit: reference, version: opened.record.version, to: 'PAUSED', reason: random.pick(PAUSES), onDate: pausedOn });
  return paused.record;
}
