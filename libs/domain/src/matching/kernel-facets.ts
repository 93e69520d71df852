import { levelOf } from './pool';
import type { PreparedHousehold, PreparedUnit } from './prepared';
import type { CriterionName, RuleName } from './result';

/** A value that two units, or two households, share exactly where a rule cannot tell them apart. */
export type Key = string | number;

/** What a rule or a criterion reads on each side of a pair, and nothing else. */
export interface Facet {
  readonly ofUnit: (unit: PreparedUnit) => Key;
  readonly ofHousehold: (household: PreparedHousehold) => Key;
}

// `notRuledOut` reads the pair and neither side; distance reads a point per record, so nobody shares one.
type FacetName = Exclude<RuleName | CriterionName, `need:${string}` | 'notRuledOut' | 'distance'>;

const keyOf = (value: unknown): Key => JSON.stringify(value ?? null);

const FACETS: Readonly<Record<FacetName, Facet>> = {
  available: { ofUnit: () => 0, ofHousehold: ({ household }) => keyOf(household.available) },
  shareConsent: {
    ofUnit: ({ unit }) => unit.agency,
    ofHousehold: ({ household }) => keyOf([household.agency, household.shareConsent ?? null]),
  },
  groupSize: { ofUnit: ({ ages }) => ages.length, ofHousehold: ({ household }) => household.maxChildren ?? -1 },
  area: { ofUnit: ({ unit }) => keyOf(unit.avoidAreas), ofHousehold: ({ household }) => keyOf(household.area) },
  earlyPermanence: {
    ofUnit: ({ unit }) => Number(unit.earlyPermanence === true),
    ofHousehold: ({ household }) => keyOf(household.earlyPermanence),
  },
  age: {
    ofUnit: ({ youngest, oldest }) => `${youngest} ${oldest}`,
    ofHousehold: ({ approvedAges }) => (approvedAges === null ? '' : `${approvedAges.min} ${approvedAges.max}`),
  },
  sex: {
    ofUnit: ({ unit }) => unit.members.map(({ sex }) => sex ?? '?').join(''),
    ofHousehold: ({ household }) => keyOf(household.sex),
  },
  contact: { ofUnit: ({ unit }) => unit.contact ?? -1, ofHousehold: ({ household }) => household.contact ?? -1 },
  heritage: { ofUnit: ({ unit }) => keyOf(unit.heritage), ofHousehold: ({ household }) => keyOf(household.heritage) },
  language: { ofUnit: ({ unit }) => keyOf(unit.languages), ofHousehold: ({ household }) => keyOf(household.languages) },
  religion: { ofUnit: ({ unit }) => keyOf(unit.religion), ofHousehold: ({ household }) => keyOf(household.religion) },
  childrenAtHome: {
    ofUnit: ({ ages }) => ages.join(' '),
    ofHousehold: ({ household }) => keyOf(household.childrenAtHome),
  },
  pets: { ofUnit: ({ unit }) => keyOf(unit.petsRisk), ofHousehold: ({ household }) => keyOf(household.pets) },
  smoking: { ofUnit: ({ youngest }) => youngest, ofHousehold: ({ household }) => keyOf(household.smokers) },
};

/** The facet of a rule or criterion; `null` where a pair cannot be judged by what others share. */
export function facetOf(name: RuleName | CriterionName): Facet | null {
  if (name.startsWith('need:')) return needFacet(name.slice('need:'.length));
  return name === 'notRuledOut' || name === 'distance' ? null : FACETS[name as FacetName];
}

/** Criteria of which the household's side alone decides whether they apply; of all others the unit's side does. */
export const APPLYING_BY_HOUSEHOLD: readonly CriterionName[] = ['sex', 'childrenAtHome'];

/** Two households with the same key have the same total weight with any one unit. */
export function applicabilityOf({ household }: PreparedHousehold): Key {
  return `${household.sex === 'any'} ${household.childrenAtHome?.length === 0}`;
}

function needFacet(key: string): Facet {
  return {
    ofUnit: ({ unit }) => levelOf(unit.needs, key) ?? -1,
    ofHousehold: ({ household }) => levelOf(household.accepts, key) ?? -1,
  };
}
