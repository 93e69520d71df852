import type { HouseholdState } from '@hub/domain/adopters/states';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { ItemEvent, ItemKind, ItemStatus, Outcome, Recommendation } from '@hub/domain/panels/items';
import { affected, row, rows, type Tx } from '@hub/database/tx';

/** What a panel considers, with the day of its panel and what was decided. */
export interface ItemRow {
  readonly id: string;
  readonly reference: string;
  /** Whose decision maker decides. */
  readonly agencyId: string;
  readonly kind: ItemKind;
  readonly panelId: string;
  readonly panelAgencyId: string;
  readonly panelReference: string;
  readonly meetsOn: IsoDate;
  readonly slot: number;
  readonly status: ItemStatus;
  readonly linkId: string | null;
  readonly linkReference: string | null;
  readonly unitId: string | null;
  readonly unitReference: string | null;
  readonly householdId: string;
  readonly householdAgencyId: string;
  readonly householdReference: string;
  readonly papersInOn: IsoDate | null;
  readonly recommendation: Recommendation | null;
  readonly minutesFinalOn: IsoDate | null;
  readonly version: number;
  readonly decisionId: string | null;
  readonly outcome: Outcome | null;
  readonly decidedOn: IsoDate | null;
  readonly decidedBy: string | null;
  /** Heard, not decided, and what it is about still stands. */
  readonly awaitsDecision: boolean;
}

const ITEM = `
  select i.id, i.reference, i.agency_id as "agencyId", i.kind, i.panel_id as "panelId", i.panel_agency_id as "panelAgencyId", p.reference as "panelReference", p.meets_on as "meetsOn", i.slot, i.status,
    i.link_id as "linkId", l.reference as "linkReference", i.unit_id as "unitId", i.unit_reference as "unitReference", i.household_id as "householdId", i.household_agency_id as "householdAgencyId",
    i.household_reference as "householdReference", i.papers_in_on as "papersInOn", i.recommendation, i.minutes_final_on as "minutesFinalOn", i.version,
    d.id as "decisionId", d.outcome, d.decided_on as "decidedOn", d.decided_by as "decidedBy", hub.awaits_decision(i.id) as "awaitsDecision"
  from hub.panel_item i join hub.panel p on p.id = i.panel_id left join hub.link l on l.id = i.link_id left join hub.agency_decision d on d.panel_item_id = i.id`;

/** `lock`: holds the item until the transaction ends, so that of two who change it the second sees what the first did. */
export async function findItem(tx: Tx, reference: string, lock: '' | 'lock' = ''): Promise<ItemRow | undefined> {
  // Apart: a statement that waited for a lock would still see the rest as it was before.
  if (lock === 'lock') await rows(tx, 'select from hub.panel_item where reference = $1 for update', [reference]);
  return row(tx, `${ITEM} where i.reference = $1`, [reference]);
}

/** Of these panels, as far as the viewer's agency is a party; what was taken off left out. */
export const itemsOfPanels = (tx: Tx, panelIds: readonly string[]): Promise<ItemRow[]> => rows(tx, `${ITEM} where i.panel_id = any($1::uuid[]) and i.status <> 'WITHDRAWN' order by p.meets_on, i.slot`, [panelIds]);

/** Of a link, the newest first. */
export const itemsOfLink = (tx: Tx, link: string): Promise<ItemRow[]> => rows(tx, `${ITEM} where l.reference = $1 order by i.created_at desc limit 20`, [link]);

/** Approvals of a household, the newest first. */
export const itemsOfHousehold = (tx: Tx, household: string): Promise<ItemRow[]> => rows(tx, `${ITEM} where i.kind = 'APPROVAL' and i.household_reference = $1 order by i.created_at desc limit 20`, [household]);

/** Of the own agency, what awaits its decision, who waits longest first. */
export const itemsToDecide = (tx: Tx): Promise<ItemRow[]> => rows(tx, `${ITEM} where i.agency_id = (select hub.own_agency()) and i.status = 'HEARD' and d.id is null and hub.awaits_decision(i.id)
  order by i.minutes_final_on nulls last, p.meets_on, i.reference limit 200`);

export interface NewItem {
  readonly id: string;
  readonly reference: string;
  readonly agencyId: string;
  readonly kind: ItemKind;
  readonly panelId: string;
  readonly panelAgencyId: string;
  readonly slot: number;
  readonly link: { readonly id: string; readonly unitId: string } | null;
  readonly householdId: string;
  readonly householdAgencyId: string;
}

interface Acting {
  readonly userId: string;
  readonly agencyId: string;
}

/** Its place is held, not confirmed yet. The database fills in the references, and refuses a place that is taken or no place of the agency's. */
export async function insertItem(tx: Tx, actor: Acting, { id, reference, agencyId, kind, panelId, panelAgencyId, slot, link, householdId, householdAgencyId }: NewItem): Promise<void> {
  await rows(tx, `
    insert into hub.panel_item (id, reference, agency_id, kind, panel_id, panel_agency_id, slot, status, link_id, unit_id, household_id, household_agency_id, household_reference)
    values ($1, $2, $3, $4, $5, $6, $7, 'PROVISIONAL', $8, $9, $10, $11, '')`,
  [id, reference, agencyId, kind, panelId, panelAgencyId, slot, link?.id ?? null, link?.unitId ?? null, householdId, householdAgencyId]);
  await tell(tx, actor, id, 'BOOKED');
}

/** A step, and what it changes. */
export interface ItemStep {
  readonly event: ItemEvent;
  readonly actor: Acting;
  readonly place?: { readonly panelId: string; readonly panelAgencyId: string; readonly slot: number };
  readonly status?: ItemStatus;
  readonly papersInOn?: IsoDate;
  readonly recommendation?: Recommendation;
  readonly minutesFinalOn?: IsoDate;
  /** They are not final any more. */
  readonly takesMinutesBack?: true;
}

/** The one path by which an item changes: the row and its history, one version further. False where somebody else was quicker. */
export async function takeItemStep(tx: Tx, { id, version }: Pick<ItemRow, 'id' | 'version'>, { event, actor, place, status, papersInOn, recommendation, minutesFinalOn, takesMinutesBack }: ItemStep): Promise<boolean> {
  const changed = await affected(tx, `
    update hub.panel_item set version = version + 1, panel_id = coalesce($3::uuid, panel_id), panel_agency_id = coalesce($4::uuid, panel_agency_id), slot = coalesce($5, slot), status = coalesce($6, status),
      papers_in_on = coalesce($7::date, papers_in_on), recommendation = coalesce($8, recommendation), minutes_final_on = case when not $10::boolean then coalesce($9::date, minutes_final_on) end
    where id = $1::uuid and version = $2`,
  [id, version, place?.panelId ?? null, place?.panelAgencyId ?? null, place?.slot ?? null, status ?? null, papersInOn ?? null, recommendation ?? null, minutesFinalOn ?? null, takesMinutesBack ?? false]);
  if (changed === 0) return false;
  await tell(tx, actor, id, event);
  return true;
}

async function tell(tx: Tx, { userId, agencyId }: Acting, id: string, event: ItemEvent): Promise<void> {
  await rows(tx, `
    insert into hub.panel_item_event (item_id, agency_id, version, event, panel_id, slot, status, actor_id, actor_agency_id, recommendation, minutes_final_on, decided_on)
    select i.id, i.agency_id, i.version, $2, i.panel_id, i.slot, i.status, $3::uuid, $4::uuid, i.recommendation, i.minutes_final_on, d.decided_on
    from hub.panel_item i left join hub.agency_decision d on d.panel_item_id = i.id where i.id = $1::uuid`, [id, event, userId, agencyId]);
}

/** Of an own household that is to be put on a panel. */
export function householdForPanel(tx: Tx, reference: string): Promise<{ id: string; agencyId: string; state: HouseholdState } | undefined> {
  return row(tx, 'select id, agency_id as "agencyId", state from hub.household where reference = $1 for update', [reference]);
}

export async function householdState(tx: Tx, id: string): Promise<HouseholdState | null> {
  return (await row<{ state: HouseholdState }>(tx, 'select state from hub.household where id = $1::uuid', [id]))?.state ?? null;
}
