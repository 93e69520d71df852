import { Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { invalid } from '@hub/domain/errors';
import { ReturnsService } from '@hub/features/performance/returns.service';
import { returnUpload, type ReturnUpload } from '@hub/features/performance/source-inputs';
import type { Response } from 'express';
import type { AuthenticatedRequest } from '../graphql/context';
import { CurrentActor } from '../graphql/current-actor';
import { ZodPipe } from '../graphql/zod.pipe';
import { refuse } from '../http/refuse';
import { readUpload } from '../interchange/read-upload';

/** The files of one return together: their bytes one after the other as the body, what they are in a header (trust.md HDR-3). */
@Controller('performance-sources')
export class ReturnsController {
  constructor(@Inject(ReturnsService) private readonly returns: ReturnsService) {}

  @Post('returns')
  @HttpCode(201)
  async load(@CurrentActor() actor: Actor, @Req() request: AuthenticatedRequest, @Res({ passthrough: true }) response: Response): Promise<{ readonly warnings: number } | undefined> {
    if (!request.is('application/octet-stream')) {
      refuse(request, response, 415, 'FILE_REFUSED', 'Send the bytes of the files as application/octet-stream.');
      return undefined;
    }
    const { source, year, asAt, files } = new ZodPipe(returnUpload).transform(saidOf(request));
    const parts = split(await readUpload(request), files);
    const { returns } = await this.returns.load(actor, { source, year, asAt, files: parts });
    return { warnings: returns[0]?.warningCount ?? 0 };
  }
}

function saidOf(request: AuthenticatedRequest): unknown {
  const header = request.headers['x-return'];
  try {
    return JSON.parse(decodeURIComponent(typeof header === 'string' ? header : ''));
  } catch {
    throw invalid([{ path: 'x-return', message: 'Say in the header x-return what the files are, as percent-encoded JSON.' }]);
  }
}

function split(bytes: Buffer, files: ReturnUpload['files']): readonly { readonly name: string; readonly bytes: Buffer }[] {
  if (files.reduce((sum, { size }) => sum + size, 0) !== bytes.length) throw invalid([{ path: 'files', message: 'The sizes of the files are not that of what was sent.' }]);
  let at = 0;
  return files.map(({ name, size }) => {
    at += size;
    return { name, bytes: bytes.subarray(at - size, at) };
  });
}
