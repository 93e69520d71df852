import { Module } from '@nestjs/common';
import { CONFIG, type Config } from '@hub/platform/config';
import { S3Bucket } from '@hub/platform/s3/s3-bucket';
import { DocumentReadsService } from './document-reads.service';
import { DocumentSharingService } from './document-sharing.service';
import { DocumentStores } from './document-store';
import { DocumentsService } from './documents.service';
import { DocumentReader } from './reading/document-reader';

const SERVICES = [DocumentsService, DocumentReadsService, DocumentSharingService];

/** Reports about children, households and links. */
@Module({
  providers: [...SERVICES, DocumentReader, { provide: DocumentStores, useFactory: ({ s3 }: Config) => new DocumentStores(s3 ? new S3Bucket(s3) : null), inject: [CONFIG] }],
  exports: SERVICES,
})
export class DocumentsModule {}
