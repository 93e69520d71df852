import type { Tx } from '@hub/database/tx';
import type { S3Bucket } from '@hub/platform/s3/s3-bucket';
import { DomainError } from '@hub/domain/errors';
import { keepFile, keptFile, type FilePlace } from './document-files.queries';

/** Where the sealed bytes of a version lie. */
export type StoredIn = 'DATABASE' | 'S3';

/** Keeps sealed bytes and gives them back as they were; it never sees what they hold. Nothing is ever written over. */
export interface DocumentStore {
  readonly storedIn: StoredIn;
  put(tx: Tx, place: FilePlace, sealed: Buffer): Promise<void>;
  /** Undefined where there is nothing, or where it may not be seen. */
  get(tx: Tx, place: FilePlace): Promise<Buffer | undefined>;
}

/** Beside the rows: in every backup of the database, under its policies. */
const DATABASE_STORE: DocumentStore = { storedIn: 'DATABASE', put: keepFile, get: keptFile };

const keyOf = ({ agencyId, versionId }: FilePlace): string => `${agencyId}/${versionId}`;
const unavailable = (): DomainError => new DomainError('STORE_UNAVAILABLE', 'The store of documents does not answer. Nothing was changed. Try again later.');

/** An object of a bucket, by ids that say nothing of a case. What a transaction that failed has put there stays, and nobody opens it. */
const s3Store = (bucket: S3Bucket): DocumentStore => ({
  storedIn: 'S3',
  put: (_tx, place, sealed) => bucket.put(keyOf(place), sealed).catch(() => { throw unavailable(); }),
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
