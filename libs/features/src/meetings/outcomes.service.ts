import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { isoDate } from '@hub/domain/dates/iso-date';
import { conflict, notFound } from '@hub/domain/errors';
import { RULE_OUT_REASONS, wrongOutcome, type RuleOutReason } from '@hub/domain/meetings/outcomes';
import { Vault } from '@hub/database/crypto/vault';
import { affected, row, type Tx } from '@hub/database/tx';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { pairFacts } from '../links/pair.queries';
import { suggestLink } from '../links/suggest.queries';
import { insertMeetingRuling, liftMeetingRuling } from '../matching/ruled-out.queries';
import { findEntry, type ItemEntry, type PairEntry } from './entries.queries';
import type { PairOutcomeRequest, UnitOutcomeRequest } from './inputs';
import { changeMeeting } from './meeting-change';
import { takeMeetingStep, type MeetingStanding } from './meeting-steps.queries';
import type { MeetingRow } from './meetings.queries';
import { staleOutcome } from './stale';

const NO_ROOM: Readonly<Record<string, string>> = {
  UNIT: 'This child or group has as many open links as its agency allows, so the pair cannot be pursued now. One of them has to end first.',
  HOUSEHOLD: 'This family has as many open links as its agency allows, so the pair cannot be pursued now. One of them has to end first.',
};

/** What the meeting decides, recorded by the hub, the chair or whoever takes the minutes, and what follows from it in the same transaction. */
@Injectable()
export class OutcomesService {
  constructor(@Inject(UnitOfWork) readonly uow: UnitOfWork, @Inject(Vault) readonly vault: Vault, @Inject(Clock) private readonly clock: Clock) {}

  /** `version`: of the pair's outcome that the person saw; of two at once the second is shown both. */
  ofPair(actor: Actor, request: PairOutcomeRequest): Promise<MeetingStanding> {
    return changeMeeting(this, actor, 'meetings.record', { name: 'pairOutcome', request }, async (tx, meeting) => {
      const { item, pair } = await findEntry(tx, meeting, request);
      if (!pair || pair.position === null || item.position === null) throw notFound('pair');
      if (pair.version !== request.version) throw await staleOutcome(tx, meeting, { itemId: item.id, pairId: pair.id, version: pair.version }, request.version);
      const { outcome } = request;
      const [reason, words] = [request.reason ?? null, request.words ?? null];
      const wrong = wrongOutcome({ outcome, reason, words });
      if (wrong) throw wrong;
      await this.refuseWhoLeft(tx, actor, item);
      const told = { ofVersion: pair.version + 1, outcome, reason };
      const standing = await takeMeetingStep(tx, this.vault, meeting, { event: 'PAIR_OUTCOME', actor, itemId: item.id, pairId: pair.id, outcome: told, words });
      await affected(tx, `update hub.meeting_pair set outcome = $2, reason = $3, version = version + 1, decided_by = $4, decided_at = now() where id = $1`, [pair.id, outcome, reason, actor.userId]);
      if (outcome === 'PURSUE') await this.pursue(tx, actor, item, pair);
      await this.rule(tx, meeting, { item, pair }, { outcome, reason, words });
      return standing;
    });
  }

  /** Of a child or group beyond its pairs. */
  ofUnit(actor: Actor, request: UnitOutcomeRequest): Promise<MeetingStanding> {
    return changeMeeting(this, actor, 'meetings.record', { name: 'unitOutcome', request }, async (tx, meeting) => {
      const { item } = await findEntry(tx, meeting, { unit: request.unit });
      if (item.position === null) throw notFound('item');
      if (item.version !== request.version) throw await staleOutcome(tx, meeting, { itemId: item.id, pairId: null, version: item.version }, request.version);
      await this.refuseWhoLeft(tx, actor, item);
      const { outcome } = request;
      const standing = await takeMeetingStep(tx, this.vault, meeting, { event: 'UNIT_OUTCOME', actor, itemId: item.id, outcome: { ofVersion: item.version + 1, outcome, reason: null }, words: request.words ?? null });
      await affected(tx, 'update hub.meeting_unit set outcome = $2, version = version + 1, decided_by = $3, decided_at = now() where item_id = $1', [item.id, outcome, actor.userId]);
      return standing;
    });
  }

  /** A link before both sides, where none is open. What ends the wish ends the outcome with it: nothing is recorded then. */
  private async pursue(tx: Tx, actor: Actor, { unitId }: ItemEntry, { id, householdId }: PairEntry): Promise<void> {
    const state = (await row<{ state: string | null }>(tx, 'select hub.meeting_link($1::uuid) as state', [id]))?.state ?? null;
    if (state === 'OPEN') return;
    if (state !== null) throw conflict('GUARD_FAILED', NO_ROOM[state] ?? 'This pair cannot be pursued now.');
    const pair = await pairFacts(tx, 'id', unitId, householdId);
    if (!pair) throw conflict('GUARD_FAILED', 'One of the two is not shown any more, so the pair cannot be pursued now.');
    await suggestLink(tx, actor, pair, isoDate(this.clock.today()));
  }

  /** Ruled out for the child's agency while that is the outcome, so that the next run and the next agenda leave the pair out. */
  private async rule(tx: Tx, meeting: MeetingRow, { item, pair }: { readonly item: ItemEntry; readonly pair: PairEntry }, { outcome, reason, words }: Pick<PairOutcomeRequest, 'outcome'> & { readonly reason: string | null; readonly words: string | null }): Promise<void> {
    const ids = { unitId: item.unitId, unitAgencyId: item.unitAgencyId, householdId: pair.householdId, householdAgencyId: pair.householdAgencyId };
    if (pair.outcome === 'RULE_OUT') await liftMeetingRuling(tx, meeting.id, ids);
    if (outcome !== 'RULE_OUT') return;
    const why = [RULE_OUT_REASONS[reason as RuleOutReason], words].filter(Boolean).join(': ');
    await insertMeetingRuling(tx, this.vault, { meetingId: meeting.id, itemId: item.id }, ids, why);
  }

  private async refuseWhoLeft(tx: Tx, actor: Actor, { id }: ItemEntry): Promise<void> {
    const left = await row(tx, 'select from hub.meeting_absence where item_id = $1::uuid and user_id = $2::uuid', [id, actor.userId]);
    if (left) throw conflict('GUARD_FAILED', 'You left the room for this item. Somebody else records it.');
  }
}
