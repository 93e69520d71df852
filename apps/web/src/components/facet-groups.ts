import { upperFirst } from '../words/plain';
import type { Chosen, FacetGroup } from './filter';

export interface FacetMeaning {
  readonly title: string;
  readonly words: (value: string) => string;
  /** The choices of a filter that the hub does not count. */
  readonly values?: readonly string[];
}

type Facets = readonly { readonly name: string; readonly counts: readonly { readonly value: string; readonly count: number }[] }[];

const NOT_A_CHOICE = 'NOT_RECORDED';

/** The hub's counts as groups of choices; a chosen value whose count fell to nought stays, so that it can be undone. */
export function groupsOf(meanings: Readonly<Record<string, FacetMeaning>>, facets: Facets, chosen: Chosen): FacetGroup[] {
  return Object.entries(meanings).map(([name, { title, words, values }]) => {
    const mine = chosen[name] ?? [];
    const counts: readonly { value: string; count: number | null }[] = facets.find((facet) => facet.name === name)?.counts ?? (values ?? []).map((value) => ({ value, count: null }));
    const shown = counts.filter(({ value, count }) => value !== NOT_A_CHOICE && (count !== 0 || mine.includes(value)));
    const missing = mine.filter((value) => !counts.some((one) => one.value === value)).map((value) => ({ value, count: 0 }));
    return { name, title, options: [...shown, ...missing].map(({ value, count }) => ({ value, label: upperFirst(words(value)), count })) };
  });
}

export const yesNo = (yes: string, no: string) => (value: string): string => (value === 'true' ? yes : no);
export const BOTH = ['true', 'false'] as const;

/** One of yes and no narrows; both or none do not. */
export const oneBoolean = (values: readonly string[] | undefined): boolean | undefined => (values?.length === 1 ? values[0] === 'true' : undefined);
export const some = (values: readonly string[] | undefined): string[] | undefined => (values && values.length > 0 ? [...values] : undefined);

/** Which filter to drop when nothing is found. */
export interface Drop { readonly words: string; readonly finds: number; readonly chosen: Chosen }

/**
 * A facet's counts leave the facet itself out, so that they tell what dropping it would find: the one that finds most comes first. Where
 * none does alone, the last one chosen is the likeliest to have emptied the list.
 */
export function filterToDrop(groups: readonly FacetGroup[], chosen: Chosen): Drop | null {
  const inUse = Object.entries(chosen).filter(([, values]) => values.length > 0).reverse();
  const drops = inUse.map(([name, values]) => {
    const group = groups.find((one) => one.name === name);
    const labels = values.map((value) => group?.options.find((one) => one.value === value)?.label ?? value);
    return { words: `${group?.title ?? name}: ${labels.join(', ')}`, finds: Math.max(0, ...(group?.options ?? []).map(({ count }) => count ?? 0)), chosen: { ...chosen, [name]: [] } };
  });
  return drops.reduce<Drop | null>((best, drop) => (best === null || drop.finds > best.finds ? drop : best), null);
}
