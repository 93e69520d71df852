import { Module } from '@nestjs/common';
import { InterchangeModule } from '../interchange/interchange.module';
import { BenchmarksService } from './benchmarks.service';
import { TargetsService } from './targets.service';

const SERVICES = [TargetsService, BenchmarksService];

/** Where figures come from, and what they are measured by. */
@Module({ imports: [InterchangeModule], providers: SERVICES, exports: SERVICES })
export class PerformanceSourcesModule {}
