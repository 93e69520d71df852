import { looksLikeReference } from './access/reference';

/** Every code a caller may meet; GraphQL `extensions.code` is exactly one of these (docs/adr/0005). */
export const ERROR_CODES = [
  'NOT_FOUND',
  'FORBIDDEN',
  'UNAUTHENTICATED',
  'INVALID_INPUT',
  'CONFLICT',
  'BUSY',
  'STALE_VERSION',
  'GUARD_FAILED',
  'SAME_PERSON',
  'NO_LIVE_AGREEMENT',
  'NOT_IN_POOL',
  'LIMIT_EXCEEDED',
  'FILE_REFUSED',
  'TOO_MANY_ATTEMPTS',
  'AUDIT_UNAVAILABLE',
  'WORKER_LOST',
  'KEY_UNAVAILABLE',
  'RECORD_DESTROYED',
  'STORE_UNAVAILABLE',
  'INTERNAL_SERVER_ERROR',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** One thing wrong with an input: where, and what; never the value itself (trust.md FLD-4). */
export interface Issue {
  readonly path: string;
  readonly message: string;
}

/** What passes by itself: the very same may well succeed when it is tried again. */
const PASSING: ReadonlySet<ErrorCode> = new Set(['BUSY', 'STALE_VERSION', 'AUDIT_UNAVAILABLE', 'STORE_UNAVAILABLE']);

export type ErrorDetails = Readonly<Record<string, unknown>>;

/** An expected failure. Its message goes to the caller as it stands, so it holds no values. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details?: ErrorDetails,
  ) {
    super(message);
    this.name = 'DomainError';
  }
}

/** Whether a job may try again, instead of telling the person who asked for it. */
export function isWorthRetrying({ code }: DomainError): boolean {
  return PASSING.has(code);
}

/** A row hidden by row-level security answers exactly like one that does not exist (trust.md AZ-3). */
export function notFound(what: string, reference?: string): DomainError {
  const safe = reference !== undefined && looksLikeReference(reference) ? { reference } : {};
  return new DomainError('NOT_FOUND', `No such ${what}.`, { what, ...safe });
}

export function forbidden(action: string): DomainError {
  return new DomainError('FORBIDDEN', 'You may not do this.', { action });
}

export function invalid(issues: readonly Issue[]): DomainError {
  return new DomainError('INVALID_INPUT', issues.map((issue) => issue.message).join(' ') || 'The input is not valid.', { issues });
}

export type ConflictCode = 'CONFLICT' | 'STALE_VERSION' | 'GUARD_FAILED' | 'SAME_PERSON' | 'NO_LIVE_AGREEMENT' | 'NOT_IN_POOL';

export function conflict(code: ConflictCode, message: string): DomainError {
  return new DomainError(code, message);
}
