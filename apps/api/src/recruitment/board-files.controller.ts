import { Body, Controller, HttpCode, Inject, Post, Res } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import type { BoardFilter } from '@hub/features/recruitment/board';
import { BoardFiles } from '@hub/features/recruitment/board-files.service';
import { boardFilter } from '@hub/features/recruitment/inputs';
import type { Response } from 'express';
import { CurrentActor } from '../graphql/current-actor';
import { ZodPipe } from '../graphql/zod.pipe';

/** By POST: what is filtered belongs in no address. */
@Controller('recruitment-files')
export class BoardFilesController {
  constructor(@Inject(BoardFiles) private readonly files: BoardFiles) {}

  @Post('board.csv')
  @HttpCode(200)
  async csv(@CurrentActor() actor: Actor, @Body('filter', new ZodPipe(boardFilter)) filter: BoardFilter, @Res() response: Response): Promise<void> {
    response.set({ 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': 'attachment; filename="recruitment.csv"' }).send(await this.files.csv(actor, filter));
  }
}
