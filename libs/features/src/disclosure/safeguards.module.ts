import { Module } from '@nestjs/common';
import { BarsService } from './bars.service';
import { BreakGlassService } from './break-glass.service';
import { ConsentsService } from './consents.service';
import { WithholdingsService } from './withholdings.service';

const SERVICES = [BarsService, BreakGlassService, ConsentsService, WithholdingsService];

/** What holds beside the ladder of stages: conflicts of interest, emergencies, consent, and decisions not to share. */
@Module({ providers: SERVICES, exports: SERVICES })
export class SafeguardsModule {}
