import type { HouseholdChanges } from '../adopters/facts';
import type { Problem } from '../children/facts';
import type { IsoDate } from '../dates/iso-date';

/** What a file or a form says of a household that holds a place on a panel, without another provisional day than that of its place; a warning where it says one. */
export function withoutOtherDay(facts: HouseholdChanges, placeOn: IsoDate): { readonly facts: HouseholdChanges; readonly problems: readonly Problem[] } {
  const { provisionalPanelOn, ...kept } = facts;
  if (provisionalPanelOn === undefined || provisionalPanelOn === placeOn) return { facts, problems: [] };
  return { facts: kept, problems: [{ severity: 'WARNING', field: 'provisionalPanelOn', code: 'HAS_PLACE', message: `The household holds a place on the panel of ${placeOn}: take another place, or give it back, to change the day.` }] };
}
