import { Module } from '@nestjs/common';
import { SearchModule } from '@hub/features/search/search.module';
import { SelectionsResolver } from './selections.resolver';

@Module({ imports: [SearchModule], providers: [SelectionsResolver] })
export class SearchApiModule {}
