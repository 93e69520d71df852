import { randomUUID } from 'node:crypto';
import type { ChildAtRest, HouseholdAtRest } from '@hub/domain/keys/retention';
import type { Vault } from '@hub/database/crypto/vault';
import { row, rows, type Tx } from '@hub/database/tx';

interface Subject {
  readonly id: string;
  readonly reference: string;
}

export type ShreddingSubject = (Subject & { readonly type: 'CHILD' } & ChildAtRest) | (Subject & { readonly type: 'HOUSEHOLD' } & HouseholdAtRest);

/** The own agency's child or household with this reference, locked, with what decides whether it must be kept. */
export async function findSubject(tx: Tx, reference: string): Promise<ShreddingSubject | undefined> {
  const child = await row<Extract<ShreddingSubject, { type: 'CHILD' }>>(tx, `
    select 'CHILD' as type, c.id, c.reference, c.state, c.adopted_on as "adoptedOn", u.family_finding as "familyFinding"
    from hub.child c join hub.unit u on u.id = c.unit_id where c.reference = $1 for update of c`, [reference]);
  return child ?? row<Extract<ShreddingSubject, { type: 'HOUSEHOLD' }>>(tx, `
    select 'HOUSEHOLD' as type, h.id, h.reference, h.state, h.matched_on as "matchedOn", h.placed_on as "placedOn", h.ao_on as "aoOn",
      exists (select from hub.child c where c.matched_household_id = h.id) as "hasChild"
    from hub.household h where h.reference = $1 for update of h`, [reference]);
}

/** An import under way may hold the record once more. */
export async function hasOpenImport(tx: Tx): Promise<boolean> {
  return (await row(tx, `select from hub.import_batch where status in ('QUEUED', 'CHECKING', 'CHECKED', 'APPLYING') limit 1`)) !== undefined;
}

const INNER = {
  CHILD: 'select id from hub.withholding where child_id = $1',
  HOUSEHOLD: 'select id from hub.adult where household_id = $1',
} as const;
const BARS = {
  CHILD: 'select distinct bar_id as id from hub.barred_unit where unit_id = $1',
  HOUSEHOLD: 'select id from hub.bar where household_id = $1',
} as const;

/**
 * All rows whose own shares go with the subject: its record, those of its adults or of decisions not to share, the bars of its case unless they protect
 * siblings too, and the agency's imports so far. Files and reports name people, and being sealed they cannot be asked whom. What else was written about the
 * subject has no share of its own: it is sealed with the subject's.
 */
export async function rowsOf(tx: Tx, vault: Vault, { id, type }: Pick<ShreddingSubject, 'id' | 'type'>): Promise<string[]> {
  const caseId = type === 'HOUSEHOLD' ? id : await unitLeftWith(tx, vault, id);
  const found = [
    ...(await rows<{ id: string }>(tx, INNER[type], [id])), ...(caseId === null ? [] : await rows<{ id: string }>(tx, BARS[type], [caseId])),
    ...(await rows<{ id: string }>(tx, 'select id from hub.import_batch')),
  ];
  return [id, ...found.map((one) => one.id)];
}

/** The unit of a child whose siblings, if there were any, are destroyed; null where others are left. */
async function unitLeftWith(tx: Tx, vault: Vault, childId: string): Promise<string | null> {
  const children = await rows<{ rowId: string; agencyId: string; unitId: string }>(tx, `
    select m.id as "rowId", m.agency_id as "agencyId", m.unit_id as "unitId" from hub.child c join hub.child m on m.unit_id = c.unit_id where c.id = $1`, [childId]);
  return children.some((child) => child.rowId !== childId && !vault.isDestroyed(child)) ? null : (children[0]?.unitId ?? null);
}

export interface Shredding {
  readonly id: string;
  readonly requestedBy: string;
  readonly rowIds: readonly string[] | null;
}

export function findShredding(tx: Tx, subjectId: string): Promise<Shredding | undefined> {
  return row(tx, `select id, requested_by as "requestedBy", row_ids as "rowIds" from hub.shredding where subject_id = $1 for update`, [subjectId]);
}

export interface NewShredding {
  readonly agencyId: string;
  readonly subject: ShreddingSubject;
  readonly reason: string;
  readonly requestedBy: string;
}

/** The reason outlives the record: it is sealed with a share of its own. */
export async function insertShredding(tx: Tx, vault: Vault, { agencyId, subject, reason, requestedBy }: NewShredding): Promise<void> {
  const id = randomUUID();
  const sealed = vault.sealRecord(agencyId, 'shredding', id, { reason });
  await rows(tx, 'insert into hub.shredding (id, agency_id, subject_type, subject_id, reference, wrapped_key, reason, requested_by) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [id, agencyId, subject.type, subject.id, subject.reference, sealed.wrapped_key, sealed.reason, requestedBy]);
}

export async function confirmShredding(tx: Tx, id: string, confirmedBy: string, rowIds: readonly string[]): Promise<void> {
  await rows(tx, 'update hub.shredding set confirmed_by = $2, confirmed_at = now(), row_ids = $3::uuid[] where id = $1', [id, confirmedBy, rowIds]);
}

/** Under keys.inspect: every row whose key was to be destroyed, of one agency. */
export async function confirmedShreddings(tx: Tx, agencyId: string): Promise<string[]> {
  const found = await rows<{ id: string }>(tx, 'select distinct unnest(row_ids) as id from hub.shredding where agency_id = $1 and confirmed_at is not null', [agencyId]);
  return found.map(({ id }) => id);
}

/** Under keys.inspect: enquiries that were taken up, handed on or closed, of one agency. */
export async function emptiedEnquiries(tx: Tx, agencyId: string): Promise<string[]> {
  return (await rows<{ id: string }>(tx, 'select id from hub.emptied_enquiries() where agency_id = $1', [agencyId])).map(({ id }) => id);
}

/** Words of a meeting or a placement, sealed with a share of their own under the agency that convened it, or whose person wrote them. */
export interface SharedWords {
  readonly id: string;
  readonly agencyId: string;
}

/** What was written at meetings and on placements about a record of the own agency: it is destroyed with the record, whosever else it is about. */
export function sharedWordsAbout(tx: Tx, recordId: string): Promise<SharedWords[]> {
  return rows(tx, 'select id, agency_id as "agencyId" from hub.meeting_words_about($1::uuid) union all select id, agency_id from hub.placement_words_about($1::uuid)', [recordId]);
}

/** Under keys.inspect: all such words of records whose destruction was decided. */
export function sharedWordsDestroyed(tx: Tx): Promise<SharedWords[]> {
  return rows(tx, 'select id, agency_id as "agencyId" from hub.meeting_words_destroyed() union all select id, agency_id from hub.placement_words_destroyed()');
}
