import { Module } from '@nestjs/common';
import { LocalSearchService } from './local-search.service';

@Module({ providers: [LocalSearchService], exports: [LocalSearchService] })
export class LocalSearchModule {}
