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

/** Where people's words stand, and the records that they are about: a text opens while each of these has its share. */
export interface TextPlace extends Place {
  readonly shareIds: readonly string[];
}

export type Sealed<K extends string> = { wrapped_key: Buffer } & { [P in K]: Buffer | null };
export type Opened<K extends string> = { [P in K]: string | null };
/** Sealed texts; a row without any has no key. */
export type Texts<K extends string> = { wrapped_key: Buffer | null } & { [P in K]: Buffer | null };
type Values<K extends string> = Readonly<Record<K, string | Buffer | null>>;

const WRAPPED = 'wrapped_key';

/**
 * Envelope encryption of identity and of texts (trust.md FLD-5): a data key per record, wrapped by the agency's key, and a share of the
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

  unwrap(place: Place | TextPlace, wrappedKey: Buffer): RecordKey {
    const { keyId, shared } = readWrappedKey(wrappedKey);
    const key = this.keys.keyOf(place.agencyId, keyId);
    const dataKey = unwrapKey(key, bound(place, WRAPPED), wrappedKey);
    return shared ? this.recordKey(place, dataKey) : dataKey;
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
  sealRecord<K extends string>(agencyId: string, table: string, rowId: string, values: Values<K>): Sealed<K> {
    return this.sealRow({ agencyId, table, rowId }, values);
  }

  /** Further or changed values of a record that has its data key already. */
  resealRecord<K extends string>(agencyId: string, table: string, rowId: string, wrappedKey: Buffer, values: Values<K>): { [P in K]: Buffer | null } {
    const place = { agencyId, table, rowId };
    return this.sealColumns(place, values, this.unwrap(place, wrappedKey));
  }

  openRecord<K extends string>(agencyId: string, table: string, rowId: string, record: Sealed<K>): Opened<K> {
    return this.openRow({ agencyId, table, rowId }, record);
  }

  /** What people wrote about records, in a row of its own. */
  sealTexts<K extends string>(place: TextPlace, values: Values<K>): Texts<K> {
    if (Object.values(values).every((value) => value === null)) return { ...values, [WRAPPED]: null } as Texts<K>;
    return this.sealRow(place, values);
  }

  /** Further texts of a row that has its data key already. */
  addTexts<K extends string>(place: TextPlace, wrappedKey: Buffer, values: Values<K>): { [P in K]: Buffer | null } {
    return this.sealColumns(place, values, this.unwrap(place, wrappedKey));
  }

  /** All null where one of the records was destroyed: their texts are gone with them, and no error to whoever reads the rest of the row. */
  openTexts<K extends string>(place: TextPlace, texts: Texts<K>): Opened<K> {
    const { wrapped_key } = texts;
    if (wrapped_key !== null && !place.shareIds.some((rowId) => this.isDestroyed({ ...place, rowId }))) return this.openRow(place, { ...texts, wrapped_key });
    return Object.fromEntries(Object.keys(texts).filter((column) => column !== WRAPPED).map((column) => [column, null])) as Opened<K>;
  }

  /** For equality look-ups within one agency: keyed, so that it tells nothing without the key file. */
  blindIndex(agencyId: string, kind: string, value: string): string {
    return createHmac('sha256', this.keys.purposeKey('BLIND_INDEX')).update(JSON.stringify([agencyId, kind, value.trim().normalize('NFC')])).digest('hex');
  }

  private sealRow<K extends string>(place: Place | TextPlace, values: Values<K>): Sealed<K> {
    this.keys.addShares(place.agencyId, idsOfShares(place));
    const dataKey = randomBytes(32);
    const sealed = this.sealColumns(place, values, this.recordKey(place, dataKey));
    return { ...sealed, wrapped_key: wrapKey(this.keys.currentKey(place.agencyId), bound(place, WRAPPED), dataKey, true) } as Sealed<K>;
  }

  private openRow<K extends string>(place: Place | TextPlace, record: Sealed<K>): Opened<K> {
    const recordKey = this.unwrap(place, record.wrapped_key);
    const columns = Object.entries(record).filter(([column]) => column !== WRAPPED) as [K, Buffer | null][];
    return Object.fromEntries(columns.map(([column, sealed]) =>
      [column, sealed === null ? null : this.open(place, column, sealed, recordKey).toString('utf8')])) as Opened<K>;
  }

  /** Drawn from the data key and every share in turn: without one of them there is no key. */
  private recordKey(place: Place | TextPlace, dataKey: Buffer): RecordKey {
    return idsOfShares(place).reduce((key, id) => drawnFrom(key, this.keys.share(place.agencyId, id)), dataKey);
  }

  private sealColumns<K extends string>(place: Place, values: Values<K>, recordKey: RecordKey): { [P in K]: Buffer | null } {
    const columns = Object.entries(values) as [K, string | Buffer | null][];
    return Object.fromEntries(columns.map(([column, value]) =>
      [column, value === null ? null : seal(recordKey, bound(place, column), typeof value === 'string' ? Buffer.from(value, 'utf8') : value)])) as { [P in K]: Buffer | null };
  }
}

/** Sealed values as PostgreSQL reads bytea from JSON. */
export function asHex(sealed: Readonly<Record<string, Buffer | null>>): Record<string, string | null> {
  return Object.fromEntries(Object.entries(sealed).map(([column, value]) => [column, value === null ? null : `\\x${value.toString('hex')}`]));
}

const drawnFrom = (dataKey: Buffer, share: Buffer): RecordKey => createHmac('sha256', share).update('adoption-hub|record-key|').update(dataKey).digest();

function idsOfShares(place: Place | TextPlace): readonly string[] {
  const ids = 'shareIds' in place ? place.shareIds : [place.rowId];
  if (ids.length === 0) throw new Error('A text about no record cannot be sealed');
  return ids;
}

const bound = ({ table, rowId, agencyId }: Place, column: string): string => [table, column, rowId, agencyId].join('|');
