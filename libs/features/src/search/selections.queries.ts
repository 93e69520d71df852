import { randomUUID } from 'node:crypto';
import type { Actor } from '@hub/domain/access/actor';
import type { SelectionChangeKind, SelectionOf } from '@hub/domain/search/selection';
import type { Vault } from '@hub/database/crypto/vault';
import { row, rows, type Tx } from '@hub/database/tx';
import type { Person } from '../agencies/users.queries';
import { findOwnCase, namesOf, type CaseType } from '../disclosure/cases.queries';
import { shareIdsOf } from '../disclosure/subjects.queries';

export interface SelectionSummary {
  readonly id: string;
  readonly holds: SelectionOf;
  /** The own unit or household that it is for; null where it stands free. */
  readonly subject: string | null;
  /** Null where it is named by its subject, or where what named it was destroyed. */
  readonly name: string | null;
  readonly shared: boolean;
  readonly owner: Person;
  readonly size: number;
  readonly version: number;
  readonly changedAt: Date;
}

/** As the tables hold it. */
export interface SelectionRow extends Omit<SelectionSummary, 'name' | 'owner'> {
  readonly agencyId: string;
  readonly unitId: string | null;
  readonly householdId: string | null;
  readonly ownerId: string;
  readonly wrapped_key: Buffer | null;
  readonly shareIds: string[];
  readonly name: Buffer | null;
}

export interface NewSelection {
  readonly holds: SelectionOf;
  readonly subject?: string | null;
  readonly name?: string | null;
  readonly shared: boolean;
}

const TABLE = 'selection';
const SELECTION = `
  select s.id, s.agency_id as "agencyId", s.holds, s.unit_id as "unitId", s.household_id as "householdId", s.shared, s.owner_id as "ownerId", s.version, s.changed_at as "changedAt",
    s.wrapped_key, s.share_ids as "shareIds", s.name, coalesce(u.reference, h.reference) as subject,
    (select count(*)::int from hub.selection_entry e where e.selection_id = s.id and e.removed_at is null) as size
  from hub.selection s left join hub.unit u on u.id = s.unit_id left join hub.household h on h.id = s.household_id
  where s.ended_at is null`;

export const findSelection = (tx: Tx, id: string): Promise<SelectionRow | undefined> => row(tx, `${SELECTION} and s.id = $1::uuid`, [id]);

/** The same, and nobody else changes it until the transaction ends. */
export async function lockSelection(tx: Tx, id: string): Promise<SelectionRow | undefined> {
  await rows(tx, 'select 1 from hub.selection where id = $1::uuid and ended_at is null for update', [id]);
  return findSelection(tx, id);
}

/** What the actor keeps or reads with colleagues, the last changed first; `holds`: of one kind alone. */
export async function listSelections(tx: Tx, vault: Vault, { holds, limit, offset }: { holds: SelectionOf | null; limit: number; offset: number }): Promise<{ items: SelectionSummary[]; totalCount: number }> {
  const found = await rows<SelectionRow & { total: number }>(tx, `
    select l.*, count(*) over ()::int as total from (${SELECTION} and ($1::text is null or s.holds = $1)) l order by l."changedAt" desc, l.id limit $2 offset $3`, [holds, limit, offset]);
  const nameOf = await namesOf(tx, found.map(({ ownerId }) => ownerId));
  return { items: found.map((one) => toSummary(vault, one, nameOf)), totalCount: found[0]?.total ?? 0 };
}

export function toSummary(vault: Vault, { id, holds, subject, shared, ownerId, size, version, changedAt, agencyId, shareIds, wrapped_key, name }: SelectionRow, nameOf: (id: string) => Person): SelectionSummary {
  const opened = vault.openTexts({ agencyId, table: TABLE, rowId: id, shareIds }, { wrapped_key, name });
  return { id, holds, subject, shared, size, version, changedAt, name: opened.name, owner: nameOf(ownerId) };
}

/** Null where the subject is not an own record that the actor may know of. */
export async function insertSelection(tx: Tx, vault: Vault, actor: Actor, { holds, subject, name, shared }: NewSelection): Promise<string | null> {
  const id = randomUUID();
  const type: CaseType = holds === 'UNIT' ? 'HOUSEHOLD' : 'UNIT';
  const found = subject == null ? null : await findOwnCase(tx, type, subject);
  if (found === undefined) return null;
  // A free-standing name is about no record: the row has a share of its own.
  const shareIds = name == null ? [] : [id];
  const sealed = vault.sealTexts({ agencyId: actor.agencyId, table: TABLE, rowId: id, shareIds }, { name: name ?? null });
  await rows(tx, `
    insert into hub.selection (id, agency_id, holds, unit_id, household_id, wrapped_key, share_ids, name, shared, owner_id) values ($1, $2, $3, $4, $5, $6, $7::uuid[], $8, $9, $10)`,
  [id, actor.agencyId, holds, found?.type === 'UNIT' ? found.id : null, found?.type === 'HOUSEHOLD' ? found.id : null, sealed.wrapped_key, shareIds, sealed.name, shared, actor.userId]);
  await noteChanges(tx, actor, id, 'CREATED', [null]);
  return id;
}

export interface ChangedSubject {
  readonly unitId: string | null;
  readonly householdId: string | null;
  readonly subjectAgencyId: string;
}

/** A line of the history for each subject, and the selection's next version with each line; null: about the selection itself. */
export async function noteChanges(tx: Tx, { agencyId, userId }: Actor, selectionId: string, what: SelectionChangeKind, subjects: readonly (ChangedSubject | null)[]): Promise<void> {
  await rows(tx, `
    with told as (
      insert into hub.selection_change (agency_id, selection_id, what, unit_id, household_id, subject_agency_id, changed_by)
      select $1::uuid, $2::uuid, $3::text, s.unit_id, s.household_id, s.agency_id, $7::uuid from unnest($4::uuid[], $5::uuid[], $6::uuid[]) as s (unit_id, household_id, agency_id))
    update hub.selection set version = version + cardinality($4::uuid[]), changed_at = clock_timestamp(), ended_at = case when $3::text = 'ENDED' then now() end where id = $2::uuid`,
  [agencyId, selectionId, what, ...(['unitId', 'householdId', 'subjectAgencyId'] as const).map((column) => subjects.map((subject) => subject?.[column] ?? null)), userId]);
}

/** The own record that a selection is for, whose shares seal what is written in it; nobody's where it stands free. */
export function sharesOfSubject(tx: Tx, vault: Vault, { unitId, householdId }: Pick<SelectionRow, 'unitId' | 'householdId'>): Promise<string[]> {
  if (unitId !== null) return shareIdsOf(tx, vault, 'UNIT', unitId);
  return Promise.resolve(householdId === null ? [] : [householdId]);
}
