import type { Fit } from '../fits';
import type { RuleName } from '../result';

/** Places in a list as letters, one each: 62 rules or criteria at most. */
const LETTERS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const NOT_APPLICABLE = '.';
const UNKNOWN = '?';

export const NOT_APPLICABLE_CODE = NOT_APPLICABLE.charCodeAt(0);
const UNKNOWN_CODE = UNKNOWN.charCodeAt(0);

export function unpackNames<T extends string>(packed: string, all: readonly T[]): T[] {
  return [...packed].map((letter) => all[LETTERS.indexOf(letter)] as T);
}

/** The letter of one place in a list. */
export function letterOf(at: number): string {
  return LETTERS[at] as string;
}

/** Packed blockers with `notRuledOut` among them, in the rules' order. */
export function withRuling(blockers: string, rules: readonly RuleName[]): string {
  const failing = new Set<RuleName>([...unpackNames(blockers, rules), 'notRuledOut']);
  return rules.map((rule, at) => (failing.has(rule) ? letterOf(at) : '')).join('');
}

/** A fit as the code of one character: `.` does not apply, `?` is not known, else its twentieths. */
export function packFit(fit: Fit): number {
  if (fit === 'notApplicable') return NOT_APPLICABLE_CODE;
  return fit === 'unknown' ? UNKNOWN_CODE : LETTERS.charCodeAt(fit);
}

export function unpackFit(letter: string): Fit {
  if (letter === NOT_APPLICABLE) return 'notApplicable';
  return letter === UNKNOWN ? 'unknown' : LETTERS.indexOf(letter);
}

/** The need that a criterion or rule is about; null for any other. */
export function needOf(name: string): string | null {
  return name.startsWith('need:') ? name.slice('need:'.length) : null;
}

/** Levels by need in the policy's order, a digit each; `-` is not recorded. */
export function packLevels(levels: readonly (number | null)[]): string {
  return levels.map((level) => (level === null ? '-' : String(level))).join('');
}

export function unpackLevel(packed: string, at: number): number | null {
  const digit = packed[at];
  return digit === undefined || digit === '-' ? null : Number(digit);
}
