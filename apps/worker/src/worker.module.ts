import { Module } from '@nestjs/common';
import { DatabaseModule } from '@hub/database/database.module';
import { AuditModule } from '@hub/features/audit/audit.module';
import { ChildrenModule } from '@hub/features/children/children.module';
import { FeesModule } from '@hub/features/fees/fees.module';
import { InterchangeModule } from '@hub/features/interchange/interchange.module';
import { MailModule } from '@hub/features/mail/mail.module';
import { MatchingModule } from '@hub/features/matching/matching.module';
import { InvariantsModule } from '@hub/features/invariants/invariants.module';
import { MeetingsModule } from '@hub/features/meetings/meetings.module';
import { PerformanceModule } from '@hub/features/performance/performance.module';
import { ReportsModule } from '@hub/features/performance/reports.module';
import { SearchModule } from '@hub/features/search/search.module';
import { WorkModule } from '@hub/features/work/work.module';
import { PlatformModule } from '@hub/platform/platform.module';
import { AuditChores } from './audit/audit-chores';
import { RefreshCardsProcessor } from './children/refresh-cards.processor';
import { ApplyImportProcessor } from './interchange/apply-import.processor';
import { CheckImportProcessor } from './interchange/check-import.processor';
import { FallDueProcessor } from './fees/fall-due.processor';
import { CheckInvariantsProcessor } from './invariants/check-invariants.processor';
import { JobHost, PROCESSORS } from './job-host';
import { DigestProcessor } from './mail/digest.processor';
import { MailChores } from './mail/mail-chores';
import { SendMailProcessor } from './mail/send-mail.processor';
import { RunMatchingProcessor } from './matching/run-matching.processor';
import { ProposeAgendaProcessor } from './meetings/propose-agenda.processor';
import { ReckonPerformanceProcessor } from './performance/reckon-performance.processor';
import { LookSearchesProcessor } from './search/look-searches.processor';
import { RemindProcessor } from './work/remind.processor';

const processors = [RunMatchingProcessor, ProposeAgendaProcessor, CheckImportProcessor, ApplyImportProcessor, RefreshCardsProcessor, RemindProcessor, CheckInvariantsProcessor, SendMailProcessor, DigestProcessor, LookSearchesProcessor, FallDueProcessor, ReckonPerformanceProcessor];

/** Composition root of the worker. A processor that is not in this list keeps the worker from starting. */
@Module({
  imports: [PlatformModule, DatabaseModule, AuditModule, MatchingModule, MeetingsModule, InterchangeModule, ChildrenModule, WorkModule, MailModule, SearchModule, FeesModule, PerformanceModule, ReportsModule, InvariantsModule],
  providers: [...processors, { provide: PROCESSORS, useFactory: (...all: unknown[]) => all, inject: processors }, JobHost, AuditChores, MailChores],
})
export class WorkerModule {}
