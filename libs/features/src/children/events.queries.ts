import { randomUUID } from 'node:crypto';
import type { AskedBy, EventCode } from '@hub/domain/adopters/event-codes';
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
  /** The row instead of which this one stands. */
  readonly corrects?: string;
}

/** What a step of a household says beside its day: a code of a list, at whose wish, and until when. */
export interface EventAnswers {
  readonly code: EventCode | null;
  readonly askedBy: AskedBy | null;
  readonly untilOn: IsoDate | null;
}

export async function insertEvent(tx: Tx, vault: Vault, of: Subject, { agencyId, subjectId, event, onDate, reason, recordedBy, corrects }: NewEvent, answers?: EventAnswers): Promise<void> {
  const id = randomUUID();
  const sealed = vault.sealTexts({ agencyId, table: `${of}_event`, rowId: id, shareIds: [subjectId] }, { reason });
  const said = answers === undefined ? [] : [['code', answers.code], ['asked_by', answers.askedBy], ['until_on', answers.untilOn]] as const;
  const values = [['id', id], ['agency_id', agencyId], [`${of}_id`, subjectId], ['event', event], ['on_date', onDate], ['wrapped_key', sealed.wrapped_key], ['reason', sealed.reason], ['recorded_by', recordedBy], ['corrects', corrects ?? null], ...said] as const;
  await rows(tx, `insert into hub.${of}_event (${values.map(([column]) => column).join(', ')}) values (${values.map((_, at) => `$${at + 1}`).join(', ')})`, values.map(([, value]) => value));
}

interface EventRow extends EventAnswers {
  readonly id: string;
  readonly agencyId: string;
  readonly subjectId: string;
  readonly event: string;
  readonly onDate: IsoDate;
  readonly wrapped_key: Buffer | null;
  readonly reason: Buffer | null;
}

export interface EventOf extends RecordedEvent, EventAnswers {
  readonly subjectId: string;
}

/** Nothing stands instead of it. */
export const STANDS = (of: Subject): string => `not exists (select from hub.${of}_event n where n.corrects = e.id)`;

const COLUMNS = (of: Subject, answers: string): string => `select id, agency_id as "agencyId", ${of}_id as "subjectId", event, on_date as "onDate", wrapped_key, reason, created_at as at, ${answers} from hub.${of}_event e where ${of}_id = any($1::uuid[]) and ${STANDS(of)}`;
// A decision not to share stands in a child's history too.
const CHILD_EVENTS = `${COLUMNS('child', 'null as code, null as "askedBy", null::date as "untilOn"')}
  union all select id, agency_id, child_id, 'NOT_SHARED', decided_on, null, null, recorded_at, null, null, null from hub.withholding where child_id = any($1::uuid[]) and outcome = 'APPROVED'`;
const HOUSEHOLD_EVENTS = COLUMNS('household', 'code, asked_by as "askedBy", until_on as "untilOn"');

/** The recorded history of children or households of the own agency, in the order of its days. */
export async function eventsOf(tx: Tx, vault: Vault, of: Subject, subjectIds: readonly string[]): Promise<EventOf[]> {
  const found = await rows<EventRow>(tx, `${of === 'child' ? CHILD_EVENTS : HOUSEHOLD_EVENTS} order by "onDate", at`, [subjectIds]);
  return found.map(({ id, agencyId, subjectId, event, onDate, code, askedBy, untilOn, wrapped_key, reason }) =>
    ({ subjectId, event, onDate, code, askedBy, untilOn, ...vault.openTexts({ agencyId, table: `${of}_event`, rowId: id, shareIds: [subjectId] }, { wrapped_key, reason }) }));
}
