import { createHash } from 'node:crypto';
import { row, rows, type Tx } from '@hub/database/tx';

const literal = (value: string | readonly string[]): string => `'${(typeof value === 'string' ? value : `{${value.join(',')}}`).replaceAll("'", "''")}'`;

/**
 * The first row of a long statement that many contexts ask for: parsed and planned once for each connection, because that takes most of its
 * time. What row-level security shows is decided by the settings of the transaction, each time anew. `params`: ids, or lists of them.
 */
export async function repeated<T>(tx: Tx, sql: string, ...params: readonly (string | readonly string[])[]): Promise<T | undefined> {
  const name = `asked_${createHash('sha256').update(sql).digest('hex').slice(0, 16)}`;
  const known = await row(tx, `select set_config('plan_cache_mode', 'force_generic_plan', true) from pg_prepared_statements where name = $1`, [name]);
  if (!known) await rows(tx, `prepare ${name} as ${sql}`);
  return row<T>(tx, `execute ${name}${params.length > 0 ? `(${params.map(literal).join(', ')})` : ''}`);
}
