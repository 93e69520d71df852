/** The pieces of a search: conditions with their parameters, kept in step. */
export class Conditions {
  readonly params: unknown[] = [];
  private readonly common: string[] = [];
  private readonly faceted = new Map<string, string>();

  /** Adds a parameter and answers its place, such as `$3`. */
  param(value: unknown): string {
    this.params.push(value);
    return `$${this.params.length}`;
  }

  /** A condition on every result. */
  where(sql: string): void {
    this.common.push(sql);
  }

  /** A condition that belongs to a facet: the facet's own counts leave it out, so that they say what each choice would find. */
  whereFacet(facet: string, sql: string): void {
    this.faceted.set(facet, sql);
  }

  /** Of the facet's condition, as a column of the scanned rows. */
  facetColumns(facets: readonly string[]): string {
    return facets.map((facet) => `(${this.faceted.get(facet) ?? 'true'}) as "ok_${facet}"`).join(', ');
  }

  allFacets(facets: readonly string[], except?: string): string {
    const others = facets.filter((facet) => facet !== except && this.faceted.has(facet)).map((facet) => `"ok_${facet}"`);
    return others.length === 0 ? 'true' : others.join(' and ');
  }

  commonSql(): string {
    return this.common.length === 0 ? 'true' : this.common.map((sql) => `(${sql})`).join(' and ');
  }
}

/**
 * Whether there is a profile for this viewer to open: the card of `k` tells for whom it is, because a search may not meet
 * the profiles themselves (trust.md FLD-1). The arrays are built once per query (RLS-10).
 */
export function hasProfile(subject: 'UNIT' | 'HOUSEHOLD'): string {
  return `(coalesce(k.profile_until > (select hub.today()), false) and (k.agency_id = (select hub.own_agency())
    or k.profile_audience = 'PARTNERS' and k.agency_id = any(array(select hub.partners('S1')))
    or k.profile_audience = 'NAMED' and k.${subject.toLowerCase()}_id = any(array(select hub.granted('${subject}', 'S1')))))`;
}

export interface NeedFilter {
  readonly key: string;
  readonly atMost?: number | null;
  readonly atLeast?: number | null;
}

/**
 * A level that is not recorded meets no limit: unknown is never taken for 0 or for "any". Where a level is shown as a range, `upTo` holds its
 * upper end, and the range meets a limit that any level in it meets.
 */
export function levelConditions(column: string, filters: readonly NeedFilter[], conditions: Conditions, upTo = column): void {
  for (const { key, atMost, atLeast } of filters) {
    const of = (levels: string): string => `(${levels} ->> ${conditions.param(key)})::int`;
    if (atMost != null) conditions.where(`${of(column)} <= ${conditions.param(atMost)}`);
    if (atLeast != null) conditions.where(`coalesce(${of(upTo)}, ${of(column)}) >= ${conditions.param(atLeast)}`);
  }
}

/** How far the results are from an own case, for a search that asks so: the rest of the search knows nothing of places. */
export interface Near {
  readonly bands: readonly string[];
  readonly of: ReadonlyMap<string, string>;
}

/** Rows of cards with the band of each; the last band is for those of whom nothing is told. */
export function withDistance(source: string, { bands, of }: Near, conditions: Conditions): string {
  return `(select c.*, coalesce(n.band, ${conditions.param(bands.at(-1))}::text) as distance_band from ${source} c
    left join unnest(${conditions.param([...of.keys()])}::text[], ${conditions.param([...of.values()])}::text[]) n (reference, band) on n.reference = c.reference)`;
}

export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

export interface Facet {
  readonly name: string;
  readonly counts: readonly FacetCount[];
}

/** A case that a search finds, and whose it is. */
export interface FoundKey {
  readonly id: string;
  readonly agencyId: string;
  readonly reference: string;
}

export interface PageOf<T> {
  readonly items: readonly T[];
  readonly totalCount: number;
  readonly hasNextPage: boolean;
  readonly facets: readonly Facet[];
}

interface CountRow {
  readonly name: string;
  readonly value: string;
  readonly count: number;
}

/** The counts of one statement: the row named `total`, and every facet in the given order of its values; of distance every band, nobody in it or not. */
export function readCounts(found: readonly CountRow[], facets: Readonly<Record<string, readonly string[] | null>>, near?: Near): { totalCount: number; facets: Facet[] } {
  const empty = (near?.bands ?? []).filter((value) => !found.some((row) => row.name === 'distanceBands' && row.value === value)).map((value) => ({ name: 'distanceBands', value, count: 0 }));
  return inOrder([...found, ...empty], near ? { ...facets, distanceBands: near.bands } : facets);
}

function inOrder(counts: readonly CountRow[], orders: Readonly<Record<string, readonly string[] | null>>): { totalCount: number; facets: Facet[] } {
  const facets = Object.entries(orders).map(([name, order]) => {
    const found = counts.filter((row) => row.name === name).map(({ value, count }) => ({ value, count }));
    const at = (value: string): number => (order === null ? 0 : order.indexOf(value));
    return { name, counts: found.sort((a, b) => at(a.value) - at(b.value) || (a.value < b.value ? -1 : 1)) };
  });
  return { totalCount: counts.find(({ name }) => name === 'total')?.count ?? 0, facets };
}
