import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import { mayShare } from '@hub/domain/disclosure/grant';
import { conflict, DomainError, forbidden, invalid, notFound } from '@hub/domain/errors';
import { keepLonger, widenEarlier } from '@hub/domain/local-search/local-search';
import { Vault } from '@hub/database/crypto/vault';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import type { CaseType } from '../disclosure/cases.queries';
import { localSearchOf, lockKept, saveWidening, type LocalSearch } from './local-search.queries';
import { policies, savePolicy, type LocalSearchPolicy } from './policy.queries';

export interface WideningRequest {
  readonly subjectType: CaseType;
  readonly reference: string;
  readonly version: number;
  /** The first day on which the region sees it. */
  readonly on: IsoDate;
  readonly reason?: string | null;
}

/** What an agency keeps to itself for a time, and when the region sees it (docs/adr/0021). */
@Injectable()
export class LocalSearchService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault, @Inject(Clock) private readonly clock: Clock) {}

  policies(actor: Actor): Promise<LocalSearchPolicy[]> {
    return this.uow.run(actor, 'agencies.list', policies);
  }

  /** From today on or later: what began under another policy keeps to it. */
  setPolicy(actor: Actor, policy: Omit<LocalSearchPolicy, 'isRegional'>): Promise<LocalSearchPolicy[]> {
    return this.uow.run(actor, 'localSearchPolicy.set', async (tx) => {
      if (policy.startsOn < this.today()) throw invalid([{ path: 'startsOn', message: 'A policy begins today or later.' }]);
      await savePolicy(tx, actor, policy);
      return policies(tx);
    });
  }

  /** By the approving manager: for longer than the policy says. */
  keep(actor: Actor, request: WideningRequest): Promise<LocalSearch> {
    return this.change(actor, 'localSearch.keep', request, keepLonger);
  }

  /** By a worker: the region sees it earlier. */
  widen(actor: Actor, request: WideningRequest): Promise<LocalSearch> {
    return this.change(actor, 'localSearch.widen', request, widenEarlier);
  }

  private change(actor: Actor, action: 'localSearch.keep' | 'localSearch.widen', { subjectType, reference, version, on, reason }: WideningRequest, decide: typeof keepLonger): Promise<LocalSearch> {
    return this.uow.run(actor, action, async (tx) => {
      if (!mayShare(actor, subjectType)) throw forbidden(action);
      const record = await lockKept(tx, subjectType, reference);
      if (!record) throw notFound(subjectType.toLowerCase(), reference);
      if (record.version !== version) throw conflict('STALE_VERSION', 'Somebody else has changed this record. Read it again.');
      const why = reason?.trim() || null;
      const widensOn = decide({ ...record, today: this.today() }, on, why);
      if (widensOn instanceof DomainError) throw widensOn;
      await saveWidening(tx, this.vault, actor, { type: subjectType, record, widensOn, reason: why });
      return localSearchOf(tx, this.vault, subjectType, record.id);
    }, { type: subjectType, reference });
  }

  private today(): IsoDate {
    return isoDate(this.clock.today());
  }
}
