import { Module } from '@nestjs/common';
import { InterchangeModule } from '@hub/features/interchange/interchange.module';
import { ImportBatchResolver } from './import-batch.resolver';
import { ImportsController } from './imports.controller';
import { ImportsResolver } from './imports.resolver';

@Module({ imports: [InterchangeModule], controllers: [ImportsController], providers: [ImportsResolver, ImportBatchResolver] })
export class InterchangeApiModule {}
