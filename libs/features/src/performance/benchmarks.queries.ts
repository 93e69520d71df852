import type { EnglandFigure } from '@hub/domain/performance/england';
import type { Closeness, NeighbourGroup } from '@hub/domain/performance/neighbours';
import { affected, row, rows, type Tx } from '@hub/database/tx';

export interface PublishedFigure extends EnglandFigure {
  readonly source: string;
}

/** All that was loaded: the latest year first, stages and ages in the order of their names. */
export function englandFigures(tx: Tx): Promise<PublishedFigure[]> {
  return rows(tx, 'select year, stage, age_group as "ageGroup", value, symbol, source from hub.performance_england order by year desc, stage, age_group limit 20000');
}

/** Answers how many are new or other than before. What is not in the file stays. */
export function saveEngland(tx: Tx, figures: readonly EnglandFigure[], source: string): Promise<number> {
  return affected(tx, `
    insert into hub.performance_england as e (year, stage, age_group, value, symbol, source)
    select r.year, r.stage, r."ageGroup", r.value, r.symbol, $2 from jsonb_to_recordset($1::jsonb) as r(year smallint, stage text, "ageGroup" text, value integer, symbol text)
    on conflict (year, stage, age_group) do update set value = excluded.value, symbol = excluded.symbol, source = excluded.source
    where (e.value, e.symbol) is distinct from (excluded.value, excluded.symbol)`, [JSON.stringify(figures), source]);
}

export interface CouncilRow {
  readonly council: string;
  readonly name: string;
  readonly source: string;
  /** Id of the agency of the hub that it is. */
  readonly agencyId: string | null;
}

export function councils(tx: Tx): Promise<CouncilRow[]> {
  return rows(tx, 'select number as council, name, source, agency_id as "agencyId" from hub.performance_council order by name, number limit 1000');
}

export interface NeighbourRow {
  readonly council: string;
  readonly neighbour: string;
  readonly closeness: Closeness;
}

/** The closest first, of councils that are agencies of the hub. */
export function neighboursOfAgencies(tx: Tx): Promise<NeighbourRow[]> {
  return rows(tx, 'select n.council, n.neighbour, n.closeness from hub.performance_neighbour n join hub.performance_council c on c.number = n.council where c.agency_id is not null order by n.council, n.rank limit 10000');
}

/** In the place of what was known before; which agency a council is stays. Answers how many councils there are. */
export async function replaceNeighbours(tx: Tx, groups: readonly NeighbourGroup[], source: string): Promise<number> {
  const all = JSON.stringify(groups);
  await rows(tx, 'delete from hub.performance_council where number <> all($1::text[])', [groups.map(({ council }) => council)]);
  await rows(tx, 'delete from hub.performance_neighbour');
  await rows(tx, `
    insert into hub.performance_council (number, name, source) select r.council, r.name, $2 from jsonb_to_recordset($1::jsonb) as r(council text, name text)
    on conflict (number) do update set name = excluded.name, source = excluded.source`, [all, source]);
  await rows(tx, `
    insert into hub.performance_neighbour (council, rank, neighbour, closeness)
    select g.council, n.rank, n.one ->> 'council', n.one ->> 'closeness'
    from jsonb_to_recordset($1::jsonb) as g(council text, neighbours jsonb) cross join jsonb_array_elements(g.neighbours) with ordinality as n(one, rank)`, [all]);
  return groups.length;
}

/** Locked: two agencies do not take the same number. */
export const councilNumbered = (tx: Tx, council: string): Promise<Pick<CouncilRow, 'agencyId'> | undefined> => row(tx, 'select agency_id as "agencyId" from hub.performance_council where number = $1 for update', [council]);

/** `council`: its number; null: no longer any. */
export async function numberCouncil(tx: Tx, agencyId: string, council: string | null): Promise<void> {
  await rows(tx, 'update hub.performance_council set agency_id = null where agency_id = $1', [agencyId]);
  if (council !== null) await rows(tx, 'update hub.performance_council set agency_id = $1 where number = $2', [agencyId, council]);
}
