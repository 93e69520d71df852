import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DatabaseModule } from '@hub/database/database.module';
import { AuditSigner } from '@hub/database/crypto/audit-signer';
import { KeyStore } from '@hub/database/crypto/key-store';
import { AuditModule } from '@hub/features/audit/audit.module';
import { readHeads } from '@hub/features/audit/heads-file';
import { AuditVerification, type ChainReport } from '@hub/features/audit/verification.service';
import { PlainError } from '@hub/platform/plain-error';
import { PlatformModule } from '@hub/platform/platform.module';
import type { CliIo, Command } from '../command';
import { readOptions } from '../options';
import { withDatabase } from '../with-database';

const USAGE = `hub verify-audit [--agency CODE] [--heads FILE] [--archive FOLDER] [--json]

Recomputes the chain of each agency's rows in the access log and names the first row that was altered, taken out or moved, and a
tail that was cut. --heads FILE (or a folder): compares with the signed heads that the worker writes; without it with those of
HUB_AUDIT_HEADS_DIR. --archive FOLDER: begins with the very first row, in the files of hub archive-audit, and names a file that is
missing or altered; without it the chain begins where the last file ends. Exit code 0: sound, 1: broken, 2: wrong usage.`;

@Module({ imports: [PlatformModule, DatabaseModule, AuditModule] })
class VerifyAuditModule {}

export const verifyAuditCommand: Command = {
  name: 'verify-audit',
  summary: 'Verify the access log',
  async run(args, io) {
    const given = readOptions(args, io, USAGE, { agency: { type: 'string' }, heads: { type: 'string' }, archive: { type: 'string' }, json: { type: 'boolean' } });
    if (typeof given === 'number') return given;
    const { json, ...wish } = given.values as Wish & { json?: boolean };
    const wrong = wrongUsage(given.words, wish);
    if (wrong !== null) {
      io.err(wrong);
      io.err(USAGE.split('\n')[0] ?? '');
      return 2;
    }
    const { reports, sealed } = await withDatabase((config) => verify(config.auditHeadsDir, wish));
    if (!reports) throw new PlainError(`There is no chain of the agency ${wish.agency}.`);
    if (json) io.out(JSON.stringify(reports, null, 1));
    else for (const report of reports) tell(report, io);
    if (!sealed) io.err('The log is not sealed: hub_owner could change it. hub seal-audit prints what a superuser has to run.');
    return reports.some(({ fault }) => fault) ? 1 : 0;
  },
};

interface Wish {
  readonly agency?: string;
  readonly heads?: string;
  readonly archive?: string;
}

function wrongUsage(words: readonly string[], { agency, heads, archive }: Wish): string | null {
  if (words.length > 0) return 'The command takes no words.';
  if (agency !== undefined && !/^[A-Z0-9][A-Z0-9-]{0,19}$/.test(agency)) return '--agency takes the code of an agency, such as ALD.';
  if (heads !== undefined && !existsSync(heads)) return '--heads names no file.';
  return archive === undefined || existsSync(archive) ? null : '--archive names no folder.';
}

async function verify(ownHeads: string, { agency, heads, archive }: Wish): Promise<{ reports: ChainReport[] | undefined; sealed: boolean }> {
  const app = await NestFactory.createApplicationContext(VerifyAuditModule, { logger: false, abortOnError: false });
  try {
    const verification = app.get(AuditVerification);
    const outside = { heads: readHeads(heads ?? ownHeads), signer: new AuditSigner(app.get(KeyStore).purposeKey('AUDIT_SIGNING')), archive };
    return { reports: await verification.verify(outside, agency), sealed: await verification.isSealed() };
  } finally {
    await app.close();
  }
}

function tell({ agency, links, archived, archiveFollowed, heads, fault }: ChainReport, io: CliIo): void {
  const name = agency ?? '(no agency)';
  const before = archived === 0 ? '' : archiveFollowed ? `, the first ${archived} of them in archive files` : `; the first ${archived} of them are in the archive and were not looked at (--archive)`;
  if (fault) io.err(`${name}: BROKEN. ${fault.message}`);
  else io.out(`${name}: sound, ${links} rows${before}, compared with ${heads} signed heads.`);
}
