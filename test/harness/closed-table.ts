import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { TestDatabase } from './database';

export interface ClosedTable {
  /** Until so many connections of the hub wait for the table; that of a killed worker waits on until it is opened. */
  untilWaiting(connections?: number): Promise<void>;
  open(): Promise<void>;
}

/** Holds a table closed, so that the worker stops at it. */
export async function closeTable(database: TestDatabase, table: string): Promise<ClosedTable> {
  const client = new Client({ connectionString: database.superuserUrl });
  await client.connect();
  await client.query(`begin; lock table ${table} in access exclusive mode`);
  return {
    async untilWaiting(connections = 1) {
      for (const until = Date.now() + 20_000; Date.now() < until; await pause(10)) {
        const { rowCount } = await client.query('select from pg_catalog.pg_locks where not granted and relation = $1::regclass', [table]);
        if ((rowCount ?? 0) >= connections) return;
      }
      throw new Error('Nobody waits.');
    },
    async open() {
      await client.query('rollback');
      await client.end();
    },
  };
}
