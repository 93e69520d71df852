import { Module } from '@nestjs/common';
import { PacksModule } from '../packs/packs.module';
import { SelectionPack } from './selection-pack.service';
import { SelectionsService } from './selections.service';

@Module({ imports: [PacksModule], providers: [SelectionsService, SelectionPack], exports: [SelectionsService, SelectionPack] })
export class SearchModule {}
