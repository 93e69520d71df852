import { Controller, HttpCode, Inject, Param, Post, type StreamableFile } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { ReportFiles } from '@hub/features/performance/report-files.service';
import { SufficiencyFiles } from '@hub/features/performance/sufficiency-files.service';
import { halfYearFirst } from '@hub/features/performance/report-inputs';
import { CurrentActor } from '../graphql/current-actor';
import { ZodPipe } from '../graphql/zod.pipe';
import { attachment, CSV, XLSX } from '../http/attachment';

/** Reports to take along. By POST, which no link can send: each file is made for the session that asks. */
@Controller('report-files')
export class ReportFilesController {
  constructor(@Inject(ReportFiles) private readonly files: ReportFiles, @Inject(SufficiencyFiles) private readonly sufficiencyFiles: SufficiencyFiles) {}

  @Post(':from/report')
  @HttpCode(200)
  async report(@CurrentActor() actor: Actor, @Param('from', new ZodPipe(halfYearFirst)) from: IsoDate): Promise<StreamableFile> {
    const { name, content } = await this.files.pdf(actor, from);
    return attachment(content, name, 'application/pdf');
  }

  @Post('sufficiency.csv')
  @HttpCode(200)
  async sufficiencyCsv(@CurrentActor() actor: Actor): Promise<StreamableFile> {
    return attachment(await this.sufficiencyFiles.csv(actor), 'sufficiency.csv', CSV);
  }

  @Post('sufficiency.xlsx')
  @HttpCode(200)
  async sufficiencyXlsx(@CurrentActor() actor: Actor): Promise<StreamableFile> {
    return attachment(await this.sufficiencyFiles.xlsx(actor), 'sufficiency.xlsx', XLSX);
  }
}
