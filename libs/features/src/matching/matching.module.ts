import { Module } from '@nestjs/common';
import { CompareThread } from './compare-thread';
import { MatchingService } from './matching.service';
import { RulingOutService } from './ruling-out.service';
import { RunsService } from './runs.service';
import { ShortlistsService } from './shortlists.service';
import { SuggestionsService } from './suggestions.service';

/** Runs, what they found, and the pairs that people ruled out. */
@Module({
  providers: [CompareThread, MatchingService, RunsService, ShortlistsService, SuggestionsService, RulingOutService],
  exports: [MatchingService, RunsService, ShortlistsService, SuggestionsService, RulingOutService],
})
export class MatchingModule {}
