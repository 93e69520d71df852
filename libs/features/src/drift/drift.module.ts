import { Module } from '@nestjs/common';
import { DriftFiles } from './drift-files.service';
import { DriftService } from './drift.service';
import { WorkListService } from './work-list.service';

@Module({ providers: [DriftService, DriftFiles, WorkListService], exports: [DriftService, DriftFiles, WorkListService] })
export class DriftModule {}
