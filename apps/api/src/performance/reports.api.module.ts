import { Module } from '@nestjs/common';
import { ReportsModule } from '@hub/features/performance/reports.module';
import { PerformanceCommentsResolver } from './comments.resolver';
import { ExecutiveReportsResolver } from './executive-reports.resolver';
import { ReportFilesController } from './report-files.controller';

@Module({ imports: [ReportsModule], controllers: [ReportFilesController], providers: [ExecutiveReportsResolver, PerformanceCommentsResolver] })
export class ReportsApiModule {}
