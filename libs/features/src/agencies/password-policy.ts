import type { Issue } from '@hub/domain/errors';
import { commonPasswords, PRODUCT_WORDS } from './common-passwords';

export const SHORTEST = 8;
export const LONGEST = 256;
/** Beyond this even a pattern is out of reach of those who guess patterns. */
const LONG = 24;

/** What a guesser would try first for this account. */
export interface PasswordContext {
  readonly email: string;
  readonly displayName: string;
  readonly agencyName: string;
  readonly agencyCode: string;
}

/**
 * trust.md AUTH-2: length is counted in characters as people see them, any character is welcome, nothing is demanded
 * but that the password is hard to guess. Returns why it is refused; an empty list is acceptance.
 */
export function passwordIssues(password: string, context: PasswordContext): Issue[] {
  const problem = problemOf(password.normalize('NFKC'), context);
  return problem === null ? [] : [{ path: 'password', message: problem }];
}

function problemOf(password: string, context: PasswordContext): string | null {
  const length = [...password].length;
  if (length < SHORTEST) return `Use at least ${SHORTEST} characters. Three or four unrelated words make a good password.`;
  if (length > LONGEST) return `Use at most ${LONGEST} characters.`;
  if (length < LONG && isPattern(password)) return 'This is a repeated or running pattern, which is among the first that are tried.';
  const plain = undisguised(password);
  if (PRODUCT_WORDS.some((word) => plain.includes(word))) return 'Leave out words of adoption work and of this service.';
  if (contextWords(context).some((word) => plain.includes(word))) return 'Leave out your name, your email address and the name of your agency.';
  if (isCommon(password, plain)) return 'This password is among the most used ones, which are tried first.';
  return null;
}

function isCommon(password: string, plain: string): boolean {
  const { whole, hearts } = commonPasswords(undisguised);
  return whole.has(password.toLowerCase()) || hearts.has(plain) || hearts.has(plain.replace(/(.)\1+$/, '$1'));
}

const SUBSTITUTES: Readonly<Record<string, string>> = { '@': 'a', '4': 'a', '3': 'e', '1': 'i', '!': 'i', '0': 'o', $: 's', '5': 's', '7': 't' };

/** `P@ssw0rd2026!` as `password`: digits and signs at both ends go first, then the substitutions inside are undone. */
export function undisguised(password: string): string {
  const lower = password.toLowerCase();
  // A sign at the front may be part of the disguise (`@dmin`), at the end it hardly ever is.
  const trimmed = lower.replace(/[^\p{L}]+$/u, '').replace(/^[^\p{L}@$!]+/u, '');
  return [...trimmed].map((character) => SUBSTITUTES[character] ?? character).join('').replace(/[^\p{L}]/gu, '');
}

const RUNS = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qazwsxedcrfvtgbyhnujm'];
const RUN_TEXT = RUNS.flatMap((run) => [run, [...run].reverse().join('')]);

function isPattern(password: string): boolean {
  const lower = password.toLowerCase();
  if (new Set(lower).size <= 3) return true;
  if (/^\d{1,11}$/.test(lower)) return true;
  if (/^(.{1,5})\1+.{0,2}$/su.test(lower)) return true;
  return withoutRuns(lower).length < 4;
}

/** What is left when every run of three or more neighbours on a keyboard, in the alphabet or in counting is taken out. */
function withoutRuns(text: string): string {
  let left = '';
  for (let at = 0; at < text.length;) {
    let length = 1;
    while (at + length < text.length && RUN_TEXT.some((run) => run.includes(text.slice(at, at + length + 1)))) length += 1;
    if (length < 3) { left += text[at]; at += 1; } else at += length;
  }
  return left;
}

function contextWords({ email, displayName, agencyName, agencyCode }: PasswordContext): string[] {
  const words = [email.split('@')[0] ?? '', ...displayName.split(/[^\p{L}]+/u), ...agencyName.split(/[^\p{L}]+/u), agencyCode];
  return words.map((word) => word.toLowerCase().replace(/[^\p{L}]/gu, '')).filter((word) => word.length >= 5);
}
