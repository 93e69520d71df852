import { adoptedTallies } from './adopted-rules';
import { childTallies } from './children';
import { journeysOfChild, type ChildHistory } from './hub-journeys';
import { placingsOfChild, type Region } from './hub-placings';
import type { Period } from './indicator';
import { placingTallies } from './placing-rules';
import type { Tally } from './tally';

/** What each of some periods that ascend holds of every indicator of the children in the hub: of each set of indicators by itself, in the order of the periods. */
export function recordTallies(children: readonly ChildHistory[], periods: readonly Period[], region: Region): readonly (readonly Readonly<Record<string, Tally>>[])[] {
  const told = children.map((child) => ({ child, journeys: journeysOfChild(child) }));
  const journeys = told.flatMap((one) => one.journeys);
  return [childTallies(journeys, periods), adoptedTallies(journeys, periods), placingTallies(told.flatMap((one) => placingsOfChild(one.child, one.journeys, region)), periods)];
}
