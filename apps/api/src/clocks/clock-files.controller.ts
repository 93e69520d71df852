import { Body, Controller, HttpCode, Inject, Post, Res } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { ClockFiles } from '@hub/features/clocks/clock-files.service';
import type { ClockFilter } from '@hub/features/clocks/clock-items';
import { clockFilter } from '@hub/features/clocks/inputs';
import type { Response } from 'express';
import { CurrentActor } from '../graphql/current-actor';
import { ZodPipe } from '../graphql/zod.pipe';

/** By POST: what is filtered belongs in no address. */
@Controller('clock-files')
export class ClockFilesController {
  constructor(@Inject(ClockFiles) private readonly files: ClockFiles) {}

  @Post('clocks.csv')
  @HttpCode(200)
  async csv(@CurrentActor() actor: Actor, @Body('filter', new ZodPipe(clockFilter)) filter: ClockFilter, @Res() response: Response): Promise<void> {
    response.set({ 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': 'attachment; filename="clocks.csv"' }).send(await this.files.csv(actor, filter));
  }
}
