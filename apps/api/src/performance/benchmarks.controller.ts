import { Controller, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { notFound } from '@hub/domain/errors';
import { BENCHMARK_KINDS, BenchmarksService, type BenchmarkReport } from '@hub/features/performance/benchmarks.service';
import type { Response } from 'express';
import type { AuthenticatedRequest } from '../graphql/context';
import { CurrentActor } from '../graphql/current-actor';
import { fileNameOf } from '../http/file-name';
import { refuse } from '../http/refuse';
import { readUpload } from '../interchange/read-upload';

/** Published figures as files: the bytes themselves as the body. */
@Controller('performance-sources')
export class BenchmarksController {
  constructor(@Inject(BenchmarksService) private readonly benchmarks: BenchmarksService) {}

  @Post('published/:kind')
  @HttpCode(200)
  async load(@CurrentActor() actor: Actor, @Param('kind') kind: string, @Req() request: AuthenticatedRequest, @Res({ passthrough: true }) response: Response): Promise<BenchmarkReport | undefined> {
    const known = BENCHMARK_KINDS.find((one) => one.toLowerCase() === kind);
    if (known === undefined) throw notFound('kind of published figures');
    if (!request.is('application/octet-stream')) {
      refuse(request, response, 415, 'FILE_REFUSED', 'Send the bytes of the file as application/octet-stream.');
      return undefined;
    }
    return this.benchmarks.load(actor, known, fileNameOf(request), await readUpload(request));
  }
}
