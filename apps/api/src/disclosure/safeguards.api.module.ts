import { Module } from '@nestjs/common';
import { SafeguardsModule } from '@hub/features/disclosure/safeguards.module';
import { BarsResolver } from './bars.resolver';
import { BreakGlassResolver } from './break-glass.resolver';

@Module({ imports: [SafeguardsModule], providers: [BarsResolver, BreakGlassResolver], exports: [SafeguardsModule] })
export class SafeguardsApiModule {}
