import { Body, Controller, HttpCode, Inject, Post, type StreamableFile } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { QuarterlyReturns, type ReturnRequest } from '@hub/features/performance/quarterly-return.service';
import { returnRequest } from '@hub/features/performance/report-inputs';
import { ScorecardFile } from '@hub/features/performance/scorecard-file.service';
import { CurrentActor } from '../graphql/current-actor';
import { ZodPipe } from '../graphql/zod.pipe';
import { attachment, CSV, XLSX } from '../http/attachment';

/** Returns and sheets to hand in. */
@Controller('report-files/returns')
export class ReturnFilesController {
  constructor(@Inject(QuarterlyReturns) private readonly returns: QuarterlyReturns, @Inject(ScorecardFile) private readonly scorecard: ScorecardFile) {}

  @Post('children.csv')
  @HttpCode(200)
  async children(@CurrentActor() actor: Actor, @Body(new ZodPipe(returnRequest)) request: ReturnRequest): Promise<StreamableFile> {
    return attachment(await this.returns.children(actor, request), 'quarterly-return-children.csv', CSV);
  }

  @Post('adopters.csv')
  @HttpCode(200)
  async adopters(@CurrentActor() actor: Actor, @Body(new ZodPipe(returnRequest)) request: ReturnRequest): Promise<StreamableFile> {
    return attachment(await this.returns.adopters(actor, request), 'quarterly-return-adopters.csv', CSV);
  }

  @Post('scorecard.xlsx')
  @HttpCode(200)
  async sheet(@CurrentActor() actor: Actor): Promise<StreamableFile> {
    return attachment(await this.scorecard.xlsx(actor), 'scorecard.xlsx', XLSX);
  }
}
