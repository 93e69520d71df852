import type { SelectionOf } from '@hub/domain/search/selection';
import { MOST_FOUND } from '@hub/domain/search/saved-search';
import { affected, rows, type Tx } from '@hub/database/tx';
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

interface Find { readonly id: string; readonly told: boolean; readonly isGone: boolean }

const findsOf = ({ id, holds }: SearchRow, tx: Tx): Promise<Find[]> =>
  rows(tx, `select f.${COLUMN[holds]} as id, f.told, f.gone_at is not null as "isGone" from hub.search_find f where f.search_id = $1::uuid`, [id]);

/** `told`: its owner knows of them from now on. */
async function addFinds(tx: Tx, { id, agencyId, holds }: SearchRow, added: readonly FoundKey[], told: boolean): Promise<void> {
  if (added.length === 0) return;
  await affected(tx, `
    insert into hub.search_find (search_id, agency_id, ${COLUMN[holds]}, subject_agency_id, told)
    select $1::uuid, $2::uuid, n.id, n.agency_id, $5 from unnest($3::uuid[], $4::uuid[]) as n (id, agency_id) on conflict do nothing`,
  [id, agencyId, added.map((one) => one.id), added.map((one) => one.agencyId), told]);
}

/**
 * By its owner: who was found, who is gone, and how many its owner had not been told of, which they are from now on. Nothing is written where
 * nothing has changed: of a thousand searches few have, in an hour.
 */
export async function noteFinds(tx: Tx, search: SearchRow, found: readonly FoundKey[]): Promise<number> {
  const finds = await findsOf(search, tx);
  const [before, here] = [new Set(finds.map(({ id }) => id)), new Set(found.map(({ id }) => id))];
  const added = found.filter(({ id }) => !before.has(id));
  const untold = finds.filter(({ id, told }) => !told && here.has(id));
  const back = finds.filter(({ id, told, isGone }) => (isGone || !told) && here.has(id)).map(({ id }) => id);
  const gone = finds.filter(({ id, isGone }) => !isGone && !here.has(id)).map(({ id }) => id);
  await addFinds(tx, search, added, true);
  const column = COLUMN[search.holds];
  if (back.length > 0) await affected(tx, `update hub.search_find set told = true, gone_at = null where search_id = $1::uuid and ${column} = any($2::uuid[])`, [search.id, back]);
  if (gone.length > 0) await affected(tx, `update hub.search_find set gone_at = clock_timestamp() where search_id = $1::uuid and ${column} = any($2::uuid[])`, [search.id, gone]);
  return added.length + untold.length;
}

/** Of these searches. */
export async function forgetFinds(tx: Tx, ids: readonly string[]): Promise<void> {
  await affected(tx, `delete from hub.search_find where search_id = any($1::uuid[]) and gone_at < clock_timestamp() - interval '${FORGOTTEN_AFTER}'`, [ids]);
}

/** By a colleague: whom they see, its owner may not have been told of. */
export async function noteSeen(tx: Tx, search: SearchRow, found: readonly FoundKey[]): Promise<void> {
  const before = new Set((await findsOf(search, tx)).map(({ id }) => id));
  await addFinds(tx, search, found.filter(({ id }) => !before.has(id)), false);
}

/** Of those found, by reference: who was not found before that moment, which is known to the millisecond. */
export async function newOf(tx: Tx, { id, holds }: SearchRow, found: readonly FoundKey[], since: Date): Promise<string[]> {
  const known = await rows<{ id: string }>(tx, `select ${COLUMN[holds]} as id from hub.search_find where search_id = $1::uuid and date_trunc('milliseconds', first_found_at) <= $2`, [id, since]);
  const before = new Set(known.map((one) => one.id));
  return found.flatMap((one) => (before.has(one.id) ? [] : [one.reference]));
}
