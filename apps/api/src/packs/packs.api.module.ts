import { Module } from '@nestjs/common';
import { LinksModule } from '@hub/features/links/links.module';
import { MatchingModule } from '@hub/features/matching/matching.module';
import { PanelsModule } from '@hub/features/panels/panels.module';
import { PlacementsModule } from '@hub/features/placements/placements.module';
import { SearchModule } from '@hub/features/search/search.module';
import { PacksController } from './packs.controller';

@Module({ imports: [LinksModule, MatchingModule, PanelsModule, PlacementsModule, SearchModule], controllers: [PacksController] })
export class PacksApiModule {}
