import type { Facet, Key } from './kernel-facets';
import type { PreparedHousehold } from './prepared';

/** A set of households by their place in the columns, 32 to a word. */
export type Bitset = Uint32Array;

/** Households sorted into the categories that a rule or criterion can tell apart. */
export interface Categories {
  /** Each household's category. */
  readonly of: Uint32Array;
  /** One household of each category, to be judged for all of them. */
  readonly examples: readonly PreparedHousehold[];
}

/** The places of the households in each category. */
export function placesByCategory({ of, examples }: Categories): readonly (readonly number[])[] {
  const places: number[][] = examples.map(() => []);
  of.forEach((category, at) => places[category]?.push(at));
  return places;
}

export function categorize(households: readonly PreparedHousehold[], facet: Facet): Categories {
  const numbers = new Map<Key, number>();
  const examples: PreparedHousehold[] = [];
  const of = new Uint32Array(households.length);
  households.forEach((household, at) => {
    const key = facet.ofHousehold(household);
    let number = numbers.get(key);
    if (number === undefined) {
      number = examples.push(household) - 1;
      numbers.set(key, number);
    }
    of[at] = number;
  });
  return { of, examples };
}

/** An empty set with room for so many households. */
export function emptySet(households: number): Bitset {
  return new Uint32Array((households + 31) >>> 5);
}

/** Adds one household. */
export function addTo(set: Bitset, at: number): void {
  set[at >>> 5] = (set[at >>> 5] ?? 0) | (1 << (at & 31));
}

/** Adds a whole set. */
export function addAll(set: Bitset, added: Bitset): void {
  for (let word = 0; word < set.length; word += 1) set[word] = (set[word] as number) | (added[word] as number);
}

/** How many bits of a word are set. */
export function bitCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Remembers what was made, up to so many keys, and then starts afresh: memory stays bounded. */
export function remembered<A, T>(limit: number, keyOf: (from: A) => Key, make: (from: A) => T): (from: A) => T {
  const made = new Map<Key, T>();
  return (from) => {
    const key = keyOf(from);
    const found = made.get(key);
    if (found !== undefined) return found;
    if (made.size >= limit) made.clear();
    const fresh = make(from);
    made.set(key, fresh);
    return fresh;
  };
}
