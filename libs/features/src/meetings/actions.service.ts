import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { isoDate } from '@hub/domain/dates/iso-date';
import { conflict, forbidden, invalid, notFound } from '@hub/domain/errors';
import { Vault } from '@hub/database/crypto/vault';
import { affected, row } from '@hub/database/tx';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { findEntry } from './entries.queries';
import type { ActionRequest, CorrectionRequest, FinishRequest } from './inputs';
import { changeMeeting } from './meeting-change';
import { tellPersons } from './meeting-notices.queries';
import { ACTION, personsOf, type ActionRow } from './meeting-parts.queries';
import { takeMeetingStep, type MeetingStanding } from './meeting-steps.queries';
import { mayFinish } from './meeting-view.queries';

/** What follows from a meeting: who does what until when, and what is put right in its minutes. */
@Injectable()
export class ActionsService {
  constructor(@Inject(UnitOfWork) readonly uow: UnitOfWork, @Inject(Vault) readonly vault: Vault, @Inject(Clock) private readonly clock: Clock) {}

  /** To somebody who is expected at the meeting; it stands in their work until it is done. */
  give(actor: Actor, request: ActionRequest): Promise<MeetingStanding> {
    return changeMeeting(this, actor, 'meetings.record', { name: 'giveAction', request }, async (tx, meeting) => {
      const owner = (await personsOf(tx, meeting.id)).find(({ number }) => number === request.owner);
      if (!owner) throw invalid([{ path: 'owner', message: 'Choose somebody who is expected at the meeting.' }]);
      if (request.dueOn < this.clock.today()) throw invalid([{ path: 'dueOn', message: 'The date lies in the past.' }]);
      const item = request.unit == null ? null : (await findEntry(tx, meeting, { unit: request.unit })).item;
      const actionId = randomUUID();
      await affected(tx, `
        insert into hub.meeting_action (id, meeting_id, agency_id, number, item_id, owner_id, owner_agency_id, due_on)
        select $1, $2, $3, coalesce(max(a.number), 0) + 1, $4, $5, $6, $7::date from hub.meeting_action a where a.meeting_id = $2`,
      [actionId, meeting.id, meeting.agencyId, item?.id ?? null, owner.userId, owner.agencyId, request.dueOn]);
      const standing = await takeMeetingStep(tx, this.vault, meeting, { event: 'ACTION_GIVEN', actor, actionId, userId: owner.userId, words: request.words, ...(item && { itemId: item.id }) });
      if (owner.userId !== actor.userId) await tellPersons(tx, [owner], 'ACTION_GIVEN', meeting.reference);
      return standing;
    });
  }

  /** By its owner, or by who approves in the owner's agency. */
  finish(actor: Actor, request: FinishRequest): Promise<MeetingStanding> {
    return changeMeeting(this, actor, 'meetings.attend', { name: 'finishAction', request }, async (tx, meeting) => {
      const action = await row<ActionRow>(tx, `${ACTION} where a.meeting_id = $1::uuid and a.number = $2`, [meeting.id, request.number]);
      if (!action) throw notFound('action');
      if (!mayFinish(actor, action)) throw forbidden('meetings.attend');
      if (action.doneOn !== null) throw conflict('CONFLICT', 'This action is done already.');
      const doneOn = request.doneOn ?? isoDate(this.clock.today());
      if (doneOn > this.clock.today()) throw invalid([{ path: 'doneOn', message: 'The date lies in the future.' }]);
      await affected(tx, 'update hub.meeting_action set done_on = $2::date, done_by = $3 where id = $1', [action.id, doneOn, actor.userId]);
      return takeMeetingStep(tx, this.vault, meeting, { event: 'ACTION_DONE', actor, actionId: action.id, userId: action.ownerId, ...(action.itemId !== null && { itemId: action.itemId }) });
    });
  }

  /** After the meeting closed: what was recorded stays, and the correction stands beside it. */
  correct(actor: Actor, request: CorrectionRequest): Promise<MeetingStanding> {
    return changeMeeting(this, actor, 'meetings.record', { name: 'correct', request }, async (tx, meeting) => {
      if (request.unit == null && request.household != null) throw invalid([{ path: 'unit', message: 'Say beside which child or group the family stood.' }]);
      const entry = request.unit == null ? null : await findEntry(tx, meeting, { unit: request.unit, household: request.household });
      return takeMeetingStep(tx, this.vault, meeting, { event: 'CORRECTED', actor, words: request.words, ...(entry && { itemId: entry.item.id }), ...(entry?.pair && { pairId: entry.pair.id }) });
    });
  }
}
