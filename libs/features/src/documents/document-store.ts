import type { Tx } from '@hub/database/tx';
import type { S3Bucket } from '@hub/platform/s3/s3-bucket';
import { DomainError } from '@hub/domain/errors';
import { keepFile, keptFile, type FilePlace } from './document-files.queries';

/** Where the sealed bytes of a version lie. */
export type StoredIn = 'DATABASE' | 'S3';

/** Sealed bytes on their way. */
export interface PutFile {
  /** Last in the transaction that says what they are. */
  keep(tx: Tx): Promise<void>;
  /** Instead of that, where the transaction did not come so far. */
  drop(): Promise<void>;
}

/** Keeps sealed bytes and gives them back as they were; it never sees what they hold. Nothing is ever written over. */
export interface DocumentStore {
  readonly storedIn: StoredIn;
  /** Before the transaction: a store may be far away, and no connection of the database waits for it. */
  put(place: FilePlace, sealed: Buffer): Promise<PutFile>;
  /** Undefined where there is nothing, or where it may not be seen. */
  get(tx: Tx, place: FilePlace): Promise<Buffer | undefined>;
}

/** Beside the rows: in every backup of the database, under its policies. */
const DATABASE_STORE: DocumentStore = {
  storedIn: 'DATABASE',
  put: (place, sealed) => Promise.resolve({ keep: (tx) => keepFile(tx, place, sealed), drop: () => Promise.resolve() }),
  get: keptFile,
};

const keyOf = ({ agencyId, versionId }: FilePlace): string => `${agencyId}/${versionId}`;
const unavailable = (): DomainError => new DomainError('STORE_UNAVAILABLE', 'The store of documents does not answer. Nothing was changed. Try again later.');

/** An object of a bucket, by ids that say nothing of a case. One that could not be taken back stays, and nobody opens it: its key was never written. */
const s3Store = (bucket: S3Bucket): DocumentStore => ({
  storedIn: 'S3',
  put: async (place, sealed) => {
    await bucket.put(keyOf(place), sealed).catch(() => { throw unavailable(); });
    return { keep: () => Promise.resolve(), drop: () => bucket.delete(keyOf(place)).catch(() => undefined) };
  },
  get: (_tx, place) => bucket.get(keyOf(place)).catch(() => { throw unavailable(); }),
});

/** New versions go to the bucket where one is configured, else to the database; older ones are found where they were put. */
export class DocumentStores {
  readonly current: DocumentStore;
  private readonly all: readonly DocumentStore[];

  constructor(bucket: S3Bucket | null) {
    this.all = bucket === null ? [DATABASE_STORE] : [s3Store(bucket), DATABASE_STORE];
    this.current = this.all[0] as DocumentStore;
  }

  of(storedIn: StoredIn): DocumentStore {
    const store = this.all.find((one) => one.storedIn === storedIn);
    if (!store) throw unavailable();
    return store;
  }
}
