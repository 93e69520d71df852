import { Module } from '@nestjs/common';
import { ReportsModule } from '@hub/features/performance/reports.module';
import { PerformanceCommentsResolver } from './comments.resolver';
import { ExecutiveReportsResolver } from './executive-reports.resolver';
import { ReportFilesController } from './report-files.controller';
import { ReturnFilesController } from './return-files.controller';
import { SufficiencyResolver } from './sufficiency.resolver';

@Module({ imports: [ReportsModule], controllers: [ReportFilesController, ReturnFilesController], providers: [ExecutiveReportsResolver, PerformanceCommentsResolver, SufficiencyResolver] })
export class ReportsApiModule {}
