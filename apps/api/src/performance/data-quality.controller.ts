import { Controller, HttpCode, Inject, Post, Res } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { DataQualityService } from '@hub/features/performance/data-quality.service';
import type { Response } from 'express';
import { CurrentActor } from '../graphql/current-actor';

@Controller('performance-sources')
export class DataQualityController {
  constructor(@Inject(DataQualityService) private readonly quality: DataQualityService) {}

  @Post('data-quality.csv')
  @HttpCode(200)
  async csv(@CurrentActor() actor: Actor, @Res() response: Response): Promise<void> {
    response.set({ 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': 'attachment; filename="data-quality.csv"' }).send(await this.quality.csv(actor));
  }
}
