import { S3Bucket } from '@hub/platform/s3/s3-bucket';
import { DocumentReadsService } from '@hub/features/documents/document-reads.service';
import { DocumentSharingService } from '@hub/features/documents/document-sharing.service';
import { DocumentStores } from '@hub/features/documents/document-store';
import { DocumentsService } from '@hub/features/documents/documents.service';
import { DocumentReader } from '@hub/features/documents/reading/document-reader';
import type { S3Options } from '@hub/platform/s3/s3-bucket';
import type { World } from './world';

export interface DocumentServices {
  readonly documents: DocumentsService;
  readonly reads: DocumentReadsService;
  readonly sharing: DocumentSharingService;
}

/** The services of documents over a world; `bucket`: where the bytes go, else to the database. */
export function documentServices({ uow, vault }: Pick<World, 'uow' | 'vault'>, bucket?: S3Options): DocumentServices {
  const stores = new DocumentStores(bucket ? new S3Bucket(bucket) : null);
  return {
    documents: new DocumentsService(uow, vault, stores, new DocumentReader()), reads: new DocumentReadsService(uow, vault, stores), sharing: new DocumentSharingService(uow, vault),
  };
}
