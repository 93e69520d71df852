import { Module } from '@nestjs/common';
import { DriftModule } from '@hub/features/drift/drift.module';
import { DriftFilesController } from './drift-files.controller';
import { DriftResolver, OldestWorkResolver } from './drift.resolver';

@Module({ imports: [DriftModule], controllers: [DriftFilesController], providers: [DriftResolver, OldestWorkResolver] })
export class DriftApiModule {}
