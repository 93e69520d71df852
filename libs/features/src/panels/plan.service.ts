import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { ENGLAND_AND_WALES } from '@hub/domain/dates/bank-holidays';
import { isoDate } from '@hub/domain/dates/iso-date';
import { conflict, invalid, notFound } from '@hub/domain/errors';
import { papersDueOn } from '@hub/domain/panels/clocks';
import { Vault } from '@hub/database/crypto/vault';
import { once } from '@hub/database/once';
import { rows, type Tx } from '@hub/database/tx';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { newReference } from '@hub/platform/reference';
import { mustFindAgencies } from '../agencies/agencies.queries';
import { hostedPanel } from './hosted-panel.queries';
import type { CancelPanelRequest, ChangePanelRequest, ItemRequest, PlanRequest } from './inputs';
import { findItem, itemsOfPanels, takeItemStep } from './items.queries';
import { tellOfCancelled } from './panel-notices.queries';
import { changePanel, insertPanel, type PanelRow, type PanelTerms } from './panels.queries';
import { stale, staleItem } from './stale';

export interface PanelStanding {
  readonly reference: string;
  readonly version: number;
}

type Wish = Omit<PlanRequest, 'idempotencyKey'>;

/** Panels are planned, changed and cancelled by their host: an agency's panel adviser, or the hub for a joint panel of the region. */
@Injectable()
export class PanelPlanService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault, @Inject(Clock) private readonly clock: Clock) {}

  plan(actor: Actor, { idempotencyKey, ...body }: PlanRequest): Promise<PanelStanding> {
    return this.uow.run(actor, 'panels.plan', (tx) => once(tx, this.vault, actor, { operation: 'panels.plan', key: idempotencyKey, body }, async () => {
      const reference = newReference('P');
      await insertPanel(tx, { id: randomUUID(), reference, agencyId: actor.agencyId, userId: actor.userId }, await this.termsOf(tx, actor, body));
      return { reference, version: 1 };
    }));
  }

  /** The database keeps the day of a panel whose places are taken, and the places themselves. */
  change(actor: Actor, { idempotencyKey, ...body }: ChangePanelRequest): Promise<PanelStanding> {
    return this.uow.run(actor, 'panels.plan', (tx) => once(tx, this.vault, actor, { operation: 'panels.change', key: idempotencyKey, body }, async () => {
      const panel = await ownPanel(tx, actor, body);
      if (!(await changePanel(tx, panel, await this.termsOf(tx, actor, body), 'PLANNED'))) throw stale('panel', body.version, body.version + 1);
      return { reference: panel.reference, version: panel.version + 1 };
    }));
  }

  /** What stood on it is taken off, and its links go back to where a panel can be booked (hub.cancel_panel_items); both agencies of each are told. */
  cancel(actor: Actor, { idempotencyKey, ...body }: CancelPanelRequest): Promise<PanelStanding> {
    return this.uow.run(actor, 'panels.plan', (tx) => once(tx, this.vault, actor, { operation: 'panels.cancel', key: idempotencyKey, body }, async () => {
      const panel = await ownPanel(tx, actor, body);
      const items = await itemsOfPanels(tx, [panel.id]);
      if (!(await changePanel(tx, panel, panel, 'CANCELLED'))) throw stale('panel', body.version, body.version + 1);
      for (const item of items) await tellOfCancelled(tx, item);
      return { reference: panel.reference, version: panel.version + 1 };
    }));
  }

  /** The host says yes to a place that was held. */
  confirm(actor: Actor, { idempotencyKey, ...body }: ItemRequest): Promise<PanelStanding> {
    return this.uow.run(actor, 'panels.plan', (tx) => once(tx, this.vault, actor, { operation: 'panels.confirm', key: idempotencyKey, body }, async () => {
      const item = await findItem(tx, body.item, 'lock');
      if (!item || item.panelAgencyId !== actor.agencyId) throw notFound('item', body.item);
      if (item.version !== body.version) throw await staleItem(tx, item, body.version);
      if (item.status !== 'PROVISIONAL') throw conflict('GUARD_FAILED', 'This place is not provisional any more.');
      if (!(await takeItemStep(tx, item, { event: 'CONFIRMED', actor, status: 'CONFIRMED' }))) throw await staleItem(tx, item, body.version);
      return { reference: item.reference, version: item.version + 1 };
    }));
  }

  private async termsOf(tx: Tx, actor: Actor, { parts, papersDueOn: wished, ...terms }: Wish): Promise<PanelTerms> {
    const today = isoDate(this.clock.today());
    if (terms.meetsOn < today) throw invalid([{ path: 'meetsOn', message: 'The panel lies in the past.' }]);
    const due = wished ?? papersDueOn(terms.meetsOn, ENGLAND_AND_WALES);
    if (due === null) throw invalid([{ path: 'papersDueOn', message: 'Give the day by which papers are due: the bank holidays of that time are not known yet.' }]);
    if (due >= terms.meetsOn) throw invalid([{ path: 'papersDueOn', message: 'Papers are due before the panel.' }]);
    return { ...terms, papersDueOn: due, partIds: await partsOf(tx, actor, parts) };
  }
}

async function partsOf(tx: Tx, actor: Actor, codes: readonly string[]): Promise<string[]> {
  const found = await mustFindAgencies(tx, codes);
  if (found.some(({ id, kind }) => id === actor.agencyId || (kind !== 'COUNCIL' && kind !== 'VOLUNTARY'))) throw invalid([{ path: 'parts', message: 'Other councils and voluntary agencies take part.' }]);
  if (actor.agencyKind === 'HUB' && found.length === 0) throw invalid([{ path: 'parts', message: 'Choose the agencies whose panel this is.' }]);
  return found.map(({ id }) => id);
}

async function ownPanel(tx: Tx, actor: Actor, { panel: reference, version }: { readonly panel: string; readonly version: number }): Promise<PanelRow> {
  const panel = await hostedPanel(tx, actor, 'panels.plan', reference);
  await rows(tx, 'select from hub.panel where id = $1::uuid for update', [panel.id]);
  if (panel.version !== version) throw stale('panel', version, panel.version);
  return panel;
}
