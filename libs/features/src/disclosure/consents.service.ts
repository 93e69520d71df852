import { Inject, Injectable } from '@nestjs/common';
import { can } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import type { ConsentScope } from '@hub/domain/disclosure/consent';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { conflict, invalid, notFound } from '@hub/domain/errors';
import type { Tx } from '@hub/database/tx';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { refreshHouseholdCards } from '../adopters/household-cards.queries';
import { findOwnCase } from './cases.queries';
import { consentsOf, consentsToRenew, insertConsents, withdrawConsents, type Consent, type ConsentGiver, type ConsentManner, type ConsentToRenew } from './consents.queries';

export interface AskedConsent {
  readonly household: string;
  readonly scopes: readonly ConsentScope[];
  readonly granted: boolean;
  readonly wording: string;
  readonly how: ConsentManner;
  readonly givenBy: ConsentGiver;
  readonly givenOn: IsoDate;
}

/** What adopters agreed to (domain.md 5.4): answer by answer, for a year each, withdrawn with effect on the very next read. */
@Injectable()
export class ConsentsService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Clock) private readonly clock: Clock) {}

  list(actor: Actor, household: string): Promise<Consent[]> {
    return this.uow.run(actor, 'disclosure.consent', async (tx) => consentsOf(tx, await mustFind(tx, household)), { type: 'HOUSEHOLD', reference: household });
  }

  record(actor: Actor, { household, scopes, ...answer }: AskedConsent): Promise<Consent[]> {
    return this.uow.run(actor, 'disclosure.consent', async (tx) => {
      const householdId = await mustFind(tx, household);
      if (answer.givenOn > this.clock.today()) throw invalid([{ path: 'givenOn', message: 'The day of their answer lies in the future.' }]);
      if (answer.granted && answer.givenBy === 'ONE_ADULT') throw invalid([{ path: 'givenBy', message: 'All adults of the household have to agree; one may refuse for both.' }]);
      await insertConsents(tx, actor, scopes.map((scope) => ({ ...answer, householdId, scope })));
      await refreshHouseholdCards(tx, { ids: [householdId] });
      return consentsOf(tx, householdId);
    }, { type: 'HOUSEHOLD', reference: household });
  }

  withdraw(actor: Actor, household: string, scopes: readonly ConsentScope[]): Promise<Consent[]> {
    return this.uow.run(actor, 'disclosure.consent', async (tx) => {
      const householdId = await mustFind(tx, household);
      if ((await withdrawConsents(tx, actor, householdId, scopes)) === 0) throw conflict('GUARD_FAILED', 'There is no consent to withdraw: it ran out, or was withdrawn already.');
      await refreshHouseholdCards(tx, { ids: [householdId] });
      return consentsOf(tx, householdId);
    }, { type: 'HOUSEHOLD', reference: household });
  }

  /** What is to be asked anew; nothing for those who ask nobody. */
  toRenew(actor: Actor): Promise<ConsentToRenew[]> {
    if (!can(actor, 'disclosure.consent')) return Promise.resolve([]);
    return this.uow.run(actor, 'work.view', (tx) => consentsToRenew(tx, actor.userId));
  }
}

async function mustFind(tx: Tx, reference: string): Promise<string> {
  const household = await findOwnCase(tx, 'HOUSEHOLD', reference);
  if (!household) throw notFound('household', reference);
  return household.id;
}
