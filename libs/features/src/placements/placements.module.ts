import { Module } from '@nestjs/common';
import { PacksModule } from '../packs/packs.module';
import { PlacementCorrectionsService } from './corrections.service';
import { PlacementPack } from './placement-pack.service';
import { PlacementsService } from './placements.service';

const SERVICES = [PlacementsService, PlacementCorrectionsService, PlacementPack];

/** Placements from the approved match to the order or the end before it. */
@Module({ imports: [PacksModule], providers: SERVICES, exports: SERVICES })
export class PlacementsModule {}
