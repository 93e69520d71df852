import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { unpackEvidence, unpackOffers, type PackedEvidence, type UnitEvidence } from '@hub/domain/matching/explanation/evidence';

/** Evidence as it lies in the database: deflated JSON. At level 1, and at once: on other threads some hundred small pieces took three times the work. */
export function pack(evidence: unknown): Buffer {
  return deflateRawSync(JSON.stringify(evidence), { level: 1, memLevel: 6 });
}

export function unpack<T>(packed: Buffer): T {
  return JSON.parse(inflateRawSync(packed).toString('utf8')) as T;
}

export function unpackUnit(evidence: Buffer, offers: Buffer): UnitEvidence {
  return unpackEvidence(unpack<PackedEvidence>(evidence), unpackOffers(unpack<string>(offers)));
}
