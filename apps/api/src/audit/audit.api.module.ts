import { Module } from '@nestjs/common';
import { AuditModule } from '@hub/features/audit/audit.module';
import { LogFilesController } from './log-files.controller';
import { LogResolver } from './log.resolver';
import { NoticesResolver } from './notices.resolver';

@Module({ imports: [AuditModule], controllers: [LogFilesController], providers: [LogResolver, NoticesResolver] })
export class AuditApiModule {}
