import { Module } from '@nestjs/common';
import { AuditModule } from '@hub/features/audit/audit.module';
import { ChildrenModule } from '@hub/features/children/children.module';
import { SafeguardsModule } from '@hub/features/disclosure/safeguards.module';
import { InterchangeModule } from '@hub/features/interchange/interchange.module';
import { MatchingModule } from '@hub/features/matching/matching.module';
import { WorkModule } from '@hub/features/work/work.module';
import { MyWorkResolver } from './my-work.resolver';
import { SafeguardWorkResolver } from './safeguard-work.resolver';

@Module({ imports: [WorkModule, AuditModule, ChildrenModule, MatchingModule, InterchangeModule, SafeguardsModule], providers: [MyWorkResolver, SafeguardWorkResolver] })
export class WorkApiModule {}
