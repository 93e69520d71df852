import type { Action } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import { notFound } from '@hub/domain/errors';
import type { ItemFacts } from '@hub/domain/panels/items';
import type { Vault } from '@hub/database/crypto/vault';
import { once } from '@hub/database/once';
import type { Tx } from '@hub/database/tx';
import { shown, type UnitOfWork } from '@hub/database/unit-of-work';
import type { Clock } from '@hub/platform/clock';
import { aboutPair } from '../audit/about-pair';
import { findItem, takeItemStep, type ItemRow, type ItemStep } from './items.queries';
import type { PanelStanding } from './plan.service';
import { staleItem } from './stale';

export interface Door {
  readonly uow: UnitOfWork;
  readonly vault: Vault;
  readonly clock: Clock;
}

interface Asked {
  readonly item: string;
  /** Without: the change is of a kind that loses nothing when somebody else came between. */
  readonly version?: number;
  readonly idempotencyKey?: string | null | undefined;
}

/** The item as the rules look at it. */
export interface Held {
  readonly item: ItemRow;
  readonly facts: ItemFacts;
  readonly today: IsoDate;
}

/** A change of an item of the own agency: the item is held first, so that changes follow one another, and done once for each key. */
export function changeItem<T extends Asked>({ uow, vault, clock }: Door, actor: Actor, action: Action, { name, request }: { readonly name: string; readonly request: T },
  work: (tx: Tx, held: Held) => Promise<void>): Promise<PanelStanding> {
  const { idempotencyKey, ...body } = request;
  return uow.run(actor, action, (tx) => once(tx, vault, actor, { operation: `panels.${name}`, key: idempotencyKey, body }, async () => {
    const item = await findItem(tx, request.item, 'lock');
    if (!item || item.agencyId !== actor.agencyId) throw notFound('item', request.item);
    shown({ about: aboutPair(item) });
    if (request.version !== undefined && item.version !== request.version) throw await staleItem(tx, item, request.version);
    const today = isoDate(clock.today());
    const { status, meetsOn, recommendation, minutesFinalOn, version } = item;
    await work(tx, { item, facts: { status, meetsOn, recommendation, minutesFinalOn, today }, today });
    return { reference: item.reference, version: (await findItem(tx, request.item))?.version ?? version };
  }));
}

/** A step, or STALE_VERSION with both versions. */
export async function stepItem(tx: Tx, item: ItemRow, step: ItemStep): Promise<void> {
  if (!(await takeItemStep(tx, item, step))) throw await staleItem(tx, item, item.version);
}

export const laterOf = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b);
