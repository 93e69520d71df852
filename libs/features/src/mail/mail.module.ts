import { Module } from '@nestjs/common';
import { DigestService } from './digest.service';
import { MailService } from './mail.service';
import { SendingService } from './sending.service';

@Module({ providers: [MailService, SendingService, DigestService], exports: [MailService, SendingService, DigestService] })
export class MailModule {}
