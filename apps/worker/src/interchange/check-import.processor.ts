import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '@hub/domain/errors';
import { ImportsService } from '@hub/features/interchange/imports.service';
import { checkImport } from '@hub/queue/jobs';

/** The dry run of an import: counts, differences and bad rows, and nothing changed. */
@Injectable()
export class CheckImportProcessor {
  readonly job = checkImport;

  constructor(private readonly imports: ImportsService) {}

  async handle({ importId }: { importId: string }): Promise<void> {
    await this.imports.check(importId);
  }

  async giveUp({ importId }: { importId: string }, code: ErrorCode): Promise<void> {
    await this.imports.giveUp(importId, code);
  }
}
