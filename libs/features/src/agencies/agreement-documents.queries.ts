import { DomainError } from '@hub/domain/errors';
import type { Vault } from '@hub/database/crypto/vault';
import { row, rows, type Tx } from '@hub/database/tx';

const MOST_BYTES = 10 * 1024 * 1024;
const HEAD = '%PDF-';
const TAIL = '%%EOF';
/** Writers may append a little after the end mark. */
const TAIL_WITHIN = 1024;

/** Signed agreements are PDFs: by size and by what stands at the start and the end, whatever the file is called. */
export function assertPdf(bytes: Buffer): void {
  if (bytes.length > MOST_BYTES) throw new DomainError('LIMIT_EXCEEDED', 'The document is larger than 10 MB. Save it smaller.');
  const isPdf = bytes.subarray(0, HEAD.length).toString('latin1') === HEAD && bytes.subarray(-TAIL_WITHIN).toString('latin1').includes(TAIL);
  if (!isPdf) throw new DomainError('FILE_REFUSED', 'This is not a whole PDF. Save the signed agreement as a PDF and choose that.');
}

export async function saveDocument(tx: Tx, vault: Vault, { agreementId, agencyId, userId, bytes }: { agreementId: string; agencyId: string; userId: string; bytes: Buffer }): Promise<void> {
  const sealed = vault.sealRecord(agencyId, 'agreement_document', agreementId, { file: bytes });
  await rows(tx, `
    insert into hub.agreement_document (agreement_id, agency_id, wrapped_key, file, size_bytes, added_by) values ($1, $2, $3, $4, $5, $6)
    on conflict (agreement_id) do update set agency_id = excluded.agency_id, wrapped_key = excluded.wrapped_key, file = excluded.file, size_bytes = excluded.size_bytes,
      added_by = excluded.added_by, added_at = now()`,
  [agreementId, agencyId, sealed.wrapped_key, sealed.file, bytes.length, userId]);
}

interface DocumentRow {
  readonly agreement_id: string;
  readonly agency_id: string;
  readonly wrapped_key: Buffer;
  readonly file: Buffer;
}

/** The document of an agreement to which the actor's agency is a party. */
export async function openDocument(tx: Tx, vault: Vault, reference: string): Promise<Buffer | undefined> {
  const found = await row<DocumentRow>(tx, `
    select d.agreement_id, d.agency_id, d.wrapped_key, d.file from hub.agreement_document d join hub.agreement a on a.id = d.agreement_id where a.reference = $1`, [reference]);
  if (!found) return undefined;
  const place = { agencyId: found.agency_id, table: 'agreement_document', rowId: found.agreement_id };
  return vault.open(place, 'file', found.file, vault.unwrap(place, found.wrapped_key));
}
