import { Module } from '@nestjs/common';
import { MailModule } from '@hub/features/mail/mail.module';
import { MailResolver } from './mail.resolver';

@Module({ imports: [MailModule], providers: [MailResolver] })
export class MailApiModule {}
