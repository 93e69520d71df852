import { randomInt } from 'node:crypto';

/** Crockford's base32 without its vowels, so that no reference ever spells a word. */
const SYMBOLS = '0123456789BCDFGHJKMNPQRSTVWXYZ';
const LENGTH = 6;

/** What a reference names, by the letters before it; that of a unit, child or household has none. */
export const REFERENCES = { R: 'run', I: 'import', L: 'link', PL: 'placement', M: 'meeting', P: 'panel', B: "panel's business", N: "panel's member", D: 'document', C: 'course', K: 'booking', E: 'enquiry', PE: 'reckoning of indicators' } as const;

/**
 * A random reference such as `7F3K2Q`, or `R-7F3K2Q` for a run. It says nothing of what it names. Of 729 million one is taken already
 * about once in 730,000 draws among a thousand rows, so that those of few rows are drawn without asking: whoever meets a taken one is told BUSY and tries again.
 * Of children, groups and families there are many, and files bring thousands: those are drawn by `drawReferences`.
 */
export function newReference(prefix: '' | keyof typeof REFERENCES = ''): string {
  const letters = Array.from({ length: LENGTH }, () => SYMBOLS[randomInt(SYMBOLS.length)]).join('');
  return prefix === '' ? letters : `${prefix}-${letters}`;
}
