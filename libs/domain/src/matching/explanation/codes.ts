import type { Fit } from '../fits';

/** Places in a list as letters, one each: 62 rules or criteria at most. */
const LETTERS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const NOT_APPLICABLE = '.';
const UNKNOWN = '?';

/** Names from a list, packed as their places; example: the third and the eleventh are "2a". */
export function packNames(names: readonly string[], all: readonly string[]): string {
  return names.map((name) => LETTERS[all.indexOf(name)]).join('');
}

export function unpackNames<T extends string>(packed: string, all: readonly T[]): T[] {
  return [...packed].map((letter) => all[LETTERS.indexOf(letter)] as T);
}

/** A fit as one character: `.` does not apply, `?` is not known, else its twentieths. */
export function packFit(fit: Fit): string {
  if (fit === 'notApplicable') return NOT_APPLICABLE;
  return fit === 'unknown' ? UNKNOWN : (LETTERS[fit] as string);
}

export function unpackFit(letter: string): Fit {
  if (letter === NOT_APPLICABLE) return 'notApplicable';
  return letter === UNKNOWN ? 'unknown' : LETTERS.indexOf(letter);
}

/** Levels by need in the policy's order, a digit each; `-` is not recorded. */
export function packLevels(levels: readonly (number | null)[]): string {
  return levels.map((level) => (level === null ? '-' : String(level))).join('');
}

export function unpackLevel(packed: string, at: number): number | null {
  const digit = packed[at];
  return digit === undefined || digit === '-' ? null : Number(digit);
}
