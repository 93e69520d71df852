import { shownAt, TOP } from './ladder';
import { keyOf } from './shown';
import type { Traits } from './traits';

/** How many units of the region, current and of the past five years, have these traits. */
export interface Cell {
  readonly traits: Traits;
  readonly units: number;
}

/** `below`: even at the top fewer than k share what is shown; a release then needs an override. */
export interface Standing {
  readonly level: number;
  readonly below: boolean;
}

export type Standings = (traits: Traits) => Standing;

/**
 * For each combination of traits the first level at which at least `k` units share what is shown (trust.md ANON-2). A
 * class counts those alone that no finer level has served already: somebody who knows the ladder could strike the
 * others out, and the class would be smaller than it looks.
 */
export function standingsOf(population: readonly Cell[], k: number): Standings {
  const levels = new Map<string, number>();
  let left = population;
  for (let level = 0; level <= TOP && left.length > 0; level += 1) {
    const keys = left.map(({ traits }) => keyOf(shownAt(traits, level)));
    const sizes = new Map<string, number>();
    left.forEach(({ units }, at) => sizes.set(keys[at] as string, (sizes.get(keys[at] as string) ?? 0) + units));
    const isServed = (at: number): boolean => (sizes.get(keys[at] as string) ?? 0) >= k;
    left.forEach(({ traits }, at) => isServed(at) && levels.set(exactKey(traits), level));
    left = left.filter((_, at) => !isServed(at));
  }
  return (traits) => {
    const level = levels.get(exactKey(traits));
    return level === undefined ? { level: TOP, below: true } : { level, below: false };
  };
}

const exactKey = (traits: Traits): string => keyOf(shownAt(traits, 0));

/** How many units of the region share what is shown at a level. */
export function classSize(population: readonly Cell[], traits: Traits, level: number): number {
  const key = keyOf(shownAt(traits, level));
  return population.reduce((sum, cell) => (keyOf(shownAt(cell.traits, level)) === key ? sum + cell.units : sum), 0);
}

/** What other agencies see now. */
export interface Shown {
  readonly level: number;
  /** Two people decided to show more than the guard lets pass. */
  readonly overridden: boolean;
}

/** What has become of a shown unit as the region changed: never finer by itself; at the top and still too rare it cannot stay. */
export function renew({ level, overridden }: Shown, needed: Standing): Standing {
  if (overridden) return { level, below: false };
  return { level: Math.max(level, needed.level), below: needed.below };
}

/** May one more profile be released under an override? `approved` and `overridden` count all that were ever approved. */
export function mayOverride(approved: number, overridden: number, percent: number): boolean {
  return (overridden + 1) * 100 <= percent * (approved + 1);
}
