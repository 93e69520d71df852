import type { SelectionOf } from '@hub/domain/search/selection';
import { MOST_FOUND } from '@hub/domain/search/saved-search';
import { affected, row, rows, type Tx } from '@hub/database/tx';
import { foundHouseholds, type HouseholdFilter } from '../adopters/household-search.queries';
import type { FoundKey } from '../children/search-sql';
import { foundUnits, type UnitFilter } from '../children/unit-search.queries';
import type { SearchRow } from './searches.queries';

/** Whom the actor finds by a filter now, as on the page of the search; of one that cannot be opened any more, nobody. */
export function foundBy(tx: Tx, holds: SelectionOf, filter: UnitFilter | HouseholdFilter | null): Promise<FoundKey[]> {
  if (filter === null) return Promise.resolve([]);
  return holds === 'UNIT' ? foundUnits(tx, filter, MOST_FOUND) : foundHouseholds(tx, filter, MOST_FOUND);
}

/** How long who is gone is kept as found before. */
const FORGOTTEN_AFTER = '180 days';
const COLUMN: Readonly<Record<SelectionOf, string>> = { UNIT: 'unit_id', HOUSEHOLD: 'household_id' };
const paramsOf = ({ id }: SearchRow, found: readonly FoundKey[]): unknown[] => [id, found.map((one) => one.id), found.map(({ agencyId }) => agencyId)];

/** Adds whom the search had not found yet, and answers how many that are. `told`: its owner knows of them from now on. */
async function addFinds(tx: Tx, search: SearchRow, found: readonly FoundKey[], told: boolean): Promise<number> {
  const column = COLUMN[search.holds];
  return affected(tx, `
    insert into hub.search_find (search_id, agency_id, ${column}, subject_agency_id, told)
    select $1::uuid, $4::uuid, n.id, n.agency_id, $5 from unnest($2::uuid[], $3::uuid[]) as n (id, agency_id)
    where not exists (select from hub.search_find f where f.search_id = $1::uuid and f.${column} = n.id) on conflict do nothing`, [...paramsOf(search, found), search.agencyId, told]);
}

/** By its owner: who was found, who is gone, and how many its owner had not been told of, which they are from now on. */
export async function noteFinds(tx: Tx, search: SearchRow, found: readonly FoundKey[]): Promise<number> {
  const column = COLUMN[search.holds];
  const params = paramsOf(search, found).slice(0, 2);
  const added = await addFinds(tx, search, found, true);
  const back = await row<{ count: number }>(tx, `
    with untold as (select f.${column} as id from hub.search_find f where f.search_id = $1::uuid and not f.told and f.${column} = any($2::uuid[])),
    here as (update hub.search_find f set told = true, gone_at = null where f.search_id = $1::uuid and (not f.told or f.gone_at is not null) and f.${column} = any($2::uuid[])),
    gone as (update hub.search_find f set gone_at = clock_timestamp() where f.search_id = $1::uuid and f.gone_at is null and f.${column} <> all($2::uuid[]))
    select count(*)::int as count from untold`, params);
  await affected(tx, `delete from hub.search_find where search_id = $1::uuid and gone_at < clock_timestamp() - interval '${FORGOTTEN_AFTER}'`, [search.id]);
  return added + (back?.count ?? 0);
}

/** By a colleague: whom they see, its owner may not have been told of. */
export async function noteSeen(tx: Tx, search: SearchRow, found: readonly FoundKey[]): Promise<void> {
  await addFinds(tx, search, found, false);
}

/** Of those found, by reference: who was not found before that moment, which is known to the millisecond. */
export async function newOf(tx: Tx, { id, holds }: SearchRow, found: readonly FoundKey[], since: Date): Promise<string[]> {
  const known = await rows<{ id: string }>(tx, `select ${COLUMN[holds]} as id from hub.search_find where search_id = $1::uuid and date_trunc('milliseconds', first_found_at) <= $2`, [id, since]);
  const before = new Set(known.map((one) => one.id));
  return found.flatMap((one) => (before.has(one.id) ? [] : [one.reference]));
}
