import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { deliveryOf, type Delivery } from '@hub/domain/audit/delivery';
import { fieldNames } from '@hub/domain/audit/field-names';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { notFound } from '@hub/domain/errors';
import { Vault } from '@hub/database/crypto/vault';
import type { Tx } from '@hub/database/tx';
import { shown, UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { openingReasons } from '../disclosure/break-glass.queries';
import { archivedBefore } from './boundaries.queries';
import { searchChanges, type ChangeRow } from './changes.queries';
import type { LogFilter, LookedAt } from './inputs';
import { looksAt, searchLooks, type LookRow, type PageFound, type PageWish } from './looks.queries';

export interface ShownLook extends LookRow {
  readonly delivery: Delivery;
}

/** A page of the log. */
export interface LogPage<T> extends PageFound<T> {
  /** What is older lies in the archive (trust.md AUD-10); `null` while nothing does. */
  readonly archivedBefore: IsoDate | null;
}

/** The access log as those who answer for it read it; reading it is recorded like any other look. */
@Injectable()
export class LogService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Clock) private readonly clock: Clock, @Inject(Vault) private readonly vault: Vault) {}

  /** Who has looked at a record of the own agency (trust.md AUD-7). */
  whoLooked(actor: Actor, subject: LookedAt, filter: LogFilter, page: PageWish): Promise<LogPage<ShownLook>> {
    return this.uow.run(actor, 'audit.whoLooked', async (tx) => {
      const found = await looksAt(tx, subject, filter, page);
      if (!found) throw notFound(subject.type === 'UNIT' ? 'unit' : 'household', subject.reference);
      return this.answer(tx, found);
    }, subject);
  }

  accesses(actor: Actor, filter: LogFilter, page: PageWish): Promise<LogPage<ShownLook>> {
    return this.uow.run(actor, 'audit.search', async (tx) => this.answer(tx, await searchLooks(tx, filter, page)));
  }

  changes(actor: Actor, filter: LogFilter, page: PageWish): Promise<LogPage<ChangeRow>> {
    return this.uow.run(actor, 'audit.search', async (tx) => {
      const found = await searchChanges(tx, filter, page);
      shown({ fields: fieldNames(found.items), count: found.items.length });
      return { ...found, archivedBefore: await archivedBefore(tx) };
    });
  }

  private async answer(tx: Tx, found: PageFound<LookRow>): Promise<LogPage<ShownLook>> {
    const now = this.clock.now();
    const reasons = await openingReasons(tx, this.vault, found.items.flatMap(({ reason }) => reason ?? []));
    const items = found.items.map((look) => ({ ...look, reason: look.reason && (reasons.get(look.reason) ?? look.reason), delivery: deliveryOf(look, now) }));
    shown({ fields: fieldNames(items), count: items.length });
    return { ...found, items, archivedBefore: await archivedBefore(tx) };
  }
}
