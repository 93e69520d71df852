import type { Role } from '@hub/domain/access/actor';
import type { NoticeKind } from '@hub/domain/audit/notices';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Reminder } from '@hub/domain/dates/reminder';
import { affected, rows, type Tx } from '@hub/database/tx';
import { agenciesByIds, type AgencySummary } from '../agencies/agencies.queries';
import { peopleByIds } from '../agencies/users.queries';

export interface NoticeSubject {
  readonly type: 'UNIT' | 'CHILD' | 'HOUSEHOLD' | 'RUN' | 'IMPORT' | 'AGREEMENT' | 'LINK' | 'SEARCH' | 'MEETING' | 'PANEL' | 'PANEL_ITEM' | 'COURSE' | 'ENQUIRY' | 'PLACEMENT' | 'HUB';
  readonly reference: string;
}

/** What a notice says; to whom is said beside it. */
export interface NewNotice {
  readonly kind: NoticeKind;
  readonly subject?: NoticeSubject;
  /** Of which day it reminds, and how many days ahead: told once. */
  readonly due?: { readonly on: IsoDate; readonly days: Reminder };
  /** How many, where it tells of several. */
  readonly count?: number;
  /** Whose doing it is about. */
  readonly actor?: { readonly userId: string; readonly agencyId: string };
}

export type Addressee = { readonly agencyId: string } & ({ readonly role: Role } | { readonly userId: string });

/** Leaves a notice in the inbox of a person or a role, of whatever agency, in the transaction of what it tells. */
export async function notify(tx: Tx, to: Addressee, { kind, subject, due, count, actor }: NewNotice): Promise<void> {
  // Nothing is read back: whoever leaves a notice need not be able to see it.
  await rows(tx, `
    insert into hub.notice (agency_id, role, user_id, kind, subject_type, subject_reference, actor_id, actor_agency_id, due_on, days_left, count)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing`, [
    to.agencyId, 'role' in to ? to.role : null, 'userId' in to ? to.userId : null, kind, subject?.type ?? null, subject?.reference ?? null,
    actor?.userId ?? null, actor?.agencyId ?? null, due?.on ?? null, due?.days ?? null, count ?? null,
  ]);
}

/** To the data protection officers of these agencies, each once. */
export async function notifyOfficers(tx: Tx, agencies: readonly string[], notice: NewNotice): Promise<void> {
  for (const agencyId of new Set(agencies)) await notify(tx, { agencyId, role: 'DATA_PROTECTION_OFFICER' }, notice);
}

export interface Notice {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly subjectType: NoticeSubject['type'] | null;
  readonly subject: string | null;
  /** By name only where it is a colleague. */
  readonly person: string | null;
  readonly agency: AgencySummary | null;
  readonly at: Date;
  /** Of which day it reminds, and how many days ahead. */
  readonly dueOn: IsoDate | null;
  readonly daysLeft: Reminder | null;
  readonly count: number | null;
  /** How many unread ones about the same link this line stands for; it is the last of them. */
  readonly folded: number;
}

type NoticeRow = Omit<Notice, 'person' | 'agency'> & { readonly actorId: string | null; readonly actorAgencyId: string | null };

/** Unread, the newest first; all about one link are one line. Whose: row-level security says. */
export async function unreadNotices(tx: Tx, limit: number): Promise<Notice[]> {
  const found = await rows<NoticeRow>(tx, `
    select * from (
      select distinct on (n.line) n.id, n.kind, n.subject_type as "subjectType", n.subject_reference as subject, n.actor_id as "actorId", n.actor_agency_id as "actorAgencyId", n.at, n.due_on as "dueOn",
        n.days_left as "daysLeft", n.count, count(*) over (partition by n.line)::int as folded
      from (select *, case when subject_type = 'LINK' then subject_reference else id::text end as line from hub.notice where read_at is null) n
      order by n.line, n.at desc, n.id) l
    order by l.at desc, l.id limit $1`, [limit]);
  if (found.length === 0) return [];
  const present = (ids: readonly (string | null)[]) => [...new Set(ids.filter((id) => id !== null))];
  const people = await peopleByIds(tx, present(found.map(({ actorId }) => actorId)));
  const agencies = await agenciesByIds(tx, present(found.map(({ actorAgencyId }) => actorAgencyId)));
  return found.map(({ actorId, actorAgencyId, ...notice }) => ({
    ...notice, person: people.find(({ id }) => id === actorId)?.displayName ?? null, agency: agencies.find(({ id }) => id === actorAgencyId) ?? null,
  }));
}

/** With those that it stands for. False where there is no such notice, or it is not for this person. */
export async function markRead(tx: Tx, id: string): Promise<boolean> {
  return (await affected(tx, `
    update hub.notice n set read_at = coalesce(n.read_at, clock_timestamp()) from hub.notice m
    where m.id = $1::uuid and (n.id = m.id or n.read_at is null and n.subject_type = 'LINK' and m.subject_type = 'LINK' and n.subject_reference = m.subject_reference)`, [id])) > 0;
}

/** What the actor has not read about a link. */
export async function markLinkRead(tx: Tx, link: string): Promise<void> {
  await affected(tx, `update hub.notice set read_at = clock_timestamp() where subject_type = 'LINK' and subject_reference = $1 and read_at is null`, [link]);
}

/** Whether the actor meets the notice and has not read it. */
export async function isUnread(tx: Tx, id: string): Promise<boolean> {
  return (await rows(tx, 'select 1 from hub.notice where id = $1::uuid and read_at is null', [id])).length > 0;
}

/** Of one kind about one subject, for the actor. */
export async function markReadAbout(tx: Tx, kind: NoticeKind, reference: string): Promise<void> {
  await affected(tx, 'update hub.notice set read_at = clock_timestamp() where kind = $1 and subject_reference = $2 and read_at is null', [kind, reference]);
}
