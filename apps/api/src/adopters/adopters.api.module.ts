import { Module } from '@nestjs/common';
import { AdoptersModule } from '@hub/features/adopters/adopters.module';
import { HouseholdsResolver } from './households.resolver';

@Module({ imports: [AdoptersModule], providers: [HouseholdsResolver], exports: [AdoptersModule] })
export class AdoptersApiModule {}
