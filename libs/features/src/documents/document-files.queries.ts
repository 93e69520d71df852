import { row, rows, type Tx } from '@hub/database/tx';

export interface FilePlace {
  readonly agencyId: string;
  readonly documentId: string;
  readonly versionId: string;
}

export async function keepFile(tx: Tx, { versionId, documentId, agencyId }: FilePlace, sealed: Buffer): Promise<void> {
  await rows(tx, 'insert into hub.document_file (version_id, document_id, agency_id, sealed) values ($1, $2, $3, $4)', [versionId, documentId, agencyId, sealed]);
}

export async function keptFile(tx: Tx, { versionId }: Pick<FilePlace, 'versionId'>): Promise<Buffer | undefined> {
  return (await row<{ sealed: Buffer }>(tx, 'select sealed from hub.document_file where version_id = $1::uuid', [versionId]))?.sealed;
}
