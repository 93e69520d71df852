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
const SIBLINGS: ReadonlySet<string> = new Set(words('brother brothers sister sisters sibling siblings twin twins triplet triplets'));

type Told = Pick<ShownTraits, 'sex' | 'heritage' | 'sizeOpen'>;

/** Words that would give away what the guard does not show. */
export function findTraitsTold(tokens: readonly Token[], { sex, heritage, sizeOpen }: Told): Finding[] {
  return tokens.flatMap(({ word, from, to }): Finding[] => {
    const replacement = replacementFor(word, { sex, heritage, sizeOpen });
    return replacement === null ? [] : [{ from, to, kind: 'TRAIT', replacement, certain: true }];
  });
}

function replacementFor(word: string, { sex, heritage, sizeOpen }: Told): string | null {
  if (sex === NOT_SHOWN && Object.hasOwn(NEUTRAL, word)) return NEUTRAL[word] ?? null;
  if (heritage === null && HERITAGE.has(word)) return '[heritage]';
  return sizeOpen && SIBLINGS.has(word) ? 'family' : null;
}
