import type { Finding } from './finding';
import { CAPITALISED, COMMON_WORDS, TITLES } from './lists/common-words';
import { FIRST_NAMES } from './lists/first-names';
import { LAST_NAMES } from './lists/last-names';
import { PLACE_NOUNS, PLACES } from './lists/places';
import type { Token } from './tokens';

const NAMES: ReadonlySet<string> = new Set([...FIRST_NAMES, ...LAST_NAMES]);
const PLACE_SET: ReadonlySet<string> = new Set(PLACES);
const MOST_WORDS = 4;
/** Three capitals are an abbreviation; more are a name that somebody shouts. */
const ACRONYM = 3;
/** Titles that stand before nothing but a name, even one without its capital. */
const ADDRESS: ReadonlySet<string> = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr']);

/** Names of people and places that no record tells: by lists, by a capital letter, by the words beside them. Never certain. */
export function findNamesAtLarge(tokens: readonly Token[]): Finding[] {
  return [...findPlaces(tokens), ...joined(tokens, tokens.map((token, at) => isName(token, tokens[at - 1])))];
}

function isName(token: Token, before: Token | undefined): boolean {
  const { word, parts, isCapital, isUpper, startsSentence } = token;
  if (/^\p{N}+$/u.test(word)) return false;
  const isListed = [word, ...parts, word.replace(/s$/, '')].some((one) => one.length > 1 && NAMES.has(one));
  if (before && before.isCapital && (isCapital ? TITLES : ADDRESS).has(before.word)) return true;
  if (!isCapital) return isListed && !isEveryday(word) && !CAPITALISED.has(word);
  if (CAPITALISED.has(word) || (isUpper && !isListed && (word.length <= ACRONYM || COMMON_WORDS.has(word)))) return false;
  return !(startsSentence && isEveryday(word));
}

/** "fosters" is as much an everyday word as "foster". */
const isEveryday = (word: string): boolean => COMMON_WORDS.has(word) || (word.endsWith('s') && COMMON_WORDS.has(word.slice(0, -1)));

/** "Jane Smith" is one name, and so is "GREAT MISSENDEN", whose first word alone would be loud praise. */
function joined(tokens: readonly Token[], marked: readonly boolean[]): Finding[] {
  const found: { from: number; to: number; last: number }[] = [];
  tokens.forEach((token, at) => {
    const next = tokens[at + 1];
    const leads = token.isUpper && next?.isUpper === true && next.gap === ' ' && marked[at + 1] === true;
    if (!marked[at] && !leads) return;
    const open = found.at(-1);
    if (open && open.last === at - 1 && /^\s$/.test(token.gap)) Object.assign(open, { to: token.to, last: at });
    else found.push({ from: token.from, to: token.to, last: at });
  });
  return found.map(({ from, to }) => ({ from, to, kind: 'NAME', replacement: '[name]', certain: false }));
}

function findPlaces(tokens: readonly Token[]): Finding[] {
  return tokens.flatMap((token, at) => {
    for (let count = Math.min(MOST_WORDS, tokens.length - at); count > 0; count -= 1) {
      const run = tokens.slice(at, at + count);
      const text = run.flatMap(({ parts }) => parts).join(' ');
      const isWritten = run.some(({ isCapital }) => isCapital) || !COMMON_WORDS.has(token.word);
      // A word that begins a sentence and is an everyday word too, such as Reading or Bath.
      const isOrdinary = count === 1 && COMMON_WORDS.has(token.word) && (!token.isCapital || token.startsSentence);
      if (PLACE_SET.has(text) && isWritten && !isOrdinary) return [toPlace(run)];
    }
    return besideNoun(tokens, at);
  });
}

/** The capitalised words before "School" or "Street". */
function besideNoun(tokens: readonly Token[], at: number): Finding[] {
  const noun = tokens[at];
  if (!noun || !PLACE_NOUNS.has(noun.word)) return [];
  let first = at;
  while (first > 0 && tokens[first - 1]?.isCapital && /^[\s.'-]{1,2}$/.test(tokens[first]?.gap ?? '')
    && !(tokens[first - 1]?.startsSentence && COMMON_WORDS.has(tokens[first - 1]?.word ?? ''))) first -= 1;
  return first === at ? [] : [toPlace(tokens.slice(first, at + 1))];
}

function toPlace(run: readonly Token[]): Finding {
  return { from: run[0]?.from ?? 0, to: run.at(-1)?.to ?? 0, kind: 'PLACE', replacement: '[place]', certain: false };
}
