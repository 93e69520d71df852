import { Module } from '@nestjs/common';
import { DocumentsModule } from '@hub/features/documents/documents.module';
import { DocumentFilesController } from './document-files.controller';
import { DocumentsResolver } from './documents.resolver';

@Module({ imports: [DocumentsModule], controllers: [DocumentFilesController], providers: [DocumentsResolver] })
export class DocumentsApiModule {}
