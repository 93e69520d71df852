import { Body, Controller, HttpCode, Inject, Post, Res } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import type { Quarter } from '@hub/domain/dates/financial-year';
import { quarterRequest } from '@hub/features/fees/inputs';
import { StatementFiles } from '@hub/features/fees/statement-files.service';
import type { Response } from 'express';
import { CurrentActor } from '../graphql/current-actor';
import { ZodPipe } from '../graphql/zod.pipe';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@Controller('fee-files')
export class StatementFilesController {
  constructor(@Inject(StatementFiles) private readonly files: StatementFiles) {}

  @Post('statement.csv')
  @HttpCode(200)
  async csv(@CurrentActor() actor: Actor, @Body(new ZodPipe(quarterRequest)) quarter: Quarter, @Res() response: Response): Promise<void> {
    response.set({ 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': 'attachment; filename="statement.csv"' }).send(await this.files.csv(actor, quarter));
  }

  @Post('statement.xlsx')
  @HttpCode(200)
  async xlsx(@CurrentActor() actor: Actor, @Body(new ZodPipe(quarterRequest)) quarter: Quarter, @Res() response: Response): Promise<void> {
    response.set({ 'Content-Type': XLSX, 'Content-Disposition': 'attachment; filename="statement.xlsx"' }).send(await this.files.xlsx(actor, quarter));
  }
}
