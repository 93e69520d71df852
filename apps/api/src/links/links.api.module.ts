import { Module } from '@nestjs/common';
import { LinksModule } from '@hub/features/links/links.module';
import { LinksResolver, MyLinksResolver } from './links.resolver';

@Module({ imports: [LinksModule], providers: [LinksResolver, MyLinksResolver] })
export class LinksApiModule {}
