import type { Chosen } from '../../components/filter';
import type { FacetMeaning } from '../../components/facet-groups';
import type { SearchPartsFragment } from '../../gql/graphql';
import { levelWords, needWords } from '../../words/needs';
import { UNIT_FACETS, type NeedChoice } from '../children/facets';
import { FAMILY_FACETS, offersChosen, type OfferChoice } from '../families/family-facets';

type Filter = NonNullable<SearchPartsFragment['filter']>;

const strings = (values: readonly unknown[] | null | undefined): readonly string[] => (values ?? []).map(String);
const flag = (value: boolean | null | undefined): readonly string[] => (value === null || value === undefined ? [] : [String(value)]);

/** The choices of the filter beside the search that lead to a saved one. */
export function chosenOf(filter: Filter): Chosen {
  const all: Chosen = {
    ageBands: strings(filter.ageBands), sex: strings(filter.sex), groupSizes: strings(filter.groupSizes), waitingBands: strings(filter.waitingBands), stages: strings(filter.stages), regionBands: strings(filter.regionBands),
    earlyPermanence: flag(filter.earlyPermanence), withProfile: flag(filter.withProfile), own: flag(filter.own),
  };
  return Object.fromEntries(Object.entries(all).filter(([, values]) => values.length > 0));
}

export function needOf({ needs }: Filter): NeedChoice {
  return { key: needs?.[0]?.key ?? '', atMost: needs?.[0]?.atMost ?? 1 };
}

export function offerOf({ acceptsAtLeast, forAgeMonths, maxChildrenAtLeast }: Filter): OfferChoice {
  const [accepts] = acceptsAtLeast ?? [];
  return { key: accepts?.key ?? '', level: accepts?.atLeast ?? 1, age: forAgeMonths == null ? '' : String(Math.floor(forAgeMonths / 12)), room: maxChildrenAtLeast == null ? '' : String(maxChildrenAtLeast) };
}

/** What a saved search asks for, a line for each facet. */
export function filterLines({ holds, filter }: Pick<SearchPartsFragment, 'holds' | 'filter'>): string[] {
  if (!filter) return ['Its filter cannot be read any more.'];
  const facets: Readonly<Record<string, FacetMeaning>> = holds === 'UNIT' ? UNIT_FACETS : FAMILY_FACETS;
  const chosen = Object.entries(chosenOf(filter)).map(([name, values]) => `${facets[name]?.title ?? name}: ${values.map((value) => facets[name]?.words(value) ?? value).join(', ')}`);
  const need = needOf(filter);
  const others = holds === 'UNIT' ? (need.key === '' ? [] : [`${needWords(need.key)}: at most ${levelWords(need.atMost ?? 1)}`]) : offersChosen(offerOf(filter)).map(({ label }) => label);
  const lines = [...chosen, ...others];
  return lines.length > 0 ? lines : [holds === 'UNIT' ? 'All children' : 'All families'];
}
