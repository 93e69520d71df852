import { randomUUID } from 'node:crypto';
import type { Actor } from '@hub/domain/access/actor';
import type { LocalSearchFacts } from '@hub/domain/local-search/local-search';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Vault } from '@hub/database/crypto/vault';
import { row, rows, type Tx } from '@hub/database/tx';
import { peopleByIds, type Person } from '../agencies/users.queries';
import type { CaseType } from '../disclosure/cases.queries';
import { shareIdsOf } from '../disclosure/subjects.queries';

/** A person's change of the day on which the region sees a record. */
export interface LocalSearchChange {
  readonly wasOn: IsoDate | null;
  readonly widensOn: IsoDate;
  /** Null where none was given, or where it went with the record. */
  readonly reason: string | null;
  readonly person: Person | null;
  readonly at: Date;
}

/** How a record of the own agency stands between its own council and the region. */
export interface LocalSearch {
  /** The start of the search or of the offer; null before it. */
  readonly startedOn: IsoDate | null;
  /** The first day on which partners see it. */
  readonly widensOn: IsoDate | null;
  readonly isKept: boolean;
  readonly changes: readonly LocalSearchChange[];
}

const TABLE = 'local_search_change';
const OF = {
  UNIT: { table: 'hub.unit', key: 'unit_id', started: `case when family_finding in ('ACTIVE', 'PAUSED') then coalesce(search_started_on, family_finding_since) end` },
  HOUSEHOLD: { table: 'hub.household', key: 'household_id', started: 'offered_on' },
} as const;

export interface KeptRow extends Omit<LocalSearchFacts, 'today'> {
  readonly id: string;
  readonly agencyId: string;
  readonly version: number;
}

/** The own agency's record, held until the transaction ends. */
export function lockKept(tx: Tx, type: CaseType, reference: string): Promise<KeptRow | undefined> {
  const { table, started } = OF[type];
  return row(tx, `
    select id, agency_id as "agencyId", version, ${started} as "startedOn", widens_on as "widensOn" from ${table}
    where reference = $1 and agency_id = (select hub.own_agency()) for update`, [reference]);
}

export async function localSearchOf(tx: Tx, vault: Vault, type: CaseType, id: string): Promise<LocalSearch> {
  const { table, started } = OF[type];
  const found = await row<Omit<LocalSearch, 'changes'>>(tx, `
    select ${started} as "startedOn", widens_on as "widensOn", coalesce(widens_on > hub.today(), false) as "isKept" from ${table} where id = $1::uuid`, [id]);
  if (!found) throw new Error('A record without its days of local search.');
  return { ...found, changes: await changesOf(tx, vault, type, id) };
}

interface ChangeRow extends Omit<LocalSearchChange, 'person' | 'reason'> {
  readonly id: string;
  readonly agencyId: string;
  readonly changedBy: string;
  readonly shareIds: string[];
  readonly wrapped_key: Buffer | null;
  readonly reason: Buffer | null;
}

const MOST = 50;

async function changesOf(tx: Tx, vault: Vault, type: CaseType, id: string): Promise<LocalSearchChange[]> {
  const found = await rows<ChangeRow>(tx, `
    select id, agency_id as "agencyId", was_on as "wasOn", widens_on as "widensOn", changed_by as "changedBy", at, share_ids as "shareIds", wrapped_key, reason
    from hub.local_search_change where ${OF[type].key} = $1::uuid order by at desc limit ${MOST}`, [id]);
  const people = await peopleByIds(tx, [...new Set(found.map(({ changedBy }) => changedBy))]);
  return found.map(({ id: rowId, agencyId, changedBy, shareIds, wrapped_key, reason, ...change }) => ({
    ...change, ...vault.openTexts({ agencyId, table: TABLE, rowId, shareIds }, { wrapped_key, reason }), person: people.find((one) => one.id === changedBy) ?? null,
  }));
}

export interface Widening {
  readonly type: CaseType;
  readonly record: KeptRow;
  readonly widensOn: IsoDate;
  readonly reason: string | null;
}

/** The one path by which people move the day: the record, and who did it, with their words. */
export async function saveWidening(tx: Tx, vault: Vault, actor: Actor, { type, record, widensOn, reason }: Widening): Promise<void> {
  const [rowId, shareIds] = [randomUUID(), await shareIdsOf(tx, vault, type, record.id)];
  const sealed = vault.sealTexts({ agencyId: record.agencyId, table: TABLE, rowId, shareIds }, { reason });
  await rows(tx, `update ${OF[type].table} set widens_on = $2::date, version = version + 1 where id = $1::uuid`, [record.id, widensOn]);
  await rows(tx, `
    insert into hub.local_search_change (id, agency_id, ${OF[type].key}, was_on, widens_on, changed_by, share_ids, wrapped_key, reason)
    values ($1, $2, $3, $4::date, $5::date, $6, $7::uuid[], $8, $9)`,
  [rowId, record.agencyId, record.id, record.widensOn, widensOn, actor.userId, shareIds, sealed.wrapped_key, sealed.reason]);
}
