import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { conflict, notFound } from '@hub/domain/errors';
import { Vault } from '@hub/database/crypto/vault';
import { affected, type Tx } from '@hub/database/tx';
import { shown, UnitOfWork } from '@hub/database/unit-of-work';
import { findCase, nextPairPosition, nextPosition, renumber, type CaseRow } from './agenda.queries';
import type { EntryRequest, MoveRequest, PinRequest } from './inputs';
import { changeMeeting } from './meeting-change';
import { takeMeetingStep, type MeetingStanding } from './meeting-steps.queries';
import type { MeetingRow } from './meetings.queries';
import { entryOf, findEntry, type Entry } from './entries.queries';
import { staleMeeting } from './stale';

/** What people change of an agenda by hand: the programme only proposes. By the hub, the chair and whoever takes the minutes. */
@Injectable()
export class AgendaService {
  constructor(@Inject(UnitOfWork) readonly uow: UnitOfWork, @Inject(Vault) readonly vault: Vault) {}

  /** A child or group at the end of the agenda, or a family beside one of it. What was left off comes back. */
  add(actor: Actor, request: EntryRequest): Promise<MeetingStanding> {
    return changeMeeting(this, actor, 'meetings.record', { name: 'add', request }, (tx, meeting) => (request.household == null ? this.addItem(tx, actor, meeting, request.unit) : this.addPair(tx, actor, meeting, request.unit, request.household)));
  }

  leaveOff(actor: Actor, request: EntryRequest): Promise<MeetingStanding> {
    return changeMeeting(this, actor, 'meetings.record', { name: 'leaveOff', request }, async (tx, meeting) => {
      const { item, pair } = await findEntry(tx, meeting, request);
      if (item.position === null) throw notFound('item');
      if (pair) {
        if (pair.position === null) throw notFound('pair');
        if (pair.outcome !== null) throw decided();
        await affected(tx, 'update hub.meeting_pair set left_out = true, position = null, pinned = false where id = $1', [pair.id]);
        return takeMeetingStep(tx, this.vault, meeting, { event: 'PAIR_LEFT_OFF', actor, itemId: item.id, pairId: pair.id });
      }
      if (item.status !== 'WAITING' || item.hasOutcome) throw decided();
      await affected(tx, 'update hub.meeting_item set position = null, left_out = true where id = $1', [item.id]);
      await renumber(tx, meeting.id);
      return takeMeetingStep(tx, this.vault, meeting, { event: 'ITEM_LEFT_OFF', actor, itemId: item.id });
    });
  }

  /** A pinned pair stays when the agenda is proposed anew. */
  pin(actor: Actor, request: PinRequest): Promise<MeetingStanding> {
    return changeMeeting(this, actor, 'meetings.record', { name: 'pin', request }, async (tx, meeting) => {
      const { item, pair } = await mustFindPair(tx, meeting, request);
      await affected(tx, 'update hub.meeting_pair set pinned = $2 where id = $1', [pair.id, request.pinned]);
      return takeMeetingStep(tx, this.vault, meeting, { event: request.pinned ? 'PAIR_PINNED' : 'PAIR_UNPINNED', actor, itemId: item.id, pairId: pair.id });
    });
  }

  /** By a place, up or down. By its position, for whoever moves it need not be shown what it is. */
  move(actor: Actor, request: MoveRequest): Promise<MeetingStanding> {
    return changeMeeting(this, actor, 'meetings.record', { name: 'move', request }, async (tx, meeting) => {
      if (meeting.version !== request.version) throw staleMeeting(meeting, request.version);
      const to = request.position + (request.up ? -1 : 1);
      const swapped = await affected(tx, `
        update hub.meeting_item set position = $2::int + $3::int - position where meeting_id = $1 and position in ($2, $3)
          and (select count(*) from hub.meeting_item i where i.meeting_id = $1 and i.position in ($2, $3)) = 2`, [meeting.id, request.position, to]);
      if (swapped === 0) throw conflict('CONFLICT', 'It stands at that end of the agenda already.');
      return takeMeetingStep(tx, this.vault, meeting, { event: 'ITEM_MOVED', actor });
    });
  }

  private async addItem(tx: Tx, actor: Actor, meeting: MeetingRow, unit: string): Promise<MeetingStanding> {
    const found = await mustFindCase(tx, meeting, 'unit', unit);
    const { item: standing } = await entryOf(tx, meeting, { unit });
    if (standing && standing.position !== null) throw conflict('CONFLICT', 'This child or group is on the agenda already.');
    const itemId = standing?.id ?? randomUUID();
    const position = await nextPosition(tx, meeting.id);
    if (standing) await affected(tx, 'update hub.meeting_item set position = $2, left_out = false where id = $1', [itemId, position]);
    else await insertItems(tx, meeting, [{ itemId, position, unitId: found.id, unitAgencyId: found.agencyId, priority: null }]);
    return takeMeetingStep(tx, this.vault, meeting, { event: 'ITEM_ADDED', actor, itemId });
  }

  private async addPair(tx: Tx, actor: Actor, meeting: MeetingRow, unit: string, household: string): Promise<MeetingStanding> {
    const { item } = await findEntry(tx, meeting, { unit });
    if (item.position === null) throw notFound('item');
    const found = await mustFindCase(tx, meeting, 'household', household);
    const { pair: standing } = await entryOf(tx, meeting, { unit, household });
    if (standing && standing.position !== null) throw conflict('CONFLICT', 'This family stands beside this child or group already.');
    const pairId = standing?.id ?? randomUUID();
    const position = await nextPairPosition(tx, item.id);
    if (standing) await affected(tx, 'update hub.meeting_pair set left_out = false, pinned = true, position = $2 where id = $1', [pairId, position]);
    else {
      await affected(tx, `
        insert into hub.meeting_pair (id, item_id, meeting_id, agency_id, unit_id, household_id, household_agency_id, household_reference, position, proposed_by, pinned)
        values ($1, $2, $3, $4, $5, $6, $7, '', $8, 'PERSON', true)`, [pairId, item.id, meeting.id, meeting.agencyId, item.unitId, found.id, found.agencyId, position]);
    }
    return takeMeetingStep(tx, this.vault, meeting, { event: 'PAIR_ADDED', actor, itemId: item.id, pairId });
  }
}

const decided = () => conflict('GUARD_FAILED', 'An outcome is recorded there, or the item was before the meeting. It stays on the agenda.');

async function mustFindPair(tx: Tx, meeting: MeetingRow, { unit, household }: { readonly unit: string; readonly household: string }): Promise<Required<Entry> & { pair: NonNullable<Entry['pair']> }> {
  const { item, pair } = await findEntry(tx, meeting, { unit, household });
  if (!pair || pair.position === null || item.position === null) throw notFound('pair');
  return { item, pair };
}

async function mustFindCase(tx: Tx, meeting: MeetingRow, what: 'unit' | 'household', reference: string): Promise<CaseRow> {
  const found = await findCase(tx, meeting.id, what, reference);
  if (!found) throw notFound(what, reference);
  shown({ about: { type: what === 'unit' ? 'UNIT' : 'HOUSEHOLD', reference } });
  return found;
}

export interface NewItem {
  readonly itemId: string;
  readonly position: number;
  readonly unitId: string;
  readonly unitAgencyId: string;
  readonly priority: number | null;
}

export async function insertItems(tx: Tx, { id, agencyId }: Pick<MeetingRow, 'id' | 'agencyId'>, items: readonly NewItem[]): Promise<void> {
  const given = [id, agencyId, JSON.stringify(items)];
  await affected(tx, `
    insert into hub.meeting_item (id, meeting_id, agency_id, position) select r."itemId", $1, $2, r.position from jsonb_to_recordset($3::jsonb) as r("itemId" uuid, position integer)`, given);
  await affected(tx, `
    insert into hub.meeting_unit (item_id, meeting_id, agency_id, unit_id, unit_agency_id, unit_reference, priority)
    select r."itemId", $1, $2, r."unitId", r."unitAgencyId", '', r.priority from jsonb_to_recordset($3::jsonb) as r("itemId" uuid, "unitId" uuid, "unitAgencyId" uuid, priority double precision)`, given);
}
