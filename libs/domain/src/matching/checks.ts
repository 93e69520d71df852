import { isIsoDate } from '../dates/iso-date';

/** One thing wrong with a document: its exact place, and a sentence that says what to do. */
export interface Problem {
  /** Such as `units[3].members[0].dateOfBirth`; empty for the document itself. */
  readonly place: string;
  readonly message: string;
}

/** A document that is valid as a whole, or everything that is wrong with it. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Finds what is wrong with a value at a place. */
export type Check = (value: unknown, place: string) => readonly Problem[];

/** The document as `T` where the check finds nothing. */
export function checked<T>(document: unknown, check: Check): Checked<T> {
  const problems = check(document, '');
  return problems.length === 0 ? { ok: true, value: document as T } : { ok: false, problems };
}

/** A check of one value by a test; `want` completes "must be ...". */
export function must(want: string, test: (value: unknown) => boolean): Check {
  return (value, place) => (test(value) ? [] : [{ place, message: refusal(value, want) }]);
}

export const text = must('a text that is not empty', (value) => typeof value === 'string' && value !== '');
export const truth = must('true or false', (value) => typeof value === 'boolean');
export const date = must('a day of the calendar written YYYY-MM-DD', isIsoDate);
export const level = must('one of the levels 0, 1, 2 and 3', isOneOf(0, 1, 2, 3));

/** One of a few values. */
export function oneOf(...values: readonly unknown[]): Check {
  return must(`one of ${values.map((value) => JSON.stringify(value)).join(', ')}`, isOneOf(...values));
}

/** A whole number in a range, both ends included. */
export function whole(min: number, max = Number.MAX_SAFE_INTEGER): Check {
  const range = max === Number.MAX_SAFE_INTEGER ? `of ${min} or more` : `from ${min} to ${max}`;
  return must(`a whole number ${range}`, (value) => Number.isInteger(value) && isWithin(value, min, max));
}

/** A finite number in a range, both ends included. */
export function number(min: number, max = Number.MAX_SAFE_INTEGER): Check {
  const range = max === Number.MAX_SAFE_INTEGER ? `of ${min} or more` : `from ${min} to ${max}`;
  return must(`a number ${range}`, (value) => isWithin(value, min, max));
}

/** Leaves `null` and absent alone: not recorded is a value of its own. */
export function recorded(check: Check): Check {
  return (value, place) => (value == null ? [] : check(value, place));
}

/** A list whose entries all pass; `least` entries or more. */
export function listOf(check: Check, least = 0): Check {
  return (value, place) => {
    if (!Array.isArray(value)) return [{ place, message: refusal(value, 'a list') }];
    if (value.length < least) return [{ place, message: `Give at least ${least} here; the list is too short.` }];
    return value.flatMap((entry: unknown, at) => check(entry, `${place}[${at}]`));
  };
}

/** An object whose named fields pass. Other fields are left alone: a file may carry more than the rules read. */
export function record(fields: Readonly<Record<string, Check>>): Check {
  return (value, place) => {
    if (!isRecord(value)) return [{ place, message: refusal(value, 'an object with named fields') }];
    return Object.entries(fields).flatMap(([name, check]) => check(value[name], join(place, name)));
  };
}

/** An object whose values all pass, whatever their names. */
export function valuesOf(check: Check): Check {
  return (value, place) => {
    if (!isRecord(value)) return [{ place, message: refusal(value, 'an object with named fields') }];
    return Object.entries(value).flatMap(([name, entry]) => check(entry, join(place, name)));
  };
}

/** Runs a second check where the first finds nothing: for what relates several fields. */
export function andThen(first: Check, second: Check): Check {
  return (value, place) => {
    const problems = first(value, place);
    return problems.length > 0 ? problems : second(value, place);
  };
}

/** The place of a named field. */
export function join(place: string, name: string): string {
  return place === '' ? name : `${place}.${name}`;
}

/** True for an object that is neither `null` nor a list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isOneOf(...values: readonly unknown[]): (value: unknown) => boolean {
  return (value) => values.includes(value);
}

function isWithin(value: unknown, min: number, max: number): boolean {
  return typeof value === 'number' && value >= min && value <= max;
}

function refusal(value: unknown, want: string): string {
  if (value == null) return `This is required: it must be ${want}.`;
  return `${shown(value)} must be ${want}.`;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'This list';
  if (typeof value === 'object') return 'This object';
  const written = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return written.length > 60 ? `${written.slice(0, 60)}…` : written;
}
