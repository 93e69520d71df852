import { Inject, Injectable } from '@nestjs/common';
import { can } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import { fieldNames } from '@hub/domain/audit/field-names';
import { addMonths } from '@hub/domain/dates/day-count';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import { notFound } from '@hub/domain/errors';
import { panelGaps } from '@hub/domain/panels/calendar';
import { quorumOf } from '@hub/domain/panels/quorum';
import { Vault } from '@hub/database/crypto/vault';
import type { Tx } from '@hub/database/tx';
import { shown, UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { findAgency, listAgencies } from '../agencies/agencies.queries';
import { aboutPair } from '../audit/about-pair';
import type { CalendarRequest } from './inputs';
import { itemView, seatOf } from './item-view.queries';
import { findItem, itemsOfHousehold, itemsOfLink, itemsOfPanels, itemsToDecide, type ItemRow } from './items.queries';
import { listMembers } from './members.queries';
import { agencyOf, summariesOfItems, summariesOfPanels } from './panel-summaries';
import type { AgencyGap, PanelCalendar, PanelItemSummary, PanelItemView, PanelMember, PanelSummary, PanelView } from './panel-view';
import { findPanel, listPanels, seatsOf } from './panels.queries';

/** How far ahead an agency's calendar is looked at for gaps, and a place can be taken. */
const MONTHS_AHEAD = 6;

/** Panels as the region reads them; of what they consider whatever row-level security shows to the viewer's agency. */
@Injectable()
export class PanelsService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault, @Inject(Clock) private readonly clock: Clock) {}

  calendar(actor: Actor, { from, to, agency: code }: CalendarRequest): Promise<PanelCalendar> {
    return this.uow.run(actor, 'panels.read', async (tx) => {
      shown({ stage: null });
      const agency = code == null ? null : await findAgency(tx, code);
      if (agency === undefined) throw notFound('agency');
      const panels = await summariesOfPanels(tx, actor, await listPanels(tx, { from, to, agencyId: agency?.id ?? null }));
      return { panels, gaps: await this.gaps(tx, agency?.id ?? null), mayPlan: can(actor, 'panels.plan') };
    });
  }

  /** Null where there is none. */
  panel(actor: Actor, reference: string): Promise<PanelView | null> {
    return this.uow.run(actor, 'panels.read', (tx) => this.panelIn(tx, actor, reference));
  }

  /** For a file of the same as well. */
  async panelIn(tx: Tx, actor: Actor, reference: string): Promise<PanelView | null> {
    const panel = await findPanel(tx, reference);
    if (!panel) return null;
    const [summary] = await summariesOfPanels(tx, actor, [panel]);
    if (!summary) return null;
    const [seats, items] = [await seatsOf(tx, panel.id), await itemsOfPanels(tx, [panel.id])];
    const view = {
      ...summary, seats: seats.map((seat) => seatOf(actor, seat)), quorum: quorumOf(seats.filter(({ attendance }) => attendance === 'PRESENT'), panel.partIds.length > 0),
      items: await summariesOfItems(tx, actor, items, this.today()), mayPlan: summary.isHost && can(actor, 'panels.plan'), mayRecord: summary.isHost && can(actor, 'panels.record'),
    };
    shown({ about: items.flatMap(aboutPair), fields: fieldNames(view), count: items.length });
    return view;
  }

  /** Null alike for an item that does not exist and for one to which the viewer's agency is no party. */
  item(actor: Actor, reference: string): Promise<PanelItemView | null> {
    return this.uow.run(actor, 'panels.read', async (tx) => {
      const item = await findItem(tx, reference);
      if (!item) return null;
      const view = await itemView(tx, this.vault, actor, item, this.today());
      shown({ about: aboutPair(item), fields: fieldNames(view), stage: view.isOwn ? 'OWN' : 'S0' });
      return view;
    });
  }

  /** The central list of the region. */
  members(actor: Actor): Promise<PanelMember[]> {
    return this.uow.run(actor, 'panels.read', async (tx) => {
      shown({ stage: null });
      const members = await listMembers(tx);
      const agency = await agencyOf(tx, members.flatMap(({ agencyId, sitsFor }) => [agencyId, ...sitsFor]));
      return members.map(({ agencyId, userId, sitsFor, reference, displayName, role, isIndependent, startsOn, endsOn, version }) => ({
        reference, displayName, role, isIndependent, startsOn, endsOn, version, keptBy: agency(agencyId), isOwn: agencyId === actor.agencyId, hasAccount: userId !== null, sitsFor: sitsFor.map(agency),
      }));
    });
  }

  /** Panels to come in which the viewer's agency takes part and has a place free. */
  toBook(actor: Actor): Promise<PanelSummary[]> {
    return this.uow.run(actor, 'panels.read', async (tx) => {
      shown({ stage: null });
      const today = this.today();
      const panels = await summariesOfPanels(tx, actor, await listPanels(tx, { from: today, to: addMonths(today, MONTHS_AHEAD), agencyId: actor.agencyId }));
      return panels.filter(({ status, places }) => status === 'PLANNED' && places.some((place) => place.status === 'FREE'));
    });
  }

  ofLink(actor: Actor, link: string): Promise<PanelItemSummary[]> {
    return this.list(actor, (tx) => itemsOfLink(tx, link));
  }

  ofHousehold(actor: Actor, household: string): Promise<PanelItemSummary[]> {
    return this.list(actor, (tx) => itemsOfHousehold(tx, household));
  }

  /** What waits for the own agency's decision maker, for them. */
  toDecide(actor: Actor): Promise<PanelItemSummary[]> {
    return can(actor, 'decisions.make') ? this.list(actor, itemsToDecide) : Promise.resolve([]);
  }

  private list(actor: Actor, read: (tx: Tx) => Promise<ItemRow[]>): Promise<PanelItemSummary[]> {
    return this.uow.run(actor, 'panels.read', async (tx) => {
      const items = await read(tx);
      const found = await summariesOfItems(tx, actor, items, this.today());
      shown({ about: items.flatMap(aboutPair), fields: fieldNames(found), count: found.length });
      return found;
    });
  }

  private async gaps(tx: Tx, agencyId: string | null): Promise<AgencyGap[]> {
    const today = this.today();
    const horizon = addMonths(today, MONTHS_AHEAD);
    const panels = (await listPanels(tx, { from: addMonths(today, -MONTHS_AHEAD), to: addMonths(horizon, MONTHS_AHEAD), agencyId })).filter(({ status }) => status === 'PLANNED');
    const members = (await listAgencies(tx)).filter(({ id, kind, memberSince, memberUntil }) =>
      (agencyId === null || id === agencyId) && (kind === 'COUNCIL' || kind === 'VOLUNTARY') && memberSince !== null && memberSince <= today && (memberUntil === null || memberUntil > today));
    return members.flatMap((agency) => {
      const days = panels.filter((panel) => panel.agencyId === agency.id || panel.partIds.includes(agency.id)).map(({ meetsOn }) => meetsOn);
      return panelGaps(days, today, horizon).map((gap) => ({ agency, ...gap }));
    });
  }

  private today(): IsoDate {
    return isoDate(this.clock.today());
  }
}
