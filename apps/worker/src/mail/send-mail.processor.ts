import { Injectable } from '@nestjs/common';
import { SendingService } from '@hub/features/mail/sending.service';
import { sendMail } from '@hub/queue/jobs';

/** A mail was promised: whatever waits is handed over, the oldest first. What has to wait longer is the business of MailChores. */
@Injectable()
export class SendMailProcessor {
  readonly job = sendMail;

  constructor(private readonly sending: SendingService) {}

  async handle(): Promise<void> {
    await this.sending.sendWaiting();
  }
}
