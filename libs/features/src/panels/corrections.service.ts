import { Inject, Injectable } from '@nestjs/common';
import type { HouseholdDates } from '@hub/domain/adopters/states';
import type { Actor } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { conflict, DomainError } from '@hub/domain/errors';
import { next, type LinkEvent } from '@hub/domain/links/events';
import { refusesCorrection, refusesDecidedOn } from '@hub/domain/panels/items';
import { Vault } from '@hub/database/crypto/vault';
import { row, rows, type Tx } from '@hub/database/tx';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { loadHouseholds } from '../adopters/household-records.queries';
import { saveHouseholds } from '../adopters/household-writes.queries';
import { insertEvent, STANDS } from '../children/events.queries';
import { tellWorkers } from '../links/link-notices.queries';
import { findLink, takeStep } from '../links/links.queries';
import { correctPlacement } from '../placements/correct-placement.queries';
import { historyOf } from '../placements/placement-history.queries';
import { findPlacement } from '../placements/placements.queries';
import { tellPlacementWorkers } from '../placements/placement-notices.queries';
import type { CorrectDecisionRequest, CorrectRecommendationRequest } from './inputs';
import { changeItem, laterOf, stepItem } from './item-change';
import { insertPanelText } from './item-texts.queries';
import type { ItemRow } from './items.queries';
import { followLink, linkOfItem } from './link-steps.queries';
import { tellOwn } from './panel-notices.queries';
import type { PanelStanding } from './plan.service';

interface Day {
  readonly from: IsoDate;
  readonly onDate: IsoDate;
  readonly why: string;
  readonly today: IsoDate;
}

/** What was recorded wrongly of a panel's recommendation, until the decision; and of the decision its day (docs/adr/0030). */
@Injectable()
export class PanelCorrectionsService {
  constructor(@Inject(UnitOfWork) readonly uow: UnitOfWork, @Inject(Vault) readonly vault: Vault, @Inject(Clock) readonly clock: Clock) {}

  /** The minutes carry the recommendation, so they are final anew after it. */
  recommendation(actor: Actor, request: CorrectRecommendationRequest): Promise<PanelStanding> {
    return changeItem(this, actor, 'panels.record', { name: 'correctRecommendation', request }, async (tx, { item, facts, today }) => {
      const { recommendation, reasons, why } = request;
      const refusal = refusesCorrection({ ...facts, isDecided: item.decisionId !== null }, recommendation);
      if (refusal) throw refusal;
      await stepItem(tx, item, { event: 'RECOMMENDATION_CORRECTED', actor, recommendation, takesMinutesBack: true });
      await insertPanelText(tx, this.vault, item, 'CORRECTION', why);
      await insertPanelText(tx, this.vault, item, 'REASONS', reasons);
      const isDeferred = recommendation === 'DEFERRED';
      if (item.linkReference !== null && isDeferred !== (item.recommendation === 'DEFERRED')) await this.moveLink(tx, actor, item, { event: isDeferred ? 'HEARING_CORRECTED' : 'DEFERRAL_CORRECTED', today });
      await this.tell(tx, actor, item, 'RECOMMENDATION_CORRECTED');
    });
  }

  /** By a decision maker of the agency: the children, the family and the placement of an approved match follow, or the household of an approval. */
  decidedOn(actor: Actor, request: CorrectDecisionRequest): Promise<PanelStanding> {
    return changeItem(this, actor, 'decisions.make', { name: 'correctDecision', request }, async (tx, { item, facts, today }) => {
      const { onDate, why } = request;
      const refusal = refusesDecidedOn({ ...facts, decidedOn: item.decidedOn }, onDate);
      if (refusal) throw refusal;
      const day = { from: item.decidedOn ?? onDate, onDate, why, today };
      await rows(tx, 'update hub.agency_decision set decided_on = $2::date where id = $1::uuid', [item.decisionId, onDate]);
      await stepItem(tx, item, { event: 'DECISION_CORRECTED', actor });
      await insertPanelText(tx, this.vault, item, 'CORRECTION', why);
      await (item.kind === 'MATCH' ? this.match(tx, actor, item, day) : this.approval(tx, actor, item, day));
      await this.tell(tx, actor, item, 'DECISION_CORRECTED');
    });
  }

  private async moveLink(tx: Tx, actor: Actor, item: ItemRow, { event, today }: { readonly event: LinkEvent; readonly today: IsoDate }): Promise<void> {
    const { link, facts } = await linkOfItem(tx, item.linkReference ?? '', { onDate: item.meetsOn, today, panelOn: null });
    const onDate = laterOf(item.meetsOn, link.sinceOn);
    const to = next(link.state, event, { ...facts, onDate });
    if (to instanceof DomainError) throw conflict('GUARD_FAILED', 'The link has gone on since: put the match on a panel anew.');
    await followLink(tx, actor, { link, event, to, onDate, panelOn: item.meetsOn });
  }

  private async match(tx: Tx, actor: Actor, { linkReference, decisionId, outcome }: ItemRow, { from, onDate, why, today }: Day): Promise<void> {
    const link = await findLink(tx, linkReference ?? '', 'lock');
    if (link && (link.endedAt === null || outcome === 'NOT_APPROVED')) await takeStep(tx, link, { event: 'DAY_CORRECTED', to: link.state, side: 'CHILD', onDate, actor });
    const found = await row<{ reference: string }>(tx, 'select reference from hub.placement where decision_id = $1::uuid', [decisionId]);
    const placement = found && (await findPlacement(tx, found.reference, 'lock'));
    if (!placement) return;
    const deeds = await historyOf(tx, this.vault, placement.id);
    const of = deeds.find(({ event }) => event === 'OPENED');
    if (!of) throw new Error('A placement without its first row of history.');
    // A file of the council may have brought the children's match on another day before: their records keep it.
    await correctPlacement(tx, this.vault, actor, placement, { event: 'CORRECTED', deeds, of, onDate, code: null, words: why, today });
    if (from !== onDate) await tellPlacementWorkers(tx, actor, placement, 'PLACEMENT_CORRECTED');
  }

  /** The dates that the decision gave the household's record, as far as they stand there. */
  private async approval(tx: Tx, actor: Actor, { householdId }: ItemRow, { from, onDate, why }: Day): Promise<void> {
    const [record] = await loadHouseholds(tx, this.vault, 'h.id', [householdId], 'for update of h');
    if (!record) throw conflict('GUARD_FAILED', 'The family’s record is not there any more.');
    const { dates } = record.details;
    if (dates.matchedOn !== null && dates.matchedOn < onDate && dates.approvedOn === from) throw conflict('GUARD_FAILED', 'The date lies after the family was matched.');
    const right = Object.fromEntries((['approvedOn', 'stage2EndedOn', 'leftOn'] as const).map((field) => [field, dates[field] === from ? onDate : dates[field]])) as Partial<HouseholdDates>;
    await saveHouseholds(tx, this.vault, actor.agencyId, [{ ...record, before: record.details, after: { ...record.details, dates: { ...dates, ...right } } }]);
    const wrong = await row<{ id: string; event: string }>(tx, `
      select e.id, e.event from hub.household_event e where e.household_id = $1::uuid and e.event in ('APPROVED', 'QUALIFYING_DETERMINATION', 'REFUSED') and e.on_date = $2::date and ${STANDS('household')} order by e.created_at desc limit 1`, [householdId, from]);
    if (wrong) await insertEvent(tx, this.vault, 'household', { agencyId: actor.agencyId, subjectId: householdId, event: wrong.event, onDate, reason: `Put right: ${why}`, recordedBy: actor.userId, corrects: wrong.id });
  }

  private async tell(tx: Tx, actor: Actor, item: ItemRow, kind: 'RECOMMENDATION_CORRECTED' | 'DECISION_CORRECTED'): Promise<void> {
    await tellOwn(tx, item, [item.kind === 'MATCH' ? 'FAMILY_FINDER' : 'ADOPTERS_WORKER', kind === 'DECISION_CORRECTED' ? 'PANEL_ADVISER' : 'DECISION_MAKER'], kind);
    const link = item.linkReference === null ? undefined : await findLink(tx, item.linkReference);
    if (link) await tellWorkers(tx, actor, link, kind);
  }
}
