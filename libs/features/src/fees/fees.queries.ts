import type { Actor } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Plan, Provider } from '@hub/domain/fees/fee-table';
import type { Basis } from '@hub/domain/fees/inter-agency';
import type { PlacedChildren, Trigger } from '@hub/domain/fees/instalments';
import type { FeeSide, ItemEvent, ItemStanding, ItemState } from '@hub/domain/fees/item-events';
import type { Pence } from '@hub/domain/fees/money';
import { affected, row, rows, type Tx } from '@hub/database/tx';
import { PLACED } from './placed-sql';

/** The fee of a placement as it stands, with both agencies. */
export interface FeeRow {
  readonly placementId: string;
  readonly reference: string;
  readonly version: number;
  readonly agencyId: string;
  readonly payeeAgencyId: string;
  readonly movedInOn: IsoDate;
  readonly children: number;
  readonly provider: Provider;
  readonly basis: Basis;
  readonly isDue: boolean;
  readonly isLondon: boolean;
  readonly amount: Pence | null;
  readonly plan: Plan | null;
  readonly source: string;
  /** Whose rate it is, where it was entered. */
  readonly rateAgencyId: string | null;
  /** Of the two whom the placement is about. */
  readonly unitReference: string;
  readonly householdReference: string;
}

/** Null alike for a placement of others, one within an agency, and one whose children have not moved in. */
export function findFee(tx: Tx, reference: string): Promise<FeeRow | undefined> {
  return row(tx, `
    select f.placement_id as "placementId", f.placement_reference as reference, f.version, f.agency_id as "agencyId", f.payee_agency_id as "payeeAgencyId", f.moved_in_on as "movedInOn", f.children, f.provider, f.basis,
      f.is_due as "isDue", f.is_london as "isLondon", f.amount_pence as amount, f.plan, f.source, r.agency_id as "rateAgencyId",
      p.unit_reference as "unitReference", p.household_reference as "householdReference"
    from hub.fee f join hub.placement p on p.id = f.placement_id left join hub.fee_rate r on r.id = f.rate_id where f.placement_reference = $1 order by f.version desc limit 1`, [reference]);
}

/** What happened to the children of a placement since, of whom the first moved in on `movedInOn` when the fee was fixed, and as it is known today on `movedInNow`. */
export async function placedChildren(tx: Tx, { placementId, movedInOn }: FeeRow): Promise<PlacedChildren & { readonly movedInNow: IsoDate | null }> {
  const found = await row<Omit<PlacedChildren, 'movedInOn'> & { movedInNow: IsoDate | null }>(tx, `select k.moved_in_on as "movedInNow", k.order_on as "orderOn", k.disrupted_on as "disruptedOn" from ${PLACED('$1::uuid')} k`, [placementId]);
  return { movedInOn, orderOn: found?.orderOn ?? null, disruptedOn: found?.disruptedOn ?? null, movedInNow: found?.movedInNow ?? null };
}

/** A sum that fell due, folded out of its events. */
export interface ItemRow extends ItemStanding {
  readonly id: string;
  readonly placementId: string;
  readonly placement: string;
  readonly agencyId: string;
  readonly payeeAgencyId: string;
  readonly trigger: Trigger;
  readonly number: number;
  readonly dueOn: IsoDate;
  readonly invoiceNumber: string | null;
  readonly invoicedOn: IsoDate | null;
  readonly lastPaidOn: IsoDate | null;
  readonly version: number;
}

const ITEM = `
  select i.id, i.placement_id as "placementId", i.placement_reference as placement, i.agency_id as "agencyId", i.payee_agency_id as "payeeAgencyId", i.trigger, i.number, i.due_on as "dueOn", i.amount_pence as amount,
    s.state, s.paid, s.disputed_by as "disputedBy", s.invoice_number as "invoiceNumber", s.invoiced_on as "invoicedOn", s.last_paid_on as "lastPaidOn", s.version
  from hub.fee_item i join lateral (
    select e.*, case when e.waived then 'WAIVED' when e.paid = i.amount_pence then 'PAID' when e.invoice_number is not null then 'INVOICED' else 'DUE' end as state,
      case when e.paid < i.amount_pence then e.dispute end as disputed_by from (
      select coalesce(sum(sum_pence) filter (where event = 'PAID'), 0)::int as paid, bool_or(event = 'WAIVED') as waived, max(invoice_number) as invoice_number, max(version) as version,
        max(on_date) filter (where event = 'INVOICED') as invoiced_on, max(on_date) filter (where event = 'PAID') as last_paid_on,
        case when (array_agg(event order by version desc) filter (where event in ('DISPUTED', 'SETTLED', 'WAIVED')))[1] = 'DISPUTED' then (array_agg(side order by version desc) filter (where event = 'DISPUTED'))[1] end as dispute
      from hub.fee_event where item_id = i.id
    ) e
  ) s on true`;

export const itemsOfPlacement = (tx: Tx, placementId: string): Promise<ItemRow[]> => rows(tx, `${ITEM} where i.placement_id = $1::uuid order by i.due_on, i.trigger, i.number`, [placementId]);

export const findItem = (tx: Tx, id: string): Promise<ItemRow | undefined> => row(tx, `${ITEM} where i.id = $1::uuid`, [id]);

export interface ItemFilter {
  /** What the own agency has to pay, or is to be paid. */
  readonly side?: FeeSide | null;
  readonly states?: readonly ItemState[] | null;
  readonly disputed?: boolean | null;
}

/** Of the own agency, what fell due first at the top. */
export async function listItems(tx: Tx, { side, states, disputed }: ItemFilter, limit: number, offset: number): Promise<{ items: ItemRow[]; totalCount: number }> {
  const own = '(select hub.own_agency())';
  const where = `where ($1::text is null or case $1 when 'PAYER' then i.agency_id else i.payee_agency_id end = ${own}) and ($2::text[] is null or s.state = any($2)) and ($3::boolean is null or (s.disputed_by is not null) = $3)`;
  const params = [side ?? null, states ?? null, disputed ?? null];
  const items = await rows<ItemRow>(tx, `${ITEM} ${where} order by i.due_on, i.placement_reference, i.trigger, i.number limit $4 offset $5`, [...params, limit, offset]);
  const total = await row<{ count: number }>(tx, `select count(*)::int as count from (${ITEM} ${where}) c`, params);
  return { items, totalCount: total?.count ?? 0 };
}

export interface EventRow {
  readonly itemId: string;
  readonly version: number;
  readonly agencyId: string;
  readonly side: FeeSide | null;
  readonly event: ItemEvent;
  readonly onDate: IsoDate;
  readonly sum: Pence | null;
  readonly invoiceNumber: string | null;
  readonly actorId: string | null;
  readonly at: Date;
}

export const eventsOfItems = (tx: Tx, ids: readonly string[]): Promise<EventRow[]> => rows(tx, `
  select item_id as "itemId", version, agency_id as "agencyId", side, event, on_date as "onDate", sum_pence as sum, invoice_number as "invoiceNumber", actor_id as "actorId", at
  from hub.fee_event where item_id = any($1::uuid[]) order by at, version`, [ids]);

export interface NewEvent {
  readonly version: number;
  readonly side: FeeSide;
  readonly event: Exclude<ItemEvent, 'FELL_DUE'>;
  readonly onDate: IsoDate;
  readonly sum: Pence | null;
  readonly invoiceNumber: string | null;
}

/** The one path by which people write what became of a sum. False where somebody else was quicker. */
export const insertEvent = async (tx: Tx, actor: Actor, { id, placementId }: ItemRow, { version, side, event, onDate, sum, invoiceNumber }: NewEvent): Promise<boolean> =>
  (await affected(tx, `
    insert into hub.fee_event (item_id, version, placement_id, agency_id, side, event, on_date, sum_pence, invoice_number, actor_id) values ($1, $2, $3, $4, $5, $6, $7::date, $8, $9, $10) on conflict do nothing`,
  [id, version, placementId, actor.agencyId, side, event, onDate, sum, invoiceNumber, actor.userId])) === 1;

/**
 * What a statement up to a day can speak of: all but what was over and done with before its first day. A sum of a later day stands in it where
 * it was invoiced, paid or waived ahead of that day, so that the sums of all quarters add up.
 */
export const itemsBetween = (tx: Tx, first: IsoDate, last: IsoDate): Promise<ItemRow[]> => rows(tx, `
  ${ITEM} where (i.due_on <= $2::date or exists (select from hub.fee_event e where e.item_id = i.id and e.on_date <= $2::date)) and (s.state in ('DUE', 'INVOICED') or i.due_on >= $1::date or exists (select from hub.fee_event e where e.item_id = i.id and e.on_date >= $1::date)) order by i.due_on`, [first, last]);
