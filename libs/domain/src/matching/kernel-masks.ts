import type { HardRule } from './hard-rules';
import { addAll, addTo, categorize, emptySet, placesByCategory, remembered } from './kernel-columns';
import type { Bitset } from './kernel-columns';
import { facetOf } from './kernel-facets';
import type { Facet } from './kernel-facets';
import type { PreparedHousehold, PreparedUnit } from './prepared';
import type { Outcome } from './result';

/** The sets whose union is the households that one rule fails, and those it cannot judge. */
interface RuleMask {
  readonly fail: readonly Bitset[];
  readonly unknown: readonly Bitset[];
}

/** The households that a unit's rules fail or cannot judge; reused from unit to unit. */
export interface UnitMasks {
  readonly fail: Bitset;
  readonly unknown: Bitset;
}

const REMEMBERED_MASKS = 1000;
// Up to so many categories' own sets serve as they are; more are united once, for all units alike.
const MOST_SETS = 3;

/**
 * The hard rules over all households at once. A rule is judged once per category of households and the answer
 * remembered for every unit that the rule cannot tell from this one. Ruled-out pairs are left to the caller.
 */
export function unitMasks(
  rules: readonly HardRule[],
  households: readonly PreparedHousehold[],
): (unit: PreparedUnit) => UnitMasks {
  const masks: UnitMasks = { fail: emptySet(households.length), unknown: emptySet(households.length) };
  const makers = rules.flatMap((rule) => {
    const facet = facetOf(rule.rule);
    return facet === null ? [] : [ruleMasks(rule, facet, households)];
  });
  return (unit) => {
    masks.fail.fill(0);
    masks.unknown.fill(0);
    for (const maskOf of makers) {
      const { fail, unknown } = maskOf(unit);
      for (const set of fail) addAll(masks.fail, set);
      for (const set of unknown) addAll(masks.unknown, set);
    }
    return masks;
  };
}

function ruleMasks(
  { judge }: HardRule,
  facet: Facet,
  households: readonly PreparedHousehold[],
): (unit: PreparedUnit) => RuleMask {
  const categories = categorize(households, facet);
  const places = placesByCategory(categories);
  const setOf = remembered(Infinity, (category: number) => category, (category) => union([category]));
  const union = (wanted: readonly number[]): Bitset => {
    const set = emptySet(households.length);
    for (const category of wanted) for (const at of places[category] ?? []) addTo(set, at);
    return set;
  };
  return remembered(REMEMBERED_MASKS, facet.ofUnit, (unit) => {
    const wanted: Record<Outcome, number[]> = { pass: [], fail: [], unknown: [] };
    categories.examples.forEach((household, category) => {
      wanted[judge({ unit, household, ruledOut: false })].push(category);
    });
    const sets = (found: readonly number[]): readonly Bitset[] =>
      found.length <= MOST_SETS ? found.map(setOf) : [union(found)];
    return { fail: sets(wanted.fail), unknown: sets(wanted.unknown) };
  });
}
