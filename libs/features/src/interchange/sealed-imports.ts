import { createHash } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';
import { Inject, Injectable } from '@nestjs/common';
import type { ImportCounts, ImportReport } from '@hub/domain/interchange/report';
import { Vault } from '@hub/database/crypto/vault';

const TABLE = 'import_batch';

interface SealedRow {
  readonly id: string;
  readonly agencyId: string;
  readonly wrappedKey: Buffer;
}

/** What an import keeps at rest: its file, the file's name, the report and its counts, sealed with the agency's key. */
@Injectable()
export class SealedImports {
  constructor(@Inject(Vault) private readonly vault: Vault) {}

  seal(agencyId: string, id: string, content: { readonly fileName: string; readonly bytes: Buffer }): { wrapped_key: Buffer; file_name: Buffer | null; file: Buffer | null } {
    return this.vault.sealRecord(agencyId, TABLE, id, { file_name: content.fileName, file: content.bytes });
  }

  /** Tells the same file again within an agency, and says nothing of its content without the key file. */
  fingerprint(agencyId: string, bytes: Buffer): string {
    return this.vault.blindIndex(agencyId, 'file', createHash('sha256').update(bytes).digest('hex'));
  }

  /** Empty once the content was destroyed, as the file and the report are. */
  fileName(row: SealedRow & { readonly fileName: Buffer | null }): string {
    return row.fileName === null || this.isDestroyed(row) ? '' : this.open(row, 'file_name', row.fileName).toString('utf8');
  }

  file(row: SealedRow & { readonly file: Buffer | null }): Buffer | null {
    return row.file === null || this.isDestroyed(row) ? null : this.open(row, 'file', row.file);
  }

  /** The report, and its counts apart from it, for lists: they name the sheets as the file does. */
  sealReport({ id, agencyId, wrappedKey }: SealedRow, report: ImportReport): { counts: Buffer | null; report: Buffer | null } {
    return this.vault.resealRecord(agencyId, TABLE, id, wrappedKey, { counts: JSON.stringify(report.counts), report: deflateSync(JSON.stringify(report)) });
  }

  counts(row: SealedRow & { readonly counts: Buffer | null }): readonly ImportCounts[] {
    return row.counts === null || this.isDestroyed(row) ? [] : (JSON.parse(this.open(row, 'counts', row.counts).toString('utf8')) as ImportCounts[]);
  }

  openReport(row: SealedRow & { readonly report: Buffer | null }): ImportReport | null {
    return row.report === null || this.isDestroyed(row) ? null : (JSON.parse(inflateSync(this.open(row, 'report', row.report)).toString('utf8')) as ImportReport);
  }

  private isDestroyed({ id, agencyId }: SealedRow): boolean {
    return this.vault.isDestroyed({ agencyId, rowId: id });
  }

  private open({ id, agencyId, wrappedKey }: SealedRow, column: string, sealed: Buffer): Buffer {
    const place = { agencyId, table: TABLE, rowId: id };
    return this.vault.open(place, column, sealed, this.vault.unwrap(place, wrappedKey));
  }
}
