import { Module } from '@nestjs/common';
import { PerformanceService } from './performance.service';
import { RollUpService } from './roll-up.service';

@Module({ providers: [PerformanceService, RollUpService], exports: [PerformanceService, RollUpService] })
export class PerformanceModule {}
