import type { Household } from '../pool';
import { levelOf } from '../pool';
import type { PreparedHousehold } from '../prepared';
import type { CriterionName, RuleName } from '../result';
import type { Rulebook } from '../rulebook';
import { needOf } from './codes';

/**
 * Households that look the same to one rule or criterion: a region of hundreds has four levels of an offer, three kinds of
 * contact, some dozens of districts. What is judged for one of them holds for all, so a unit is judged some 17 times less often.
 */
export interface Alike {
  /** Which of `first` stands for each household of the run. */
  readonly classOf: Uint32Array;
  readonly first: readonly PreparedHousehold[];
}

export interface AlikeHouseholds {
  readonly rules: readonly Alike[];
  readonly criteria: readonly Alike[];
}

type Reader = (household: Household) => unknown;

/** All that each rule and criterion reads of a household; `notRuledOut` reads the pair alone. */
const READS: Readonly<Record<string, Reader>> = {
  available: ({ available }) => available,
  notRuledOut: () => null,
  shareConsent: ({ agency, shareConsent }) => [agency, shareConsent],
  groupSize: ({ maxChildren }) => maxChildren,
  area: ({ area }) => area,
  earlyPermanence: ({ earlyPermanence }) => earlyPermanence,
  age: ({ ageMonths }) => ageMonths && [ageMonths.min, ageMonths.max],
  sex: ({ sex }) => sex,
  contact: ({ contact }) => contact,
  distance: ({ point }) => point && [point.lat, point.lon],
  heritage: ({ heritage }) => heritage,
  language: ({ languages }) => languages,
  religion: ({ religion }) => religion,
  childrenAtHome: ({ childrenAtHome }) => childrenAtHome,
  pets: ({ pets }) => pets,
  smoking: ({ smokers }) => smokers,
};

function readerOf(name: RuleName | CriterionName): Reader {
  const need = needOf(name);
  if (need !== null) return ({ accepts }) => levelOf(accepts, need);
  // A name that is not in the table reads who knows what: each household stands for itself.
  return READS[name] ?? (({ id }) => id);
}

export function findAlike(households: readonly PreparedHousehold[], { rules, criteria }: Rulebook): AlikeHouseholds {
  return { rules: rules.map(({ rule }) => group(households, readerOf(rule))), criteria: criteria.map(({ criterion }) => group(households, readerOf(criterion))) };
}

function group(households: readonly PreparedHousehold[], read: Reader): Alike {
  const classes = new Map<string, number>();
  const first: PreparedHousehold[] = [];
  const classOf = new Uint32Array(households.length);
  households.forEach((prepared, at) => {
    // null and undefined both mean not recorded.
    const seen = JSON.stringify(read(prepared.household) ?? null);
    let number = classes.get(seen);
    if (number === undefined) {
      number = first.push(prepared) - 1;
      classes.set(seen, number);
    }
    classOf[at] = number;
  });
  return { classOf, first };
}
