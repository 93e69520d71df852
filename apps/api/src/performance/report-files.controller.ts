import { Controller, HttpCode, Inject, Param, Post, StreamableFile } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { ReportFiles } from '@hub/features/performance/report-files.service';
import { halfYearFirst } from '@hub/features/performance/report-inputs';
import { CurrentActor } from '../graphql/current-actor';
import { ZodPipe } from '../graphql/zod.pipe';

/** Reports to take along. By POST, which no link can send: each file is made for the session that asks. */
@Controller('report-files')
export class ReportFilesController {
  constructor(@Inject(ReportFiles) private readonly files: ReportFiles) {}

  @Post(':from/report')
  @HttpCode(200)
  async report(@CurrentActor() actor: Actor, @Param('from', new ZodPipe(halfYearFirst)) from: IsoDate): Promise<StreamableFile> {
    const { name, content } = await this.files.pdf(actor, from);
    return new StreamableFile(content, { type: 'application/pdf', disposition: `attachment; filename="${name}"`, length: content.length });
  }
}
