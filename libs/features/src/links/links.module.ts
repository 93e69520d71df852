import { Module } from '@nestjs/common';
import { PacksModule } from '../packs/packs.module';
import { LinkCapsService } from './caps.service';
import { LinkPack } from './link-pack.service';
import { LinkWorkService } from './link-work.service';
import { LinksService } from './links.service';

const SERVICES = [LinksService, LinkWorkService, LinkCapsService, LinkPack];

/** Pairs under enquiry, from the first interest to the panel. */
@Module({ imports: [PacksModule], providers: SERVICES, exports: SERVICES })
export class LinksModule {}
