import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { ItemStatus } from '@hub/domain/panels/items';
import type { MemberRole } from '@hub/domain/panels/quorum';
import { affected, row, rows, type Tx } from '@hub/database/tx';

/** A panel on its day, as the whole region reads it: it names no case. */
export interface PanelRow {
  readonly id: string;
  readonly agencyId: string;
  readonly reference: string;
  readonly meetsOn: IsoDate;
  /** hh:mm, of the first place. */
  readonly startsAt: string;
  readonly slotCount: number;
  readonly slotMinutes: number;
  readonly place: string;
  readonly papersDueOn: IsoDate;
  /** Other agencies that take part. */
  readonly partIds: readonly string[];
  readonly status: 'PLANNED' | 'CANCELLED';
  readonly version: number;
}

export type PanelTerms = Pick<PanelRow, 'meetsOn' | 'startsAt' | 'slotCount' | 'slotMinutes' | 'place' | 'papersDueOn' | 'partIds'>;

const PANEL = `
  select p.id, p.agency_id as "agencyId", p.reference, p.meets_on as "meetsOn", p.starts_at as "startsAt", p.slot_count as "slotCount", p.slot_minutes as "slotMinutes", p.place,
    p.papers_due_on as "papersDueOn", p.part_ids as "partIds", p.status, p.version
  from hub.panel p`;

export const findPanel = (tx: Tx, reference: string): Promise<PanelRow | undefined> => row(tx, `${PANEL} where p.reference = $1`, [reference]);
export const panelById = (tx: Tx, id: string): Promise<PanelRow | undefined> => row(tx, `${PANEL} where p.id = $1::uuid`, [id]);

/** Between two days, both included; `agencyId`: in which that agency takes part. */
export function listPanels(tx: Tx, { from, to, agencyId }: { readonly from: IsoDate; readonly to: IsoDate; readonly agencyId?: string | null }): Promise<PanelRow[]> {
  return rows(tx, `${PANEL} where p.meets_on between $1::date and $2::date and ($3::uuid is null or p.agency_id = $3::uuid or $3::uuid = any(p.part_ids))
    order by p.meets_on, p.starts_at, p.reference limit 1000`, [from, to, agencyId ?? null]);
}

export async function insertPanel(tx: Tx, { id, reference, agencyId, userId }: { readonly id: string; readonly reference: string; readonly agencyId: string; readonly userId: string }, terms: PanelTerms): Promise<void> {
  await rows(tx, `insert into hub.panel (id, agency_id, reference, created_by, meets_on, starts_at, slot_count, slot_minutes, place, papers_due_on, part_ids) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::uuid[])`,
    [id, agencyId, reference, userId, ...termValues(terms)]);
}

/** False where somebody else was quicker. */
export async function changePanel(tx: Tx, { id, version }: Pick<PanelRow, 'id' | 'version'>, terms: PanelTerms, status: PanelRow['status']): Promise<boolean> {
  return (await affected(tx, `
    update hub.panel set meets_on = $3, starts_at = $4, slot_count = $5, slot_minutes = $6, place = $7, papers_due_on = $8, part_ids = $9::uuid[], status = $10, version = version + 1
    where id = $1::uuid and version = $2`, [id, version, ...termValues(terms), status])) > 0;
}

const termValues = ({ meetsOn, startsAt, slotCount, slotMinutes, place, papersDueOn, partIds }: PanelTerms): unknown[] => [meetsOn, startsAt, slotCount, slotMinutes, place, papersDueOn, partIds];

export interface TakenPlace {
  readonly panelId: string;
  readonly slot: number;
  readonly status: ItemStatus;
}

/** By whomever: which places are taken tells no case. */
export function takenPlaces(tx: Tx, panelIds: readonly string[]): Promise<TakenPlace[]> {
  return rows(tx, 'select panel_id as "panelId", slot, status from hub.panel_places($1::uuid[])', [panelIds]);
}

export const ATTENDANCES = ['EXPECTED', 'PRESENT', 'ABSENT'] as const;
export type PanelAttendance = (typeof ATTENDANCES)[number];

/** Somebody at a panel, as they were then. */
export interface SeatRow {
  readonly memberId: string;
  readonly member: string;
  readonly displayName: string;
  readonly userId: string | null;
  readonly role: MemberRole;
  readonly isIndependent: boolean;
  readonly attendance: PanelAttendance;
}

export function seatsOf(tx: Tx, panelId: string): Promise<SeatRow[]> {
  return rows(tx, `
    select a.member_id as "memberId", m.reference as member, m.display_name as "displayName", m.user_id as "userId", a.role, a.is_independent as "isIndependent", a.attendance
    from hub.panel_attendance a join hub.panel_member m on m.id = a.member_id where a.panel_id = $1::uuid order by a.role, m.display_name`, [panelId]);
}
