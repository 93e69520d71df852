import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { BlockedEvidence, ListedEvidence, UnitEvidence } from '@hub/domain/matching/explanation/evidence';

/** Evidence as it lies in the database: deflated JSON. Level 1, for a region's run is packed while its asker waits. */
export function pack(evidence: unknown): Buffer {
  return deflateRawSync(Buffer.from(JSON.stringify(evidence)), { level: 1, memLevel: 6 });
}

export function unpack<T>(packed: Buffer): T {
  return JSON.parse(inflateRawSync(packed).toString('utf8')) as T;
}

interface PackedUnit extends Omit<UnitEvidence, 'listed' | 'blocked'> {
  /** A household per line; references, letters and digits hold no bar and no line break. */
  readonly listed: string;
  readonly blocked: string;
}

/** A unit's evidence with its lists as lines: a region's run writes some 90,000 of them. */
export function packUnit({ listed, blocked, ...unit }: UnitEvidence): Buffer {
  const packed: PackedUnit = { ...unit, listed: listed.map(listedLine).join('\n'), blocked: blocked.map(({ household, blockers, unknowns }) => `${household}|${blockers}|${unknowns}`).join('\n') };
  return pack(packed);
}

export function unpackUnit(packed: Buffer): UnitEvidence {
  const { listed, blocked, ...unit } = unpack<PackedUnit>(packed);
  return { ...unit, listed: lines(listed).map(readListed), blocked: lines(blocked).map(readBlocked) };
}

function listedLine({ offer, unknowns, fits }: ListedEvidence): string {
  return `${offer.household}|${unknowns}|${fits}|${offer.offers}|${offer.contact ?? ''}|${offer.ages?.join('-') ?? ''}|${offer.onShortlists}`;
}

function readListed(line: string): ListedEvidence {
  const [household = '', unknowns = '', fits = '', offers = '', contact = '', ages = '', onShortlists = ''] = line.split('|');
  const [min, max] = ages.split('-').map(Number);
  return {
    unknowns, fits,
    offer: {
      household, offers, contact: contact === '' ? null : (Number(contact) as ListedEvidence['offer']['contact']),
      ages: min === undefined || max === undefined ? null : [min, max], onShortlists: Number(onShortlists),
    },
  };
}

function readBlocked(line: string): BlockedEvidence {
  const [household = '', blockers = '', unknowns = ''] = line.split('|');
  return { household, blockers, unknowns };
}

function lines(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}
