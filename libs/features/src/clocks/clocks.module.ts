import { Module } from '@nestjs/common';
import { ClockFiles } from './clock-files.service';
import { ClocksService } from './clocks.service';
import { RegionClocksService } from './region-clocks.service';

@Module({ providers: [ClocksService, ClockFiles, RegionClocksService], exports: [ClocksService, ClockFiles, RegionClocksService] })
export class ClocksModule {}
