import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { fieldNames } from '@hub/domain/audit/field-names';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import { DomainError, notFound } from '@hub/domain/errors';
import { foldItem, itemDifferences, nextItem, outstandingOf, type ItemState, type RecordedEvent } from '@hub/domain/fees/item-events';
import type { Pence } from '@hub/domain/fees/money';
import { Vault } from '@hub/database/crypto/vault';
import { once } from '@hub/database/once';
import type { Tx } from '@hub/database/tx';
import { shown, UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { aboutPair } from '../audit/about-pair';
import { feeView, itemsFor, sideOf, type FeeItem, type FeeView } from './fee-view.queries';
import { eventsOfItems, findFee, findItem, insertEvent, listItems, type FeeRow, type ItemFilter, type ItemRow } from './fees.queries';
import { insertNote } from './notes.queries';

export interface RecordRequest {
  /** The id of a sum that fell due. */
  readonly item: string;
  /** The version that the person saw. */
  readonly version: number;
  readonly event: RecordedEvent;
  readonly onDate: IsoDate;
  /** Of a payment, in pence. */
  readonly sum?: Pence | null;
  readonly invoiceNumber?: string | null;
  readonly words?: string | null;
  readonly idempotencyKey?: string | null;
}

export interface NoteRequest {
  readonly placement: string;
  readonly words: string;
  readonly idempotencyKey?: string | null;
}

/** How a sum stands after a mutation: kept under an idempotency key, so without a word. */
export interface ItemAnswer {
  readonly id: string;
  readonly state: ItemState;
  readonly version: number;
}

/** Fees of placements as the two agencies see them and record what became of them (docs/adr/0028). */
@Injectable()
export class FeesService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault, @Inject(Clock) private readonly clock: Clock) {}

  fee(actor: Actor, placement: string): Promise<FeeView | null> {
    return this.uow.run(actor, 'fees.read', async (tx) => {
      const fee = await findFee(tx, placement);
      if (!fee) return null;
      const view = await feeView(tx, this.vault, actor, fee, this.today());
      shown({ about: aboutPair(fee), fields: fieldNames(view) });
      return view;
    });
  }

  items(actor: Actor, filter: ItemFilter, limit: number, offset: number): Promise<{ items: FeeItem[]; totalCount: number }> {
    return this.uow.run(actor, 'fees.read', async (tx) => {
      const found = await listItems(tx, filter, limit, offset);
      const items = await itemsFor(tx, actor, found.items);
      shown({ fields: fieldNames(items), count: items.length });
      return { items, totalCount: found.totalCount };
    });
  }

  record(actor: Actor, { idempotencyKey, ...body }: RecordRequest): Promise<ItemAnswer> {
    return this.uow.run(actor, 'fees.record', (tx) => once(tx, this.vault, actor, { operation: 'fees.record', key: idempotencyKey, body }, async () => {
      const item = await findItem(tx, body.item);
      if (!item) throw notFound('fee item');
      await this.seen(tx, item.placement);
      if (item.version !== body.version) throw await stale(tx, item, body.version);
      const side = sideOf(actor, item);
      const recording = { event: body.event, by: side, onDate: body.onDate, sum: body.sum ?? null, invoiceNumber: body.invoiceNumber?.trim() || null, words: body.words?.trim() || null };
      const to = nextItem(item, recording, this.today());
      if (to instanceof DomainError) throw to;
      const version = item.version + 1;
      const isInvoice = body.event === 'INVOICED';
      const sum = body.event === 'PAID' ? recording.sum : body.event === 'WAIVED' ? outstandingOf(item) : null;
      const isFirst = await insertEvent(tx, actor, item, { version, side, event: body.event, onDate: body.onDate, sum, invoiceNumber: isInvoice ? recording.invoiceNumber : null });
      if (!isFirst) throw await stale(tx, item, body.version);
      if (recording.words) await insertNote(tx, this.vault, actor, { placementId: item.placementId, words: recording.words, of: { itemId: item.id, version } });
      return { id: item.id, state: to.state, version };
    }));
  }

  /** Words beside the sums: what was agreed after a disruption above all, for which there are no rules to reckon by. */
  note(actor: Actor, { idempotencyKey, ...body }: NoteRequest): Promise<true> {
    return this.uow.run(actor, 'fees.record', async (tx) => {
      await once(tx, this.vault, actor, { operation: 'fees.note', key: idempotencyKey, body }, async () => {
        const { placementId } = await this.seen(tx, body.placement);
        await insertNote(tx, this.vault, actor, { placementId, words: body.words.trim() });
        return {};
      });
      return true as const;
    });
  }

  private async seen(tx: Tx, placement: string): Promise<FeeRow> {
    const fee = await findFee(tx, placement);
    if (!fee) throw notFound('placement', placement);
    shown({ about: aboutPair(fee) });
    return fee;
  }

  private today(): IsoDate {
    return isoDate(this.clock.today());
  }
}

/** For who came second: what the sum was when they read it, and what it is now (trust.md REL-5). */
async function stale(tx: Tx, { id, amount }: ItemRow, seenVersion: number): Promise<DomainError> {
  const events = await eventsOfItems(tx, [id]);
  const upTo = (version: number) => foldItem(amount, events.filter((event) => event.version <= version));
  const currentVersion = events.at(-1)?.version ?? 0;
  return new DomainError('STALE_VERSION', 'Somebody else has recorded something about this sum since you opened it. Compare both versions, then decide again.', {
    seenVersion, currentVersion, differences: itemDifferences(upTo(seenVersion), upTo(currentVersion)),
  });
}
