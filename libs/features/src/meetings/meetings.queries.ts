import type { AgendaStatus, MeetingStatus } from '@hub/domain/meetings/states';
import { row, rows, type Tx } from '@hub/database/tx';

/** A meeting as every agency that is invited reads it. */
export interface MeetingRow {
  readonly id: string;
  readonly agencyId: string;
  readonly reference: string;
  readonly title: string;
  readonly place: string;
  readonly startsAt: Date;
  /** How long it is planned to take, and for each item. */
  readonly minutes: number;
  readonly minutesPerItem: number;
  readonly status: MeetingStatus;
  readonly maxLinks: number;
  readonly perUnit: number;
  readonly perHousehold: number;
  readonly agendaStatus: AgendaStatus;
  readonly agendaWish: number;
  readonly agendaRun: string | null;
  readonly agendaValue: number | null;
  readonly agendaBound: number | null;
  readonly agendaGap: number | null;
  readonly agendaAccount: string | null;
  readonly agendaError: string | null;
  readonly sequence: number;
  readonly version: number;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  readonly mayRecord: boolean;
  readonly isConvened: boolean;
}

const MEETING = `
  select m.id, m.agency_id as "agencyId", m.reference, m.title, m.place, m.starts_at as "startsAt", m.minutes, m.minutes_per_item as "minutesPerItem", m.status,
    m.max_links as "maxLinks", m.per_unit as "perUnit", m.per_household as "perHousehold", m.agenda_status as "agendaStatus", m.agenda_wish as "agendaWish", m.agenda_run as "agendaRun",
    m.agenda_value as "agendaValue", m.agenda_bound as "agendaBound", m.agenda_gap as "agendaGap", m.agenda_account as "agendaAccount", m.agenda_error as "agendaError",
    m.sequence, m.version, m.started_at as "startedAt", m.ended_at as "endedAt",
    m.id = any(array(select hub.recorded_meetings())) as "mayRecord", m.agency_id = (select hub.own_agency()) as "isConvened"
  from hub.meeting m`;

/** `lock`: holds the meeting until the transaction ends, so that whoever changes it sees what was done before. */
export async function findMeeting(tx: Tx, reference: string, lock: '' | 'lock' = ''): Promise<MeetingRow | undefined> {
  // Apart: a statement that waited for a lock would still see the rest as it was before.
  if (lock === 'lock') await rows(tx, 'select from hub.meeting where reference = $1 for update', [reference]);
  return row(tx, `${MEETING} where m.reference = $1`, [reference]);
}

export async function lockMeetingById(tx: Tx, id: string): Promise<MeetingRow | undefined> {
  await rows(tx, 'select from hub.meeting where id = $1::uuid for update', [id]);
  return row(tx, `${MEETING} where m.id = $1::uuid`, [id]);
}

/** The number of its last change; null where the viewer is not invited. */
export async function meetingVersion(tx: Tx, reference: string): Promise<number | null> {
  return (await row<{ version: number }>(tx, 'select version from hub.meeting where reference = $1', [reference]))?.version ?? null;
}

/** Which meetings: those to come (or under way) soonest first, or those that ended, the latest first. */
export type MeetingWhen = 'TO_COME' | 'ENDED';

export interface MeetingListRow extends MeetingRow {
  readonly agencyCount: number;
  readonly personCount: number;
  readonly itemCount: number;
  readonly myRole: string | null;
}

export async function listMeetings(tx: Tx, userId: string, { when, limit, offset }: { when: MeetingWhen; limit: number; offset: number }): Promise<{ items: MeetingListRow[]; totalCount: number }> {
  const [statuses, order] = when === 'TO_COME' ? ["('PLANNED', 'LIVE')", 'q."startsAt", q.reference'] : ["('CLOSED', 'CANCELLED')", 'q."startsAt" desc, q.reference'];
  const found = await rows<MeetingListRow & { total: number }>(tx, `
    select q.*, (select count(*)::int from hub.meeting_agency a where a.meeting_id = q.id) as "agencyCount", (select count(*)::int from hub.meeting_person p where p.meeting_id = q.id) as "personCount",
      (select count(*)::int from hub.meeting_item i where i.meeting_id = q.id and i.position is not null) as "itemCount",
      (select p.role from hub.meeting_person p where p.meeting_id = q.id and p.user_id = $1::uuid) as "myRole", count(*) over ()::int as total
    from (${MEETING} where m.status in ${statuses}) q order by ${order} limit $2 offset $3`, [userId, limit, offset]);
  return { items: found, totalCount: found[0]?.total ?? 0 };
}
