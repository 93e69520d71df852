import { randomUUID } from 'node:crypto';
import type { Actor } from '@hub/domain/access/actor';
import { DomainError } from '@hub/domain/errors';
import { afterEvent, type MeetingEvent } from '@hub/domain/meetings/events';
import type { PairOutcome, UnitOutcome } from '@hub/domain/meetings/outcomes';
import type { MeetingStatus } from '@hub/domain/meetings/states';
import type { Vault } from '@hub/database/crypto/vault';
import { affected, rows, type Tx } from '@hub/database/tx';
import type { MeetingRow } from './meetings.queries';

/** What a step may change of the meeting itself. */
export type MeetingChanges = Partial<Pick<MeetingRow, 'title' | 'place' | 'startsAt' | 'minutes' | 'minutesPerItem' | 'maxLinks' | 'perUnit' | 'perHousehold' | 'sequence' |
  'agendaStatus' | 'agendaWish' | 'agendaRun' | 'agendaValue' | 'agendaBound' | 'agendaGap' | 'agendaAccount' | 'agendaError'>>;

const COLUMNS: Readonly<Record<keyof MeetingChanges, string>> = {
  title: 'title', place: 'place', startsAt: 'starts_at', minutes: 'minutes', minutesPerItem: 'minutes_per_item', maxLinks: 'max_links', perUnit: 'per_unit', perHousehold: 'per_household', sequence: 'sequence',
  agendaStatus: 'agenda_status', agendaWish: 'agenda_wish', agendaRun: 'agenda_run', agendaValue: 'agenda_value', agendaBound: 'agenda_bound', agendaGap: 'agenda_gap', agendaAccount: 'agenda_account',
  agendaError: 'agenda_error',
};

export interface MeetingStep {
  readonly event: MeetingEvent;
  /** Null: the hub itself. */
  readonly actor: Actor | null;
  readonly changes?: MeetingChanges;
  readonly itemId?: string;
  readonly pairId?: string;
  readonly actionId?: string;
  readonly userId?: string;
  readonly outcome?: { readonly ofVersion: number; readonly outcome: PairOutcome | UnitOutcome | null; readonly reason: string | null };
  /** What somebody wrote; sealed with a share of its own (docs/adr/0019). */
  readonly words?: string | null;
}

/** Where a meeting stands after a mutation: what is kept under an idempotency key, so without a word about a case. */
export interface MeetingStanding {
  readonly reference: string;
  readonly version: number;
  readonly status: MeetingStatus;
}

/** The one path by which a meeting changes: the row and its history, one version further. The meeting is locked. Throws where the step does not follow. */
export async function takeMeetingStep(tx: Tx, vault: Vault, meeting: MeetingRow, step: MeetingStep): Promise<MeetingStanding> {
  const status = afterEvent(meeting.status, step.event);
  if (status instanceof DomainError) throw status;
  const changes = Object.entries(step.changes ?? {}) as [keyof MeetingChanges, unknown][];
  const changed = await affected(tx, `
    update hub.meeting set version = version + 1, status = $3, started_at = case when $3 = 'LIVE' then coalesce(started_at, now()) else started_at end,
      ended_at = case when $3 in ('CLOSED', 'CANCELLED') then coalesce(ended_at, now()) end${changes.map(([key], at) => `, ${COLUMNS[key]} = $${at + 4}`).join('')}
    where id = $1::uuid and version = $2`, [meeting.id, meeting.version, status, ...changes.map(([, value]) => value)]);
  // A row that is read and locked and yet not changed is one that row-level security keeps from this person.
  if (changed === 0) throw new DomainError('FORBIDDEN', 'You may not do this.');
  await tellMeeting(tx, vault, { ...meeting, version: meeting.version + 1 }, step);
  return { reference: meeting.reference, version: meeting.version + 1, status };
}

/** The row of history of the meeting's version. */
export async function tellMeeting(tx: Tx, vault: Vault, { id: meetingId, agencyId, version }: Pick<MeetingRow, 'id' | 'agencyId' | 'version'>, step: MeetingStep): Promise<void> {
  const id = randomUUID();
  const words = step.words?.trim() || null;
  const shareIds = words === null ? [] : [id];
  const sealed = words === null ? { wrapped_key: null, words } : vault.sealTexts({ agencyId, table: 'meeting_event', rowId: id, shareIds }, { words });
  await rows(tx, `
    insert into hub.meeting_event (id, meeting_id, agency_id, version, event, actor_id, actor_agency_id, item_id, pair_id, action_id, user_id, of_version, outcome, reason, share_ids, wrapped_key, words)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15::uuid[], $16, $17)`,
  [id, meetingId, agencyId, version, step.event, step.actor?.userId ?? null, step.actor?.agencyId ?? null, step.itemId ?? null, step.pairId ?? null, step.actionId ?? null, step.userId ?? null,
    step.outcome?.ofVersion ?? null, step.outcome?.outcome ?? null, step.outcome?.reason ?? null, shareIds, sealed.wrapped_key, sealed.words]);
}
