import type { IsoDate } from '@hub/domain/dates/iso-date';
import { row, rows, type Tx } from '@hub/database/tx';
import type { Boundary } from './boundary';

interface BoundaryRow {
  readonly agency_id: string;
  readonly first_seq: number;
  readonly seq: number;
  readonly hash: Buffer;
  readonly before: string;
  readonly file_name: string;
  readonly content_hash: Buffer;
  readonly signed_at: Date;
  readonly signing_key: string;
  readonly signature: string;
}

/** Of one chain, in its order. */
export async function boundariesOf(tx: Tx, agencyId: string): Promise<Boundary[]> {
  const found = await rows<BoundaryRow>(tx, `
    select agency_id, first_seq, seq, hash, before, file_name, content_hash, signed_at, signing_key, signature
    from audit.boundary where agency_id = $1::uuid order by seq`, [agencyId]);
  return found.map((one) => ({
    agencyId: one.agency_id, first: one.first_seq, seq: one.seq, hash: one.hash.toString('hex'), before: one.before, file: one.file_name,
    contentHash: one.content_hash.toString('hex'), at: one.signed_at.toISOString(), signature: { key: one.signing_key, value: one.signature },
  }));
}

/** The first instant of a day in England. */
export async function beginningOf(tx: Tx, day: IsoDate): Promise<Date> {
  return (await row<{ at: Date }>(tx, `select $1::date::timestamp at time zone 'Europe/London' as at`, [day]))?.at ?? new Date(0);
}

/** The own agency's rows from before this day are in the archive; `null` while none is. */
export async function archivedBefore(tx: Tx): Promise<IsoDate | null> {
  return (await row<{ before: IsoDate | null }>(tx, 'select max(before) as before from audit.boundary where agency_id = (select hub.own_agency())'))?.before ?? null;
}
