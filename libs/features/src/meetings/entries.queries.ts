import { notFound } from '@hub/domain/errors';
import type { PairOutcome, UnitOutcome } from '@hub/domain/meetings/outcomes';
import type { ItemStatus } from '@hub/domain/meetings/states';
import { row, type Tx } from '@hub/database/tx';
import { shown } from '@hub/database/unit-of-work';
import type { MeetingRow } from './meetings.queries';

export interface ItemEntry {
  readonly id: string;
  readonly position: number | null;
  readonly status: ItemStatus;
  readonly unitId: string;
  readonly unitAgencyId: string;
  readonly outcome: UnitOutcome | null;
  readonly version: number;
  /** Of the item or of a pair of it, whoever sees it. */
  readonly hasOutcome: boolean;
}

export interface PairEntry {
  readonly id: string;
  readonly householdId: string;
  readonly householdAgencyId: string;
  /** Null: not on the agenda. */
  readonly position: number | null;
  readonly outcome: PairOutcome | null;
  readonly reason: string | null;
  readonly version: number;
}

export interface Entry {
  readonly item: ItemEntry;
  readonly pair?: PairEntry;
}

interface Wanted {
  readonly unit: string;
  readonly household?: string | null | undefined;
}

/** An item by its child's or group's reference, and a pair of it by the family's; not found alike where there is none and where it is not shown to the actor. */
export async function findEntry(tx: Tx, meeting: MeetingRow, wanted: Wanted): Promise<Entry> {
  const { unit, household } = wanted;
  const { item, pair } = await entryOf(tx, meeting, wanted);
  if (!item) throw notFound('item');
  if (household == null) {
    shown({ about: { type: 'UNIT', reference: unit } });
    return { item };
  }
  if (!pair) throw notFound('pair');
  shown({ about: [{ type: 'UNIT', reference: unit }, { type: 'HOUSEHOLD', reference: household }] });
  return { item, pair };
}

/** As much of it as there is, which may be nothing, for who is about to add the rest: nothing of it is shown. */
export async function entryOf(tx: Tx, meeting: MeetingRow, { unit, household }: Wanted): Promise<Partial<Entry>> {
  const item = await row<ItemEntry>(tx, `
    select i.id, i.position, i.status, u.unit_id as "unitId", u.unit_agency_id as "unitAgencyId", u.outcome, u.version,
      u.outcome is not null or exists (select from hub.meeting_pair p where p.item_id = i.id and p.outcome is not null) as "hasOutcome"
    from hub.meeting_item i join hub.meeting_unit u on u.item_id = i.id where i.meeting_id = $1::uuid and u.unit_reference = $2`, [meeting.id, unit]);
  if (!item || household == null) return item ? { item } : {};
  const pair = await row<PairEntry>(tx, `
    select id, household_id as "householdId", household_agency_id as "householdAgencyId", position, outcome, reason, version
    from hub.meeting_pair where item_id = $1::uuid and household_reference = $2`, [item.id, household]);
  return pair ? { item, pair } : { item };
}
