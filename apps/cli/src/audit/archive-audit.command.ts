import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { isIsoDate } from '@hub/domain/dates/iso-date';
import { removeArchived } from '@hub/database/audit-archive';
import { DatabaseModule } from '@hub/database/database.module';
import { AuditSigner } from '@hub/database/crypto/audit-signer';
import { KeyStore } from '@hub/database/crypto/key-store';
import { AuditArchive, type ArchiveWish } from '@hub/features/audit/archive.service';
import { AuditModule } from '@hub/features/audit/audit.module';
import { readHeads } from '@hub/features/audit/heads-file';
import { AuditVerification } from '@hub/features/audit/verification.service';
import type { Config } from '@hub/platform/config';
import { PlainError } from '@hub/platform/plain-error';
import { PlatformModule } from '@hub/platform/platform.module';
import type { Command } from '../command';
import { readOptions } from '../options';
import { withDatabase } from '../with-database';

const USAGE = `hub archive-audit --before YYYY-MM-DD --out FOLDER [--json]

Moves the rows of the access log from before that day, ten years ago or more, into files: one for each agency, of JSON lines with their
hashes, ending in a signed boundary. Each file is read back before its rows leave the database, which goes on from the boundary. Keep the files for as
long as the records that they tell of, and a copy elsewhere: hub verify-audit --archive FOLDER verifies across them. Needs
DATABASE_OWNER_URL. Exit code 0: done, 1: refused, nothing more was taken out, 2: wrong usage.`;

@Module({ imports: [PlatformModule, DatabaseModule, AuditModule] })
class ArchiveAuditModule {}

/** `file`: null where nothing of the agency is so old. */
interface Archived {
  readonly agency: string | null;
  readonly rows: number;
  readonly file: string | null;
}

export const archiveAuditCommand: Command = {
  name: 'archive-audit',
  summary: 'Move old rows of the access log into files',
  async run(args, io) {
    const given = readOptions(args, io, USAGE, { before: { type: 'string' }, out: { type: 'string' }, json: { type: 'boolean' } });
    if (typeof given === 'number') return given;
    const { before, out: folder, json } = given.values as { before?: string; out?: string; json?: boolean };
    if (given.words.length > 0 || !isIsoDate(before) || !folder) {
      io.err(given.words.length > 0 ? 'The command takes no words.' : isIsoDate(before) ? '--out takes a folder.' : '--before takes a day as YYYY-MM-DD.');
      io.err(USAGE.split('\n')[0] ?? '');
      return 2;
    }
    const archived = await withDatabase((config) => archive(config, { before, folder }));
    if (json) io.out(JSON.stringify(archived, null, 1));
    else for (const { agency, rows, file } of archived) io.out(`${agency ?? '(no agency)'}: ${file ? `${rows} rows are in ${file}.` : `nothing from before ${before}.`}`);
    return 0;
  },
};

async function archive(config: Config, wish: ArchiveWish): Promise<Archived[]> {
  if (!config.databaseOwnerUrl) throw new PlainError('Set DATABASE_OWNER_URL: rows leave the log as hub_owner alone.');
  const app = await NestFactory.createApplicationContext(ArchiveAuditModule, { logger: false, abortOnError: false });
  try {
    const archives = app.get(AuditArchive);
    if (wish.before > archives.archivableBefore()) throw new PlainError(`Rows stay in the database for ten years: --before ${archives.archivableBefore()} is the latest day today.`);
    const signer = new AuditSigner(app.get(KeyStore).purposeKey('AUDIT_SIGNING'));
    const broken = (await app.get(AuditVerification).verify({ heads: readHeads(config.auditHeadsDir), signer }))?.find(({ fault }) => fault);
    if (broken) throw new PlainError(`Only a sound log is archived. ${broken.agency ?? '(no agency)'}: ${broken.fault?.message ?? ''}`);
    const done: Archived[] = [];
    for (const chain of await archives.chains()) {
      const boundary = await archives.write(chain, wish);
      done.push({ agency: chain.code, rows: boundary ? await removeArchived(config.databaseOwnerUrl, boundary) : 0, file: boundary?.file ?? null });
    }
    return done;
  } finally {
    await app.close();
  }
}
