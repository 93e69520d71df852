import { Body, Controller, HttpCode, Inject, Post, type StreamableFile } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { figuresRequest } from '@hub/features/performance/inputs';
import { PerformanceFiles } from '@hub/features/performance/performance-files.service';
import type { FiguresQuery } from '@hub/features/performance/performance.service';
import { CurrentActor } from '../graphql/current-actor';
import { ZodPipe } from '../graphql/zod.pipe';
import { attachment, CSV, XLSX } from '../http/attachment';

@Controller('performance-files')
export class PerformanceFilesController {
  constructor(@Inject(PerformanceFiles) private readonly files: PerformanceFiles) {}

  @Post('figures.csv')
  @HttpCode(200)
  async csv(@CurrentActor() actor: Actor, @Body(new ZodPipe(figuresRequest)) query: FiguresQuery): Promise<StreamableFile> {
    return attachment(await this.files.csv(actor, query), 'figures.csv', CSV);
  }

  @Post('figures.xlsx')
  @HttpCode(200)
  async xlsx(@CurrentActor() actor: Actor, @Body(new ZodPipe(figuresRequest)) query: FiguresQuery): Promise<StreamableFile> {
    return attachment(await this.files.xlsx(actor, query), 'figures.xlsx', XLSX);
  }
}
