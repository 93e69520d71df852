import { Body, Controller, HttpCode, Inject, Post, Res } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { DriftFiles } from '@hub/features/drift/drift-files.service';
import type { DriftFilter } from '@hub/features/drift/drift-rows';
import { driftFilter } from '@hub/features/drift/inputs';
import type { Response } from 'express';
import { CurrentActor } from '../graphql/current-actor';
import { ZodPipe } from '../graphql/zod.pipe';

/** By POST: what is filtered belongs in no address. */
@Controller('drift-files')
export class DriftFilesController {
  constructor(@Inject(DriftFiles) private readonly files: DriftFiles) {}

  @Post('drift.csv')
  @HttpCode(200)
  async csv(@CurrentActor() actor: Actor, @Body('filter', new ZodPipe(driftFilter)) filter: DriftFilter, @Res() response: Response): Promise<void> {
    response.set({ 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': 'attachment; filename="drift.csv"' }).send(await this.files.csv(actor, filter));
  }
}
