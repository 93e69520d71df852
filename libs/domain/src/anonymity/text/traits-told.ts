import type { ShownTraits } from '../shown';
import { NOT_SHOWN } from '../shown';
import type { Finding } from './finding';
import { words } from './lists/words';
import type { Token } from './tokens';

const NEUTRAL: Readonly<Record<string, string>> = {
  he: 'they', she: 'they', him: 'them', his: 'their', hers: 'theirs', her: 'their', himself: 'themself', herself: 'themself', hes: 'they are', shes: 'they are',
  boy: 'child', girl: 'child', boys: 'children', girls: 'children', son: 'child', daughter: 'child', brother: 'sibling', sister: 'sibling', brothers: 'siblings', sisters: 'siblings', lad: 'child', lass: 'child',
};
const HERITAGE: ReadonlySet<string> = new Set(words(`
african albanian arab asian bangladeshi bengali black british bulgarian caribbean chinese congolese czech eritrean ethiopian filipino ghanaian gypsy hindu hungarian indian iranian iraqi irish islamic italian jamaican jewish
kenyan kurdish latvian lithuanian mixed-race mixedrace muslim nigerian pakistani polish portuguese punjabi roma romani romanian russian scottish sikh slovak somali spanish sudanese syrian thai traveller turkish ukrainian urdu vietnamese welsh white zimbabwean`));
const COUNTED: ReadonlySet<string> = new Set(words('twin twins triplet triplets'));
const SIBLINGS: ReadonlySet<string> = new Set([...COUNTED, ...words('brother brothers sister sisters sibling siblings')]);

export type Told = Pick<ShownTraits, 'sex' | 'heritage' | 'size' | 'sizeOpen'>;

/** Words that would give away what the guard does not show. */
export function findTraitsTold(tokens: readonly Token[], shown: Told): Finding[] {
  return tokens.flatMap(({ word, from, to }): Finding[] => {
    const replacement = replacementFor(word, shown);
    return replacement === null ? [] : [{ from, to, kind: 'TRAIT', replacement, certain: true }];
  });
}

function replacementFor(word: string, { sex, heritage, size, sizeOpen }: Told): string | null {
  // "Two or more" tells that there are siblings, "one or more" does not.
  if (sizeOpen && (size === 1 ? SIBLINGS : COUNTED).has(word)) return size === 1 ? 'family' : 'siblings';
  if (sex === NOT_SHOWN && Object.hasOwn(NEUTRAL, word)) return NEUTRAL[word] ?? null;
  return heritage === null && HERITAGE.has(word) ? '[heritage]' : null;
}
