import { Module } from '@nestjs/common';
import { AuditModule } from '@hub/features/audit/audit.module';
import { ChildrenModule } from '@hub/features/children/children.module';
import { InterchangeModule } from '@hub/features/interchange/interchange.module';
import { MatchingModule } from '@hub/features/matching/matching.module';
import { WorkModule } from '@hub/features/work/work.module';
import { MyWorkResolver } from './my-work.resolver';

@Module({ imports: [WorkModule, AuditModule, ChildrenModule, MatchingModule, InterchangeModule], providers: [MyWorkResolver] })
export class WorkApiModule {}
