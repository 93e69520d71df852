import { Inject, Injectable } from '@nestjs/common';
import { can, type Action } from '@hub/domain/access/actions';
import { SYSTEM_ACTOR, type Actor } from '@hub/domain/access/actor';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import { conflict, DomainError, forbidden, isWorthRetrying, type ErrorCode } from '@hub/domain/errors';
import { kindOf, parseImport } from '@hub/domain/interchange/parse-import';
import type { FileKind, ParsedImport } from '@hub/domain/interchange/parsed';
import { failureReport, type ImportReport } from '@hub/domain/interchange/report';
import { findActor } from '@hub/database/actors';
import { Vault } from '@hub/database/crypto/vault';
import type { Tx } from '@hub/database/tx';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { claimImport, endImport, holdImport, lockForApplying, setStep, setSubjects, type Ending, type SealedFile } from './import-records.queries';
import { FileReader } from './reading/file-reader';
import { refuseFile } from './reading/refusal';
import { runImport } from './run-import.queries';
import { SealedImports } from './sealed-imports';
import { subjectKeys } from './subject-keys';

const READING = 10;
const OUR_FAULT = 'Something went wrong on our side, and trying again did not help; nothing was changed. Hand in the file again. If it fails again, tell the hub’s administrator.';
const WORKER_LOST = 'The hub stopped several times while it worked on this file, so it was given up; nothing was changed. Hand in the file again. If it is given up again, split it or tell the hub’s administrator.';

/** A job in hand: the row as claimed, and the person for whom it runs, as they are now. */
interface Job {
  readonly row: SealedFile;
  readonly actor: Actor | undefined;
}

/**
 * Checks and applies imports, for the worker. Both may be called again at any time: what is done is not done twice,
 * and what was cut off starts over. A fault of ours leaves the import as it is, to be tried again or given up.
 */
@Injectable()
export class ImportExecutor {
  constructor(
    @Inject(UnitOfWork) private readonly uow: UnitOfWork,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(SealedImports) private readonly sealed: SealedImports,
    @Inject(FileReader) private readonly files: FileReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async kindOf(fileName: string, bytes: Buffer): Promise<FileKind> {
    return kindOf(await this.files.read(fileName, bytes));
  }

  async check(importId: string): Promise<void> {
    const job = await this.claim((tx) => claimImport(tx, importId, ['QUEUED', 'CHECKING'], 'CHECKING', 'Reading the file'));
    if (!job) return;
    await this.orEnd(job.row, async () => {
      const actor = mayStill(job, 'imports.start');
      const parsed = await this.parse(job.row, actor);
      const today = this.today();
      const tally = await this.uow.run(actor, 'imports.start', (tx) => runImport({ tx, vault: this.vault, actor, today, writes: false }, parsed), about(job.row));
      await this.system((tx) => endImport(tx, importId, this.ending(job.row, 'CHECKED', tally.report())), job.row);
    });
  }

  /** One transaction, and the row says so in the same one: applied whole or not at all, and once. */
  async apply(importId: string): Promise<void> {
    const job = await this.claim((tx) => claimImport(tx, importId, ['APPLYING'], 'APPLYING', 'Reading the file'));
    if (!job) return;
    await this.orEnd(job.row, async () => {
      const actor = mayStill(job, 'imports.apply');
      const parsed = await this.parse(job.row, actor);
      const today = this.today();
      await this.uow.run(actor, 'imports.apply', async (tx) => {
        if (!(await lockForApplying(tx, importId))) return;
        const tally = await runImport({ tx, vault: this.vault, actor, today, writes: true }, parsed);
        if (job.row.onlyIfAllGood && tally.hasErrors) throw conflict('GUARD_FAILED', 'Some rows cannot be taken, so nothing was applied, as was asked. Correct the file and hand it in again.');
        await endImport(tx, importId, this.ending(job.row, 'APPLIED', tally.report()));
      }, about(job.row));
    });
  }

  /** Nobody tries again: the import must not look as if it were still going on. One that has ended stays as it is. */
  async giveUp(importId: string, code: ErrorCode): Promise<void> {
    await this.uow.run(SYSTEM_ACTOR, 'imports.execute', async (tx) => {
      const row = await holdImport(tx, importId);
      if (row) await endImport(tx, importId, this.failure(row, code, code === 'WORKER_LOST' ? WORKER_LOST : OUR_FAULT));
    });
  }

  private async claim(work: (tx: Tx) => Promise<SealedFile | undefined>): Promise<Job | undefined> {
    return this.uow.run(SYSTEM_ACTOR, 'imports.execute', async (tx) => {
      const row = await work(tx);
      return row && { row, actor: await findActor(tx, row.requestedById) };
    });
  }

  private async parse(row: SealedFile, actor: Actor): Promise<ParsedImport> {
    const bytes = this.sealed.file(row);
    if (bytes === null) throw refuseFile('The file of this import is no longer kept. Hand it in again.');
    const sheets = await this.files.read(this.sealed.fileName(row), bytes, (rows) => this.tell(row, READING + Math.min(rows / 1000, 30), `Reading the file: ${rows.toLocaleString('en-GB')} rows so far`));
    await this.tell(row, 45, 'Checking the rows');
    const parsed = parseImport(sheets, { kind: row.kind, today: this.today(), hasChildren: actor.agencyKind === 'COUNCIL' });
    await this.system((tx) => setSubjects(tx, row.id, subjectKeys(this.vault, row.agencyId, parsed)), row);
    const rows = parsed.counts.reduce((sum, count) => sum + count.rows, 0).toLocaleString('en-GB');
    await this.tell(row, 60, row.status === 'APPLYING' ? `Writing the records, from ${rows} rows` : `Comparing ${rows} rows with the records`);
    return parsed;
  }

  /** In a unit of work of its own, so that it shows at once. */
  private tell(row: SealedFile, progress: number, step: string): Promise<void> {
    return this.system((tx) => setStep(tx, row.id, Math.floor(progress), step), row);
  }

  /** An expected failure ends the import with its sentence. */
  private async orEnd(row: SealedFile, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof DomainError) || isWorthRetrying(error)) throw error;
      await this.system((tx) => endImport(tx, row.id, this.failure(row, error.code, error.message)), row);
    }
  }

  private failure(row: SealedFile, errorCode: ErrorCode, sentence: string): Ending {
    // Without the agency's key nothing can be sealed either: the code alone says what happened.
    if (errorCode === 'KEY_UNAVAILABLE') return { from: row.status, status: 'FAILED', counts: null, report: null, errorCode, at: this.clock.now() };
    return { ...this.ending(row, 'FAILED', failureReport(sentence)), errorCode };
  }

  private ending(row: SealedFile, status: Ending['status'], report: ImportReport): Ending {
    return { from: row.status, status, ...this.sealed.sealReport(row, report), errorCode: null, at: this.clock.now() };
  }

  private system<T>(work: (tx: Tx) => Promise<T>, row: SealedFile): Promise<T> {
    return this.uow.run(SYSTEM_ACTOR, 'imports.execute', work, about(row));
  }

  private today(): IsoDate {
    return isoDate(this.clock.today());
  }
}

const about = ({ reference }: SealedFile) => ({ type: 'IMPORT' as const, reference });

/** Between asking and doing, a person may have left or lost the role (trust.md AZ-8). */
function mayStill({ actor }: Job, action: Action): Actor {
  if (!actor || !can(actor, action)) throw forbidden(action);
  return actor;
}
