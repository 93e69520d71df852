import { randomInt } from 'node:crypto';

/** Crockford's base32 without its vowels, so that no reference ever spells a word. */
const SYMBOLS = '0123456789BCDFGHJKMNPQRSTVWXYZ';
const LENGTH = 6;

/** A random reference such as `7F3K2Q`, or `R-7F3K2Q` for a run, `I-7F3K2Q` for an import `L-7F3K2Q` for a link, `M-7F3K2Q` for a meeting, `P-7F3K2Q` for a panel, `B-7F3K2Q` for its business and `N-7F3K2Q` for a member. It says nothing of what it names. */
export function newReference(prefix: '' | 'R' | 'I' | 'L' | 'M' | 'P' | 'B' | 'N' = ''): string {
  const letters = Array.from({ length: LENGTH }, () => SYMBOLS[randomInt(SYMBOLS.length)]).join('');
  return prefix === '' ? letters : `${prefix}-${letters}`;
}
