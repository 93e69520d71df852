import { createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { KeyStore } from './key-store';
import { seal, unseal } from './seal';
import { readWrappedKey, unwrapKey, wrapKey } from './wrapped-key';

/** What the values of one record are sealed with, in clear: it lives in memory only. */
export type RecordKey = Buffer & { readonly brand?: 'RecordKey' };

/** Where a value stands; it opens nowhere else. */
export interface Place {
  readonly agencyId: string;
  readonly table: string;
  readonly rowId: string;
}

export type Sealed<K extends string> = { wrapped_key: Buffer } & { [P in K]: Buffer | null };
export type Opened<K extends string> = { [P in K]: string | null };

const WRAPPED = 'wrapped_key';

/**
 * Envelope encryption of identity (trust.md FLD-5): a data key per record, wrapped by the agency's key, and a share of the
 * record's own that lies outside the database (FLD-6); values are sealed with a key drawn from both (docs/adr/0009). A
 * ciphertext moved to another column, row or agency does not open, nor does an altered one.
 */
@Injectable()
export class Vault {
  constructor(private readonly keys: KeyStore) {}

  /** Makes the shares of many new records in one go, before they are sealed one by one. */
  prepare(agencyId: string, rowIds: readonly string[]): void {
    this.keys.addShares(agencyId, rowIds);
  }

  /** Whether the record was destroyed on request: nobody can open it again, and it is no loss. */
  isDestroyed({ agencyId, rowId }: Pick<Place, 'agencyId' | 'rowId'>): boolean {
    return this.keys.isDestroyed(agencyId, rowId);
  }

  unwrap(place: Place, wrappedKey: Buffer): RecordKey {
    const { keyId, shared } = readWrappedKey(wrappedKey);
    const key = this.keys.keyOf(place.agencyId, keyId);
    const dataKey = unwrapKey(key, bound(place, WRAPPED), wrappedKey);
    return shared ? drawnFrom(dataKey, this.keys.share(place.agencyId, place.rowId)) : dataKey;
  }

  /** The same data key under the agency's newest key: no value of the record changes. */
  rewrap(place: Place, wrappedKey: Buffer): Buffer {
    const { keyId, shared } = readWrappedKey(wrappedKey);
    const dataKey = unwrapKey(this.keys.keyOf(place.agencyId, keyId), bound(place, WRAPPED), wrappedKey);
    return wrapKey(this.keys.currentKey(place.agencyId), bound(place, WRAPPED), dataKey, shared);
  }

  open(place: Place, column: string, sealed: Buffer, recordKey: RecordKey): Buffer {
    return unseal(recordKey, bound(place, column), sealed);
  }

  /** A new record: a data key, and each value sealed with it. Null stays null: not recorded is no secret. */
  sealRecord<K extends string>(agencyId: string, table: string, rowId: string, values: Readonly<Record<K, string | Buffer | null>>): Sealed<K> {
    const place = { agencyId, table, rowId };
    this.keys.addShares(agencyId, [rowId]);
    const dataKey = randomBytes(32);
    const sealed = this.sealColumns(place, values, drawnFrom(dataKey, this.keys.share(agencyId, rowId)));
    return { ...sealed, wrapped_key: wrapKey(this.keys.currentKey(agencyId), bound(place, WRAPPED), dataKey, true) } as Sealed<K>;
  }

  /** Further or changed values of a record that has its data key already. */
  resealRecord<K extends string>(agencyId: string, table: string, rowId: string, wrappedKey: Buffer, values: Readonly<Record<K, string | Buffer | null>>): { [P in K]: Buffer | null } {
    const place = { agencyId, table, rowId };
    return this.sealColumns(place, values, this.unwrap(place, wrappedKey));
  }

  openRecord<K extends string>(agencyId: string, table: string, rowId: string, record: Sealed<K>): Opened<K> {
    const place = { agencyId, table, rowId };
    const recordKey = this.unwrap(place, record.wrapped_key);
    const columns = Object.entries(record).filter(([column]) => column !== WRAPPED) as [K, Buffer | null][];
    return Object.fromEntries(columns.map(([column, sealed]) =>
      [column, sealed === null ? null : this.open(place, column, sealed, recordKey).toString('utf8')])) as Opened<K>;
  }

  /** For equality look-ups within one agency: keyed, so that it tells nothing without the key file. */
  blindIndex(agencyId: string, kind: string, value: string): string {
    return createHmac('sha256', this.keys.purposeKey('BLIND_INDEX')).update(JSON.stringify([agencyId, kind, value.trim().normalize('NFC')])).digest('hex');
  }

  private sealColumns<K extends string>(place: Place, values: Readonly<Record<K, string | Buffer | null>>, recordKey: RecordKey): { [P in K]: Buffer | null } {
    const columns = Object.entries(values) as [K, string | Buffer | null][];
    return Object.fromEntries(columns.map(([column, value]) =>
      [column, value === null ? null : seal(recordKey, bound(place, column), typeof value === 'string' ? Buffer.from(value, 'utf8') : value)])) as { [P in K]: Buffer | null };
  }
}

const drawnFrom = (dataKey: Buffer, share: Buffer): RecordKey => createHmac('sha256', share).update('adoption-hub|record-key|').update(dataKey).digest();

const bound = ({ table, rowId, agencyId }: Place, column: string): string => [table, column, rowId, agencyId].join('|');
