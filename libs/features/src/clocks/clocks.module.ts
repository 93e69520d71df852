import { Module } from '@nestjs/common';
import { ClockFiles } from './clock-files.service';
import { ClocksService } from './clocks.service';

@Module({ providers: [ClocksService, ClockFiles], exports: [ClocksService, ClockFiles] })
export class ClocksModule {}
