import { randomUUID } from 'node:crypto';
import type { RecordedEvent } from '@hub/domain/children/journey';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Vault } from '@hub/database/crypto/vault';
import { rows, type Tx } from '@hub/database/tx';

type Subject = 'child' | 'household';

export interface NewEvent {
  readonly agencyId: string;
  /** Of the child or household. */
  readonly subjectId: string;
  readonly event: string;
  readonly onDate: IsoDate;
  readonly reason: string | null;
  readonly recordedBy: string;
}

export async function insertEvent(tx: Tx, vault: Vault, of: Subject, { agencyId, subjectId, event, onDate, reason, recordedBy }: NewEvent): Promise<void> {
  const id = randomUUID();
  const sealed = vault.sealTexts({ agencyId, table: `${of}_event`, rowId: id, shareIds: [subjectId] }, { reason });
  await rows(tx, `insert into hub.${of}_event (id, agency_id, ${of}_id, event, on_date, wrapped_key, reason, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, agencyId, subjectId, event, onDate, sealed.wrapped_key, sealed.reason, recordedBy]);
}

interface EventRow {
  readonly id: string;
  readonly agencyId: string;
  readonly subjectId: string;
  readonly event: string;
  readonly onDate: IsoDate;
  readonly wrapped_key: Buffer | null;
  readonly reason: Buffer | null;
}

export interface EventOf extends RecordedEvent {
  readonly subjectId: string;
}

const COLUMNS = (of: Subject): string => `select id, agency_id as "agencyId", ${of}_id as "subjectId", event, on_date as "onDate", wrapped_key, reason, created_at as at from hub.${of}_event where ${of}_id = any($1::uuid[])`;
// A decision not to share stands in a child's history too.
const CHILD_EVENTS = `${COLUMNS('child')} union all select id, agency_id, child_id, 'NOT_SHARED', decided_on, null, null, recorded_at from hub.withholding where child_id = any($1::uuid[]) and outcome = 'APPROVED'`;

/** The recorded history of children or households of the own agency, in the order of its days. */
export async function eventsOf(tx: Tx, vault: Vault, of: Subject, subjectIds: readonly string[]): Promise<EventOf[]> {
  const found = await rows<EventRow>(tx, `${of === 'child' ? CHILD_EVENTS : COLUMNS(of)} order by "onDate", at`, [subjectIds]);
  return found.map(({ id, agencyId, subjectId, event, onDate, wrapped_key, reason }) =>
    ({ subjectId, event, onDate, ...vault.openTexts({ agencyId, table: `${of}_event`, rowId: id, shareIds: [subjectId] }, { wrapped_key, reason }) }));
}
