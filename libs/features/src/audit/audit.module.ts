import { Module } from '@nestjs/common';
import { AlertsService } from './alerts.service';
import { AuditArchive } from './archive.service';
import { AuditHeads } from './heads.service';
import { LogFiles } from './log-files.service';
import { LogService } from './log.service';
import { NoticesService } from './notices.service';
import { AuditVerification } from './verification.service';

const SERVICES = [AuditVerification, AuditArchive, AuditHeads, AlertsService, NoticesService, LogService, LogFiles];

@Module({ providers: SERVICES, exports: SERVICES })
export class AuditModule {}
