import { ENGLAND_AND_WALES } from '../dates/bank-holidays';
import type { IsoDate } from '../dates/iso-date';
import { addWorkingDays } from '../dates/working-days';
import { interAgency, type Party } from '../fees/inter-agency';
import { journeysOfChild, type ChildHistory, type PlacementFacts } from './hub-journeys';
import type { Membership } from './membership';
import { membersOn } from './membership';
import type { Placing } from './placing-rules';

const AFTER_CELEBRATION = 10;

/** Every agency's kind by its id, and who belonged to the region when. */
export interface Region {
  readonly kinds: ReadonlyMap<string, Party['kind']>;
  readonly memberships: readonly Membership[];
}

/** Each time that a child moved in with adopters: by way of the hub, or as the record and its history tell. */
export function placingsOfChild(child: ChildHistory, region: Region): readonly Placing[] {
  const known = new Set(child.placements.map(({ placedOn }) => placedOn));
  const recorded = journeysOfChild(child).flatMap(({ placedOn, earlierPlacements = [], fosteredByAdoptersFrom }) => [
    ...earlierPlacements.map((stay) => ({ placedOn: stay.placedOn, disruptedOn: stay.endedOn, isEarlyPermanence: null })),
    ...(placedOn === null ? [] : [{ placedOn, disruptedOn: null, isEarlyPermanence: fosteredByAdoptersFrom !== null }]),
  ]);
  return [
    ...child.placements.map((placement): Placing => ({ ...ofPlacement(child, placement, region), decidedOn: decidedBefore(child, placement.placedOn) })),
    ...recorded.filter(({ placedOn }) => !known.has(placedOn)).map((one): Placing => ({
      ...one, decidedOn: decidedBefore(child, one.placedOn), isInterAgency: child.isWithOwnFamily ? false : null, isWithSiblings: one.disruptedOn === null ? child.placedTogether > 1 : null,
      afterOrderDueOn: null, lifeStoryOn: null, laterLifeOn: null,
    })),
  ];
}

function ofPlacement(child: ChildHistory, placement: PlacementFacts, { kinds, memberships }: Region): Omit<Placing, 'decidedOn'> {
  const { placedOn, disruptedOn, celebratedOn, lifeStoryOn, laterLifeOn } = placement;
  const members = membersOn(memberships, placedOn);
  const party = (id: string): Party => ({ id, kind: kinds.get(id) ?? 'OUTSIDE', isMember: members.has(id) });
  return {
    placedOn, disruptedOn, lifeStoryOn, laterLifeOn, isEarlyPermanence: placement.home === 'EARLY_PERMANENCE', isWithSiblings: placement.together > 1,
    // What partnerships pay each other does not change whose adopters they are.
    isInterAgency: interAgency(party(child.council), party(placement.householdAgencyId), placedOn, []).basis === 'INTER_AGENCY',
    afterOrderDueOn: celebratedOn && child.dates.adoptedOn ? addWorkingDays(celebratedOn, AFTER_CELEBRATION, ENGLAND_AND_WALES) : null,
  };
}

function decidedBefore({ decisions, dates }: ChildHistory, day: IsoDate): IsoDate | null {
  const decided = [...decisions.map(({ decidedOn }) => decidedOn), dates.admDecidedOn].filter((on): on is IsoDate => on !== null && on <= day);
  return decided.sort().at(-1) ?? null;
}
