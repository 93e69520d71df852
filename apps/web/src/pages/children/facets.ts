import type { Chosen, FacetGroup } from '../../components/filter';
import type { SearchUnitsQuery, UnitFilter } from '../../gql/graphql';
import { ageBandWords, regionWords, sexWords, waitingWords } from '../../words/cards';
import { upperFirst } from '../../words/plain';
import { NEEDS } from '../../words/needs';

type Facets = SearchUnitsQuery['units']['facets'];

interface FacetMeaning { readonly title: string; readonly words: (value: string) => string }

const yesNo = (yes: string, no: string) => (value: string): string => (value === 'true' ? yes : no);

const MEANINGS: Readonly<Record<string, FacetMeaning>> = {
  ageBands: { title: 'Age', words: ageBandWords },
  sex: { title: 'Sex', words: sexWords },
  groupSizes: { title: 'Children together', words: (size) => (size === '1' ? 'One child' : `Group of ${size}`) },
  waitingBands: { title: 'Waiting', words: waitingWords },
  regionBands: { title: 'Region', words: regionWords },
  earlyPermanence: { title: 'Early permanence', words: yesNo('Early permanence', 'Not early permanence') },
  withProfile: { title: 'Profile', words: yesNo('Profile released', 'Card only') },
  own: { title: 'Agency', words: yesNo('Your agency’s', 'Other agencies’') },
};

const BOOLEANS = ['earlyPermanence', 'withProfile', 'own'] as const;

/** The hub's counts as groups of choices; a chosen value whose count fell to nought stays, so that it can be undone. */
export function facetGroups(facets: Facets, chosen: Chosen): FacetGroup[] {
  return Object.entries(MEANINGS).map(([name, { title, words }]) => {
    const counts = facets.find((facet) => facet.name === name)?.counts ?? [];
    const missing = (chosen[name] ?? []).filter((value) => !counts.some((one) => one.value === value));
    const all = [...counts.filter(({ count, value }) => count > 0 || chosen[name]?.includes(value)), ...missing.map((value) => ({ value, count: 0 }))];
    return { name, title, options: all.map(({ value, count }) => ({ value, label: upperFirst(words(value)), count })) };
  });
}

const oneBoolean = (values: readonly string[] | undefined): boolean | undefined => (values?.length === 1 ? values[0] === 'true' : undefined);
const some = (values: readonly string[] | undefined): string[] | undefined => (values && values.length > 0 ? [...values] : undefined);

export interface NeedChoice { readonly key: string; readonly atMost: number | null }

export function filterOf(chosen: Chosen, need: NeedChoice): UnitFilter {
  const booleans = Object.fromEntries(BOOLEANS.map((name) => [name, oneBoolean(chosen[name])]));
  return {
    ageBands: some(chosen.ageBands), sex: some(chosen.sex), regionBands: some(chosen.regionBands), waitingBands: some(chosen.waitingBands),
    groupSizes: some(chosen.groupSizes)?.map(Number), ...booleans,
    needs: need.key === '' ? undefined : [{ key: need.key, atMost: need.atMost }],
  };
}

export const needOptions = [{ value: '', label: 'Any need' }, ...NEEDS.map(([value, label]) => ({ value, label }))];

/** Which filter to drop when nothing is found: the last one chosen is the likeliest to have emptied the list. */
export function lastChosen(groups: readonly FacetGroup[], chosen: Chosen): { name: string; value: string; label: string; title: string } | null {
  const last = Object.entries(chosen).filter(([, values]) => values.length > 0).at(-1);
  if (!last) return null;
  const [name, values] = last;
  const value = values.at(-1) as string;
  const group = groups.find((one) => one.name === name);
  return { name, value, title: group?.title ?? name, label: group?.options.find((one) => one.value === value)?.label ?? value };
}
