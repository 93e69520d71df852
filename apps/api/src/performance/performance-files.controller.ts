import { Body, Controller, HttpCode, Inject, Post, Res } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { figuresRequest } from '@hub/features/performance/inputs';
import { PerformanceFiles } from '@hub/features/performance/performance-files.service';
import type { FiguresQuery } from '@hub/features/performance/performance.service';
import type { Response } from 'express';
import { CurrentActor } from '../graphql/current-actor';
import { ZodPipe } from '../graphql/zod.pipe';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@Controller('performance-files')
export class PerformanceFilesController {
  constructor(@Inject(PerformanceFiles) private readonly files: PerformanceFiles) {}

  @Post('figures.csv')
  @HttpCode(200)
  async csv(@CurrentActor() actor: Actor, @Body(new ZodPipe(figuresRequest)) query: FiguresQuery, @Res() response: Response): Promise<void> {
    response.set({ 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': 'attachment; filename="figures.csv"' }).send(await this.files.csv(actor, query));
  }

  @Post('figures.xlsx')
  @HttpCode(200)
  async xlsx(@CurrentActor() actor: Actor, @Body(new ZodPipe(figuresRequest)) query: FiguresQuery, @Res() response: Response): Promise<void> {
    response.set({ 'Content-Type': XLSX, 'Content-Disposition': 'attachment; filename="figures.xlsx"' }).send(await this.files.xlsx(actor, query));
  }
}
