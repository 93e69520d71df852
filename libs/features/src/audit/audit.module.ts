import { Module } from '@nestjs/common';
import { PdfPrinter } from '@hub/platform/pdf/pdf-printer';
import { AlertsService } from './alerts.service';
import { AuditArchive } from './archive.service';
import { AuditHeads } from './heads.service';
import { LogFiles } from './log-files.service';
import { LogService } from './log.service';
import { NoticesService } from './notices.service';
import { AuditVerification } from './verification.service';

const services = [AuditVerification, AuditArchive, AuditHeads, AlertsService, NoticesService, LogService, LogFiles];

@Module({ providers: [...services, PdfPrinter], exports: services })
export class AuditModule {}
