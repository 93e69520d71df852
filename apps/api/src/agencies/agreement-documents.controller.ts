import { Controller, Get, Header, HttpCode, Param, Put, Req, Res, StreamableFile } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { AgreementsService } from '@hub/features/agencies/agreements.service';
import type { Response } from 'express';
import type { AuthenticatedRequest } from '../graphql/context';
import { CurrentActor } from '../graphql/current-actor';
import { refuse } from '../http/refuse';
import { readUpload } from '../interchange/read-upload';

/** The signed text of an agreement: put by the hub's administrator, read by its parties. The authenticator stands before it. */
@Controller('agreement-documents')
export class AgreementDocumentsController {
  constructor(private readonly agreements: AgreementsService) {}

  @Put(':reference')
  @HttpCode(204)
  async put(@CurrentActor() actor: Actor, @Param('reference') reference: string, @Req() request: AuthenticatedRequest, @Res({ passthrough: true }) response: Response): Promise<void> {
    if (!request.is('application/octet-stream')) {
      refuse(request, response, 415, 'FILE_REFUSED', 'Send the bytes of the file as application/octet-stream.');
      return;
    }
    await this.agreements.attach(actor, reference, await readUpload(request));
  }

  /** A name of the server's own making; never shown in the page itself (trust.md UPL-5). */
  @Get(':reference')
  @Header('Content-Type', 'application/pdf')
  @Header('Content-Disposition', 'attachment; filename="agreement.pdf"')
  async get(@CurrentActor() actor: Actor, @Param('reference') reference: string): Promise<StreamableFile> {
    return new StreamableFile(await this.agreements.document(actor, reference), { type: 'application/pdf' });
  }
}
