import { Module } from '@nestjs/common';
import { ClocksModule } from '@hub/features/clocks/clocks.module';
import { ClockFilesController } from './clock-files.controller';
import { ClocksResolver } from './clocks.resolver';

@Module({ imports: [ClocksModule], controllers: [ClockFilesController], providers: [ClocksResolver] })
export class ClocksApiModule {}
