import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Packed evidence as it lies in the database. Level 1: a region's run is packed while its asker waits. */
export function pack(evidence: unknown): Buffer {
  return deflateRawSync(Buffer.from(JSON.stringify(evidence)), { level: 1 });
}

export function unpack<T>(packed: Buffer): T {
  return JSON.parse(inflateRawSync(packed).toString('utf8')) as T;
}
