import { Module } from '@nestjs/common';
import { ReadinessModule } from '@hub/features/readiness/readiness.module';
import { ReadinessResolver } from './readiness.resolver';

@Module({ imports: [ReadinessModule], providers: [ReadinessResolver] })
export class ReadinessApiModule {}
