import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { conflict, DomainError, invalid } from '@hub/domain/errors';
import { next } from '@hub/domain/links/events';
import { endOfMatch, eventOfApproval, recipientsOf, refusesDecision, type Outcome } from '@hub/domain/panels/items';
import { Vault } from '@hub/database/crypto/vault';
import { affected, rows, type Tx } from '@hub/database/tx';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { takeHouseholdEvent } from '../adopters/household-events.queries';
import { loadHouseholds } from '../adopters/household-records.queries';
import { tellWorkers } from '../links/link-notices.queries';
import { openPlacement } from '../placements/open-placement.queries';
import type { DecideRequest, TellRequest } from './inputs';
import { changeItem, laterOf, stepItem } from './item-change';
import { insertPanelText } from './item-texts.queries';
import type { ItemRow } from './items.queries';
import { followLink, linkOfItem } from './link-steps.queries';
import { tellOwn } from './panel-notices.queries';
import { seatsOf } from './panels.queries';
import type { PanelStanding } from './plan.service';

interface Made {
  readonly decisionId: string;
  readonly outcome: Outcome;
  readonly decidedOn: IsoDate;
  readonly today: IsoDate;
  readonly reasons: string;
}

/** The agency decision maker decides on what a panel recommended; parents and adopters are told. */
@Injectable()
export class DecisionsService {
  constructor(@Inject(UnitOfWork) readonly uow: UnitOfWork, @Inject(Vault) readonly vault: Vault, @Inject(Clock) readonly clock: Clock) {}

  /** Nobody who sat at the panel decides (AAR 2005 reg 30B(3)); the database holds to that as well. What follows stands in the same transaction. */
  decide(actor: Actor, request: DecideRequest): Promise<PanelStanding> {
    return changeItem(this, actor, 'decisions.make', { name: 'decide', request }, async (tx, { item, facts, today }) => {
      const { outcome, reasons } = request;
      const decidedOn = request.onDate ?? today;
      if (item.decisionId !== null) throw conflict('CONFLICT', 'This was decided already.');
      const refusal = refusesDecision(facts, decidedOn);
      if (refusal) throw refusal;
      if ((await seatsOf(tx, item.panelId)).some(({ userId }) => userId === actor.userId)) throw conflict('GUARD_FAILED', 'You sat at this panel. No member of the panel takes the decision.');
      const decisionId = randomUUID();
      await rows(tx, 'insert into hub.agency_decision (id, agency_id, panel_item_id, kind, outcome, decided_on, decided_by) values ($1, $2, $3, $4, $5, $6, $7)',
        [decisionId, item.agencyId, item.id, item.kind, outcome, decidedOn, actor.userId]);
      await insertPanelText(tx, this.vault, item, 'DECISION', reasons);
      await stepItem(tx, item, { event: 'DECIDED', actor });
      const made = { decisionId, outcome, decidedOn, today, reasons };
      await (item.kind === 'MATCH' ? this.match(tx, actor, item, made) : this.approval(tx, actor, item, made));
    });
  }

  /** Parents and adopters, orally and in writing; a wrong day is put right by recording it again. */
  tell(actor: Actor, request: TellRequest): Promise<PanelStanding> {
    return changeItem(this, actor, 'decisions.tell', { name: 'tell', request }, async (tx, { item, today }) => {
      const { recipient, manner, onDate } = request;
      if (item.decisionId === null || item.decidedOn === null) throw conflict('GUARD_FAILED', 'There is no decision to tell of yet.');
      if (!recipientsOf(item.kind).includes(recipient)) throw invalid([{ path: 'recipient', message: 'Of an approval the adopters are told.' }]);
      if (onDate < item.decidedOn || onDate > today) throw invalid([{ path: 'onDate', message: 'The day lies between that of the decision and today.' }]);
      await affected(tx, `
        insert into hub.decision_notice (decision_id, agency_id, recipient, manner, told_on, recorded_by) values ($1, $2, $3, $4, $5, $6)
        on conflict (decision_id, recipient, manner) do update set told_on = excluded.told_on, recorded_by = excluded.recorded_by`, [item.decisionId, item.agencyId, recipient, manner, onDate, actor.userId]);
    });
  }

  private async match(tx: Tx, actor: Actor, item: ItemRow, { decisionId, outcome, decidedOn, today }: Made): Promise<void> {
    const event = outcome === 'APPROVED' ? 'MATCHED' : endOfMatch(item.recommendation ?? 'RECOMMENDED');
    const { link, facts } = await linkOfItem(tx, item.linkReference ?? '', { onDate: decidedOn, today, panelOn: null });
    const onDate = laterOf(decidedOn, link.sinceOn);
    const to = next(link.state, event, { ...facts, onDate });
    if (to instanceof DomainError) throw to;
    await followLink(tx, actor, { link, event, to, onDate });
    if (outcome === 'APPROVED') {
      await endOtherLinks(tx, actor, link.id);
      await openPlacement(tx, this.vault, actor, { link, decisionId, decidedOn, today });
    }
    await tellOwn(tx, item, ['PANEL_ADVISER', 'FAMILY_FINDER'], 'DECISION_MADE');
  }

  private async approval(tx: Tx, actor: Actor, item: ItemRow, { outcome, decidedOn, today, reasons }: Made): Promise<void> {
    const [record] = await loadHouseholds(tx, this.vault, 'h.id', [item.householdId], 'for update of h');
    if (!record) throw conflict('GUARD_FAILED', 'The family’s record is not there any more.');
    await takeHouseholdEvent(tx, this.vault, actor, { record, event: eventOfApproval(outcome, record.details.state), onDate: decidedOn, reason: reasons, today });
    await tellOwn(tx, item, ['PANEL_ADVISER', 'ADOPTERS_WORKER'], 'DECISION_MADE');
  }
}

/** A match ends every other link of the child or group and of the household, of whatever agency; both sides of each are told. */
async function endOtherLinks(tx: Tx, actor: Actor, linkId: string): Promise<void> {
  const ended = await rows<Parameters<typeof tellWorkers>[2]>(tx, `
    select reference, agency_id as "childAgencyId", household_agency_id as "adoptersAgencyId", child_worker_id as "childWorkerId", adopters_worker_id as "adoptersWorkerId" from hub.end_other_links($1::uuid) order by reference`, [linkId]);
  for (const link of ended) await tellWorkers(tx, actor, link, 'LINK_ENDED');
}
