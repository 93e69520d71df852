import type { ErrorCode } from '@hub/domain/errors';

/** The status of a plain HTTP answer for each code; GraphQL answers keep 200 and carry the code in `extensions`, but for AUDIT_UNAVAILABLE. */
export const HTTP_STATUS: Readonly<Record<ErrorCode, number>> = {
  NOT_FOUND: 404,
  FORBIDDEN: 403,
  UNAUTHENTICATED: 401,
  INVALID_INPUT: 400,
  CONFLICT: 409,
  BUSY: 409,
  STALE_VERSION: 409,
  GUARD_FAILED: 409,
  SAME_PERSON: 409,
  NO_LIVE_AGREEMENT: 409,
  NOT_IN_POOL: 409,
  LIMIT_EXCEEDED: 413,
  FILE_REFUSED: 415,
  TOO_MANY_ATTEMPTS: 429,
  AUDIT_UNAVAILABLE: 503,
  WORKER_LOST: 503,
  KEY_UNAVAILABLE: 503,
  RECORD_DESTROYED: 410,
  STORE_UNAVAILABLE: 503,
  INTERNAL_SERVER_ERROR: 500,
};
