import type { AgencyKey } from './key-store';
import { seal, unseal, UnsealError } from './seal';

const VERSION = 2;
const WITH_SHARE = 1;
const KEY_ID = 8;
const HEAD = 2 + KEY_ID;
/** A data key of a hub from before shares: version 1 of `seal`, under the agency's first key. */
const FIRST_KIND = 1;

export interface WrappedKey {
  /** Which of the agency's keys wraps it; none says the first. */
  readonly keyId: Buffer | undefined;
  /** Whether the record's share is part of its key. */
  readonly shared: boolean;
}

/** What a wrapped data key says of itself, without opening it. */
export function readWrappedKey(wrapped: Buffer): WrappedKey {
  if (wrapped[0] === FIRST_KIND) return { keyId: undefined, shared: false };
  if (wrapped[0] !== VERSION || wrapped.length < HEAD) throw new UnsealError();
  return { keyId: wrapped.subarray(2, HEAD), shared: wrapped[1] === WITH_SHARE };
}

/** Version, whether a share belongs to it, key id, sealed data key. The head is bound to the place as well. */
export function wrapKey(key: AgencyKey, place: string, dataKey: Buffer, shared: boolean): Buffer {
  const head = Buffer.concat([Buffer.of(VERSION, shared ? WITH_SHARE : 0), key.id]);
  return Buffer.concat([head, seal(key.key, boundTo(place, head), dataKey)]);
}

export function unwrapKey(key: AgencyKey, place: string, wrapped: Buffer): Buffer {
  if (wrapped[0] === FIRST_KIND) return unseal(key.key, place, wrapped);
  return unseal(key.key, boundTo(place, wrapped.subarray(0, HEAD)), wrapped.subarray(HEAD));
}

const boundTo = (place: string, head: Buffer): string => `${place}|${head.toString('hex')}`;
