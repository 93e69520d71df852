import { Injectable } from '@nestjs/common';
import { SearchRound } from '@hub/features/search/search-round.service';
import { lookSearches } from '@hub/queue/jobs';

/** Each hour people are told of what their saved searches newly find. */
@Injectable()
export class LookSearchesProcessor {
  readonly job = lookSearches;

  constructor(private readonly round: SearchRound) {}

  async handle(): Promise<void> {
    await this.round.look();
  }
}
