import { ENGLAND_AND_WALES } from '../dates/bank-holidays';
import type { IsoDate } from '../dates/iso-date';
import { addWorkingDays } from '../dates/working-days';
import { interAgency, type Party } from '../fees/inter-agency';
import type { JourneyFacts } from './facts';
import type { ChildHistory, PlacementFacts } from './hub-journeys';
import type { Membership } from './membership';
import { membersOn } from './membership';
import type { Placing } from './placing-rules';

const AFTER_CELEBRATION = 10;

/** Every agency's kind by its id, and who belonged to the region when. */
export interface Region {
  readonly kinds: ReadonlyMap<string, Party['kind']>;
  readonly memberships: readonly Membership[];
}

/** Each time that a child moved in with adopters: by way of the hub, or as the record and its history tell. `journeys`: the child's. */
export function placingsOfChild(child: ChildHistory, journeys: readonly JourneyFacts[], region: Region): readonly Placing[] {
  const placings = child.placements.map((placement): Placing => ofPlacement(child, placement, region));
  const add = (placedOn: IsoDate, disruptedOn: IsoDate | null, isEarlyPermanence: boolean | null): void => {
    if (child.placements.every((placement) => placement.placedOn !== placedOn)) placings.push(recorded(child, placedOn, disruptedOn, isEarlyPermanence));
  };
  for (const { placedOn, earlierPlacements = [], fosteredByAdoptersFrom } of journeys) {
    for (const stay of earlierPlacements) add(stay.placedOn, stay.endedOn, null);
    if (placedOn !== null) add(placedOn, null, fosteredByAdoptersFrom !== null);
  }
  return placings;
}

const recorded = (child: ChildHistory, placedOn: IsoDate, disruptedOn: IsoDate | null, isEarlyPermanence: boolean | null): Placing => ({
  placedOn, disruptedOn, isEarlyPermanence, decidedOn: decidedBefore(child, placedOn), isInterAgency: child.isWithOwnFamily ? false : null, isWithSiblings: disruptedOn === null ? child.placedTogether > 1 : null,
  afterOrderDueOn: null, lifeStoryOn: null, laterLifeOn: null,
});

function ofPlacement(child: ChildHistory, placement: PlacementFacts, { kinds, memberships }: Region): Placing {
  const { placedOn, disruptedOn, celebratedOn, lifeStoryOn, laterLifeOn } = placement;
  const members = membersOn(memberships, placedOn);
  const party = (id: string): Party => ({ id, kind: kinds.get(id) ?? 'OUTSIDE', isMember: members.has(id) });
  return {
    placedOn, disruptedOn, lifeStoryOn, laterLifeOn, decidedOn: decidedBefore(child, placedOn), isEarlyPermanence: placement.home === 'EARLY_PERMANENCE', isWithSiblings: placement.together > 1,
    // What partnerships pay each other does not change whose adopters they are.
    isInterAgency: interAgency(party(child.council), party(placement.householdAgencyId), placedOn, []).basis === 'INTER_AGENCY',
    afterOrderDueOn: celebratedOn && child.dates.adoptedOn ? addWorkingDays(celebratedOn, AFTER_CELEBRATION, ENGLAND_AND_WALES) : null,
  };
}

function decidedBefore({ decisions, dates }: ChildHistory, day: IsoDate): IsoDate | null {
  let last = dates.admDecidedOn !== null && dates.admDecidedOn <= day ? dates.admDecidedOn : null;
  for (const { decidedOn } of decisions) if (decidedOn <= day && decidedOn > (last ?? '')) last = decidedOn;
  return last;
}
