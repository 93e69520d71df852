import { Injectable } from '@nestjs/common';
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
}
