import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { MeetingEvent } from '@hub/domain/meetings/events';
import type { PairOutcome, UnitOutcome } from '@hub/domain/meetings/outcomes';
import type { AbsenceReason, Attendance, ItemStatus, MeetingRole } from '@hub/domain/meetings/states';
import type { Band } from '@hub/domain/matching/result';
import type { Vault } from '@hub/database/crypto/vault';
import { rows, type Tx } from '@hub/database/tx';

/** A place on the agenda, with its child or group as far as the viewer is shown it. */
export interface ItemRow {
  readonly id: string;
  readonly position: number;
  readonly status: ItemStatus;
  readonly since: Date | null;
  readonly doneAt: Date | null;
  /** Null where it is not shown, and with it all that follows. */
  readonly unitId: string | null;
  readonly unitAgencyId: string | null;
  readonly unitReference: string | null;
  readonly priority: number | null;
  readonly outcome: UnitOutcome | null;
  readonly version: number | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  /** Families beside it, shown or not. */
  readonly pairCount: number;
}

export function itemsOf(tx: Tx, meetingId: string): Promise<ItemRow[]> {
  return rows(tx, `
    select i.id, i.position, i.status, i.since, i.done_at as "doneAt", u.unit_id as "unitId", u.unit_agency_id as "unitAgencyId", u.unit_reference as "unitReference", u.priority, u.outcome, u.version,
      u.decided_by as "decidedBy", u.decided_at as "decidedAt", coalesce(c.pairs, 0) as "pairCount"
    from hub.meeting_item i left join hub.meeting_unit u on u.item_id = i.id left join hub.meeting_pair_counts($1::uuid) c on c.item_id = i.id
    where i.meeting_id = $1::uuid and i.position is not null order by i.position`, [meetingId]);
}

export interface PairRow {
  readonly id: string;
  readonly itemId: string;
  readonly unitId: string;
  readonly householdId: string;
  readonly householdAgencyId: string;
  readonly householdReference: string;
  /** Null: not on the agenda any more. */
  readonly position: number | null;
  readonly proposedBy: 'PROGRAMME' | 'PERSON';
  readonly pinned: boolean;
  readonly rank: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly band: Band | null;
  readonly outcome: PairOutcome | null;
  readonly reason: string | null;
  readonly version: number;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  /** The open link of the pair, and of one to pursue the link by which it was pursued, also after its end; where the viewer is a party to it. */
  readonly link: string | null;
}

/** Why a pair was ruled out is for the two agencies concerned and for whoever convenes or records; others in the room read that it was (product.md, Stages of disclosure). */
const toldWhy = (of: 'p' | 'e'): string =>
  `(${of}.outcome is distinct from 'RULE_OUT' or (select hub.own_agency()) in (u.unit_agency_id, p.household_agency_id) or ${of}.meeting_id = any(array(select hub.recorded_meetings())))`;

/** Those that are shown to the viewer, also of families that are not on the agenda any more. */
export function pairsOf(tx: Tx, meetingId: string): Promise<PairRow[]> {
  return rows(tx, `
    select p.id, p.item_id as "itemId", p.unit_id as "unitId", p.household_id as "householdId", p.household_agency_id as "householdAgencyId", p.household_reference as "householdReference", p.position,
      p.proposed_by as "proposedBy", p.pinned, p.rank, p.low, p.high, p.band, p.outcome, case when ${toldWhy('p')} then p.reason end as reason,
      p.version, p.decided_by as "decidedBy", p.decided_at as "decidedAt", l.reference as link
    from hub.meeting_pair p join hub.meeting_unit u on u.item_id = p.item_id left join hub.link l on l.unit_id = p.unit_id and l.household_id = p.household_id
      and case when p.outcome = 'PURSUE' then l.created_at <= p.decided_at and coalesce(l.ended_at > p.decided_at, true) else l.ended_at is null end
    where p.meeting_id = $1::uuid order by p.position, p.household_reference`, [meetingId]);
}

export interface PersonRow {
  /** Within the meeting. */
  readonly number: number;
  readonly userId: string;
  readonly agencyId: string;
  readonly role: MeetingRole;
  readonly attendance: Attendance;
  readonly arrivedAt: Date | null;
  readonly leftAt: Date | null;
}

export function personsOf(tx: Tx, meetingId: string): Promise<PersonRow[]> {
  return rows(tx, `select number, user_id as "userId", user_agency_id as "agencyId", role, attendance, arrived_at as "arrivedAt", left_at as "leftAt" from hub.meeting_person where meeting_id = $1::uuid`, [meetingId]);
}

/** Ids of the invited agencies; the convening one is not among them. */
export async function invitedTo(tx: Tx, meetingId: string): Promise<string[]> {
  return (await rows<{ id: string }>(tx, 'select invited_id as id from hub.meeting_agency where meeting_id = $1::uuid', [meetingId])).map(({ id }) => id);
}

export interface AbsenceRow {
  readonly id: string;
  readonly itemId: string;
  readonly userId: string;
  readonly reason: AbsenceReason;
  readonly at: Date;
}

export function absencesOf(tx: Tx, meetingId: string): Promise<AbsenceRow[]> {
  return rows(tx, 'select id, item_id as "itemId", user_id as "userId", reason, at from hub.meeting_absence where meeting_id = $1::uuid order by at', [meetingId]);
}

export interface ActionRow {
  readonly id: string;
  readonly number: number;
  readonly itemId: string | null;
  readonly ownerId: string;
  readonly ownerAgencyId: string;
  readonly dueOn: IsoDate;
  readonly doneOn: IsoDate | null;
  readonly doneBy: string | null;
}

export const ACTION = `select a.id, a.meeting_id as "meetingId", a.number, a.item_id as "itemId", a.owner_id as "ownerId", a.owner_agency_id as "ownerAgencyId", a.due_on as "dueOn", a.done_on as "doneOn", a.done_by as "doneBy" from hub.meeting_action a`;

export function actionsOf(tx: Tx, meetingId: string): Promise<ActionRow[]> {
  return rows(tx, `${ACTION} where a.meeting_id = $1::uuid order by a.number`, [meetingId]);
}

export interface EventRow {
  readonly version: number;
  readonly event: MeetingEvent;
  readonly actorId: string | null;
  readonly at: Date;
  readonly itemId: string | null;
  readonly pairId: string | null;
  readonly actionId: string | null;
  readonly userId: string | null;
  readonly ofVersion: number | null;
  readonly outcome: PairOutcome | UnitOutcome | null;
  readonly reason: string | null;
  /** Null where nothing was written, or where it went with a record that it was about. */
  readonly words: string | null;
}

const MOST = 2_000;

/** The history, oldest first, as far as what it is about is shown to the viewer. */
export async function eventsOf(tx: Tx, vault: Vault, meetingId: string): Promise<EventRow[]> {
  const found = await rows<Omit<EventRow, 'words'> & { id: string; agencyId: string; shareIds: string[]; wrapped_key: Buffer | null; words: Buffer | null }>(tx, `
    select e.id, e.agency_id as "agencyId", e.version, e.event, e.actor_id as "actorId", e.at, e.item_id as "itemId", e.pair_id as "pairId", e.action_id as "actionId", e.user_id as "userId",
      e.of_version as "ofVersion", e.outcome, e.share_ids as "shareIds", ${['reason', 'wrapped_key', 'words'].map((column) => `case when ${toldWhy('e')} then e.${column} end as ${column}`).join(', ')}
    from hub.meeting_event e left join hub.meeting_pair p on p.id = e.pair_id left join hub.meeting_unit u on u.item_id = p.item_id
    where e.meeting_id = $1::uuid order by e.version limit ${MOST}`, [meetingId]);
  return found.map(({ id, agencyId, shareIds, wrapped_key, words, ...event }) => ({ ...event, ...vault.openTexts({ agencyId, table: 'meeting_event', rowId: id, shareIds }, { wrapped_key, words }) }));
}

/** Names by user id of whoever has to do with these meetings. */
export async function peopleAt(tx: Tx, meetingIds: readonly string[]): Promise<ReadonlyMap<string, { readonly id: string; readonly displayName: string; readonly agencyId: string }>> {
  const found = meetingIds.length === 0 ? [] : await rows<{ id: string; displayName: string; agencyId: string }>(tx, 'select user_id as id, display_name as "displayName", agency_id as "agencyId" from hub.meeting_people($1::uuid[])', [meetingIds]);
  return new Map(found.map((person) => [person.id, person]));
}
