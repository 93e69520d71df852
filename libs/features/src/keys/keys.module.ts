import { Module } from '@nestjs/common';
import { KeyStatusService } from './key-status.service';
import { RotationService } from './rotation.service';
import { ShreddingService } from './shredding.service';

const SERVICES = [RotationService, KeyStatusService, ShreddingService];

/** What people do with keys: look after them, rotate them, destroy those of a record. */
@Module({ providers: SERVICES, exports: SERVICES })
export class KeysModule {}
