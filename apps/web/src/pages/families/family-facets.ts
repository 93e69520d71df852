import { distanceBandWords } from '@hub/domain/matching/shown-distance';
import { BOTH, oneBoolean, some, yesNo, type FacetMeaning } from '../../components/facet-groups';
import type { Chosen } from '../../components/filter';
import type { HouseholdFilter } from '../../gql/graphql';
import { householdStageWords, regionWords } from '../../words/cards';
import { levelWords, needWords } from '../../words/needs';

export const FAMILY_FACETS: Readonly<Record<string, FacetMeaning>> = {
  stages: { title: 'Stage', words: householdStageWords },
  regionBands: { title: 'Region', words: regionWords },
  earlyPermanence: { title: 'Early permanence', words: yesNo('Approved for it', 'Not approved for it'), values: BOTH },
  distanceBands: { title: 'Distance', words: distanceBandWords },
  withProfile: { title: 'Profile', words: yesNo('Profile released', 'Card only'), values: BOTH },
  own: { title: 'Agency', words: yesNo('Your agency’s', 'Other agencies’'), values: BOTH },
};

export interface OfferChoice {
  readonly key: string;
  readonly level: number;
  /** In years; empty for any. */
  readonly age: string;
  /** Room for at least so many; empty for any. */
  readonly room: string;
}

/** The offers asked for, each with what is left without it. */
export function offersChosen(offer: OfferChoice): { title: string; label: string; without: OfferChoice }[] {
  const { key, level, age, room } = offer;
  return [
    ...(room === '' ? [] : [{ title: 'Room', label: `Room for ${room} or more`, without: { ...offer, room: '' } }]),
    ...(age === '' ? [] : [{ title: 'Age', label: `A child aged ${age}`, without: { ...offer, age: '' } }]),
    ...(key === '' ? [] : [{ title: 'Need', label: `${needWords(key)}: at least ${levelWords(level)}`, without: { ...offer, key: '' } }]),
  ];
}

export function familyFilterOf(chosen: Chosen, { key, level, age, room }: OfferChoice, near: string): HouseholdFilter {
  return {
    ...(near !== '' && { nearUnit: near, distanceBands: some(chosen.distanceBands) }),
    stages: some(chosen.stages), regionBands: some(chosen.regionBands),
    earlyPermanence: oneBoolean(chosen.earlyPermanence), withProfile: oneBoolean(chosen.withProfile), own: oneBoolean(chosen.own),
    maxChildrenAtLeast: room === '' ? undefined : Number(room),
    acceptsAtLeast: key === '' ? undefined : [{ key, atLeast: level }],
    forAgeMonths: age === '' ? undefined : Number(age) * 12,
  };
}
