import { rangeWords, roomWords } from '@hub/domain/adopters/spoken-card';
import { groupWords } from '@hub/domain/children/spoken-card';
import type { Chosen } from '../components/filter';
import type { HouseholdCardPartsFragment, UnitCardPartsFragment } from '../gql/graphql';
import { ageBandsWords, householdStageWords, regionWords, waitingWords } from './cards';
import { levelWords, needRangeWords, needWords } from './needs';
import { lowerFirst, upperFirst } from './plain';

interface UnitWish { readonly chosen: Chosen; readonly need: string }
interface FamilyWish { readonly chosen: Chosen; readonly need: string; readonly age: boolean; readonly room: boolean }

const asks = (chosen: Chosen, name: string): boolean => (chosen[name]?.length ?? 0) > 0;
const said = (parts: readonly (string | false | null)[], otherwise: string): string[] => {
  const words = parts.filter((part): part is string => typeof part === 'string');
  return (words.length === 0 ? [otherwise] : words).map(upperFirst);
};

/** What of a child's or group's card each chosen filter met, and where the card shows too little to be sure. */
export function whyUnit(unit: UnitCardPartsFragment, { chosen, need }: UnitWish): string[] {
  const { youngestBand, oldestBand, sex, groupOpen, groupSize, regionBand, waitingBand } = unit;
  const ages = [...new Set([youngestBand, oldestBand])];
  const level = unit.needs.find(({ key }) => key === need);
  return said([
    asks(chosen, 'ageBands') && (ages.some((band) => chosen.ageBands?.includes(band)) ? `aged ${ageBandsWords(ages.join(' and '))}` : 'may be of that age: the card shows a wider band'),
    asks(chosen, 'sex') && (sex === 'NOT_SHOWN' ? 'may fit the sex: the card does not show it' : lowerFirst(groupWords(unit).split(', ')[groupSize === 1 ? 0 : 1] ?? '')),
    asks(chosen, 'groupSizes') && (groupOpen ? `${groupSize} or more together: the card does not show how many` : groupSize === 1 ? 'one child' : `${groupSize} together`),
    asks(chosen, 'regionBands') && (chosen.regionBands?.includes(regionBand) ? regionWords(regionBand) : 'may live there: the card shows the region alone'),
    asks(chosen, 'waitingBands') && `waiting ${lowerFirst(waitingWords(waitingBand))}`,
    ...sharedWords(unit, chosen),
    level !== undefined && `${needWords(need)}: ${needRangeWords(level.level, level.upTo)}`,
  ], 'family finding is active');
}

/** What of a household's card each chosen filter met. */
export function whyHousehold(household: HouseholdCardPartsFragment, { chosen, need, age, room }: FamilyWish): string[] {
  const { stage, regionBand, approvedFromMonths, approvedToMonths, maxChildren } = household;
  const offer = household.offers.find(({ key }) => key === need);
  return said([
    asks(chosen, 'stages') && householdStageWords(stage),
    asks(chosen, 'regionBands') && regionWords(regionBand),
    ...sharedWords(household, chosen),
    room && `room for ${roomWords(maxChildren) ?? 'a number not recorded'}`,
    age && `approved for ${rangeWords(approvedFromMonths, approvedToMonths) ?? 'ages not recorded'}`,
    offer !== undefined && `would accept ${lowerFirst(needWords(need))}: ${levelWords(offer.level)}`,
  ], household.isOwn ? 'a family of your agency' : 'available, and agreed to be shown');
}

/** What both cards have in common. */
function sharedWords({ earlyPermanence, hasProfile, isOwn }: { earlyPermanence?: boolean | null; hasProfile: boolean; isOwn: boolean }, chosen: Chosen): (string | false)[] {
  return [
    asks(chosen, 'earlyPermanence') && (earlyPermanence ? 'early permanence' : 'not early permanence'),
    asks(chosen, 'withProfile') && (hasProfile ? 'a profile to read' : 'card only'),
    asks(chosen, 'own') && (isOwn ? 'of your agency' : 'of another agency'),
  ];
}
