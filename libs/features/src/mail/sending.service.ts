import { Inject, Injectable } from '@nestjs/common';
import { can } from '@hub/domain/access/actions';
import { SYSTEM_ACTOR } from '@hub/domain/access/actor';
import { letter } from '@hub/domain/mail/letter';
import { waitAfter } from '@hub/domain/mail/waiting';
import { findActor } from '@hub/database/actors';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { CONFIG, type Config } from '@hub/platform/config';
import { Logger } from '@hub/platform/logger';
import { MailServer, type Handover } from '@hub/platform/mail/mail-server';
import { isUnread } from '../audit/notices.queries';
import { claimMail, endMail, type ClaimedMail, type MailEnd } from './mail.queries';

/** A mail that waited for three days is old news: the inbox has it. */
const TOO_OLD_MS = 3 * 24 * 3_600_000;

/** Hands promised mails over to the mail server, in their order, each once (docs/adr/0020). Several workers may do it at once. */
@Injectable()
export class SendingService {
  constructor(
    @Inject(UnitOfWork) private readonly uow: UnitOfWork,
    @Inject(MailServer) private readonly server: MailServer,
    @Inject(CONFIG) private readonly config: Pick<Config, 'mail' | 'address'>,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Logger) private readonly logger: Logger,
  ) {}

  /** Until nothing is due, or the server is down. Answers how many were handed over. */
  async sendWaiting(): Promise<number> {
    let sent = 0;
    for (let mail = await this.claim(); mail; mail = await this.claim()) {
      const end = await this.attempt(mail);
      await this.uow.run(SYSTEM_ACTOR, 'mail.send', (tx) => endMail(tx, { id: mail.id, claim: mail.attempts, now: this.clock.now() }, end));
      if (end.status === 'SENT') sent += 1;
      else this.logger.event(end.status === 'DROPPED' ? 'info' : 'warn', 'mail not sent', { mail: mail.id, status: end.status, failure: 'failure' in end ? end.failure : undefined, attempt: mail.attempts });
    }
    return sent;
  }

  private claim(): Promise<ClaimedMail | undefined> {
    const { mail } = this.config;
    if (!mail) return Promise.resolve(undefined);
    const now = this.clock.now();
    const before = (ms: number): Date => new Date(now.getTime() - ms);
    return this.uow.run(SYSTEM_ACTOR, 'mail.send', (tx) => claimMail(tx, { now, stale: before(2 * mail.timeoutMs), tooOld: before(TOO_OLD_MS) }));
  }

  private async attempt(mail: ClaimedMail): Promise<MailEnd> {
    if (mail.to === null || !(await this.isNews(mail))) return { status: 'DROPPED' };
    const became = await this.server.handOver({ id: mail.id, to: mail.to, ...letter(mail.counts, `${this.config.address}/`) });
    return this.endOf(became, mail.attempts);
  }

  /** By the person's own eyes: what they may not meet any more, or have read, is not told to them by mail either. */
  private async isNews({ userId, noticeId }: ClaimedMail): Promise<boolean> {
    if (noticeId === null) return true;
    const person = await this.uow.run(SYSTEM_ACTOR, 'mail.send', (tx) => findActor(tx, userId));
    return person !== undefined && can(person, 'notices.read') && this.uow.run(person, 'notices.read', (tx) => isUnread(tx, noticeId));
  }

  private endOf(became: Handover, attempts: number): MailEnd {
    if (became === 'SENT' || became === 'REFUSED') return { status: became };
    return { status: 'WAITING', failure: became, nextTry: new Date(this.clock.now().getTime() + waitAfter(attempts, this.config.mail?.retryMs ?? 0)) };
  }
}
