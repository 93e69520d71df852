import type { Actor } from '@hub/domain/access/actor';
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
    const record = await seek(world, finder, unit, random);
    if (hasMovedOn(unit.drawn)) continue;
    if (record?.familyFinding === 'ACTIVE') active.push({ ...unit, record });
    if (record && random.chance(0.9)) await world.services.workers.assign(finder, unit.reference, finder.userId);
  }
  return active;
}

async function seek(world: World, finder: Actor, unit: OwnUnit, random: RandomSource): Promise<UnitRecord | null> {
  // Whoever was matched had been sought a family for; the later file ends that search by itself.
  if (hasMovedOn(unit.drawn)) return open(world, finder, unit, false, random);
  const isOpened = random.chance(unit.drawn.stage === 'SEARCHING' ? 0.94 : 0.25);
  const isPaused = random.chance(0.13);
  return isOpened ? open(world, finder, unit, isPaused, random) : null;
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
