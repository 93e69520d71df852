import type { Actor } from '@hub/domain/access/actor';
import type { ErrorCode } from '@hub/domain/errors';
import { affected, row, rows, type Tx } from '@hub/database/tx';

export type ImportKind = 'ANNEX_A' | 'PROFILE_SHEET';
export type ImportStatus = 'QUEUED' | 'CHECKING' | 'CHECKED' | 'APPLYING' | 'APPLIED' | 'FAILED' | 'DISCARDED';

/** A file that an agency handed in, without its content. */
export interface ImportRow {
  readonly id: string;
  readonly agencyId: string;
  readonly reference: string;
  readonly kind: ImportKind;
  readonly status: ImportStatus;
  readonly progress: number;
  readonly step: string | null;
  readonly requestedById: string;
  readonly requestedByName: string;
  readonly requestedAt: Date;
  readonly appliedAt: Date | null;
  readonly errorCode: string | null;
  readonly onlyIfAllGood: boolean;
  readonly counts: Buffer | null;
  readonly wrappedKey: Buffer;
  readonly fileName: Buffer | null;
}

export interface SealedFile extends ImportRow {
  readonly file: Buffer | null;
}

const COLUMNS = `b.id, b.agency_id as "agencyId", b.reference, b.kind, b.status, b.progress, b.step, b.requested_by as "requestedById",
  coalesce(u.display_name, '') as "requestedByName", b.requested_at as "requestedAt", b.applied_at as "appliedAt", b.error_code as "errorCode",
  b.only_if_all_good as "onlyIfAllGood", b.counts, b.wrapped_key as "wrappedKey", b.file_name as "fileName"`;
const FROM = `from hub.import_batch b left join hub.app_user u on u.id = b.requested_by`;

export interface NewImport {
  readonly id: string;
  readonly reference: string;
  readonly kind: ImportKind;
  readonly fileHash: string;
  readonly sealed: { readonly wrapped_key: Buffer; readonly file_name: Buffer | null; readonly file: Buffer | null };
}

export async function insertImport(tx: Tx, actor: Actor, { id, reference, kind, fileHash, sealed }: NewImport): Promise<void> {
  await rows(tx, `insert into hub.import_batch (id, agency_id, reference, kind, file_hash, requested_by, wrapped_key, file_name, file)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`, [id, actor.agencyId, reference, kind, fileHash, actor.userId, sealed.wrapped_key, sealed.file_name, sealed.file]);
}

export function findImport(tx: Tx, reference: string): Promise<ImportRow | undefined> {
  return row<ImportRow>(tx, `select ${COLUMNS} ${FROM} where b.reference = $1`, [reference]);
}

export async function listImports(tx: Tx, limit: number, offset: number): Promise<{ imports: ImportRow[]; totalCount: number }> {
  const imports = await rows<ImportRow>(tx, `select ${COLUMNS} ${FROM} order by b.requested_at desc, b.id limit $1 offset $2`, [limit, offset]);
  const count = await row<{ count: number }>(tx, 'select count(*)::int as count from hub.import_batch');
  return { imports, totalCount: count?.count ?? 0 };
}

/** Takes a job in hand: the row with its file, or nothing where it has gone on or was discarded. */
export async function claimImport(tx: Tx, id: string, from: readonly ImportStatus[], to: ImportStatus, step: string): Promise<SealedFile | undefined> {
  const claimed = await affected(tx, `update hub.import_batch set status = $3, progress = 10, step = $4, error_code = null where id = $1 and status = any($2::text[])`, [id, from, to, step]);
  if (claimed === 0) return undefined;
  return row<SealedFile>(tx, `select ${COLUMNS}, b.file ${FROM} where b.id = $1`, [id]);
}

/** Holds a row that has not ended, for the transaction that ends it. */
export async function holdImport(tx: Tx, id: string): Promise<SealedFile | undefined> {
  const held = await row(tx, `select id from hub.import_batch where id = $1 and status in ('QUEUED', 'CHECKING', 'APPLYING') for update`, [id]);
  return held ? row<SealedFile>(tx, `select ${COLUMNS}, b.file ${FROM} where b.id = $1`, [id]) : undefined;
}

/** Holds the row for the transaction that applies it; false where another has done so already. */
export async function lockForApplying(tx: Tx, id: string): Promise<boolean> {
  const found = await row<{ status: ImportStatus }>(tx, 'select status from hub.import_batch where id = $1 for update', [id]);
  return found?.status === 'APPLYING';
}

export async function setStep(tx: Tx, id: string, progress: number, step: string): Promise<void> {
  await rows(tx, `update hub.import_batch set progress = $2, step = $3 where id = $1 and status in ('CHECKING', 'APPLYING')`, [id, progress, step]);
}

/** Whom the file names, by blind index: who is barred from one of them does not find the import. */
export async function setSubjects(tx: Tx, id: string, keys: readonly string[]): Promise<void> {
  await rows(tx, 'update hub.import_batch set subject_index = $2::text[] where id = $1', [id, keys]);
}

export interface Ending {
  /** The status in which the work found it: what was discarded, given up or done by another meanwhile stays so. */
  readonly from: ImportStatus;
  readonly status: Extract<ImportStatus, 'CHECKED' | 'APPLIED' | 'FAILED'>;
  readonly counts: Buffer | null;
  readonly report: Buffer | null;
  readonly errorCode: ErrorCode | null;
  readonly at: Date;
}

/** What the work came to. An applied file has done its duty: the hub keeps no copy. */
export async function endImport(tx: Tx, id: string, { from, status, counts, report, errorCode, at }: Ending): Promise<void> {
  await rows(tx, `update hub.import_batch set status = $2, progress = case when $2 = 'FAILED' then progress else 100 end, step = null, counts = $3, report = $4, error_code = $5,
    checked_at = case when $2 = 'CHECKED' then $6 else checked_at end, applied_at = case when $2 = 'APPLIED' then $6 else applied_at end,
    file = case when $2 = 'CHECKED' then file end where id = $1 and status = $7`, [id, status, counts, report, errorCode, at, from]);
}

export async function requestApplying(tx: Tx, id: string, onlyIfAllGood: boolean): Promise<void> {
  await rows(tx, `update hub.import_batch set status = 'APPLYING', progress = 0, step = null, only_if_all_good = $2 where id = $1 and status = 'CHECKED'`, [id, onlyIfAllGood]);
}

/** A discarded import leaves its reference, its counts and no content. */
export async function discardImport(tx: Tx, id: string): Promise<void> {
  await rows(tx, `update hub.import_batch set status = 'DISCARDED', step = null, file = null, report = null where id = $1`, [id]);
}

export function findReports(tx: Tx, references: readonly string[]): Promise<{ id: string; reference: string; agencyId: string; wrappedKey: Buffer; report: Buffer | null }[]> {
  return rows(tx, `select id, reference, agency_id as "agencyId", wrapped_key as "wrappedKey", report from hub.import_batch where reference = any($1::text[])`, [references]);
}

/** For the command line, where a person is named and not signed in. Under `imports.execute`. */
export async function findUserId(tx: Tx, agencyCode: string, email: string): Promise<string | undefined> {
  const found = await row<{ id: string }>(tx, `select u.id from hub.app_user u join hub.agency a on a.id = u.agency_id
    where a.code = $1 and lower(u.email) = lower($2) and u.status = 'ACTIVE'`, [agencyCode, email]);
  return found?.id;
}

/** The hub's administrator of longest standing. Under `imports.execute`. */
export async function findHubAdministrator(tx: Tx): Promise<string | undefined> {
  const found = await row<{ id: string }>(tx, `select u.id from hub.app_user u join hub.agency a on a.id = u.agency_id and a.kind = 'HUB'
    where 'HUB_ADMIN' = any (u.roles) and u.status = 'ACTIVE' order by u.created_at, u.id limit 1`);
  return found?.id;
}
