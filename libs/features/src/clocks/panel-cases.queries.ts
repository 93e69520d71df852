import type { PanelClockFacts, PanelItemClockFacts, Told } from '@hub/domain/clocks/facts';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { recipientsOf, type ItemKind, type Manner, type Recipient } from '@hub/domain/panels/items';
import { rows, type Tx } from '@hub/database/tx';
import type { ClockCase } from './child-cases.queries';

interface ItemRow {
  readonly id: string;
  readonly agencyId: string;
  readonly workerId: string | null;
  readonly subject: string;
  readonly kind: ItemKind;
  readonly meetsOn: IsoDate;
  readonly reportGivenOn: IsoDate | null;
  readonly viewsGivenOn: IsoDate | null;
  readonly receivedOn: IsoDate | null;
  readonly decidedOn: IsoDate | null;
  readonly told: readonly { readonly recipient: Recipient; readonly manner: Manner; readonly on: IsoDate }[];
}

const ITEM = `
  select item_id as id, agency_id as "agencyId", worker_id as "workerId", reference as subject, kind, meets_on as "meetsOn", report_given_on as "reportGivenOn", views_given_on as "viewsGivenOn",
    received_on as "receivedOn", decided_on as "decidedOn", told
  from hub.panel_item_days()`;

function toCase({ id, agencyId, workerId, subject, kind, meetsOn, told, ...days }: ItemRow): ClockCase<PanelItemClockFacts> {
  const toldOf = (recipient: Recipient): Told | null => {
    const on = (manner: Manner): IsoDate | null => told.find((one) => one.recipient === recipient && one.manner === manner)?.on ?? null;
    return recipientsOf(kind).includes(recipient) ? { orallyOn: on('ORALLY'), inWritingOn: on('IN_WRITING') } : null;
  };
  return { id, agencyId, workerId, subject, member: null, facts: { kind: 'PANEL_ITEM', panelOn: meetsOn, adopters: toldOf('ADOPTERS'), parents: toldOf('PARENTS'), ...days } };
}

/** What panels consider or heard and the agency decides: its own, or every agency's in a round. One statement. */
export async function panelCases(tx: Tx): Promise<ClockCase<PanelItemClockFacts>[]> {
  return (await rows<ItemRow>(tx, ITEM)).map(toCase);
}

/** One of the own agency's. */
export async function panelCaseOf(tx: Tx, itemId: string): Promise<ClockCase<PanelItemClockFacts> | undefined> {
  return (await rows<ItemRow>(tx, `${ITEM} where item_id = $1::uuid`, [itemId])).map(toCase)[0];
}

interface MetRow {
  readonly agencyId: string;
  readonly subject: string;
  readonly metOn: readonly IsoDate[];
  readonly closedOn: IsoDate | null;
}

/** The panels that met in which an agency takes part: the own one, or every agency in a round. Their subject is the latest. One statement. */
export async function meetingCases(tx: Tx, today: IsoDate): Promise<ClockCase<PanelClockFacts>[]> {
  const found = await rows<MetRow>(tx, `
    select a.id as "agencyId", (array_agg(p.reference order by p.meets_on desc, p.reference))[1] as subject, jsonb_agg(distinct p.meets_on) as "metOn",
      (select max(coalesce(m.ends_on, 'infinity')) from hub.membership m where m.agency_id = a.id having max(coalesce(m.ends_on, 'infinity')) < 'infinity') as "closedOn"
    from hub.agency a join hub.panel p on p.agency_id = a.id or a.id = any(p.part_ids)
    where p.status = 'PLANNED' and p.meets_on <= $1::date and a.kind in ('COUNCIL', 'VOLUNTARY') and (a.id = (select hub.own_agency()) or (select hub.acting('notices.remind')))
    group by a.id`, [today]);
  return found.map(({ agencyId, subject, metOn, closedOn }) => ({ id: agencyId, agencyId, workerId: null, subject, member: null, facts: { kind: 'PANEL', metOn, closedOn } }));
}
