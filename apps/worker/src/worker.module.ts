import { Module } from '@nestjs/common';
import { DatabaseModule } from '@hub/database/database.module';
import { AuditModule } from '@hub/features/audit/audit.module';
import { ChildrenModule } from '@hub/features/children/children.module';
import { InterchangeModule } from '@hub/features/interchange/interchange.module';
import { MatchingModule } from '@hub/features/matching/matching.module';
import { WorkModule } from '@hub/features/work/work.module';
import { PlatformModule } from '@hub/platform/platform.module';
import { AuditChores } from './audit/audit-chores';
import { RefreshCardsProcessor } from './children/refresh-cards.processor';
import { ApplyImportProcessor } from './interchange/apply-import.processor';
import { CheckImportProcessor } from './interchange/check-import.processor';
import { JobHost, PROCESSORS } from './job-host';
import { RunMatchingProcessor } from './matching/run-matching.processor';
import { RemindProcessor } from './work/remind.processor';

const processors = [RunMatchingProcessor, CheckImportProcessor, ApplyImportProcessor, RefreshCardsProcessor, RemindProcessor];

/** Composition root of the worker. A processor that is not in this list keeps the worker from starting. */
@Module({
  imports: [PlatformModule, DatabaseModule, AuditModule, MatchingModule, InterchangeModule, ChildrenModule, WorkModule],
  providers: [...processors, { provide: PROCESSORS, useFactory: (...all: unknown[]) => all, inject: processors }, JobHost, AuditChores],
})
export class WorkerModule {}
