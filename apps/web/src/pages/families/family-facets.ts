import type { Chosen, FacetGroup } from '../../components/filter';
import type { HouseholdFilter, SearchHouseholdsQuery } from '../../gql/graphql';
import { householdStageWords, regionWords } from '../../words/cards';
import { upperFirst } from '../../words/plain';

type Facets = SearchHouseholdsQuery['households']['facets'];

const yesNo = (yes: string, no: string) => (value: string): string => (value === 'true' ? yes : no);

const MEANINGS: Readonly<Record<string, { title: string; words: (value: string) => string }>> = {
  stages: { title: 'Stage', words: householdStageWords },
  maxChildrenAtLeast: { title: 'Room', words: (size) => (size === '1' ? 'At least one child' : `At least ${size} children`) },
  regionBands: { title: 'Region', words: regionWords },
  earlyPermanence: { title: 'Early permanence', words: yesNo('Approved for it', 'Not approved for it') },
  withProfile: { title: 'Profile', words: yesNo('Profile released', 'Card only') },
  own: { title: 'Agency', words: yesNo('Your agency’s', 'Other agencies’') },
};

export function familyGroups(facets: Facets, chosen: Chosen): FacetGroup[] {
  return Object.entries(MEANINGS).map(([name, { title, words }]) => {
    const counts = facets.find((facet) => facet.name === name)?.counts ?? [];
    const missing = (chosen[name] ?? []).filter((value) => !counts.some((one) => one.value === value)).map((value) => ({ value, count: 0 }));
    const shown = [...counts.filter(({ count, value }) => count > 0 || chosen[name]?.includes(value)), ...missing];
    return { name, title, options: shown.map(({ value, count }) => ({ value, label: upperFirst(words(value)), count })) };
  });
}

const oneBoolean = (values: readonly string[] | undefined): boolean | undefined => (values?.length === 1 ? values[0] === 'true' : undefined);
const some = (values: readonly string[] | undefined): string[] | undefined => (values && values.length > 0 ? [...values] : undefined);

export function familyFilterOf(chosen: Chosen, offer: { key: string; level: number }, ageYears: string): HouseholdFilter {
  const rooms = (chosen.maxChildrenAtLeast ?? []).map(Number);
  return {
    stages: some(chosen.stages), regionBands: some(chosen.regionBands),
    maxChildrenAtLeast: rooms.length > 0 ? Math.max(...rooms) : undefined,
    earlyPermanence: oneBoolean(chosen.earlyPermanence), withProfile: oneBoolean(chosen.withProfile), own: oneBoolean(chosen.own),
    acceptsAtLeast: offer.key === '' ? undefined : [{ key: offer.key, atLeast: offer.level }],
    forAgeMonths: ageYears === '' ? undefined : Number(ageYears) * 12,
  };
}
