import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { ACTION_NAMES, can } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import { conflict, notFound } from '@hub/domain/errors';
import { KeyStore } from '@hub/database/crypto/key-store';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { findAgency, insertAgency, listAgencies, type AgencySummary } from './agencies.queries';
import type { NewAgency } from './inputs';

export interface ViewerSummary {
  readonly id: string;
  readonly displayName: string;
  readonly roles: Actor['roles'];
  readonly agency: AgencySummary;
  readonly actions: readonly string[];
}

@Injectable()
export class AgenciesService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(KeyStore) private readonly keys: KeyStore) {}

  list(actor: Actor): Promise<AgencySummary[]> {
    return this.uow.run(actor, 'agencies.list', listAgencies);
  }

  /** Who is signed in, where they belong and what the access table lets them do. */
  async viewer(actor: Actor): Promise<ViewerSummary> {
    const agency = await this.uow.run(actor, 'agencies.list', (tx) => findAgency(tx, actor.agencyCode));
    if (!agency) throw notFound('agency');
    const { userId: id, displayName, roles } = actor;
    return { id, displayName, roles, agency, actions: ACTION_NAMES.filter((action) => can(actor, action)) };
  }

  async create(actor: Actor, input: NewAgency): Promise<AgencySummary> {
    const id = randomUUID();
    return this.uow.run(actor, 'agencies.manage', async (tx) => {
      if (await findAgency(tx, input.code)) throw conflict('CONFLICT', 'An agency with this code exists already.');
      await insertAgency(tx, id, input);
      // Before the agency can be seen, so that no record of it is ever written without a key. A key that a failed
      // transaction leaves behind protects nothing and harms nothing.
      this.keys.currentKey(id);
      const made = await findAgency(tx, input.code);
      if (!made) throw notFound('agency');
      return made;
    });
  }
}
