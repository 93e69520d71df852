import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '@hub/domain/errors';
import { ImportsService } from '@hub/features/interchange/imports.service';
import { applyImport } from '@hub/queue/jobs';

/** Puts a checked file into the records, in one transaction. */
@Injectable()
export class ApplyImportProcessor {
  readonly job = applyImport;

  constructor(private readonly imports: ImportsService) {}

  async handle({ importId }: { importId: string }): Promise<void> {
    await this.imports.apply(importId);
  }

  async giveUp({ importId }: { importId: string }, code: ErrorCode): Promise<void> {
    await this.imports.giveUp(importId, code);
  }
}
