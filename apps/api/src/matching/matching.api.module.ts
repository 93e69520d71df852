import { Module } from '@nestjs/common';
import { MatchingModule } from '@hub/features/matching/matching.module';
import { RunsResolver } from './runs.resolver';
import { ShortlistsResolver } from './shortlists.resolver';
import { SuggestionsResolver } from './suggestions.resolver';

@Module({ imports: [MatchingModule], providers: [RunsResolver, ShortlistsResolver, SuggestionsResolver] })
export class MatchingApiModule {}
