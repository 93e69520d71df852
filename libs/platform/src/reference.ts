import { randomInt } from 'node:crypto';

/** Crockford's base32 without its vowels, so that no reference ever spells a word. */
const SYMBOLS = '0123456789BCDFGHJKMNPQRSTVWXYZ';
const LENGTH = 6;

/** A random reference such as `7F3K2Q`, or `R-7F3K2Q` for a run, `I-7F3K2Q` for an import `L-7F3K2Q` for a link and `M-7F3K2Q` for a meeting. It says nothing of what it names. */
export function newReference(prefix: '' | 'R' | 'I' | 'L' | 'M' = ''): string {
  const letters = Array.from({ length: LENGTH }, () => SYMBOLS[randomInt(SYMBOLS.length)]).join('');
  return prefix === '' ? letters : `${prefix}-${letters}`;
}
