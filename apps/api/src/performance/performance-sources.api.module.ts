import { Module } from '@nestjs/common';
import { PerformanceSourcesModule } from '@hub/features/performance/performance-sources.module';
import { BenchmarksController } from './benchmarks.controller';
import { ReturnsController } from './returns.controller';
import { ReturnsResolver } from './returns.resolver';
import { TargetsResolver } from './targets.resolver';

@Module({ imports: [PerformanceSourcesModule], controllers: [BenchmarksController, ReturnsController], providers: [TargetsResolver, ReturnsResolver] })
export class PerformanceSourcesApiModule {}
