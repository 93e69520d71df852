import type { EntityManager } from 'typeorm';

/**
 * The transaction of one unit of work. It comes from `UnitOfWork.run` and nowhere else, so a
 * function that takes a `Tx` cannot run outside the door (docs/adr/0002).
 * One connection runs one statement at a time: await in order, never `Promise.all` over a `Tx`.
 */
export type Tx = EntityManager;

interface Outcome<T> {
  readonly records: T[] | undefined;
  readonly affected: number | null | undefined;
}

async function send<T>(tx: Tx, sql: string, params: readonly unknown[]): Promise<Outcome<T>> {
  if (!tx.queryRunner) throw new Error('A query outside the unit of work');
  return tx.queryRunner.query(sql, [...params], true) as Promise<Outcome<T>>;
}

/** Rows of any statement. TypeORM's own `query` answers `[rows, count]` for update and delete. */
export async function rows<T>(tx: Tx, sql: string, params: readonly unknown[] = []): Promise<T[]> {
  return (await send<T>(tx, sql, params)).records ?? [];
}

/** The first row, if any. */
export async function row<T>(tx: Tx, sql: string, params: readonly unknown[] = []): Promise<T | undefined> {
  return (await rows<T>(tx, sql, params))[0];
}

/** How many rows an insert, update or delete touched. */
export async function affected(tx: Tx, sql: string, params: readonly unknown[] = []): Promise<number> {
  return (await send(tx, sql, params)).affected ?? 0;
}
