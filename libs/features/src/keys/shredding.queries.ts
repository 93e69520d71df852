import type { ChildAtRest, HouseholdAtRest } from '@hub/domain/keys/retention';
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

/**
 * All rows whose keys go with the subject: its own, those of its adults or of decisions not to share, and the agency's imports so far. Files and reports
 * name people, and being sealed they cannot be asked whom.
 */
export async function rowsOf(tx: Tx, { id, type }: Pick<ShreddingSubject, 'id' | 'type'>): Promise<string[]> {
  const inner = await rows<{ id: string }>(tx, type === 'HOUSEHOLD' ? 'select id from hub.adult where household_id = $1' : 'select id from hub.withholding where child_id = $1', [id]);
  const imports = await rows<{ id: string }>(tx, 'select id from hub.import_batch');
  return [id, ...[...inner, ...imports].map((found) => found.id)];
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

export async function insertShredding(tx: Tx, { agencyId, subject, reason, requestedBy }: NewShredding): Promise<void> {
  await rows(tx, 'insert into hub.shredding (agency_id, subject_type, subject_id, reference, reason, requested_by) values ($1, $2, $3, $4, $5, $6)',
    [agencyId, subject.type, subject.id, subject.reference, reason, requestedBy]);
}

export async function confirmShredding(tx: Tx, id: string, confirmedBy: string, rowIds: readonly string[]): Promise<void> {
  await rows(tx, 'update hub.shredding set confirmed_by = $2, confirmed_at = now(), row_ids = $3::uuid[] where id = $1', [id, confirmedBy, rowIds]);
}

/** Under keys.inspect: every row whose key was to be destroyed, of one agency. */
export async function confirmedShreddings(tx: Tx, agencyId: string): Promise<string[]> {
  const found = await rows<{ id: string }>(tx, 'select distinct unnest(row_ids) as id from hub.shredding where agency_id = $1 and confirmed_at is not null', [agencyId]);
  return found.map(({ id }) => id);
}
