import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { notFound } from '@hub/domain/errors';
import { definitionOf } from '@hub/domain/performance/definitions';
import { NATIONAL_THRESHOLDS, targetRefusal, type Target, type TargetEntry } from '@hub/domain/performance/targets';
import { Vault } from '@hub/database/crypto/vault';
import { once } from '@hub/database/once';
import { UnitOfWork } from '@hub/database/unit-of-work';
import type { Tx } from '@hub/database/tx';
import { enteredTargets, insertTarget, withdrawTarget, type EnteredTarget } from './targets.queries';

/** One that is shipped with the hub has no id and was entered by nobody. */
export type KnownTarget = EnteredTarget | (Target & { readonly id: null; readonly at: null; readonly isOurs: false });

export interface TargetRequest extends TargetEntry {
  readonly idempotencyKey?: string | null;
}

/** National thresholds, and the targets of the region and its agencies, as dated data. Everybody may read them: they are about no case. */
@Injectable()
export class TargetsService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault) {}

  /** Those that were entered first, the latest of them first, as `targetsFor` wants them. */
  targets(actor: Actor): Promise<readonly KnownTarget[]> {
    return this.uow.run(actor, 'agencies.list', (tx) => knownTargets(tx, actor));
  }

  /** For the actor's agency; by the hub for the region. A later entry for the same days takes its place. */
  async enter(actor: Actor, { idempotencyKey, ...entry }: TargetRequest): Promise<readonly KnownTarget[]> {
    const refusal = targetRefusal(entry, definitionOf(entry.code));
    if (refusal) throw refusal;
    return this.uow.run(actor, 'performanceTargets.set', async (tx) => {
      await once(tx, this.vault, actor, { operation: 'performance.enterTarget', key: idempotencyKey, body: entry }, async () => {
        await insertTarget(tx, actor, entry);
        return {};
      });
      return knownTargets(tx, actor);
    });
  }

  withdraw(actor: Actor, id: string): Promise<readonly KnownTarget[]> {
    return this.uow.run(actor, 'performanceTargets.set', async (tx) => {
      if (!(await withdrawTarget(tx, id))) throw notFound('target of your agency');
      return knownTargets(tx, actor);
    });
  }
}

/** For services that show figures beside them, in a unit of work of their own. */
export async function knownTargets(tx: Tx, actor: Actor): Promise<readonly KnownTarget[]> {
  return [...(await enteredTargets(tx, actor)), ...NATIONAL_THRESHOLDS.map((target) => ({ ...target, id: null, at: null, isOurs: false as const }))];
}
