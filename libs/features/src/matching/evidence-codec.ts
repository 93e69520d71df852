import { promisify } from 'node:util';
import { deflateRaw, inflateRawSync } from 'node:zlib';
import { unpackEvidence, type PackedEvidence, type UnitEvidence } from '@hub/domain/matching/explanation/evidence';

const deflate = promisify(deflateRaw);

/** Evidence as it lies in the database: deflated JSON. Level 1, off the main thread, for a region's run is packed while its asker waits. */
export function pack(evidence: unknown): Promise<Buffer> {
  return deflate(JSON.stringify(evidence), { level: 1, memLevel: 6 });
}

export function unpack<T>(packed: Buffer): T {
  return JSON.parse(inflateRawSync(packed).toString('utf8')) as T;
}

export function unpackUnit(packed: Buffer): UnitEvidence {
  return unpackEvidence(unpack<PackedEvidence>(packed));
}
