import { Module } from '@nestjs/common';
import { SearchModule } from '@hub/features/search/search.module';
import { MySearchesResolver, SearchesResolver } from './searches.resolver';
import { SelectionsResolver } from './selections.resolver';

@Module({ imports: [SearchModule], providers: [SelectionsResolver, SearchesResolver, MySearchesResolver] })
export class SearchApiModule {}
