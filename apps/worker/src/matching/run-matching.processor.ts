import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '@hub/domain/errors';
import { MatchingService } from '@hub/features/matching/matching.service';
import { runMatching } from '@hub/queue/jobs';

/** Loads the facts, scores and stores one run: the story is in MatchingService, beside `start`. */
@Injectable()
export class RunMatchingProcessor {
  readonly job = runMatching;

  constructor(private readonly matching: MatchingService) {}

  async handle({ runId }: { runId: string }): Promise<void> {
    await this.matching.execute(runId);
  }

  async giveUp({ runId }: { runId: string }, code: ErrorCode): Promise<void> {
    await this.matching.giveUp(runId, code);
  }
}
