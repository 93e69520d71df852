import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

const current = new AsyncLocalStorage<string>();

/** Ties every access row and audit event of one request or job together. */
export function withRequestId<T>(work: () => T, id: string = randomUUID()): T {
  return current.run(id, work);
}

/** The id of the request in hand, or a new one for work that no request started. */
export function requestId(): string {
  return current.getStore() ?? randomUUID();
}
