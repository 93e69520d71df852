import { Module } from '@nestjs/common';
import { PerformanceModule } from '@hub/features/performance/performance.module';
import { PerformanceFilesController } from './performance-files.controller';
import { PerformanceResolver } from './performance.resolver';

@Module({ imports: [PerformanceModule], controllers: [PerformanceFilesController], providers: [PerformanceResolver] })
export class PerformanceApiModule {}
