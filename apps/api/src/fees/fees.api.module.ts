import { Module } from '@nestjs/common';
import { FeesModule } from '@hub/features/fees/fees.module';
import { FeeTableResolver } from './fee-table.resolver';
import { FeesResolver } from './fees.resolver';
import { StatementFilesController } from './statement-files.controller';

@Module({ imports: [FeesModule], controllers: [StatementFilesController], providers: [FeesResolver, FeeTableResolver] })
export class FeesApiModule {}
