import { Module } from '@nestjs/common';
import { SafeguardsModule } from '@hub/features/disclosure/safeguards.module';
import { BarsResolver } from './bars.resolver';

@Module({ imports: [SafeguardsModule], providers: [BarsResolver], exports: [SafeguardsModule] })
export class SafeguardsApiModule {}
