import { Module } from '@nestjs/common';
import { DisclosureModule } from '@hub/features/disclosure/disclosure.module';
import { SafeguardsModule } from '@hub/features/disclosure/safeguards.module';
import { GrantsResolver } from './grants.resolver';
import { MyGrantsResolver } from './my-grants.resolver';
import { PreviewResolver } from './preview.resolver';
import { WhoSeesBarsResolver } from './who-sees-bars.resolver';

@Module({ imports: [DisclosureModule, SafeguardsModule], providers: [GrantsResolver, PreviewResolver, MyGrantsResolver, WhoSeesBarsResolver], exports: [DisclosureModule] })
export class DisclosureApiModule {}
