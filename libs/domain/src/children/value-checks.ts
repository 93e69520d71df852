import type { Problem } from './facts';
import { isIsoDate } from '../dates/iso-date';
import { ETHNICITY_CODES } from './codes';
import { NEED_KEYS } from './words';

/** A sentence where the value cannot be taken. */
export type Check = (value: unknown) => string | null;

export const OUTCODE = /^[A-Z]{1,2}[0-9][0-9A-Z]?$/;
const LANGUAGE = /^[a-z]{2}$/;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const MOST_TEXT = 20_000;

const isText = (most: number) => (value: unknown): boolean => typeof value === 'string' && value.trim() !== '' && value.length <= most;

export const text = (most: number): Check => (value) => (isText(most)(value) ? null : `Use up to ${most} characters of text.`);
export const longText: Check = text(MOST_TEXT);
export const day: Check = (value) => (isIsoDate(value) ? null : 'This is not a day of the calendar.');
export const flag: Check = (value) => (typeof value === 'boolean' ? null : 'This is yes or no.');
export const oneOf = (codes: readonly string[]): Check => (value) => (codes.some((code) => code === value) ? null : `One of ${codes.join(', ')}.`);
export const whole = (least: number, most: number): Check => (value) =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= most ? null : `A whole number from ${least} to ${most}.`;
export const outcode: Check = (value) => (typeof value === 'string' && OUTCODE.test(value) ? null : 'An outward postcode district such as LE2.');
export const language: Check = (value) => (typeof value === 'string' && LANGUAGE.test(value) ? null : 'A language as two small letters (ISO 639-1).');
export const birthMonth: Check = (value) => (typeof value === 'string' && MONTH.test(value) ? null : 'A month of birth as YYYY-MM.');
export const ethnicity: Check = oneOf(ETHNICITY_CODES);
export const needKey: Check = oneOf(NEED_KEYS);

export const list = (each: Check): Check => (value) => {
  if (!Array.isArray(value) || value.length > 100) return 'A list of at most 100.';
  return value.map(each).find((fault) => fault !== null) ?? null;
};

/** Keys of the needs with a level of 0 to 3, or `null` for not recorded. */
export const levels: Check = (value) => {
  if (typeof value !== 'object' || value === null) return 'Levels by need.';
  const entries = Object.entries(value);
  if (entries.some(([key]) => !NEED_KEYS.includes(key))) return `Needs are ${NEED_KEYS.join(', ')}.`;
  return entries.some(([, level]) => level !== null && level !== undefined && whole(0, 3)(level) !== null) ? 'A level is 0, 1, 2 or 3.' : null;
};

/** Every value that is given and not blank must pass its check. Messages repeat no value (trust.md FLD-4). */
export function valueProblems<T extends object>(changes: T, checks: { readonly [F in keyof T]-?: Check }): readonly Problem[] {
  return (Object.keys(checks) as (keyof T & string)[]).flatMap((field): readonly Problem[] => {
    const value = changes[field];
    const message = value === undefined || value === null ? null : checks[field](value);
    return message === null ? [] : [{ severity: 'ERROR', field, code: 'NOT_A_VALUE', message }];
  });
}
