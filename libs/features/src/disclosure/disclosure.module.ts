import { Module } from '@nestjs/common';
import { GrantsService } from './grants.service';
import { PreviewService } from './preview.service';
import { WhoSeesService } from './who-sees.service';

const SERVICES = [GrantsService, PreviewService, WhoSeesService];

/** Who sees what of whose record, and until when. */
@Module({ providers: SERVICES, exports: SERVICES })
export class DisclosureModule {}
