import type { Vault } from '@hub/database/crypto/vault';
import { affected, row, rows, type Tx } from '@hub/database/tx';

/** A table with wrapped data keys; the names are quoted for SQL. */
export interface SealedTable {
  readonly table: string;
  readonly name: string;
  readonly key: string;
}

const BATCH = 500;
const KEY_ID = `case when get_byte(wrapped_key, 0) = 2 then encode(substring(wrapped_key from 3 for 8), 'hex') else '' end`;

/** Every table that holds wrapped keys (rows without a text have none), from the catalogue: a new one cannot be forgotten. */
export function sealedTables(tx: Tx): Promise<SealedTable[]> {
  return rows(tx, `
    select c.relname as table, format('%I.%I', n.nspname, c.relname) as name, quote_ident(k.attname) as key
    from pg_catalog.pg_attribute a
    join pg_catalog.pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p')
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace and n.nspname = 'hub'
    join pg_catalog.pg_index i on i.indrelid = c.oid and i.indisprimary
    join pg_catalog.pg_attribute k on k.attrelid = c.oid and k.attnum = i.indkey[0]
    where a.attname = 'wrapped_key' and not a.attisdropped order by 1`);
}

/** Under keys.rotate and keys.inspect: the one agency whose data keys this transaction meets. */
export async function meetAgency(tx: Tx, agencyId: string): Promise<void> {
  await rows(tx, `select set_config('hub.rewrapped_agency', $1, true)`, [agencyId]);
}

export interface Batch {
  /** Where the next batch begins; null after the last. */
  readonly last: string | null;
  readonly rewrapped: number;
}

/** The next records of a table whose data keys are not under the agency's newest key. One that does not open stays as it is. */
export async function rewrapBatch(tx: Tx, vault: Vault, { table, name, key }: SealedTable, { agencyId, keyId, after }: { agencyId: string; keyId: string; after: string }): Promise<Batch> {
  const found = await rows<{ id: string; wrappedKey: Buffer }>(tx, `
    select ${key} as id, wrapped_key as "wrappedKey" from ${name}
    where agency_id = $1::uuid and wrapped_key is not null and ${key} > $2::uuid and ${KEY_ID} <> $3 order by ${key} limit ${BATCH} for update`, [agencyId, after, keyId]);
  const changed = found.flatMap(({ id, wrappedKey }) => {
    try {
      return [{ id, wrapped_key: `\\x${vault.rewrap({ agencyId, table, rowId: id }, wrappedKey).toString('hex')}` }];
    } catch {
      return [];
    }
  });
  const rewrapped = changed.length === 0 ? 0 : await affected(tx, `
    update ${name} t set wrapped_key = r.wrapped_key from jsonb_to_recordset($1::jsonb) as r(id uuid, wrapped_key bytea) where t.${key} = r.id`, [JSON.stringify(changed)]);
  return { last: found.length < BATCH ? null : (found.at(-1)?.id ?? null), rewrapped };
}

/** How many records each key wraps, by key id in hex; the empty id stands for records from before key ids. */
export async function countByKey(tx: Tx, agencyId: string): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { name } of await sealedTables(tx)) {
    const found = await rows<{ keyId: string; count: number }>(tx, `select ${KEY_ID} as "keyId", count(*)::int as count from ${name} where agency_id = $1::uuid and wrapped_key is not null group by 1`, [agencyId]);
    for (const { keyId, count } of found) counts.set(keyId, (counts.get(keyId) ?? 0) + count);
  }
  return counts;
}

/** Records that were sealed before there were shares: destroying a share would not close them. */
export async function hasUnshared(tx: Tx, rowIds: readonly string[]): Promise<boolean> {
  for (const { name, key } of await sealedTables(tx)) {
    const found = await row(tx, `select from ${name} where ${key} = any($1::uuid[]) and (get_byte(wrapped_key, 0) <> 2 or get_byte(wrapped_key, 1) = 0) limit 1`, [rowIds]);
    if (found) return true;
  }
  return false;
}

export async function databaseTime(tx: Tx): Promise<string> {
  const found = await row<{ now: string }>(tx, 'select clock_timestamp()::text as now');
  return found?.now ?? '';
}

/** Whether a transaction of the hub that began before is still open: it may yet commit a data key under an older key. */
export async function hasOlderTransaction(tx: Tx, before: string): Promise<boolean> {
  const found = await row(tx, `select from pg_catalog.pg_stat_activity
    where datname = current_database() and usename = current_user and pid <> pg_backend_pid() and xact_start < $1::timestamptz limit 1`, [before]);
  return found !== undefined;
}
