import { Module } from '@nestjs/common';
import { PlacementsModule } from '@hub/features/placements/placements.module';
import { PlacementsResolver } from './placements.resolver';

@Module({ imports: [PlacementsModule], providers: [PlacementsResolver] })
export class PlacementsApiModule {}
