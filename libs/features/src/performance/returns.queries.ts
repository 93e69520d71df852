import type { Actor } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { firstDay, monthOf, type Month } from '@hub/domain/performance/periods';
import type { ReadFile, ReadFiles } from '@hub/domain/performance/return-files';
import type { ReturnMonth } from '@hub/domain/performance/return-months';
import type { SourceKind } from '@hub/domain/performance/source';
import type { Tally } from '@hub/domain/performance/tally';
import { affected, row, rows, type Tx } from '@hub/database/tx';

export type ReturnKind = Exclude<SourceKind, 'HUB'>;
export type ReturnWarning = ReadFiles['warnings'][number];

export interface NewReturn {
  readonly source: ReturnKind;
  readonly year: number | null;
  readonly asAt: IsoDate;
  readonly files: readonly ReadFile[];
  readonly warnings: readonly ReturnWarning[];
  readonly months: readonly ReturnMonth[];
}

/** A file that was uploaded, without what is wrong in it. */
export interface ReturnRow {
  readonly id: string;
  readonly source: ReturnKind;
  readonly year: number | null;
  readonly asAt: IsoDate;
  readonly files: readonly ReadFile[];
  readonly warningCount: number;
  readonly uploadedBy: string;
  readonly at: Date;
}

/** More nobody reads; how many there are is kept. */
const MOST_WARNINGS = 2_000;

export async function insertReturn(tx: Tx, actor: Actor, { source, year, asAt, files, warnings, months }: NewReturn): Promise<void> {
  const made = await row<{ id: string }>(tx, `
    insert into hub.performance_return (agency_id, source, year, as_at, files, warnings, warning_count, uploaded_by) values ($1, $2, $3, $4::date, $5, $6, $7, $8) returning id`,
  [actor.agencyId, source, year, asAt, JSON.stringify(files), JSON.stringify(warnings.slice(0, MOST_WARNINGS)), warnings.length, actor.userId]);
  await rows(tx, `
    insert into hub.performance_return_month (return_id, agency_id, month, tallies) select $1, $2, n.month, n.tallies from jsonb_to_recordset($3::jsonb) n (month date, tallies jsonb)`,
  [made?.id, actor.agencyId, JSON.stringify(months.map(({ month, tallies }) => ({ month: firstDay(month), tallies })))]);
}

/** Of the own agency, the latest first. */
export function returnsOf(tx: Tx): Promise<ReturnRow[]> {
  return rows(tx, `
    select r.id, r.source, r.year, r.as_at as "asAt", r.files, r.warning_count as "warningCount", u.display_name as "uploadedBy", r.at
    from hub.performance_return r join hub.app_user u on u.id = r.uploaded_by order by r.at desc, r.id limit 200`);
}

export async function warningsOf(tx: Tx, id: string): Promise<readonly ReturnWarning[] | undefined> {
  return (await row<{ warnings: readonly ReturnWarning[] }>(tx, 'select warnings from hub.performance_return where id = $1', [id]))?.warnings;
}

/** False where the own agency has none such. */
export const deleteReturn = async (tx: Tx, id: string): Promise<boolean> => (await affected(tx, 'delete from hub.performance_return where id = $1', [id])) === 1;

/** What an agency's uploaded files tell, by source and month: of several that tell of a month the one of the latest day, and of one day the one that came last. */
export async function monthsOfReturns(tx: Tx, agencyId: string): Promise<ReadonlyMap<ReturnKind, ReadonlyMap<Month, Readonly<Record<string, Tally>>>>> {
  const found = await rows<{ source: ReturnKind; month: IsoDate; tallies: Readonly<Record<string, Tally>> }>(tx, `
    select distinct on (r.source, m.month) r.source, m.month, m.tallies from hub.performance_return r join hub.performance_return_month m on m.return_id = r.id
    where r.agency_id = $1 order by r.source, m.month, r.as_at desc, r.at desc, r.id`, [agencyId]);
  const by = new Map<ReturnKind, Map<Month, Readonly<Record<string, Tally>>>>();
  for (const { source, month, tallies } of found) by.set(source, (by.get(source) ?? new Map<Month, Readonly<Record<string, Tally>>>()).set(monthOf(month), tallies));
  return by;
}

/** From what an agency is counted. */
export const sourceInUse = async (tx: Tx, agencyId: string): Promise<SourceKind> =>
  (await row<{ source: SourceKind }>(tx, 'select source from hub.performance_source_choice where agency_id = $1', [agencyId]))?.source ?? 'HUB';

export async function chooseSource(tx: Tx, actor: Actor, source: SourceKind): Promise<void> {
  await rows(tx, `
    insert into hub.performance_source_choice (agency_id, source, chosen_by) values ($1, $2, $3)
    on conflict (agency_id) do update set source = excluded.source, chosen_by = excluded.chosen_by`, [actor.agencyId, source, actor.userId]);
}

/** The hub's own months of an agency, as they were counted last. */
export async function countedMonths(tx: Tx, agencyId: string): Promise<ReadonlyMap<Month, Readonly<Record<string, Tally>>>> {
  const found = await rows<{ month: IsoDate; tallies: Readonly<Record<string, Tally>> }>(tx, `
    select m.month, m.tallies from hub.performance_month m join hub.performance_edition e on e.id = m.edition_id
    where e.is_current and m.agency_id = $1 and m.source = 'HUB' order by m.month`, [agencyId]);
  return new Map(found.map(({ month, tallies }) => [monthOf(month), tallies]));
}
