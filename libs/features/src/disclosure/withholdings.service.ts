import { Inject, Injectable } from '@nestjs/common';
import { can } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import { conflict, invalid, notFound } from '@hub/domain/errors';
import { Vault } from '@hub/database/crypto/vault';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import {
  findChildId, findWithholding, insertWithholding, settleWithholding, withholdingsOf, withholdingsToSettle, type NewWithholding, type Withholding, type WithholdingOutcome,
} from './withholdings.queries';

export interface WithholdingRequest extends NewWithholding {
  readonly child: string;
}

/** Decisions not to share (Children Act 2004 s.16LA(3)): by one person, approved by a second of the same council. */
@Injectable()
export class WithholdingsService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault, @Inject(Clock) private readonly clock: Clock) {}

  list(actor: Actor, child: string): Promise<Withholding[]> {
    return this.uow.run(actor, 'children.viewIdentity', async (tx) => {
      if (!(await findChildId(tx, child))) throw notFound('child', child);
      return withholdingsOf(tx, this.vault, child);
    }, { type: 'CHILD', reference: child, stage: 'OWN' });
  }

  record(actor: Actor, { child, ...decision }: WithholdingRequest): Promise<Withholding> {
    return this.uow.run(actor, 'disclosure.withhold', async (tx) => {
      if (decision.decidedOn > this.clock.today()) throw invalid([{ path: 'decidedOn', message: 'The day of the decision lies in the future.' }]);
      const childId = await findChildId(tx, child);
      if (!childId) throw notFound('child', child);
      const made = await findWithholding(tx, this.vault, await insertWithholding(tx, this.vault, actor, childId, decision));
      if (!made) throw notFound('child', child);
      return made;
    }, { type: 'CHILD', reference: child });
  }

  settle(actor: Actor, id: string, outcome: WithholdingOutcome): Promise<Withholding> {
    return this.uow.run(actor, 'disclosure.settleWithholding', async (tx) => {
      const found = await findWithholding(tx, this.vault, id);
      if (!found) throw notFound('decision');
      if (found.decidedBy.id === actor.userId) throw conflict('SAME_PERSON', 'Nobody approves their own decision. Ask another manager.');
      if (!(await settleWithholding(tx, actor, id, outcome))) throw conflict('GUARD_FAILED', 'This decision was approved or declined already.');
      return (await findWithholding(tx, this.vault, id)) ?? found;
    });
  }

  /** What waits for this person's approval; nothing for those who approve nothing. */
  toSettle(actor: Actor): Promise<Withholding[]> {
    if (!can(actor, 'disclosure.settleWithholding')) return Promise.resolve([]);
    return this.uow.run(actor, 'disclosure.settleWithholding', (tx) => withholdingsToSettle(tx, this.vault, actor.userId));
  }
}
