import { Module } from '@nestjs/common';
import { AuditHeads } from './heads.service';
import { AuditVerification } from './verification.service';

const services = [AuditVerification, AuditHeads];

@Module({ providers: services, exports: services })
export class AuditModule {}
