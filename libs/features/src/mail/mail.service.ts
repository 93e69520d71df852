import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import type { MailChoice } from '@hub/domain/mail/choices';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { MailServer } from '@hub/platform/mail/mail-server';
import { choiceOf, lastSentAt, saveChoice } from './mail.queries';

export interface MailSettings {
  /** Without a mail server the hub sends none, whatever is chosen. */
  readonly isSetUp: boolean;
  readonly choice: MailChoice;
  readonly lastSentAt: Date | null;
}

/** How a person wants to be written to. */
@Injectable()
export class MailService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(MailServer) private readonly server: Pick<MailServer, 'isSetUp'>) {}

  settings(actor: Actor): Promise<MailSettings> {
    return this.uow.run(actor, 'mail.choose', async (tx) => ({ isSetUp: this.server.isSetUp, choice: await choiceOf(tx, actor.userId), lastSentAt: await lastSentAt(tx, actor.userId) }));
  }

  async choose(actor: Actor, choice: MailChoice): Promise<MailSettings> {
    await this.uow.run(actor, 'mail.choose', (tx) => saveChoice(tx, actor, choice));
    return this.settings(actor);
  }
}
