import { randomUUID } from 'node:crypto';
import type { DocumentType } from '@hub/domain/documents/document-file';
import type { DocumentKind, DocumentSubject, ReviewOutcome } from '@hub/domain/documents/kinds';
import type { Vault } from '@hub/database/crypto/vault';
import { affected, row, rows, type Tx } from '@hub/database/tx';
import { newReference } from '@hub/platform/reference';
import type { StoredIn } from './document-store';
import type { SubjectOfDocument } from './document-subjects.queries';

/** A document as its own agency keeps it. */
export interface DocumentRow {
  readonly id: string;
  readonly agencyId: string;
  readonly reference: string;
  readonly kind: DocumentKind;
  readonly version: number;
  readonly subject: DocumentSubject;
  readonly subjectId: string;
  readonly subjectReference: string;
  readonly unitId: string | null;
  /** Of the child's group, where it is not about a family. */
  readonly unitReference: string | null;
}

export const subjectOf = ({ subject, subjectId, subjectReference, unitId }: DocumentRow): SubjectOfDocument => ({ type: subject, id: subjectId, reference: subjectReference, unitId });

const DOCUMENT = `
  select d.id, d.agency_id as "agencyId", d.reference, d.kind, d.version, coalesce(d.child_id, d.unit_id, d.household_id, d.link_id) as "subjectId",
    case when d.child_id is not null then 'CHILD' when d.unit_id is not null then 'UNIT' when d.household_id is not null then 'HOUSEHOLD' else 'LINK' end as subject,
    coalesce(c.reference, u.reference, h.reference, l.reference) as "subjectReference", coalesce(c.unit_id, d.unit_id, l.unit_id) as "unitId", coalesce(g.reference, u.reference, l.unit_reference) as "unitReference"
  from hub.document d
  left join hub.child c on c.id = d.child_id left join hub.unit g on g.id = c.unit_id left join hub.unit u on u.id = d.unit_id left join hub.household h on h.id = d.household_id left join hub.link l on l.id = d.link_id`;
const OWN = 'd.agency_id = (select hub.own_agency())';

export const findDocument = (tx: Tx, reference: string): Promise<DocumentRow | undefined> => row(tx, `${DOCUMENT} where d.reference = $1 and ${OWN}`, [reference]);

const MOST = 200;

/** Of the own agency, about any of these records. */
export const documentsAbout = (tx: Tx, ids: readonly string[]): Promise<DocumentRow[]> =>
  rows(tx, `${DOCUMENT} where ${OWN} and coalesce(d.child_id, d.unit_id, d.household_id, d.link_id) = any($1::uuid[]) order by d.kind, d.created_at, d.id limit ${MOST}`, [ids]);

const SUBJECT_COLUMN: Readonly<Record<DocumentSubject, string>> = { CHILD: 'child_id', UNIT: 'unit_id', HOUSEHOLD: 'household_id', LINK: 'link_id' };

interface NewDocumentRow {
  readonly id: string;
  readonly agencyId: string;
  readonly kind: DocumentKind;
  readonly about: Pick<SubjectOfDocument, 'type' | 'id'>;
}

/** Answers its reference. */
export async function insertDocument(tx: Tx, { id, agencyId, kind, about }: NewDocumentRow): Promise<string> {
  const reference = newReference('D');
  await rows(tx, `insert into hub.document (id, reference, agency_id, kind, ${SUBJECT_COLUMN[about.type]}) values ($1, $2, $3, $4, $5)`, [id, reference, agencyId, kind, about.id]);
  return reference;
}

/** False where somebody else added a version since: of two at once the second waits, and is told. */
export const countVersion = async (tx: Tx, id: string, seen: number): Promise<boolean> => (await affected(tx, 'update hub.document set version = version + 1 where id = $1::uuid and version = $2', [id, seen])) === 1;

export interface NewVersion {
  readonly documentId: string;
  readonly agencyId: string;
  readonly number: number;
  readonly type: DocumentType;
  readonly storedIn: StoredIn;
  /** The records that it is sealed with. */
  readonly shareIds: readonly string[];
  readonly title: string | null;
  readonly why: string | null;
  readonly bytes: Buffer;
  readonly addedBy: string;
}

/** A version's row as it is to be written, and its bytes as they are to be stored: sealed with the row's key, which nobody has until the row is written. */
export interface SealedNewVersion extends Omit<NewVersion, 'title' | 'why' | 'bytes'> {
  readonly id: string;
  readonly sizeBytes: number;
  readonly texts: Readonly<Record<'wrapped_key' | 'title' | 'why', Buffer | null>>;
  readonly sealed: Buffer;
}

export function sealVersion(vault: Vault, { bytes, title, why, ...version }: NewVersion): SealedNewVersion {
  const id = randomUUID();
  const { file, ...texts } = vault.sealTexts({ agencyId: version.agencyId, table: 'document_version', rowId: id, shareIds: version.shareIds }, { title, why, file: bytes });
  return { ...version, id, sizeBytes: bytes.length, texts, sealed: file as Buffer };
}

export async function insertVersion(tx: Tx, { texts, ...version }: SealedNewVersion): Promise<void> {
  await rows(tx, `insert into hub.document_version (id, document_id, agency_id, number, type, size_bytes, stored_in, share_ids, wrapped_key, title, why, added_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8::uuid[], $9, $10, $11, $12)`,
  [version.id, version.documentId, version.agencyId, version.number, version.type, version.sizeBytes, version.storedIn, version.shareIds, texts.wrapped_key, texts.title, texts.why, version.addedBy]);
}

/** A version that the actor may see: of the own agency, or one that was given. */
export interface VersionRow {
  readonly id: string;
  readonly documentId: string;
  readonly agencyId: string;
  readonly number: number;
  readonly type: DocumentType;
  readonly sizeBytes: number;
  readonly storedIn: StoredIn;
  readonly shareIds: string[];
  readonly addedBy: string;
  readonly addedAt: Date;
  /** Null where there is none, and where it went with a record that it was about. */
  readonly title: string | null;
  readonly why: string | null;
  readonly wrappedKey: Buffer;
}

const VERSION = `select v.id, v.document_id as "documentId", v.agency_id as "agencyId", v.number, v.type, v.size_bytes as "sizeBytes", v.stored_in as "storedIn", v.share_ids as "shareIds",
  v.added_by as "addedBy", v.added_at as "addedAt", v.wrapped_key as "wrappedKey", v.title, v.why from hub.document_version v`;

type SealedVersion = Omit<VersionRow, 'title' | 'why'> & { readonly title: Buffer | null; readonly why: Buffer | null };

export async function versionsOf(tx: Tx, vault: Vault, documentIds: readonly string[]): Promise<VersionRow[]> {
  const found = await rows<SealedVersion>(tx, `${VERSION} where v.document_id = any($1::uuid[]) order by v.number desc`, [documentIds]);
  return found.map((one) => opened(vault, one));
}

export async function findVersion(tx: Tx, vault: Vault, reference: string, number: number): Promise<VersionRow | undefined> {
  const found = await row<SealedVersion>(tx, `${VERSION} join hub.document d on d.id = v.document_id where d.reference = $1 and v.number = $2`, [reference, number]);
  return found && opened(vault, found);
}

function opened(vault: Vault, { title, why, ...version }: SealedVersion): VersionRow {
  const place = { agencyId: version.agencyId, table: 'document_version', rowId: version.id, shareIds: version.shareIds };
  return { ...version, ...vault.openTexts(place, { wrapped_key: version.wrappedKey, title, why }) };
}

/** The document itself; throws RECORD_DESTROYED where a record that it is about was destroyed. */
export function openFile(vault: Vault, { agencyId, id, shareIds, wrappedKey }: VersionRow, sealed: Buffer): Buffer {
  const place = { agencyId, table: 'document_version', rowId: id, shareIds };
  return vault.open(place, 'file', sealed, vault.unwrap(place, wrappedKey));
}

export interface ReviewRow {
  readonly versionId: string;
  readonly outcome: ReviewOutcome;
  readonly words: string | null;
  readonly reviewedBy: string;
  readonly at: Date;
}

export async function insertReview(tx: Tx, vault: Vault, { version, outcome, words, reviewedBy }: { version: VersionRow; outcome: ReviewOutcome; words: string | null; reviewedBy: string }): Promise<void> {
  const id = randomUUID();
  const sealed = vault.sealTexts({ agencyId: version.agencyId, table: 'document_review', rowId: id, shareIds: version.shareIds }, { words });
  await rows(tx, `insert into hub.document_review (id, document_id, version_id, agency_id, outcome, share_ids, wrapped_key, words, reviewed_by) values ($1, $2, $3, $4, $5, $6::uuid[], $7, $8, $9)`,
    [id, version.documentId, version.id, version.agencyId, outcome, version.shareIds, sealed.wrapped_key, sealed.words, reviewedBy]);
}

/** Of these documents, the latest last. */
export async function reviewsOf(tx: Tx, vault: Vault, documentIds: readonly string[]): Promise<ReviewRow[]> {
  const found = await rows<Omit<ReviewRow, 'words'> & { id: string; agencyId: string; shareIds: string[]; wrapped_key: Buffer | null; words: Buffer | null }>(tx, `
    select id, agency_id as "agencyId", version_id as "versionId", outcome, share_ids as "shareIds", wrapped_key, words, reviewed_by as "reviewedBy", reviewed_at as at
    from hub.document_review where document_id = any($1::uuid[]) order by reviewed_at, id`, [documentIds]);
  return found.map(({ id, agencyId, shareIds, wrapped_key, words, ...review }) =>
    ({ ...review, ...vault.openTexts({ agencyId, table: 'document_review', rowId: id, shareIds }, { wrapped_key, words }) }));
}
