import { Inject, Injectable } from '@nestjs/common';
import { can } from '@hub/domain/access/actions';
import { SYSTEM_ACTOR, type Actor } from '@hub/domain/access/actor';
import { isoDate } from '@hub/domain/dates/iso-date';
import { digestDue } from '@hub/domain/mail/choices';
import { hasNews } from '@hub/domain/mail/letter';
import { findActors } from '@hub/database/actors';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { MailServer } from '@hub/platform/mail/mail-server';
import { enqueue, sendMail } from '@hub/queue/jobs';
import { digestCounts } from './digest.queries';
import { digestReaders, forgetMails, insertDigest } from './mail.queries';

const KEPT_MS = 90 * 24 * 3_600_000;

/** The morning's round: to each person one mail at most, of what is new to them, counted with their own rights. */
@Injectable()
export class DigestService {
  constructor(
    @Inject(UnitOfWork) private readonly uow: UnitOfWork,
    @Inject(MailServer) private readonly server: Pick<MailServer, 'isSetUp'>,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Answers how many mails were promised. */
  async round(): Promise<number> {
    if (!this.server.isSetUp) return 0;
    const people = await this.due();
    let promised = 0;
    for (const person of people) if (await this.promise(person)) promised += 1;
    return promised;
  }

  private due(): Promise<readonly Actor[]> {
    const today = isoDate(this.clock.today());
    return this.uow.run(SYSTEM_ACTOR, 'mail.round', async (tx) => {
      await forgetMails(tx, new Date(this.clock.now().getTime() - KEPT_MS));
      const readers = (await digestReaders(tx)).filter(({ choice, last }) => digestDue(choice, last, today));
      const people = await findActors(tx, readers.map(({ userId }) => userId));
      return [...people.values()].filter((person) => can(person, 'mail.digest'));
    });
  }

  private promise(person: Actor): Promise<boolean> {
    return this.uow.run(person, 'mail.digest', async (tx) => {
      const counts = await digestCounts(tx, person);
      const id = hasNews(counts) ? await insertDigest(tx, person, counts, isoDate(this.clock.today())) : null;
      if (id !== null) await enqueue(tx, sendMail, { mailId: id });
      return id !== null;
    });
  }
}
