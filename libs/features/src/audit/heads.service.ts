import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM_ACTOR } from '@hub/domain/access/actor';
import { AuditSigner } from '@hub/database/crypto/audit-signer';
import { KeyStore } from '@hub/database/crypto/key-store';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { CONFIG, type Config } from '@hub/platform/config';
import { writtenHeads } from './chain.queries';
import { appendHeads, signHead } from './heads-file';

/** Writes the heads of the chains where the database cannot reach them (trust.md AUD-5). */
@Injectable()
export class AuditHeads {
  /** The last link written for each agency: a chain that stood still needs no new line. */
  private readonly written = new Map<string, number>();

  constructor(
    @Inject(UnitOfWork) private readonly uow: UnitOfWork,
    @Inject(KeyStore) private readonly keys: KeyStore,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'auditHeadsDir'>,
  ) {}

  /** Answers how many heads were written. */
  async writeOut(): Promise<number> {
    const heads = await this.uow.run(SYSTEM_ACTOR, 'audit.watch', writtenHeads);
    const news = heads.filter(({ agencyId, seq }) => this.written.get(agencyId) !== seq);
    const signer = new AuditSigner(this.keys.purposeKey('AUDIT_SIGNING'));
    const now = this.clock.now();
    appendHeads(this.config.auditHeadsDir, news.map((head) => signHead(head, now, signer)));
    for (const { agencyId, seq } of news) this.written.set(agencyId, seq);
    return news.length;
  }
}
