import type { Fault, IssueCode } from './issue';

/** What a cell turned out to hold. `blank` is a cell without a value, `value` with null a recorded "not known". */
export type Reading<T> =
  | { readonly kind: 'value'; readonly value: T; readonly warning?: Fault }
  | { readonly kind: 'blank'; readonly warning?: Fault }
  | { readonly kind: 'fault'; readonly fault: Fault };

export const blank: Reading<never> = { kind: 'blank' };

export function value<T>(read: T): Reading<T> {
  return { kind: 'value', value: read };
}

/** Taken, with a word of warning. */
export function valueBut<T>(read: T, code: IssueCode, message: string): Reading<T> {
  return { kind: 'value', value: read, warning: { code, message } };
}

export function fault(code: IssueCode, message: string): Reading<never> {
  return { kind: 'fault', fault: { code, message } };
}
