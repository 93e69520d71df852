import { Module } from '@nestjs/common';
import { PerformanceSourcesModule } from '@hub/features/performance/performance-sources.module';
import { BenchmarksController } from './benchmarks.controller';
import { TargetsResolver } from './targets.resolver';

@Module({ imports: [PerformanceSourcesModule], controllers: [BenchmarksController], providers: [TargetsResolver] })
export class PerformanceSourcesApiModule {}
