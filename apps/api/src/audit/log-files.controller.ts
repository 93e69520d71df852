import { Body, Controller, HttpCode, Inject, Post, Res } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { logFilter, lookedAt, type LogFilter, type LookedAt } from '@hub/features/audit/inputs';
import { LogFiles, type LogFile } from '@hub/features/audit/log-files.service';
import type { Response } from 'express';
import { CurrentActor } from '../graphql/current-actor';
import { ZodPipe } from '../graphql/zod.pipe';

/** The log as files. By POST, because what is searched for belongs in no address (trust.md HDR-3). */
@Controller('audit-files')
export class LogFilesController {
  constructor(@Inject(LogFiles) private readonly files: LogFiles) {}

  @Post('who-looked.csv')
  @HttpCode(200)
  async looksCsv(@CurrentActor() actor: Actor, @Body('subject', new ZodPipe(lookedAt)) subject: LookedAt, @Body('filter', new ZodPipe(logFilter)) filter: LogFilter, @Res() response: Response): Promise<void> {
    send(response, await this.files.whoLookedCsv(actor, subject, filter));
  }

  @Post('who-looked.pdf')
  @HttpCode(200)
  async looksPdf(@CurrentActor() actor: Actor, @Body('subject', new ZodPipe(lookedAt)) subject: LookedAt, @Body('filter', new ZodPipe(logFilter)) filter: LogFilter, @Res() response: Response): Promise<void> {
    send(response, await this.files.whoLookedPdf(actor, subject, filter));
  }

  @Post('access-log.csv')
  @HttpCode(200)
  async accessesCsv(@CurrentActor() actor: Actor, @Body('filter', new ZodPipe(logFilter)) filter: LogFilter, @Res() response: Response): Promise<void> {
    send(response, await this.files.accessesCsv(actor, filter));
  }

  @Post('change-log.csv')
  @HttpCode(200)
  async changesCsv(@CurrentActor() actor: Actor, @Body('filter', new ZodPipe(logFilter)) filter: LogFilter, @Res() response: Response): Promise<void> {
    send(response, await this.files.changesCsv(actor, filter));
  }
}

function send(response: Response, { type, name, content }: LogFile): void {
  response.set({ 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"` }).send(content);
}
