import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { isIP } from 'node:net';

interface Request {
  readonly id: string;
  readonly address: string | null;
  isRecorded: boolean;
}

const current = new AsyncLocalStorage<Request>();

/** Ties every access row and audit event of one request or job together. `address`: where the request came from. */
export function withRequestId<T>(work: () => T, id: string = randomUUID(), address: string | null = null): T {
  return current.run({ id, address: plainAddress(address), isRecorded: false }, work);
}

/** The id of the request in hand, or a new one for work that no request started. */
export function requestId(): string {
  return current.getStore()?.id ?? randomUUID();
}

export function clientAddress(): string | null {
  return current.getStore()?.address ?? null;
}

/** The access log holds a row of this request now. */
export function markRecorded(): void {
  const request = current.getStore();
  if (request) request.isRecorded = true;
}

/** Asks about the request in hand, now and after it has ended. */
export function askRecorded(): () => boolean {
  const request = current.getStore();
  return () => request?.isRecorded ?? false;
}

function plainAddress(address: string | null): string | null {
  const plain = address?.replace(/^::ffff:(?=\d+\.)/, '') ?? '';
  return isIP(plain) === 0 ? null : plain;
}
