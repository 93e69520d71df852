import { Module } from '@nestjs/common';
import { PacksModule } from '../packs/packs.module';
import { AgendaPack } from './agenda-pack.service';
import { BookingService } from './booking.service';
import { PanelCorrectionsService } from './corrections.service';
import { DecisionsService } from './decisions.service';
import { HearingService } from './hearing.service';
import { PanelMembersService } from './members.service';
import { PanelsService } from './panels.service';
import { PanelPlanService } from './plan.service';

const SERVICES = [PanelsService, PanelPlanService, PanelMembersService, BookingService, HearingService, DecisionsService, PanelCorrectionsService, AgendaPack];

/** Adoption panels of the region, what they recommend, and what agency decision makers decide on it. */
@Module({ imports: [PacksModule], providers: SERVICES, exports: SERVICES })
export class PanelsModule {}
