import { Module } from '@nestjs/common';
import { PerformanceSourcesModule } from '@hub/features/performance/performance-sources.module';
import { BenchmarksController } from './benchmarks.controller';
import { DataQualityController } from './data-quality.controller';
import { DataQualityResolver } from './data-quality.resolver';
import { PublicationsResolver } from './publications.resolver';
import { ReturnsController } from './returns.controller';
import { ReturnsResolver } from './returns.resolver';
import { TargetsResolver } from './targets.resolver';

@Module({ imports: [PerformanceSourcesModule], controllers: [BenchmarksController, ReturnsController, DataQualityController], providers: [TargetsResolver, ReturnsResolver, PublicationsResolver, DataQualityResolver] })
export class PerformanceSourcesApiModule {}
