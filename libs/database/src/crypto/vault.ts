import { createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Keyring } from './keyring';
import { seal, unseal, UnsealError } from './seal';

/** The data key of one record, in clear: it lives in memory only. */
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
 * Envelope encryption of identity (trust.md FLD-5): a data key per record, wrapped by the agency's key. A ciphertext
 * moved to another column, row or agency does not open, nor does an altered one.
 */
@Injectable()
export class Vault {
  constructor(private readonly keys: Keyring) {}

  newRecordKey(): RecordKey {
    return randomBytes(32);
  }

  wrap(place: Place, recordKey: RecordKey): Buffer {
    return seal(this.keys.ensure(place.agencyId), bound(place, WRAPPED), recordKey);
  }

  unwrap(place: Place, wrappedKey: Buffer): RecordKey {
    const key = this.keys.find(place.agencyId);
    if (!key) throw new UnsealError();
    return unseal(key, bound(place, WRAPPED), wrappedKey);
  }

  seal(place: Place, column: string, plaintext: string | Buffer, recordKey: RecordKey): Buffer {
    return seal(recordKey, bound(place, column), typeof plaintext === 'string' ? Buffer.from(plaintext, 'utf8') : plaintext);
  }

  open(place: Place, column: string, sealed: Buffer, recordKey: RecordKey): Buffer {
    return unseal(recordKey, bound(place, column), sealed);
  }

  /** A new record: a data key, and each value sealed with it. Null stays null: not recorded is no secret. */
  sealRecord<K extends string>(agencyId: string, table: string, rowId: string, values: Readonly<Record<K, string | Buffer | null>>): Sealed<K> {
    const place = { agencyId, table, rowId };
    const recordKey = this.newRecordKey();
    return { ...this.sealColumns(place, values, recordKey), wrapped_key: this.wrap(place, recordKey) } as Sealed<K>;
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
    return createHmac('sha256', this.keys.blindIndexKey()).update(JSON.stringify([agencyId, kind, value.trim().normalize('NFC')])).digest('hex');
  }

  private sealColumns<K extends string>(place: Place, values: Readonly<Record<K, string | Buffer | null>>, recordKey: RecordKey): { [P in K]: Buffer | null } {
    const columns = Object.entries(values) as [K, string | Buffer | null][];
    return Object.fromEntries(columns.map(([column, value]) =>
      [column, value === null ? null : this.seal(place, column, value, recordKey)])) as { [P in K]: Buffer | null };
  }
}

const bound = ({ table, rowId, agencyId }: Place, column: string): string => [table, column, rowId, agencyId].join('|');
