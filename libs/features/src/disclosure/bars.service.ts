import { Inject, Injectable } from '@nestjs/common';
import { can } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import { conflict, notFound } from '@hub/domain/errors';
import { Vault } from '@hub/database/crypto/vault';
import type { Tx } from '@hub/database/tx';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { barsOf, findBar, insertBar, liftBar, ownEmail, standingBars, type Bar } from './bars.queries';
import { findAnyOwnCase, findOwnCase, type CaseType } from './cases.queries';

export interface NewBar {
  readonly subjectType: CaseType;
  readonly subject: string;
  readonly email: string;
  readonly reason: string;
}

/**
 * Conflicts of interest (trust.md AZ-10): who must not meet a case. For them it is not there, and neither is the bar. The
 * answer is the same whether or not anybody has an account under the address.
 */
@Injectable()
export class BarsService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault) {}

  async list(actor: Actor, subject: string): Promise<Bar[]> {
    return this.uow.run(actor, 'disclosure.bar', async (tx) => {
      const found = await findAnyOwnCase(tx, subject);
      if (!found) throw notFound('record', subject);
      return barsOf(tx, this.vault, found);
    });
  }

  /** How many stand on a case; null for who may not know of bars, so that nobody else learns of them. */
  async standing(actor: Actor, type: CaseType, reference: string): Promise<number | null> {
    if (!can(actor, 'disclosure.bar')) return null;
    return this.uow.run(actor, 'disclosure.bar', async (tx) => {
      const found = await findOwnCase(tx, type, reference);
      return found ? standingBars(tx, found) : null;
    }, { type, reference });
  }

  async bar(actor: Actor, { subjectType, subject, email, reason }: NewBar): Promise<Bar> {
    return this.uow.run(actor, 'disclosure.bar', async (tx) => {
      const found = await findOwnCase(tx, subjectType, subject);
      if (!found) throw notFound('record', subject);
      const address = email.toLowerCase();
      // Afterwards they could not answer for it any more.
      if (address === (await ownEmail(tx, actor))) throw conflict('SAME_PERSON', 'Nobody bars themselves. Ask another manager or administrator of your agency.');
      const standing = (await barsOf(tx, this.vault, found)).some((bar) => bar.liftedAt === null && bar.email === address);
      if (standing) throw conflict('CONFLICT', 'This person is barred from this case already.');
      return this.mustFind(tx, await insertBar(tx, this.vault, actor, { subject: found, email: address, reason }));
    }, { type: subjectType, reference: subject });
  }

  async lift(actor: Actor, id: string, reason: string): Promise<Bar> {
    return this.uow.run(actor, 'disclosure.bar', async (tx) => {
      await this.mustFind(tx, id);
      if (!(await liftBar(tx, this.vault, actor, { id, reason }))) throw conflict('GUARD_FAILED', 'This bar was lifted already.');
      return this.mustFind(tx, id);
    });
  }

  private async mustFind(tx: Tx, id: string): Promise<Bar> {
    const bar = await findBar(tx, this.vault, id);
    if (!bar) throw notFound('bar');
    return bar;
  }
}
