import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { conflict, notFound, type ErrorCode } from '@hub/domain/errors';
import type { ImportCounts, ImportReport } from '@hub/domain/interchange/report';
import type { Tx } from '@hub/database/tx';
import { shown, UnitOfWork } from '@hub/database/unit-of-work';
import { newReference } from '@hub/platform/reference';
import { applyImport, checkImport, enqueue } from '@hub/queue/jobs';
import { ImportExecutor } from './import-executor';
import { discardImport, findImport, findReports, insertImport, listImports, requestApplying, type ImportKind, type ImportRow } from './import-records.queries';
import { fileType } from './reading/file-type';
import { SealedImports } from './sealed-imports';

/** A file as somebody hands it in. */
export interface Upload {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** An import as its own agency sees it. */
export interface ImportSummary extends Omit<ImportRow, 'wrappedKey' | 'fileName' | 'counts'> {
  readonly fileName: string;
  readonly counts: readonly ImportCounts[];
}

const LONGEST_NAME = 200;

/**
 * A file's way into the records: handed in, checked (the dry run), applied in one transaction, or discarded. The agency
 * is the session's, never the file's.
 */
@Injectable()
export class ImportsService {
  constructor(
    @Inject(UnitOfWork) private readonly uow: UnitOfWork,
    @Inject(SealedImports) private readonly sealed: SealedImports,
    @Inject(ImportExecutor) private readonly executor: ImportExecutor,
  ) {}

  /** Keeps the file sealed and asks the worker to check it; `queued: false` leaves that to the caller. */
  async start(actor: Actor, { kind, fileName, bytes }: Upload, { queued = true } = {}): Promise<{ id: string; reference: string }> {
    const name = cleanName(fileName);
    const id = randomUUID();
    const reference = newReference('I');
    await this.uow.run(actor, 'imports.start', async (tx) => {
      // Inside, so that who may not import learns nothing of the file either; no byte is inflated here.
      fileType(name, bytes);
      const sealed = this.sealed.seal(actor.agencyId, id, { fileName: name, bytes });
      await insertImport(tx, actor, { id, reference, kind, fileHash: this.sealed.fingerprint(actor.agencyId, bytes), sealed });
      if (queued) await enqueue(tx, checkImport, { importId: id });
    }, { type: 'IMPORT', reference });
    return { id, reference };
  }

  /** What a file is, for callers who do not ask the person; throws FILE_REFUSED. */
  kindOf(fileName: string, bytes: Buffer): Promise<ImportKind> {
    return this.executor.kindOf(cleanName(fileName), bytes);
  }

  /** The dry run. Called by the worker, and by the command line. */
  check(importId: string): Promise<void> {
    return this.executor.check(importId);
  }

  /** The import itself. Called by the worker, and by the command line. */
  apply(importId: string): Promise<void> {
    return this.executor.apply(importId);
  }

  /** Ends an import that nobody works on any more. Called by the worker, and by the command line. */
  giveUp(importId: string, code: ErrorCode): Promise<void> {
    return this.executor.giveUp(importId, code);
  }

  /** Asks for a checked import to be applied; asking twice is asking once. */
  requestApply(actor: Actor, reference: string, onlyIfAllGood: boolean, { queued = true } = {}): Promise<ImportSummary> {
    return this.uow.run(actor, 'imports.apply', async (tx) => {
      const row = await mustFind(tx, reference);
      if (row.status === 'APPLYING' || row.status === 'APPLIED') return this.summary(row);
      if (row.status !== 'CHECKED') throw conflict('CONFLICT', 'Only a checked import can be applied. Wait for the check, or hand in the file again.');
      if (onlyIfAllGood) await this.assertAllGood(tx, reference);
      await requestApplying(tx, row.id, onlyIfAllGood);
      if (queued) await enqueue(tx, applyImport, { importId: row.id });
      return this.summary(await mustFind(tx, reference));
    }, { type: 'IMPORT', reference });
  }

  /** Drops a file that was not applied, with its report. */
  discard(actor: Actor, reference: string): Promise<ImportSummary> {
    return this.uow.run(actor, 'imports.apply', async (tx) => {
      const row = await mustFind(tx, reference);
      if (row.status === 'APPLYING' || row.status === 'APPLIED') throw conflict('CONFLICT', 'This import has been applied, or is being applied. Correct the records instead.');
      await discardImport(tx, row.id);
      return this.summary(await mustFind(tx, reference));
    }, { type: 'IMPORT', reference });
  }

  list(actor: Actor, limit: number, offset: number): Promise<{ imports: ImportSummary[]; totalCount: number }> {
    return this.uow.run(actor, 'imports.read', async (tx) => {
      const { imports, totalCount } = await listImports(tx, limit, offset);
      return { imports: imports.map((row) => this.summary(row)), totalCount };
    });
  }

  /** `null` for one that is not there, or not this agency's. */
  find(actor: Actor, reference: string): Promise<ImportSummary | null> {
    return this.uow.run(actor, 'imports.read', async (tx) => {
      const row = await findImport(tx, reference);
      return row ? this.summary(row) : null;
    }, { type: 'IMPORT', reference });
  }

  /** Reports by reference, for loaders: the issues and differences of several imports in one read. */
  async reports(actor: Actor, references: readonly string[]): Promise<ReadonlyMap<string, ImportReport>> {
    const found = await this.uow.run(actor, 'imports.read', async (tx) => {
      shown({ about: references.map((reference) => ({ type: 'IMPORT', reference })) });
      return findReports(tx, references);
    });
    return new Map(found.flatMap((row) => {
      const report = this.sealed.openReport(row);
      return report ? [[row.reference, report] as const] : [];
    }));
  }

  private async assertAllGood(tx: Tx, reference: string): Promise<void> {
    const [row] = await findReports(tx, [reference]);
    const errors = (row && this.sealed.openReport(row)?.errors) ?? 0;
    if (errors > 0) throw conflict('GUARD_FAILED', `The check found ${errors} ${errors === 1 ? 'error' : 'errors'}, so nothing was applied. Correct the file, or apply the good rows alone.`);
  }

  private summary(row: ImportRow): ImportSummary {
    const { id, agencyId, reference, kind, status, progress, step, requestedById, requestedByName, requestedAt, appliedAt, errorCode, onlyIfAllGood } = row;
    const [fileName, counts] = [this.sealed.fileName(row), this.sealed.counts(row)];
    return { id, agencyId, reference, kind, status, progress, step, requestedById, requestedByName, requestedAt, appliedAt, errorCode, onlyIfAllGood, counts, fileName };
  }
}

async function mustFind(tx: Tx, reference: string): Promise<ImportRow> {
  const row = await findImport(tx, reference);
  if (!row) throw notFound('import', reference);
  return row;
}

/** The last part of a path, without control characters: browsers and people send all sorts. */
function cleanName(fileName: string): string {
  const last = fileName.split(/[\\/]/).at(-1) ?? '';
  // Letters, marks, numbers, punctuation, symbols and spaces; what is left over are controls.
  return last.replace(/[\p{Cc}\p{Cf}]/gu, '').trim().slice(-LONGEST_NAME);
}
