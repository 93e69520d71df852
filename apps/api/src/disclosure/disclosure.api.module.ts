import { Module } from '@nestjs/common';
import { DisclosureModule } from '@hub/features/disclosure/disclosure.module';
import { GrantsResolver } from './grants.resolver';
import { MyGrantsResolver } from './my-grants.resolver';
import { PreviewResolver } from './preview.resolver';

@Module({ imports: [DisclosureModule], providers: [GrantsResolver, PreviewResolver, MyGrantsResolver], exports: [DisclosureModule] })
export class DisclosureApiModule {}
