import { Inject, Injectable } from '@nestjs/common';
import { can, type Action } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import { fieldNames } from '@hub/domain/audit/field-names';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import { Vault } from '@hub/database/crypto/vault';
import type { Tx } from '@hub/database/tx';
import { shown, UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { peopleByIds, type Person } from '../agencies/users.queries';
import { childCases } from './child-cases.queries';
import { countsOf, isOf, itemsOf, sorted, type ClockCounts, type ClockFilter, type ClockItem } from './clock-items';
import { enquiryCases } from './enquiry-cases.queries';
import { householdCases } from './household-cases.queries';
import { meetingCases, panelCases } from './panel-cases.queries';
import { placementCases } from './placement-cases.queries';

export interface ShownClockItem extends Omit<ClockItem, 'agencyId' | 'workerId'> {
  readonly worker: Person | null;
}

export interface ClockList {
  readonly items: readonly ShownClockItem[];
  readonly totalCount: number;
  /** However they stand. */
  readonly counts: ClockCounts;
  /** Colleagues who have some of them. */
  readonly workers: readonly Person[];
}

/** What is due, overdue and at rest in the own agency's cases. */
@Injectable()
export class ClocksService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault, @Inject(Clock) private readonly clock: Clock) {}

  list(actor: Actor, filter: ClockFilter, limit: number, offset: number): Promise<ClockList> {
    return this.all(actor, 'clocks.read', filter, (items) => items.slice(offset, offset + limit));
  }

  /** All that the filter finds, for a file. */
  export(actor: Actor, filter: ClockFilter): Promise<ClockList> {
    return this.all(actor, 'clocks.export', filter, (items) => items);
  }

  private all(actor: Actor, action: Action, filter: ClockFilter, part: (items: readonly ClockItem[]) => readonly ClockItem[]): Promise<ClockList> {
    return this.uow.run(actor, action, async (tx) => {
      const known = await itemsFor(tx, this.vault, actor, isoDate(this.clock.today()));
      const meant = known.filter((item) => isOf(item, filter, actor));
      const found = sorted(meant.filter(({ standing }) => filter.standing == null || standing === filter.standing));
      const people = new Map((await peopleByIds(tx, [...new Set(known.flatMap(({ workerId }) => workerId ?? []))])).map((person) => [person.id, person]));
      const items = part(found).map(({ clock, standing, subjectType, subject, member, workerId }) => ({ clock, standing, subjectType, subject, member, worker: (workerId && people.get(workerId)) || null }));
      shown({ fields: fieldNames(items), count: items.length });
      return { items, totalCount: found.length, counts: countsOf(meant), workers: [...people.values()].sort((a, b) => (a.displayName < b.displayName ? -1 : 1)) };
    });
  }
}

/** Of children for those who may read children's records, of households and enquiries likewise, of panels and placements for those who read them. */
async function itemsFor(tx: Tx, vault: Vault, actor: Actor, today: IsoDate): Promise<ClockItem[]> {
  return [
    ...(can(actor, 'children.viewIdentity') ? itemsOf('UNIT', await childCases(tx, vault), today) : []),
    ...(can(actor, 'adopters.viewIdentity') ? itemsOf('HOUSEHOLD', await householdCases(tx), today) : []),
    ...(can(actor, 'enquiries.read') ? itemsOf('ENQUIRY', await enquiryCases(tx), today) : []),
    ...(can(actor, 'panels.read') ? [...itemsOf('PANEL', await meetingCases(tx, today), today), ...itemsOf('PANEL_ITEM', await panelCases(tx), today)] : []),
    ...(can(actor, 'placements.read') ? itemsOf('PLACEMENT', await placementCases(tx), today) : []),
  ];
}
