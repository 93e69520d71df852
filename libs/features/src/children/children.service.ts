import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import type { UnitPlan } from '@hub/domain/children/codes';
import { isChildEvent } from '@hub/domain/children/events';
import type { Applied, ChildChanges } from '@hub/domain/children/facts';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import { conflict, invalid, notFound } from '@hub/domain/errors';
import { heldBy, HELD_CHILD_EVENTS } from '@hub/domain/placements/consequences';
import { Vault } from '@hub/database/crypto/vault';
import type { Tx } from '@hub/database/tx';
import { shown, UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { applyOneChild } from './apply-children.queries';
import { settleUnits } from './cards.queries';
import { loadChildren, type ChildRecord } from './child-records.queries';
import { livePlacements } from '../placements/live-placements.queries';
import { newProblems, refuseProblems } from './problems';
import { recordChildEvent } from './record-event.queries';
import { findUnit, findUnits, mergeIntoUnit, type UnitRow } from './units.queries';

export interface NewChild {
  readonly facts: ChildChanges;
  readonly withUnit?: string | null;
  readonly plan?: UnitPlan | null;
}

export interface ChildCorrection {
  readonly child: string;
  readonly version: number;
  readonly facts: ChildChanges;
}

export interface EventRequest {
  readonly subject: string;
  readonly version: number;
  readonly event: string;
  readonly onDate: IsoDate;
  readonly reason?: string | null;
}

/** A council's own children. Every method answers the reference of the unit that the child belongs to. */
@Injectable()
export class ChildrenService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault, @Inject(Clock) private readonly clock: Clock) {}

  create(actor: Actor, { facts, withUnit, plan }: NewChild): Promise<string> {
    return this.uow.run(actor, 'children.create', async (tx) => {
      const beside = withUnit == null ? null : await findUnit(tx, withUnit, 'for update');
      if (withUnit != null && !beside) throw notFound('unit', withUnit);
      const applied = await applyOneChild(tx, this.vault, actor, { facts, record: null }, this.today());
      refuseProblems(applied.problems);
      if (beside) await this.join(tx, actor, beside, applied, plan ?? null);
      const unit = await this.unitOf(tx, applied.id ?? '');
      shown({ about: { type: 'UNIT', reference: unit } });
      return unit;
    });
  }

  correct(actor: Actor, { child, version, facts }: ChildCorrection): Promise<string> {
    return this.uow.run(actor, 'children.edit', async (tx) => {
      const record = await this.mustFind(tx, child, version);
      const applied = await applyOneChild(tx, this.vault, actor, { facts, record }, this.today());
      // What an import brought may be out of order already; a correction must not add to it.
      refuseProblems(newProblems(record.details, applied.problems, this.today()));
      return this.unitOf(tx, record.id);
    }, { type: 'CHILD', reference: child });
  }

  recordEvent(actor: Actor, { subject, version, event, onDate, reason }: EventRequest): Promise<string> {
    return this.uow.run(actor, 'children.edit', async (tx) => {
      if (!isChildEvent(event)) throw invalid([{ path: 'event', message: 'This is no event of a child.' }]);
      const record = await this.mustFind(tx, subject, version);
      const placement = HELD_CHILD_EVENTS.includes(event) ? (await livePlacements(tx, 'child', [record.id])).get(record.id) : undefined;
      if (placement !== undefined) throw conflict('GUARD_FAILED', heldBy(placement));
      await recordChildEvent(tx, this.vault, actor, record, { event, onDate, reason: reason?.trim() || null, today: this.today() });
      return this.unitOf(tx, record.id);
    }, { type: 'CHILD', reference: subject });
  }

  private async join(tx: Tx, actor: Actor, beside: UnitRow, { id }: Applied, plan: UnitPlan | null): Promise<void> {
    if (plan === 'SINGLE') throw invalid([{ path: 'plan', message: 'A child who joins others is no single child.' }]);
    const standing = await loadChildren(tx, this.vault, 'c.unit_id', [beside.id]);
    // A group that people made has no code of a council's file: its unit's own id marks it.
    const group = beside.groupIndex ?? this.vault.blindIndex(actor.agencyId, 'group', `unit ${beside.id}`);
    const planned = plan ?? (beside.plan === 'SINGLE' ? 'TOGETHER' : beside.plan);
    const units = await mergeIntoUnit(tx, this.vault, actor, [...standing.map((child) => child.id), id ?? ''], { group, plan: planned, today: this.today() });
    await settleUnits(tx, this.vault, units, this.today());
  }

  private async mustFind(tx: Tx, reference: string, version: number): Promise<ChildRecord> {
    const [record] = await loadChildren(tx, this.vault, 'c.reference', [reference], 'for update of c');
    if (!record) throw notFound('child', reference);
    if (record.version !== version) throw conflict('STALE_VERSION', 'Somebody else has changed this record. Read it again.');
    return record;
  }

  private async unitOf(tx: Tx, childId: string): Promise<string> {
    const [child] = await loadChildren(tx, this.vault, 'c.id', [childId]);
    const [unit] = child ? await findUnits(tx, [child.unitId]) : [];
    if (!unit) throw notFound('unit');
    return unit.reference;
  }

  private today(): IsoDate {
    return isoDate(this.clock.today());
  }
}
