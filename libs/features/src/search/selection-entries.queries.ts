import type { Actor } from '@hub/domain/access/actor';
import type { SelectionChangeKind, SelectionOf } from '@hub/domain/search/selection';
import type { Vault } from '@hub/database/crypto/vault';
import { affected, rows, type Tx } from '@hub/database/tx';
import { shareIdsOf } from '../disclosure/subjects.queries';
import { sharesOfSubject, type ChangedSubject, type SelectionRow } from './selections.queries';

/** An entry as the table holds it; `listed`: its card is in the pool, and the actor may see it. */
export interface EntryRow extends ChangedSubject {
  readonly id: string;
  readonly agencyId: string;
  readonly listed: boolean;
  readonly wrapped_key: Buffer | null;
  readonly shareIds: string[];
  readonly note: Buffer | null;
  readonly keptBy: string;
  readonly keptAt: Date;
}

export interface ChangeRow {
  readonly what: SelectionChangeKind;
  /** Null where the change is about nobody, or about a case that the actor may not see by now. */
  readonly reference: string | null;
  readonly changedBy: string;
  readonly changedAt: Date;
}

const TABLE = 'selection_entry';
const CARDS = `left join hub.unit_card k on k.unit_id = e.unit_id and k.listed left join hub.household_card c on c.household_id = e.household_id and c.listed and c.consent_until > (select hub.today())`;
const MOST_CHANGES = 100;

/** In their order. */
export function entriesOf(tx: Tx, selectionId: string): Promise<EntryRow[]> {
  return rows(tx, `
    select e.id, e.agency_id as "agencyId", e.unit_id as "unitId", e.household_id as "householdId", e.subject_agency_id as "subjectAgencyId", e.wrapped_key, e.share_ids as "shareIds", e.note,
      e.kept_by as "keptBy", e.kept_at as "keptAt", coalesce(k.reference, c.reference) is not null as listed
    from hub.selection_entry e ${CARDS} where e.selection_id = $1::uuid and e.removed_at is null order by e.place, e.id`, [selectionId]);
}

/** The newest first. */
export function changesOf(tx: Tx, selectionId: string): Promise<ChangeRow[]> {
  return rows(tx, `
    select e.what, coalesce(k.reference, c.reference) as reference, e.changed_by as "changedBy", e.changed_at as "changedAt"
    from hub.selection_change e ${CARDS} where e.selection_id = $1::uuid order by e.changed_at desc, e.id limit ${MOST_CHANGES}`, [selectionId]);
}

/** Cases in the pool by reference, as far as the actor may see them; those that stand in the selection already are left out. */
export function findKeepable(tx: Tx, { id, holds }: { id: string; holds: SelectionOf }, references: readonly string[]): Promise<(ChangedSubject & { standsAlready: boolean })[]> {
  const unit = holds === 'UNIT';
  const column = unit ? 'unit_id' : 'household_id';
  return rows(tx, `
    select ${unit ? 'k.unit_id' : 'null::uuid'} as "unitId", ${unit ? 'null::uuid' : 'k.household_id'} as "householdId", k.agency_id as "subjectAgencyId",
      exists (select from hub.selection_entry e where e.selection_id = $1::uuid and e.removed_at is null and e.${column} = k.${column}) as "standsAlready"
    from hub.${unit ? 'unit_card' : 'household_card'} k where k.reference = any($2::text[]) and k.listed ${unit ? '' : 'and k.consent_until > (select hub.today())'} order by array_position($2::text[], k.reference)`,
  [id, references]);
}

/** To the end, in the order given. */
export async function insertEntries(tx: Tx, { agencyId, userId }: Actor, selectionId: string, subjects: readonly ChangedSubject[]): Promise<void> {
  await rows(tx, `
    insert into hub.selection_entry (id, agency_id, selection_id, unit_id, household_id, subject_agency_id, place, kept_by)
    select gen_random_uuid(), $1::uuid, $2::uuid, s.unit_id, s.household_id, s.agency_id,
      (select coalesce(max(e.place), 0) from hub.selection_entry e where e.selection_id = $2::uuid) + s.at, $3::uuid
    from unnest($4::uuid[], $5::uuid[], $6::uuid[]) with ordinality as s (unit_id, household_id, agency_id, at)`,
  [agencyId, selectionId, userId, subjects.map(({ unitId }) => unitId), subjects.map(({ householdId }) => householdId), subjects.map(({ subjectAgencyId }) => subjectAgencyId)]);
}

/** An empty note takes away the one before. */
export async function writeNote(tx: Tx, vault: Vault, { selection, entry }: { selection: SelectionRow; entry: EntryRow }, note: string): Promise<void> {
  const shareIds = note === '' ? [] : await sharesOf(tx, vault, selection, entry);
  const sealed = vault.sealTexts({ agencyId: entry.agencyId, table: TABLE, rowId: entry.id, shareIds }, { note: note === '' ? null : note });
  await affected(tx, 'update hub.selection_entry set note = $2, wrapped_key = $3, share_ids = $4::uuid[] where id = $1::uuid', [entry.id, sealed.note, sealed.wrapped_key, shareIds]);
}

/** About the agency's own records: another's are not its to destroy. A note about another's alone has a share of its own, which goes with the entry. */
async function sharesOf(tx: Tx, vault: Vault, selection: SelectionRow, { id, agencyId, unitId, householdId, subjectAgencyId }: EntryRow): Promise<string[]> {
  const ofEntry = subjectAgencyId !== agencyId ? [] : unitId !== null ? await shareIdsOf(tx, vault, 'UNIT', unitId) : householdId === null ? [] : [householdId];
  const shares = [...(await sharesOfSubject(tx, vault, selection)), ...ofEntry];
  return shares.length === 0 ? [id] : shares;
}

export function noteOf(vault: Vault, { id, agencyId, shareIds, wrapped_key, note }: EntryRow): string | null {
  return vault.openTexts({ agencyId, table: TABLE, rowId: id, shareIds }, { wrapped_key, note }).note;
}

/** With its note. */
export async function removeEntry(tx: Tx, id: string): Promise<void> {
  await affected(tx, `update hub.selection_entry set removed_at = now(), note = null, wrapped_key = null, share_ids = '{}' where id = $1::uuid`, [id]);
}

export async function placeEntries(tx: Tx, ids: readonly string[]): Promise<void> {
  await affected(tx, 'update hub.selection_entry e set place = p.place from unnest($1::uuid[]) with ordinality p (id, place) where e.id = p.id and e.place <> p.place', [ids]);
}
