import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { invalid } from '@hub/domain/errors';
import { Vault } from '@hub/database/crypto/vault';
import { once } from '@hub/database/once';
import { affected, rows, type Tx } from '@hub/database/tx';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { newReference } from '@hub/platform/reference';
import { enqueue, proposeAgenda } from '@hub/queue/jobs';
import { mustFindAgencies } from '../agencies/agencies.queries';
import type { ChangeRequest, ScheduleRequest, VersionRequest } from './inputs';
import { changeMeeting } from './meeting-change';
import { tellInvited } from './meeting-notices.queries';
import { invitedTo } from './meeting-parts.queries';
import { takeMeetingStep, tellMeeting, type MeetingStanding } from './meeting-steps.queries';
import type { MeetingRow } from './meetings.queries';
import { staleMeeting } from './stale';

type Terms = Pick<ScheduleRequest, 'title' | 'place' | 'startsAt' | 'minutes' | 'minutesPerItem' | 'maxLinks' | 'perUnit' | 'perHousehold'>;

/** The hub's coordinators call a meeting, invite agencies, change it and ask for its agenda. */
@Injectable()
export class PlanService {
  constructor(@Inject(UnitOfWork) readonly uow: UnitOfWork, @Inject(Vault) readonly vault: Vault) {}

  schedule(actor: Actor, { idempotencyKey, agencies, ...terms }: ScheduleRequest): Promise<MeetingStanding> {
    const body = { agencies, ...terms };
    return this.uow.run(actor, 'meetings.plan', (tx) => once(tx, this.vault, actor, { operation: 'meetings.schedule', key: idempotencyKey, body }, async () => {
      const [id, reference] = [randomUUID(), newReference('M')];
      await rows(tx, `insert into hub.meeting (id, agency_id, reference, title, place, starts_at, minutes, minutes_per_item, max_links, per_unit, per_household, created_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [id, actor.agencyId, reference, terms.title, terms.place, terms.startsAt, terms.minutes, terms.minutesPerItem, terms.maxLinks, terms.perUnit, terms.perHousehold, actor.userId]);
      await tellMeeting(tx, this.vault, { id, agencyId: actor.agencyId, version: 1 }, { event: 'CALLED', actor });
      await tellInvited(tx, await invite(tx, actor, id, agencies), 'MEETING_INVITED', reference);
      return { reference, version: 1, status: 'PLANNED' };
    }));
  }

  change(actor: Actor, request: ChangeRequest): Promise<MeetingStanding> {
    return changeMeeting(this, actor, 'meetings.plan', { name: 'change', request }, async (tx, meeting) => {
      if (meeting.version !== request.version) throw staleMeeting(meeting, request.version);
      const { added, kept, gone } = await this.reinvite(tx, actor, meeting, request.agencies);
      const isMoved = isElsewhere(meeting, request);
      const { title, place, startsAt, minutes, minutesPerItem, maxLinks, perUnit, perHousehold } = request;
      const changes = { title, place, startsAt, minutes, minutesPerItem, maxLinks, perUnit, perHousehold, sequence: meeting.sequence + (isMoved ? 1 : 0) };
      const standing = await takeMeetingStep(tx, this.vault, meeting, { event: 'CHANGED', actor, changes });
      await tellInvited(tx, added, 'MEETING_INVITED', meeting.reference);
      await tellInvited(tx, gone, 'MEETING_CANCELLED', meeting.reference);
      if (isMoved) await tellInvited(tx, kept, 'MEETING_MOVED', meeting.reference);
      return standing;
    });
  }

  cancel(actor: Actor, request: VersionRequest): Promise<MeetingStanding> {
    return changeMeeting(this, actor, 'meetings.plan', { name: 'cancel', request }, async (tx, meeting) => {
      if (meeting.version !== request.version) throw staleMeeting(meeting, request.version);
      const standing = await takeMeetingStep(tx, this.vault, meeting, { event: 'CANCELLED', actor, changes: { sequence: meeting.sequence + 1 } });
      await tellInvited(tx, await invitedTo(tx, meeting.id), 'MEETING_CANCELLED', meeting.reference);
      return standing;
    });
  }

  /** The wish and its job in one transaction; the worker proposes. */
  propose(actor: Actor, request: VersionRequest): Promise<MeetingStanding> {
    return changeMeeting(this, actor, 'meetings.plan', { name: 'propose', request }, async (tx, meeting) => {
      if (meeting.version !== request.version) throw staleMeeting(meeting, request.version);
      const wish = meeting.agendaWish + 1;
      const standing = await takeMeetingStep(tx, this.vault, meeting, { event: 'AGENDA_ASKED', actor, changes: { agendaStatus: 'QUEUED', agendaWish: wish, agendaError: null } });
      await enqueue(tx, proposeAgenda, { meetingId: meeting.id, wish });
      return standing;
    });
  }

  private async reinvite(tx: Tx, actor: Actor, meeting: MeetingRow, codes: readonly string[]) {
    const before = await invitedTo(tx, meeting.id);
    const after = (await agenciesToInvite(tx, actor, codes)).map(({ id }) => id);
    const [added, kept, gone] = [after.filter((id) => !before.includes(id)), after.filter((id) => before.includes(id)), before.filter((id) => !after.includes(id))];
    if (gone.length > 0) await refuseIfNamed(tx, meeting, gone);
    await affected(tx, 'delete from hub.meeting_agency where meeting_id = $1::uuid and invited_id = any($2::uuid[])', [meeting.id, gone]);
    await insertInvited(tx, meeting, added);
    return { added, kept, gone };
  }
}

const isElsewhere = (meeting: MeetingRow, { startsAt, minutes, place }: Terms): boolean => meeting.startsAt.getTime() !== startsAt.getTime() || meeting.minutes !== minutes || meeting.place !== place;

async function agenciesToInvite(tx: Tx, actor: Actor, codes: readonly string[]) {
  const found = await mustFindAgencies(tx, codes);
  if (found.some(({ id, kind }) => id === actor.agencyId || kind === 'HUB' || kind === 'OUTSIDE')) throw invalid([{ path: 'agencies', message: 'Councils and voluntary agencies are invited. The hub convenes the meeting.' }]);
  return found;
}

async function invite(tx: Tx, actor: Actor, id: string, codes: readonly string[]): Promise<string[]> {
  const invited = (await agenciesToInvite(tx, actor, codes)).map((agency) => agency.id);
  await insertInvited(tx, { id, agencyId: actor.agencyId }, invited);
  return invited;
}

async function insertInvited(tx: Tx, { id, agencyId }: Pick<MeetingRow, 'id' | 'agencyId'>, invited: readonly string[]): Promise<void> {
  await affected(tx, 'insert into hub.meeting_agency (meeting_id, agency_id, invited_id) select $1, $2, i from unnest($3::uuid[]) i', [id, agencyId, invited]);
}

async function refuseIfNamed(tx: Tx, { id }: MeetingRow, gone: readonly string[]): Promise<void> {
  const named = await rows(tx, 'select from hub.meeting_person where meeting_id = $1::uuid and user_agency_id = any($2::uuid[]) limit 1', [id, gone]);
  if (named.length > 0) throw invalid([{ path: 'agencies', message: 'An agency that named people stays invited until they are taken off.' }]);
}
