import { Controller, HttpCode, Param, Post, Req, Res, StreamableFile } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import type { DocumentSubject } from '@hub/domain/documents/kinds';
import { invalid } from '@hub/domain/errors';
import { DocumentReadsService } from '@hub/features/documents/document-reads.service';
import { DocumentsService, type DocumentStanding } from '@hub/features/documents/documents.service';
import { documentReference, documentSubject, newDocument, newVersion, versionNumber } from '@hub/features/documents/inputs';
import type { Response } from 'express';
import type { AuthenticatedRequest } from '../graphql/context';
import { CurrentActor } from '../graphql/current-actor';
import { ZodPipe } from '../graphql/zod.pipe';
import { refuse } from '../http/refuse';
import { readUpload } from '../interchange/read-upload';

const MOST_HEADER = 8_000;

/** Documents in and out: the bytes as the body, what is said about them in a header, because an address is logged (trust.md HDR-3). */
@Controller('document-files')
export class DocumentFilesController {
  constructor(private readonly documents: DocumentsService, private readonly reads: DocumentReadsService) {}

  @Post('about/:subject/:reference')
  @HttpCode(201)
  async add(
    @CurrentActor() actor: Actor, @Param('subject', new ZodPipe(documentSubject)) subject: DocumentSubject, @Param('reference') reference: string,
    @Req() request: AuthenticatedRequest, @Res({ passthrough: true }) response: Response,
  ): Promise<DocumentStanding | undefined> {
    if (isNoFile(request, response)) return undefined;
    const said = new ZodPipe(newDocument).transform(saidOf(request));
    return this.documents.add(actor, { subject, reference, ...said }, await readUpload(request));
  }

  @Post(':document/versions')
  @HttpCode(201)
  async addVersion(
    @CurrentActor() actor: Actor, @Param('document', new ZodPipe(documentReference)) document: string, @Req() request: AuthenticatedRequest, @Res({ passthrough: true }) response: Response,
  ): Promise<DocumentStanding | undefined> {
    if (isNoFile(request, response)) return undefined;
    const said = new ZodPipe(newVersion).transform(saidOf(request));
    return this.documents.addVersion(actor, { document, ...said }, await readUpload(request));
  }

  /** By POST, which no link can send. Never shown in the page itself, under a name and a type of the hub's own (trust.md UPL-5). */
  @Post(':document/:number')
  @HttpCode(200)
  async file(
    @CurrentActor() actor: Actor, @Param('document', new ZodPipe(documentReference)) document: string, @Param('number', new ZodPipe(versionNumber)) number: number,
  ): Promise<StreamableFile> {
    const { name, type, content } = await this.reads.file(actor, document, number);
    return new StreamableFile(content, { type, disposition: `attachment; filename="${name}"`, length: content.length });
  }
}

function isNoFile(request: AuthenticatedRequest, response: Response): boolean {
  if (request.is('application/octet-stream')) return false;
  refuse(request, response, 415, 'FILE_REFUSED', 'Send the bytes of the file as application/octet-stream.');
  return true;
}

function saidOf(request: AuthenticatedRequest): unknown {
  const header = request.headers['x-document'];
  try {
    if (typeof header === 'string' && header.length <= MOST_HEADER) return JSON.parse(decodeURIComponent(header));
  } catch {
    // The answer is the same for what is missing and for what cannot be read.
  }
  throw invalid([{ path: 'x-document', message: 'Say what the document is in the header x-document: JSON, percent-encoded.' }]);
}
