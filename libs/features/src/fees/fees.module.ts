import { Module } from '@nestjs/common';
import { FallDueService } from './fall-due.service';
import { FeeTableService } from './fee-table.service';
import { FeesService } from './fees.service';
import { StatementFiles } from './statement-files.service';
import { StatementsService } from './statements.service';

const SERVICES = [FeesService, FeeTableService, FallDueService, StatementsService, StatementFiles];

@Module({ providers: SERVICES, exports: SERVICES })
export class FeesModule {}
