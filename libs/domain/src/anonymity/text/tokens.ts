import type { Folded } from './fold';

/** One word of a text. */
export interface Token {
  /** Folded, without possessive, hyphen and apostrophe. */
  readonly word: string;
  /** The same in its parts: "smith-jones" has two. */
  readonly parts: readonly string[];
  /** In the original text; without the possessive. */
  readonly from: number;
  readonly to: number;
  readonly isCapital: boolean;
  /** All its letters are capitals, and there are several. */
  readonly isUpper: boolean;
  readonly startsSentence: boolean;
  /** What stands between it and the word before: a space, a hyphen. */
  readonly gap: string;
}

const WORD = /[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu;
const POSSESSIVE = /'s$/;
/** What ends a sentence, or begins something new: a full stop, a list, a quotation. */
const STARTS = /(^|[.!?:;•*"“”(\n])[\s"“”(]*$/;

export function tokensOf(original: string, { text, at }: Folded): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const found of text.matchAll(WORD)) {
    const word = found[0].replace(POSSESSIVE, '');
    const [from, to] = [at[found.index] ?? 0, at[found.index + word.length] ?? original.length];
    const written = original.slice(from, to);
    tokens.push({
      word: word.replace(/['-]/g, ''), parts: word.split(/['-]/), from, to: from + written.trimEnd().length,
      isCapital: /^\P{L}*\p{Lu}/u.test(written), isUpper: /\p{Lu}.*\p{Lu}/u.test(written) && !/\p{Ll}/u.test(written),
      startsSentence: STARTS.test(original.slice(0, from).slice(-12)), gap: text.slice(end, found.index),
    });
    end = found.index + found[0].length;
  }
  return tokens;
}

/** Digits that are written for letters, in a word that has both. */
export function withoutDigits(word: string): string {
  const like: Readonly<Record<string, string>> = { 0: 'o', 1: 'l', 3: 'e', 4: 'a', 5: 's', 7: 't' };
  return /\p{L}/u.test(word) ? word.replace(/[013457]/g, (digit) => like[digit] ?? digit) : word;
}
