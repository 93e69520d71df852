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

const USAGE = `hub verify-audit [--agency CODE] [--heads FILE] [--json]

Recomputes the chain of each agency's rows in the access log and names the first row that was altered, taken out or moved, and a
tail that was cut. --heads FILE (or a folder): compares with the signed heads that the worker writes; without it with those of
HUB_AUDIT_HEADS_DIR. Exit code 0: sound, 1: broken, 2: wrong usage.`;

@Module({ imports: [PlatformModule, DatabaseModule, AuditModule] })
class VerifyAuditModule {}

export const verifyAuditCommand: Command = {
  name: 'verify-audit',
  summary: 'Verify the access log',
  async run(args, io) {
    const given = readOptions(args, io, USAGE, { agency: { type: 'string' }, heads: { type: 'string' }, json: { type: 'boolean' } });
    if (typeof given === 'number') return given;
    const { agency, heads, json } = given.values as { agency?: string; heads?: string; json?: boolean };
    if (given.words.length > 0 || (agency !== undefined && !/^[A-Z0-9][A-Z0-9-]{0,19}$/.test(agency)) || (heads !== undefined && !existsSync(heads))) {
      io.err(given.words.length > 0 ? 'The command takes no words.' : heads !== undefined && !existsSync(heads) ? '--heads names no file.' : '--agency takes the code of an agency, such as ALD.');
      io.err(USAGE.split('\n')[0] ?? '');
      return 2;
    }
    const { reports, sealed } = await withDatabase((config) => verify(heads ?? config.auditHeadsDir, agency));
    if (!reports) throw new PlainError(`There is no chain of the agency ${agency}.`);
    if (json) io.out(JSON.stringify(reports, null, 1));
    else for (const report of reports) tell(report, io);
    if (!sealed) io.err('The log is not sealed: hub_owner could change it. hub seal-audit prints what a superuser has to run.');
    return reports.some(({ fault }) => fault) ? 1 : 0;
  },
};

async function verify(heads: string, agency: string | undefined): Promise<{ reports: ChainReport[] | undefined; sealed: boolean }> {
  const app = await NestFactory.createApplicationContext(VerifyAuditModule, { logger: false, abortOnError: false });
  try {
    const verification = app.get(AuditVerification);
    return { reports: await verification.verify({ heads: readHeads(heads), signer: new AuditSigner(app.get(KeyStore).purposeKey('AUDIT_SIGNING')) }, agency), sealed: await verification.isSealed() };
  } finally {
    await app.close();
  }
}

function tell({ agency, links, heads, fault }: ChainReport, io: CliIo): void {
  const name = agency ?? '(no agency)';
  if (fault) io.err(`${name}: BROKEN. ${fault.message}`);
  else io.out(`${name}: sound, ${links} rows, compared with ${heads} signed heads.`);
}
