import { randomUUID } from 'node:crypto';
import type { Actor } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { SearchTells } from '@hub/domain/search/saved-search';
import type { SelectionOf } from '@hub/domain/search/selection';
import type { Vault } from '@hub/database/crypto/vault';
import { affected, row, rows, type Tx } from '@hub/database/tx';
import type { HouseholdFilter } from '../adopters/household-search.queries';
import type { Person } from '../agencies/users.queries';
import type { UnitFilter } from '../children/unit-search.queries';
import { namesOf } from '../disclosure/cases.queries';

export interface SearchFilters { readonly UNIT: UnitFilter; readonly HOUSEHOLD: HouseholdFilter }

/** A filter that a person keeps. */
export interface SavedSearch {
  readonly id: string;
  readonly holds: SelectionOf;
  /** Null where what sealed it was destroyed, as the filter is then. */
  readonly name: string | null;
  readonly filter: UnitFilter | HouseholdFilter | null;
  readonly shared: boolean;
  readonly tells: SearchTells;
  readonly paused: boolean;
  readonly owner: Person;
  readonly isOwn: boolean;
  /** Found since the actor opened it last, or since it was saved, and shown to them still. */
  readonly newCount: number;
  readonly lastRunAt: Date;
}

export interface SearchRow extends Omit<SavedSearch, 'name' | 'filter' | 'owner' | 'isOwn' | 'newCount'> {
  readonly agencyId: string;
  readonly ownerId: string;
  readonly shareIds: string[];
  readonly wrapped_key: Buffer;
  readonly name: Buffer;
  readonly filter: Buffer;
  /** When the actor opened it last; when it was saved where they never did. */
  readonly since: Date;
}

export interface NewSearch {
  readonly name: string;
  readonly shared: boolean;
  readonly tells: SearchTells;
  readonly units?: UnitFilter | null;
  readonly households?: HouseholdFilter | null;
}

export interface SearchChange {
  readonly name?: string | null;
  readonly shared?: boolean | null;
  readonly tells?: SearchTells | null;
  readonly paused?: boolean | null;
}

const TABLE = 'search';
const MOST_LISTED = 200;
const SINCE = 'coalesce((select v.at from hub.search_visit v where v.search_id = s.id and v.user_id = (select hub.actor())), s.created_at)';
const SEARCH = `
  select s.id, s.agency_id as "agencyId", s.owner_id as "ownerId", s.holds, s.share_ids as "shareIds", s.wrapped_key, s.name, s.filter, s.shared, s.tells, s.paused, s.last_run_at as "lastRunAt", ${SINCE} as since
  from hub.search s`;
// As the card is shown to the actor now; the own agency's families without a card are theirs to see.
const SHOWN = `(exists (select from hub.unit_card k where k.unit_id = f.unit_id)
  or exists (select from hub.household_card k where k.household_id = f.household_id and (k.agency_id = (select hub.own_agency()) or k.consent_until > (select hub.today())))
  or f.household_id is not null and f.subject_agency_id = (select hub.own_agency()))`;

export const findSearch = (tx: Tx, id: string): Promise<SearchRow | undefined> => row(tx, `${SEARCH} where s.id = $1::uuid`, [id]);

/** Those that are due and that nobody else looks at just now, to be changed. */
export function takeSearches(tx: Tx, ids: readonly string[]): Promise<SearchRow[]> {
  return rows(tx, `${SEARCH} where s.id = any($1::uuid[]) and not s.paused order by s.id for update of s skip locked`, [ids]);
}

/** The actor's own and those that colleagues share, by when they were saved. */
export async function listSearches(tx: Tx, vault: Vault, actor: Actor): Promise<SavedSearch[]> {
  return shownSearches(tx, vault, actor, await rows<SearchRow>(tx, `${SEARCH} order by s.owner_id <> (select hub.actor()), s.created_at desc, s.id limit ${MOST_LISTED}`));
}

/** Names, owners and counts of new ones: two statements, however many. */
export async function shownSearches(tx: Tx, vault: Vault, { userId }: Actor, found: readonly SearchRow[]): Promise<SavedSearch[]> {
  const nameOf = await namesOf(tx, found.map(({ ownerId }) => ownerId));
  const counts = new Map((await countNew(tx, found.map(({ id }) => id))).map(({ id, count }) => [id, count]));
  return found.map((search) => {
    const { id, holds, shared, tells, paused, ownerId, lastRunAt } = search;
    return { id, holds, shared, tells, paused, lastRunAt, ...opened(vault, search), owner: nameOf(ownerId), isOwn: ownerId === userId, newCount: counts.get(id) ?? 0 };
  });
}

export function opened(vault: Vault, { id, agencyId, shareIds, wrapped_key, name, filter }: SearchRow): { name: string | null; filter: UnitFilter | HouseholdFilter | null } {
  const texts = vault.openTexts({ agencyId, table: TABLE, rowId: id, shareIds }, { wrapped_key, name, filter });
  return { name: texts.name, filter: texts.filter === null ? null : (JSON.parse(texts.filter) as UnitFilter) };
}

function countNew(tx: Tx, ids: readonly string[]): Promise<{ id: string; count: number }[]> {
  return rows(tx, `
    select s.id, count(*)::int as count from hub.search s join hub.search_find f on f.search_id = s.id and f.gone_at is null and f.first_found_at > ${SINCE}
    where s.id = any($1::uuid[]) and ${SHOWN} group by s.id`, [ids]);
}

export const countOwn = async (tx: Tx, userId: string): Promise<number> =>
  (await row<{ count: number }>(tx, 'select count(*)::int as count from hub.search where owner_id = $1::uuid', [userId]))?.count ?? 0;

export async function insertSearch(tx: Tx, vault: Vault, { agencyId, userId }: Actor, { name, shared, tells, units, households }: NewSearch): Promise<string> {
  const id = randomUUID();
  // About no record: the row has a share of its own.
  const sealed = vault.sealTexts({ agencyId, table: TABLE, rowId: id, shareIds: [id] }, { name, filter: JSON.stringify(units ?? households ?? {}) });
  await rows(tx, `
    insert into hub.search (id, agency_id, owner_id, holds, wrapped_key, share_ids, name, filter, shared, tells) values ($1, $2, $3, $4, $5, $6::uuid[], $7, $8, $9, $10)`,
  [id, agencyId, userId, units == null ? 'HOUSEHOLD' : 'UNIT', sealed.wrapped_key, [id], sealed.name, sealed.filter, shared, tells]);
  return id;
}

/** False where it is not the actor's own. */
export async function changeSearch(tx: Tx, vault: Vault, search: SearchRow, { name, shared, tells, paused }: SearchChange): Promise<boolean> {
  const { id, agencyId, shareIds, wrapped_key } = search;
  const sealed = name == null ? null : vault.addTexts({ agencyId, table: TABLE, rowId: id, shareIds }, wrapped_key, { name }).name;
  return (await affected(tx, `
    update hub.search set name = coalesce($2, name), shared = coalesce($3, shared), tells = coalesce($4, tells), paused = coalesce($5, paused) where id = $1::uuid`,
  [id, sealed, shared ?? null, tells ?? null, paused ?? null])) > 0;
}

export const endSearch = async (tx: Tx, id: string): Promise<boolean> => (await affected(tx, 'delete from hub.search where id = $1::uuid', [id])) > 0;

export async function noteRuns(tx: Tx, ids: readonly string[]): Promise<void> {
  await affected(tx, 'update hub.search set last_run_at = clock_timestamp() where id = any($1::uuid[])', [ids]);
}

export async function noteVisit(tx: Tx, { agencyId, userId }: Actor, id: string): Promise<void> {
  await rows(tx, `
    insert into hub.search_visit (search_id, user_id, agency_id, at) values ($1::uuid, $2::uuid, $3::uuid, clock_timestamp()) on conflict (search_id, user_id) do update set at = excluded.at`, [id, userId, agencyId]);
}

/** What the round has to know of each search that is not paused. */
export function searchTimes(tx: Tx): Promise<{ id: string; ownerId: string; tells: SearchTells; isPaused: boolean; lastRunOn: IsoDate }[]> {
  return rows(tx, `
    select id, owner_id as "ownerId", tells, paused as "isPaused", (last_run_at at time zone 'Europe/London')::date as "lastRunOn" from hub.search where not paused order by owner_id, id`);
}
