import { Module } from '@nestjs/common';
import { LocalSearchModule } from '@hub/features/local-search/local-search.module';
import { LocalSearchResolver } from './local-search.resolver';

@Module({ imports: [LocalSearchModule], providers: [LocalSearchResolver] })
export class LocalSearchApiModule {}
