import { Module } from '@nestjs/common';
import { PerformanceCommentsService } from './comments.service';
import { ExecutiveReportsService } from './executive-reports.service';
import { QuarterlyReturns } from './quarterly-return.service';
import { ReportFiles } from './report-files.service';
import { ScorecardFile } from './scorecard-file.service';
import { SufficiencyFiles } from './sufficiency-files.service';
import { SufficiencyService } from './sufficiency.service';

const services = [ExecutiveReportsService, PerformanceCommentsService, ReportFiles, SufficiencyService, SufficiencyFiles, ScorecardFile, QuarterlyReturns];

/** What of performance people write and hand on. */
@Module({ providers: services, exports: services })
export class ReportsModule {}
