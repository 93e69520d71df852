import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Counted } from '@hub/domain/performance/source';
import { affected, row, rows, type Tx } from '@hub/database/tx';

/** A reckoning of all indicators: tonight's, or one that was given a name and is kept. */
export interface EditionRow {
  readonly id: string;
  readonly reference: string;
  readonly name: string | null;
  /** What was known on this day was counted. */
  readonly dataDate: IsoDate;
  readonly reckonedAt: Date;
  /** First days of the first and the last month that were counted. */
  readonly firstMonth: IsoDate;
  readonly lastMonth: IsoDate;
  /** By agency's id. */
  readonly agencies: Readonly<Record<string, Counted>>;
  /** The version of each definition that was reckoned by. */
  readonly definitions: Readonly<Record<string, number>>;
  readonly isCurrent: boolean;
}

const EDITION = `select id, reference, name, data_date as "dataDate", reckoned_at as "reckonedAt", first_month as "firstMonth", last_month as "lastMonth", agencies, definitions, is_current as "isCurrent" from hub.performance_edition`;

/** The current one, or one by its reference. */
export function findEdition(tx: Tx, reference: string | undefined): Promise<EditionRow | undefined> {
  return reference === undefined ? row(tx, `${EDITION} where is_current`) : row(tx, `${EDITION} where reference = $1`, [reference]);
}

/** False where it is not current any more, or has a name. */
export const nameEdition = async (tx: Tx, id: string, name: string): Promise<boolean> => (await affected(tx, 'update hub.performance_edition set name = $2 where id = $1 and is_current and name is null', [id, name])) === 1;

/** The latest first. */
export function listEditions(tx: Tx): Promise<EditionRow[]> {
  return rows(tx, `${EDITION} order by data_date desc, reckoned_at desc limit 500`);
}
