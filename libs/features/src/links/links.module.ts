import { Module } from '@nestjs/common';
import { LinkCapsService } from './caps.service';
import { LinkWorkService } from './link-work.service';
import { LinksService } from './links.service';

const SERVICES = [LinksService, LinkWorkService, LinkCapsService];

/** Pairs under enquiry, from the first interest to the panel. */
@Module({ providers: SERVICES, exports: SERVICES })
export class LinksModule {}
