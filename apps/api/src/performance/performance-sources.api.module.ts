import { Module } from '@nestjs/common';
import { PerformanceSourcesModule } from '@hub/features/performance/performance-sources.module';
import { BenchmarksController } from './benchmarks.controller';
import { PublicationsResolver } from './publications.resolver';
import { ReturnsController } from './returns.controller';
import { ReturnsResolver } from './returns.resolver';
import { TargetsResolver } from './targets.resolver';

@Module({ imports: [PerformanceSourcesModule], controllers: [BenchmarksController, ReturnsController], providers: [TargetsResolver, ReturnsResolver, PublicationsResolver] })
export class PerformanceSourcesApiModule {}
