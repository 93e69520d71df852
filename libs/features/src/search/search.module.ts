import { Module } from '@nestjs/common';
import { SelectionsService } from './selections.service';

@Module({ providers: [SelectionsService], exports: [SelectionsService] })
export class SearchModule {}
