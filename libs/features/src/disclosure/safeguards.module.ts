import { Module } from '@nestjs/common';
import { BarsService } from './bars.service';

const SERVICES = [BarsService];

/** What holds beside the ladder of stages: conflicts of interest, emergencies, consent, and decisions not to share. */
@Module({ providers: SERVICES, exports: SERVICES })
export class SafeguardsModule {}
