import type { DataSource } from 'typeorm';
import { PlainError } from '@hub/platform/plain-error';
import { requestId } from './request-id';

/** Writes an access row, has it chained, and takes it back. Throws where any of it cannot be done (trust.md AUD-3). */
export async function tryAuditSink(source: DataSource): Promise<void> {
  const runner = source.createQueryRunner();
  try {
    await runner.startTransaction();
    await runner.query(`select hub.enter(null, null, 'own', 'health.check', array[]::text[], $1, 2000)`, [requestId()]);
    await runner.query(`select hub.note_access('[{"outcome": "ALLOWED"}]')`);
    await runner.query('set constraints all immediate');
  } finally {
    await runner.rollbackTransaction().catch(() => undefined);
    await runner.release();
  }
}

/** A hub without a log shows nothing, so it does not start either. */
export async function assertAuditSink(source: DataSource): Promise<void> {
  try {
    await tryAuditSink(source);
  } catch {
    throw new PlainError('The access log cannot be written, so the hub does not start. Run hub migrate; if that does not help, docs/operations.md, The access log, tells what to look at.');
  }
}
