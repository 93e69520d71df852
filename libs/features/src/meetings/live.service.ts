import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { conflict, DomainError, notFound } from '@hub/domain/errors';
import { Vault } from '@hub/database/crypto/vault';
import { affected, row, rows, type Tx } from '@hub/database/tx';
import { UnitOfWork } from '@hub/database/unit-of-work';
import type { OnwardsRequest, StepOutRequest } from './inputs';
import { changeMeeting } from './meeting-change';
import { tellInvited, tellPersons } from './meeting-notices.queries';
import { invitedTo, personsOf } from './meeting-parts.queries';
import { takeMeetingStep, type MeetingStanding } from './meeting-steps.queries';
import type { MeetingRow } from './meetings.queries';

interface Place {
  readonly id: string;
  readonly position: number;
}

/** The course of a meeting: started, from item to item, closed. Items are told apart by their place, for whoever leads need not be shown each. */
@Injectable()
export class LiveService {
  constructor(@Inject(UnitOfWork) readonly uow: UnitOfWork, @Inject(Vault) readonly vault: Vault) {}

  /** `from`: the item that the person saw before the meeting; where another one is by now, nothing moves. */
  goOn(actor: Actor, request: OnwardsRequest): Promise<MeetingStanding> {
    return changeMeeting(this, actor, 'meetings.record', { name: 'goOn', request }, async (tx, meeting) => {
      const current = await row<Place>(tx, `select id, position from hub.meeting_item where meeting_id = $1::uuid and status = 'CURRENT'`, [meeting.id]);
      if (request.step !== 'START' && (current?.position ?? null) !== (request.from ?? null)) throw elsewhere(meeting, request.from ?? null, current?.position ?? null);
      if (request.step === 'START') return this.start(tx, actor, meeting);
      if (request.step === 'CLOSE') return this.close(tx, actor, meeting, current);
      const to = await this.neighbour(tx, meeting, current, request.step);
      if (current === undefined && to === undefined || request.step === 'BACK' && to === undefined) throw conflict('CONFLICT', 'There is no item that way.');
      if (current) await leave(tx, current, request.step === 'NEXT');
      if (to) await open(tx, to);
      return takeMeetingStep(tx, this.vault, meeting, { event: 'ITEM_OPENED', actor, ...(to && { itemId: to.id }) });
    });
  }

  /** Somebody leaves the room for an item, for a conflict of interest. */
  stepOut(actor: Actor, request: StepOutRequest): Promise<MeetingStanding> {
    return changeMeeting(this, actor, 'meetings.record', { name: 'stepOut', request }, async (tx, meeting) => {
      const item = await row<Place>(tx, 'select id, position from hub.meeting_item where meeting_id = $1::uuid and position = $2', [meeting.id, request.position]);
      if (!item) throw notFound('item');
      const person = (await personsOf(tx, meeting.id)).find(({ number }) => number === request.person);
      if (!person) throw notFound('person');
      const standing = await takeMeetingStep(tx, this.vault, meeting, { event: 'STEPPED_OUT', actor, itemId: item.id, userId: person.userId, words: request.words ?? null });
      await affected(tx, 'insert into hub.meeting_absence (id, meeting_id, agency_id, item_id, user_id, reason) values ($1, $2, $3, $4, $5, $6)', [randomUUID(), meeting.id, meeting.agencyId, item.id, person.userId, request.reason]);
      return standing;
    });
  }

  private async start(tx: Tx, actor: Actor, meeting: MeetingRow): Promise<MeetingStanding> {
    const standing = await takeMeetingStep(tx, this.vault, meeting, { event: 'STARTED', actor });
    const first = await row<Place>(tx, 'select id, position from hub.meeting_item where meeting_id = $1::uuid and position = 1', [meeting.id]);
    if (first) await open(tx, first);
    return standing;
  }

  private async close(tx: Tx, actor: Actor, meeting: MeetingRow, current: Place | undefined): Promise<MeetingStanding> {
    if (current) await leave(tx, current, true);
    const persons = await personsOf(tx, meeting.id);
    await rows(tx, `update hub.meeting_person set attendance = 'LEFT', left_at = now() where meeting_id = $1::uuid and attendance = 'PRESENT'`, [meeting.id]);
    const standing = await takeMeetingStep(tx, this.vault, meeting, { event: 'CLOSED', actor });
    await tellPersons(tx, persons.filter(({ userId }) => userId !== actor.userId), 'MEETING_MINUTES', meeting.reference);
    await tellInvited(tx, await invitedTo(tx, meeting.id), 'MEETING_MINUTES', meeting.reference);
    return standing;
  }

  /** After the last item nothing is before the meeting; back from there is the last, onwards the first that still waits. */
  private neighbour(tx: Tx, { id }: MeetingRow, current: Place | undefined, step: 'NEXT' | 'BACK'): Promise<Place | undefined> {
    const [which, order] = step === 'BACK' ? ['position < coalesce($2, 1000000)', 'desc'] : ["case when $2::int is null then status = 'WAITING' else position > $2 end", 'asc'];
    return row(tx, `select id, position from hub.meeting_item where meeting_id = $1::uuid and position is not null and ${which} order by position ${order} limit 1`, [id, current?.position ?? null]);
  }
}

/** `isDone`: it went on; otherwise it waits again, unless it was done before. */
async function leave(tx: Tx, { id }: Place, isDone: boolean): Promise<void> {
  await affected(tx, `update hub.meeting_item set status = case when $2 or done_at is not null then 'DONE' else 'WAITING' end, since = null, done_at = case when $2 then coalesce(done_at, now()) else done_at end where id = $1`, [id, isDone]);
}

async function open(tx: Tx, { id }: Place): Promise<void> {
  await affected(tx, `update hub.meeting_item set status = 'CURRENT', since = now() where id = $1`, [id]);
}

const elsewhere = ({ version }: MeetingRow, seen: number | null, now: number | null): DomainError =>
  new DomainError('STALE_VERSION', 'Another item is before the meeting by now. See where it is, then decide again.', {
    seenVersion: version, currentVersion: version, differences: [{ field: 'current', seen: seen === null ? null : String(seen), now: now === null ? null : String(now) }],
  });
