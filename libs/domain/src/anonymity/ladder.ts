import { IN_THE_REGION, NOT_SHOWN, widerAge, type ShownTraits } from './shown';
import type { Traits } from './traits';

/** One step of generalisation, on top of all before it. */
export interface Rung {
  readonly name: string;
  /** What becomes of the profile, for those who release it. */
  readonly words: string;
  readonly apply: (shown: ShownTraits) => ShownTraits;
}

/**
 * The fixed order in which a profile becomes more general, what costs family finding least first (docs/adr/0007).
 * Each rung only ever joins classes: whoever looked alike before still does.
 */
export const LADDER: readonly Rung[] = [
  { name: 'region', words: 'The part of the region is not shown', apply: (shown) => ({ ...shown, region: IN_THE_REGION }) },
  { name: 'heritage', words: 'The heritage group is not shown', apply: (shown) => ({ ...shown, heritage: null }) },
  { name: 'age', words: 'The age is shown in bands of four years', apply: (shown) => ({ ...shown, youngest: widerAge(shown.youngest), oldest: widerAge(shown.oldest) }) },
  { name: 'sex', words: 'The sex is not shown', apply: (shown) => ({ ...shown, sex: NOT_SHOWN }) },
  { name: 'size', words: 'A sibling group is shown as two or more', apply: (shown) => (shown.size > 1 ? { ...shown, size: 2, sizeOpen: true } : shown) },
  { name: 'anyAge', words: 'The age is not shown', apply: (shown) => ({ ...shown, youngest: 'ANY', oldest: 'ANY' }) },
  { name: 'anySize', words: 'How many children there are is not shown', apply: (shown) => ({ ...shown, size: 1, sizeOpen: true }) },
];

/** The most general level: nothing is shown that a stranger could know. */
export const TOP = LADDER.length;

/** What is shown at a level: 0 as recorded, `TOP` nothing. */
export function shownAt({ youngest, oldest, sex, heritage, size, region }: Traits, level: number): ShownTraits {
  const asRecorded: ShownTraits = { youngest, oldest, sex, heritage, size, sizeOpen: false, region };
  return LADDER.slice(0, level).reduce((shown, { apply }) => apply(shown), asRecorded);
}

/** What the level leaves out, in words. */
export const rungWords = (level: number): readonly string[] => LADDER.slice(0, level).map(({ words }) => words);
