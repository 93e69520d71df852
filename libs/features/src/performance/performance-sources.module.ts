import { Module } from '@nestjs/common';
import { InterchangeModule } from '../interchange/interchange.module';
import { BenchmarksService } from './benchmarks.service';
import { DataQualityService } from './data-quality.service';
import { PublicationsService } from './publications.service';
import { ReturnsService } from './returns.service';
import { TargetsService } from './targets.service';

const SERVICES = [TargetsService, BenchmarksService, ReturnsService, PublicationsService, DataQualityService];

/** Where figures come from, and what they are measured by. */
@Module({ imports: [InterchangeModule], providers: SERVICES, exports: SERVICES })
export class PerformanceSourcesModule {}
