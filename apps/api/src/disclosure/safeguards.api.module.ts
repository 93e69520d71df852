import { Module } from '@nestjs/common';
import { SafeguardsModule } from '@hub/features/disclosure/safeguards.module';
import { BarsResolver } from './bars.resolver';
import { BreakGlassResolver } from './break-glass.resolver';
import { ConsentsResolver } from './consents.resolver';
import { WithholdingsResolver } from './withholdings.resolver';

@Module({ imports: [SafeguardsModule], providers: [BarsResolver, BreakGlassResolver, ConsentsResolver, WithholdingsResolver], exports: [SafeguardsModule] })
export class SafeguardsApiModule {}
