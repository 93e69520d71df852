import { Module } from '@nestjs/common';
import { PacksModule } from '../packs/packs.module';
import { SearchRound } from './search-round.service';
import { SearchesService } from './searches.service';
import { SelectionPack } from './selection-pack.service';
import { SelectionsService } from './selections.service';

@Module({ imports: [PacksModule], providers: [SelectionsService, SelectionPack, SearchesService, SearchRound], exports: [SelectionsService, SelectionPack, SearchesService, SearchRound] })
export class SearchModule {}
