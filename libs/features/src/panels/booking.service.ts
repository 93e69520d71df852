import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { can } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import { conflict, DomainError, forbidden, invalid, notFound } from '@hub/domain/errors';
import { next, type LinkEvent } from '@hub/domain/links/events';
import { APPROVAL_STATES, type ItemKind } from '@hub/domain/panels/items';
import { Vault } from '@hub/database/crypto/vault';
import { once } from '@hub/database/once';
import type { Tx } from '@hub/database/tx';
import { shown, UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { newReference } from '@hub/platform/reference';
import { aboutPair } from '../audit/about-pair';
import { refreshHouseholdCards } from '../adopters/household-cards.queries';
import type { BookRequest, ItemRequest, MoveItemRequest } from './inputs';
import { changeItem, stepItem } from './item-change';
import { householdForPanel, insertItem, type ItemRow } from './items.queries';
import { followLink, linkOfItem } from './link-steps.queries';
import { tellHost } from './panel-notices.queries';
import { findPanel, takenPlaces, type PanelRow } from './panels.queries';
import type { PanelStanding } from './plan.service';

/** Places on panels are taken, changed and given back: the place is the fact, and the link follows it, or the household's provisional day (hub.follow_panel_place). */
@Injectable()
export class BookingService {
  constructor(@Inject(UnitOfWork) readonly uow: UnitOfWork, @Inject(Vault) readonly vault: Vault, @Inject(Clock) readonly clock: Clock) {}

  /** A provisional place, for a link of an own child or the approval of an own household. */
  book(actor: Actor, { idempotencyKey, ...body }: BookRequest): Promise<PanelStanding> {
    return this.uow.run(actor, 'panels.book', (tx) => once(tx, this.vault, actor, { operation: 'panels.book', key: idempotencyKey, body }, async () => {
      const { link, household } = body;
      if ((link == null) === (household == null)) throw invalid([{ path: 'link', message: 'Give a link or a family, not both.' }]);
      const panel = await this.openPlace(tx, actor, body);
      return link != null ? this.bookMatch(tx, actor, panel, { link, slot: body.slot }) : this.bookApproval(tx, actor, panel, { household: household ?? '', slot: body.slot });
    }));
  }

  move(actor: Actor, request: MoveItemRequest): Promise<PanelStanding> {
    return changeItem(this, actor, 'panels.book', { name: 'move', request }, async (tx, { item }) => {
      mustWait(actor, item);
      const panel = await this.openPlace(tx, actor, request);
      await stepItem(tx, item, { event: 'MOVED', actor, status: 'PROVISIONAL', place: { panelId: panel.id, panelAgencyId: panel.agencyId, slot: request.slot } });
      if (item.linkReference !== null && panel.meetsOn !== item.meetsOn) await this.follow(tx, actor, item.linkReference, 'PANEL_MOVED', panel.meetsOn);
      await tellHost(tx, actor, panel, 'PANEL_PLACE_TAKEN');
    });
  }

  withdraw(actor: Actor, request: ItemRequest): Promise<PanelStanding> {
    return changeItem(this, actor, 'panels.book', { name: 'withdraw', request }, async (tx, { item }) => {
      mustWait(actor, item);
      await stepItem(tx, item, { event: 'WITHDRAWN', actor, status: 'WITHDRAWN' });
      if (item.linkReference !== null) await this.follow(tx, actor, item.linkReference, 'PANEL_RELEASED', null);
      else await refreshHouseholdCards(tx, { ids: [item.householdId] });
    });
  }

  private async bookMatch(tx: Tx, actor: Actor, panel: PanelRow, { link: wanted, slot }: { readonly link: string; readonly slot: number }): Promise<PanelStanding> {
    const { link, facts } = await linkOfItem(tx, wanted, { onDate: this.today(), today: this.today(), panelOn: panel.meetsOn });
    shown({ about: aboutPair(link) });
    // domain.md 2.4: the panel of the child's agency considers the match, so that agency takes it there.
    if (link.childAgencyId !== actor.agencyId) throw forbidden('panels.book');
    mayBook(actor, 'MATCH');
    const to = next(link.state, 'PANEL_BOOKED', facts);
    if (to instanceof DomainError) throw to;
    const reference = newReference('B');
    await insertItem(tx, actor, {
      id: randomUUID(), reference, agencyId: actor.agencyId, kind: 'MATCH', panelId: panel.id, panelAgencyId: panel.agencyId, slot, link: { id: link.id, unitId: link.unitId },
      householdId: link.householdId, householdAgencyId: link.adoptersAgencyId,
    });
    await followLink(tx, actor, { link, event: 'PANEL_BOOKED', to, onDate: this.today(), panelOn: panel.meetsOn });
    await tellHost(tx, actor, panel, 'PANEL_PLACE_TAKEN');
    return { reference, version: 1 };
  }

  private async bookApproval(tx: Tx, actor: Actor, panel: PanelRow, { household: wanted, slot }: { readonly household: string; readonly slot: number }): Promise<PanelStanding> {
    const household = await householdForPanel(tx, wanted);
    if (!household) throw notFound('household', wanted);
    shown({ about: { type: 'HOUSEHOLD', reference: wanted } });
    mayBook(actor, 'APPROVAL');
    if (!APPROVAL_STATES.includes(household.state)) throw conflict('GUARD_FAILED', 'This family does not stand where a panel considers its approval: in stage two, at the panel, or after a notice.');
    const reference = newReference('B');
    await insertItem(tx, actor, {
      id: randomUUID(), reference, agencyId: actor.agencyId, kind: 'APPROVAL', panelId: panel.id, panelAgencyId: panel.agencyId, slot, link: null, householdId: household.id, householdAgencyId: household.agencyId,
    });
    await refreshHouseholdCards(tx, { ids: [household.id] });
    await tellHost(tx, actor, panel, 'PANEL_PLACE_TAKEN');
    return { reference, version: 1 };
  }

  /** A panel to come in which the actor's agency takes part, with that place free. The database asks again. */
  private async openPlace(tx: Tx, actor: Actor, { panel: reference, slot }: { readonly panel: string; readonly slot: number }): Promise<PanelRow> {
    const panel = await findPanel(tx, reference);
    if (!panel) throw notFound('panel', reference);
    if (panel.agencyId !== actor.agencyId && !panel.partIds.includes(actor.agencyId)) throw conflict('GUARD_FAILED', 'Your agency takes no part in this panel. The panel of the child’s own agency considers a match.');
    if (panel.status === 'CANCELLED' || panel.meetsOn < this.today()) throw conflict('GUARD_FAILED', 'This panel is cancelled, or lies in the past.');
    const taken = await takenPlaces(tx, [panel.id]);
    if (slot > panel.slotCount || taken.some((place) => place.slot === slot)) throw conflict('CONFLICT', 'This place is taken. Choose another.');
    return panel;
  }

  private async follow(tx: Tx, actor: Actor, reference: string, event: LinkEvent, panelOn: IsoDate | null): Promise<void> {
    const { link, facts } = await linkOfItem(tx, reference, { onDate: this.today(), today: this.today(), panelOn });
    const to = next(link.state, event, facts);
    if (to instanceof DomainError) throw to;
    await followLink(tx, actor, { link, event, to, onDate: this.today(), panelOn });
  }

  private today(): IsoDate {
    return isoDate(this.clock.today());
  }
}

function mustWait(actor: Actor, { kind, status }: ItemRow): void {
  mayBook(actor, kind);
  if (status !== 'PROVISIONAL' && status !== 'CONFIRMED') throw conflict('GUARD_FAILED', 'This item does not wait for a panel any more.');
}

/** Whoever edits the records concerned, and the panel's adviser. */
function mayBook(actor: Actor, kind: ItemKind): void {
  if (!can(actor, kind === 'MATCH' ? 'children.edit' : 'adopters.edit') && !can(actor, 'panels.record')) throw forbidden('panels.book');
}
