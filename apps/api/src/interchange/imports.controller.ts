import { Controller, Get, Header, HttpCode, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { invalid } from '@hub/domain/errors';
import { ImportsService } from '@hub/features/interchange/imports.service';
import { csvTemplate, profileSheetTemplate } from '@hub/features/interchange/template';
import type { Response } from 'express';
import type { AuthenticatedRequest } from '../graphql/context';
import { CurrentActor } from '../graphql/current-actor';
import { fileNameOf } from '../http/file-name';
import { refuse } from '../http/refuse';
import { readUpload } from './read-upload';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Files in, and the empty forms out. Who asks is known already: the authenticator stands before /imports. */
@Controller('imports')
export class ImportsController {
  constructor(private readonly imports: ImportsService) {}

  /** The bytes themselves as the body; the name in a header, because an address is logged (trust.md HDR-3). */
  @Post()
  @HttpCode(202)
  async upload(
    @CurrentActor() actor: Actor, @Query('kind') kind: unknown, @Req() request: AuthenticatedRequest, @Res({ passthrough: true }) response: Response,
  ): Promise<{ reference: string } | undefined> {
    if (kind !== 'ANNEX_A' && kind !== 'PROFILE_SHEET') throw invalid([{ path: 'kind', message: 'Say with ?kind= whether this is ANNEX_A or PROFILE_SHEET.' }]);
    if (!request.is('application/octet-stream')) {
      refuse(request, response, 415, 'FILE_REFUSED', 'Send the bytes of the file as application/octet-stream.');
      return undefined;
    }
    const bytes = await readUpload(request);
    const { reference } = await this.imports.start(actor, { kind, fileName: fileNameOf(request), bytes });
    return { reference };
  }

  @Get('template/profile-sheet.xlsx')
  @Header('Content-Type', WORKBOOK)
  @Header('Content-Disposition', 'attachment; filename="profile-sheet.xlsx"')
  async profileSheet(): Promise<StreamableFile> {
    return new StreamableFile(await profileSheetTemplate(), { type: WORKBOOK });
  }

  @Get('template/children.csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="children.csv"')
  children(): string {
    return csvTemplate('children');
  }

  @Get('template/households.csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="households.csv"')
  households(): string {
    return csvTemplate('households');
  }
}
