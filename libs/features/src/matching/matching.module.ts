import { Module } from '@nestjs/common';
import { PacksModule } from '../packs/packs.module';
import { CompareThread } from './compare-thread';
import { MatchingService } from './matching.service';
import { RulingOutService } from './ruling-out.service';
import { RunsService } from './runs.service';
import { ShortlistPack } from './shortlist-pack.service';
import { ShortlistsService } from './shortlists.service';
import { SuggestionsService } from './suggestions.service';

/** Runs, what they found, and the pairs that people ruled out. */
@Module({
  imports: [PacksModule],
  providers: [CompareThread, MatchingService, RunsService, ShortlistsService, ShortlistPack, SuggestionsService, RulingOutService],
  exports: [MatchingService, RunsService, ShortlistsService, ShortlistPack, SuggestionsService, RulingOutService],
})
export class MatchingModule {}
