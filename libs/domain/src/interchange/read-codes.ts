import { ETHNICITY_CODES } from '../children/codes';
import type { Ethnicity, ReversalReason, Sex } from '../children/codes';
import type { LeavingReason } from '../adopters/facts';
import { CONTACT_WORDS, LEVEL_WORDS, NOT_RECORDED } from '../children/words';
import type { Contact, Level } from '../matching/pool';
import { cleanText, loose } from './cell';
import type { Choice } from './column';
import type { Reading } from './reading';
import { fault, value } from './reading';

/** `a) Yes`, `1 - Yes`, `(b) No`: what stands before the word. */
const PREFIX = /^\(?([a-z]|\d{1,2})\s*(?:\)|[-–.:])\s*/i;

const NOT_KNOWN = new Set(['unknown', 'not known', 'not recorded', 'nk', 'n k', 'not stated', 'not stated recorded', 'u', 'dont know', 'n a', 'na', 'not obtained']);

/** The words after a list letter or number, and that letter or number; a bare `a)` or `1` has no words. */
function parts(text: string): { readonly mark: string; readonly words: string } {
  const clean = cleanText(text);
  const found = PREFIX.exec(clean);
  if (found) return { mark: (found[1] ?? '').toLowerCase(), words: loose(clean.slice(found[0].length)) };
  return /^\(?[a-z0-9]\)?$/i.test(clean) ? { mark: loose(clean), words: '' } : { mark: '', words: loose(clean) };
}

const YES = new Set(['yes', 'y', 'true', 't']);
const NO = new Set(['no', 'n', 'false', 'f']);

/** `a) Yes`, `b) No`, `c) Unknown`, Y, N, 1, 0, TRUE, `1 - Yes` (domain.md 4.1). */
export function readYesNo(text: string): Reading<boolean | null> {
  const { mark, words } = parts(text);
  const said = words || mark;
  if (YES.has(said)) return value(true);
  if (NO.has(said)) return value(false);
  if (NOT_KNOWN.has(said)) return value(null);
  if (words === '' && (mark === 'a' || mark === '1')) return value(true);
  if (words === '' && (mark === 'b' || mark === '0')) return value(false);
  if (words === '' && mark === 'c') return value(null);
  return fault('NOT_A_CODE', 'Write Yes or No, or leave the cell blank where it is not known.');
}

const SEXES: Readonly<Record<string, Sex>> = {
  male: 'M', m: 'M', boy: 'M', man: 'M', '1': 'M', a: 'M',
  female: 'F', f: 'F', girl: 'F', woman: 'F', '2': 'F', b: 'F',
  c: 'U', unborn: 'U', neither: 'N', d: 'N', n: 'N', other: 'N', indeterminate: 'N', 'non binary': 'N',
};

export function readGender(text: string): Reading<Sex> {
  const { mark, words } = parts(text);
  const said = words || mark;
  if (NOT_KNOWN.has(said)) return value('U');
  const sex = Object.hasOwn(SEXES, said) ? SEXES[said] : undefined;
  return sex ? value(sex) : fault('NOT_A_CODE', 'Write a) Male, b) Female, c) Not stated/recorded or d) Neither.');
}

const ETHNICITIES: ReadonlySet<string> = new Set(ETHNICITY_CODES);

/** By the four-letter code; the letter before it changed its meaning between workbooks (domain.md 4.1). */
export function readEthnicity(text: string): Reading<Ethnicity | null> {
  const codes = cleanText(text).toUpperCase().match(/[A-Z]+/g) ?? [];
  const code = codes.find((word) => ETHNICITIES.has(word));
  if (code) return value(code as Ethnicity);
  if (NOT_KNOWN.has(parts(text).words)) return value(null);
  return fault('NOT_A_CODE', 'This holds none of the four-letter ethnicity codes, such as WBRI or NOBT.');
}

const REASON_TEXTS: readonly (readonly [RegExp, ReversalReason])[] = [
  [/needs? .*chang|chang.* needs?/, 'RD1'],
  [/court|placement order/, 'RD2'],
  [/not be found|no (prospective )?adopters?|adopters? .*not .*found/, 'RD3'],
  [/any other|other reason|disrupt/, 'RD4'],
];

/** The code where there is one, else the text; placement disruption has no code of its own and counts as RD4. */
export function readReversalReason(text: string): Reading<ReversalReason> {
  const code = /RD\s?([1-4])(?!\d)/i.exec(text) ?? /^\s*([1-4])\s*$/.exec(text);
  if (code) return value(`RD${code[1]}` as ReversalReason);
  const found = /RD\s?\d/i.test(text) ? undefined : REASON_TEXTS.find(([words]) => words.test(loose(text)));
  return found ? value(found[1]) : fault('NOT_A_CODE', 'Write RD1, RD2, RD3 or RD4.');
}

const LEAVING_MARKS: Readonly<Record<string, LeavingReason>> = { '1': '1', a: '1', '2': '2', b: '2', '3': '3', c: '3' };
const LEAVING_TEXTS: readonly (readonly [RegExp, LeavingReason])[] = [[/withdr/, '1'], [/hold/, '2'], [/refus|not suitable|declined/, '3']];

export function readLeavingReason(text: string): Reading<LeavingReason> {
  const { mark, words } = parts(text);
  const byText = LEAVING_TEXTS.find(([pattern]) => pattern.test(words))?.[1];
  const byMark = Object.hasOwn(LEAVING_MARKS, mark) ? LEAVING_MARKS[mark] : undefined;
  const reason = byText ?? byMark;
  return reason ? value(reason) : fault('NOT_A_CODE', 'Write 1 (withdrew), 2 (put on hold) or 3 (refused).');
}

const NOT_WHOLE = /^-|\d[.,]\d/;

/** 0 to 3, alone or with its word: `2`, `2 - moderate`, `moderate`. */
function readScale(text: string, words: Readonly<Record<number, string>>, asks: string): Reading<number | null> {
  const said = loose(text);
  if (said === NOT_RECORDED || NOT_KNOWN.has(said)) return value(null);
  const number = /^([0-3])(?: .*)?$/.exec(said)?.[1] ?? Object.keys(words).find((key) => loose(words[Number(key)] ?? '') === said);
  return number === undefined ? fault('NOT_A_CODE', asks) : value(Number(number));
}

export function readLevel(text: string): Reading<Level | null> {
  if (NOT_WHOLE.test(text)) return fault('NOT_A_CODE', 'Levels are whole: 0, 1, 2 or 3.');
  return readScale(text, LEVEL_WORDS, 'Write 0 none, 1 mild, 2 moderate or 3 severe; leave the cell blank where it is not recorded.') as Reading<Level | null>;
}

const CONTACT_ANSWERS: Readonly<Record<number, string>> = { 0: 'none', 1: 'letterbox', 2: 'direct with siblings', 3: 'direct with birth relatives' };

export function readContact(text: string): Reading<Contact | null> {
  const asks = 'Write 0 none, 1 letterbox, 2 direct with siblings or 3 direct with birth relatives.';
  if (NOT_WHOLE.test(text)) return fault('NOT_A_CODE', asks);
  const long = readScale(text, CONTACT_WORDS, asks);
  return (long.kind === 'fault' ? readScale(text, CONTACT_ANSWERS, asks) : long) as Reading<Contact | null>;
}

/** A label or its code, compared loosely. */
export function readChoice(text: string, choices: readonly Choice[]): Reading<string | null> {
  const said = loose(text);
  const found = choices.find(({ value: code, label }) => loose(label) === said || loose(code) === said);
  if (found) return value(found.value);
  if (NOT_KNOWN.has(said)) return value(null);
  return fault('NOT_A_CODE', `Write ${choices.map(({ label }) => label).join(', ')}.`);
}
