import type { AgencyKind } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { FoundRate } from '@hub/domain/fees/fee-table';
import type { Verdict } from '@hub/domain/fees/inter-agency';
import type { DueItem, FeeTerms, PlacedChildren } from '@hub/domain/fees/instalments';
import { row, rows, type Tx } from '@hub/database/tx';
import { PLACED } from './placed-sql';

/** A placement between two agencies whose children have moved in, with its fee as it stands. */
export interface PlacedFacts extends PlacedChildren {
  readonly placementId: string;
  readonly reference: string;
  readonly agencyId: string;
  readonly payeeAgencyId: string;
  readonly payerKind: AgencyKind;
  readonly payeeKind: AgencyKind;
  readonly payerIsMember: boolean;
  readonly payeeIsMember: boolean;
  readonly isLondon: boolean;
  readonly children: number;
  readonly fee: (FeeTerms & { readonly version: number; readonly isDue: boolean; readonly children: number; readonly movedInOn: IsoDate }) | null;
  /** What fell due already, as trigger and number. */
  readonly known: readonly string[];
}

const MEMBER = (agency: string): string => `exists (select from hub.membership m where m.agency_id = ${agency} and m.starts_on <= k.moved_in_on and (m.ends_on is null or k.moved_in_on < m.ends_on))`;

/** Placements between agencies in which a child had moved in by the day: `placed_on` is the day as an adoption placement (domain.md 2.1). */
export async function placedBetweenAgencies(tx: Tx, today: IsoDate): Promise<PlacedFacts[]> {
  return rows(tx, `
    select p.id as "placementId", p.reference, p.agency_id as "agencyId", p.household_agency_id as "payeeAgencyId", payer.kind as "payerKind", payee.kind as "payeeKind",
      ${MEMBER('payer.id')} as "payerIsMember", ${MEMBER('payee.id')} as "payeeIsMember", payee.is_london as "isLondon",
      k.children, k.moved_in_on as "movedInOn", k.order_on as "orderOn", k.disrupted_on as "disruptedOn",
      case when f.placement_id is not null then json_build_object('version', f.version, 'isDue', f.is_due, 'provider', f.provider, 'isLondon', f.is_london, 'amount', f.amount_pence, 'plan', f.plan,
        'children', f.children, 'movedInOn', f.moved_in_on) end as fee,
      array(select i.trigger || ' ' || i.number from hub.fee_item i where i.placement_id = p.id) as known
    from hub.placement p
    join hub.agency payer on payer.id = p.agency_id join hub.agency payee on payee.id = p.household_agency_id
    join lateral ${PLACED('p.id')} k on k.moved_in_on <= $1::date
    left join lateral (select * from hub.fee f where f.placement_id = p.id order by f.version desc limit 1) f on true
    where p.agency_id <> p.household_agency_id
    order by k.moved_in_on, p.reference`, [today]);
}

export interface NewFee {
  readonly version: number;
  readonly facts: Pick<PlacedFacts, 'placementId' | 'reference' | 'agencyId' | 'payeeAgencyId' | 'movedInOn' | 'children' | 'isLondon'>;
  readonly verdict: Verdict;
  readonly rate: FoundRate;
}

/** What was fixed for the placement, as a version of its own; an earlier one stays as it was. */
export async function insertFee(tx: Tx, { version, facts, verdict: { isDue, basis, provider, partnershipId }, rate }: NewFee): Promise<void> {
  await rows(tx, `
    insert into hub.fee (placement_id, version, placement_reference, agency_id, payee_agency_id, moved_in_on, children, is_london, provider, basis, partnership_id, is_due, amount_pence, plan, rate_id, source)
    values ($1, $2, $3, $4, $5, $6::date, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
  [facts.placementId, version, facts.reference, facts.agencyId, facts.payeeAgencyId, facts.movedInOn, facts.children, facts.isLondon, provider, basis, partnershipId, isDue,
    isDue ? rate.amount : null, isDue ? rate.plan : null, isDue ? rate.id : null, rate.source]);
}

/** With its first row of history. The job runs once at a time for a day; what it wrote before is not written again. */
export async function insertItem(tx: Tx, { placementId, reference, agencyId, payeeAgencyId }: PlacedFacts, { trigger, number, dueOn, amount }: DueItem): Promise<boolean> {
  const made = await row<{ id: string }>(tx, `
    insert into hub.fee_item (placement_id, placement_reference, agency_id, payee_agency_id, trigger, number, due_on, amount_pence) values ($1, $2, $3, $4, $5, $6, $7::date, $8)
    on conflict (placement_id, trigger, number) do nothing returning id`, [placementId, reference, agencyId, payeeAgencyId, trigger, number, dueOn, amount]);
  if (!made) return false;
  await rows(tx, `insert into hub.fee_event (item_id, version, placement_id, agency_id, event, on_date) values ($1, 1, $2, $3, 'FELL_DUE', $4::date)`, [made.id, placementId, payeeAgencyId, dueOn]);
  return true;
}
