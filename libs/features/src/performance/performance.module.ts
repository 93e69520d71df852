import { Module } from '@nestjs/common';
import { PerformanceFiles } from './performance-files.service';
import { PerformanceService } from './performance.service';
import { RollUpService } from './roll-up.service';

@Module({ providers: [PerformanceService, PerformanceFiles, RollUpService], exports: [PerformanceService, PerformanceFiles, RollUpService] })
export class PerformanceModule {}
