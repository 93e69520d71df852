import { Module } from '@nestjs/common';
import { PlacementsService } from './placements.service';

const SERVICES = [PlacementsService];

/** Placements from the approved match to the order or the end before it. */
@Module({ providers: SERVICES, exports: SERVICES })
export class PlacementsModule {}
