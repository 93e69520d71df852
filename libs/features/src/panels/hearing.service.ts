import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { conflict, DomainError, invalid, notFound } from '@hub/domain/errors';
import { next } from '@hub/domain/links/events';
import { refusesHearing, refusesMinutes, type Recommendation } from '@hub/domain/panels/items';
import { quorumOf } from '@hub/domain/panels/quorum';
import { Vault } from '@hub/database/crypto/vault';
import { affected, type Tx } from '@hub/database/tx';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { absencesOf } from './absences.queries';
import type { DayOfItemRequest, PanelStepOutRequest, RecommendRequest } from './inputs';
import { changeItem, laterOf, stepItem } from './item-change';
import { insertPanelText } from './item-texts.queries';
import { householdState, type ItemRow } from './items.queries';
import { followLink, linkOfItem } from './link-steps.queries';
import { tellOwn } from './panel-notices.queries';
import { panelById, seatsOf } from './panels.queries';
import type { PanelStanding } from './plan.service';

/** What the agency's panel adviser records of its items: papers, who left the room, the recommendation and when the minutes were final. */
@Injectable()
export class HearingService {
  constructor(@Inject(UnitOfWork) readonly uow: UnitOfWork, @Inject(Vault) readonly vault: Vault, @Inject(Clock) readonly clock: Clock) {}

  papersIn(actor: Actor, request: DayOfItemRequest): Promise<PanelStanding> {
    return changeItem(this, actor, 'panels.record', { name: 'papersIn', request }, async (tx, { item, today }) => {
      const papersInOn = request.onDate ?? today;
      if (item.status !== 'PROVISIONAL' && item.status !== 'CONFIRMED') throw conflict('GUARD_FAILED', 'This item does not wait for a panel any more.');
      if (papersInOn > today) throw invalid([{ path: 'onDate', message: 'The date lies in the future.' }]);
      await stepItem(tx, item, { event: 'PAPERS_IN', actor, papersInOn });
    });
  }

  /** A member who is there leaves the room for this item, for a conflict of interest, and does not count for it. */
  stepOut(actor: Actor, request: PanelStepOutRequest): Promise<PanelStanding> {
    return changeItem(this, actor, 'panels.record', { name: 'stepOut', request }, async (tx, { item }) => {
      if (item.status !== 'PROVISIONAL' && item.status !== 'CONFIRMED') throw conflict('GUARD_FAILED', 'Who left the room is recorded before the recommendation.');
      const seat = (await seatsOf(tx, item.panelId)).find(({ member }) => member === request.member);
      if (!seat) throw notFound('member', request.member);
      if ((await absencesOf(tx, [item.id])).some(({ memberId }) => memberId === seat.memberId)) throw conflict('CONFLICT', 'It is recorded already that this person left the room.');
      await stepItem(tx, item, { event: 'STEPPED_OUT', actor });
      await affected(tx, 'insert into hub.panel_absence (item_id, agency_id, panel_id, member_id, reason) values ($1, $2, $3, $4, $5)', [item.id, item.agencyId, item.panelId, seat.memberId, request.reason]);
    });
  }

  /** With a quorum only (AAR 2005 reg 6). What is deferred can be put on a panel anew. */
  recommend(actor: Actor, request: RecommendRequest): Promise<PanelStanding> {
    return changeItem(this, actor, 'panels.record', { name: 'recommend', request }, async (tx, { item, facts, today }) => {
      const refusal = refusesHearing(facts, item.kind === 'APPROVAL' ? await householdState(tx, item.householdId) : null);
      if (refusal) throw refusal;
      await mustHaveQuorum(tx, item);
      const { recommendation, reasons, advice } = request;
      await stepItem(tx, item, { event: 'HEARD', actor, status: 'HEARD', recommendation });
      await insertPanelText(tx, this.vault, item, 'REASONS', reasons);
      if (advice?.trim()) await insertPanelText(tx, this.vault, item, 'ADVICE', advice.trim());
      if (item.linkReference !== null) await followHearing(tx, actor, item.linkReference, { recommendation, meetsOn: item.meetsOn, today });
      await tellOwn(tx, item, [item.kind === 'MATCH' ? 'FAMILY_FINDER' : 'ADOPTERS_WORKER'], 'PANEL_RECOMMENDED');
    });
  }

  /** The decision maker has recommendation and final minutes: seven working days begin. */
  minutesFinal(actor: Actor, request: DayOfItemRequest): Promise<PanelStanding> {
    return changeItem(this, actor, 'panels.record', { name: 'minutesFinal', request }, async (tx, { item, facts, today }) => {
      const minutesFinalOn = request.onDate ?? today;
      const refusal = refusesMinutes(facts, minutesFinalOn);
      if (refusal) throw refusal;
      await stepItem(tx, item, { event: 'MINUTES_FINAL', actor, minutesFinalOn });
      if (item.awaitsDecision) await tellOwn(tx, item, ['DECISION_MAKER'], 'DECISION_DUE');
    });
  }
}

async function mustHaveQuorum(tx: Tx, item: ItemRow): Promise<void> {
  const [panel, seats, out] = [await panelById(tx, item.panelId), await seatsOf(tx, item.panelId), await absencesOf(tx, [item.id])];
  const present = seats.filter(({ attendance, memberId }) => attendance === 'PRESENT' && !out.some((one) => one.memberId === memberId));
  const { isMet, missing } = quorumOf(present, (panel?.partIds.length ?? 0) > 0);
  if (!isMet) throw conflict('GUARD_FAILED', `The panel has no quorum for this item. Missing: ${missing.join('; ')}.`);
}

interface Hearing {
  readonly recommendation: Recommendation;
  readonly meetsOn: IsoDate;
  readonly today: IsoDate;
}

async function followHearing(tx: Tx, actor: Actor, reference: string, { recommendation, meetsOn, today }: Hearing): Promise<void> {
  const event = recommendation === 'DEFERRED' ? 'PANEL_DEFERRED' : 'PANEL_RECOMMENDED';
  const { link, facts } = await linkOfItem(tx, reference, { onDate: meetsOn, today, panelOn: null });
  const onDate = laterOf(meetsOn, link.sinceOn);
  const to = next(link.state, event, { ...facts, onDate });
  if (to instanceof DomainError) throw to;
  await followLink(tx, actor, { link, event, to, onDate });
}
