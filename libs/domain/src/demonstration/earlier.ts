import type { ChildFacts } from '../children/facts';
import type { DemoRegion } from './build-region';
import type { DemoUnit } from './children';
import type { DemoStage } from './journeys';

/** Units that a family was found for, and whose way goes on. */
const MOVED_ON: readonly DemoStage[] = ['MATCHED', 'PLACED', 'DISRUPTED'];

export function hasMovedOn({ stage }: DemoUnit): boolean {
  return MOVED_ON.includes(stage);
}

/**
 * The region as the councils' first files tell it, before its open units were matched: their family finding was opened
 * then, and a later file brought the match.
 */
export function beforeMatches(region: DemoRegion): DemoRegion {
  return { ...region, units: region.units.map((unit) => (hasMovedOn(unit) ? { ...unit, children: unit.children.map(beforeMatch) } : unit)) };
}

function beforeMatch(child: ChildFacts): ChildFacts {
  return { ...child, familyExternalId: null, matchedOn: null, placedOn: null };
}
