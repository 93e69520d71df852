import { Module } from '@nestjs/common';
import { LinksModule } from '@hub/features/links/links.module';
import { HouseholdLinksResolver, UnitLinksResolver } from './card-links.resolver';
import { LinksResolver, MyLinksResolver } from './links.resolver';

@Module({ imports: [LinksModule], providers: [UnitLinksResolver, HouseholdLinksResolver, LinksResolver, MyLinksResolver] })
export class LinksApiModule {}
