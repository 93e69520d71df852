import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import type { ClientBase } from 'pg';
import { DataSource, type QueryRunner } from 'typeorm';
import { ACTIONS, assertCan, type Action, type Scope, type Stage } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import { looksLikeReference } from '@hub/domain/access/reference';
import { DomainError } from '@hub/domain/errors';
import { translate } from './database-error';
import { requestId } from './request-id';
import type { Tx } from './tx';

/** Whom or what the access log names. */
export interface About {
  readonly type: 'UNIT' | 'CHILD' | 'HOUSEHOLD' | 'RUN' | 'IMPORT' | 'USER';
  readonly reference: string;
  readonly stage?: Stage;
}

type Outcome = 'ALLOWED' | 'REFUSED' | 'FAILED';

interface Deed {
  readonly actor: Actor;
  readonly action: Action;
  readonly about: About | undefined;
}

const SECOND = 1000;
const TIMEOUT = 10 * SECOND;
const LONG_TIMEOUT = 120 * SECOND;

const inside = new AsyncLocalStorage<true>();

/**
 * THE door to the data (docs/adr/0002): authorises, opens the transaction, tells row-level security and
 * the audit trigger who acts, writes the access log, runs the work, commits. Nothing else gets a `Tx`.
 */
@Injectable()
export class UnitOfWork {
  constructor(private readonly source: DataSource) {}

  async run<T>(actor: Actor, action: Action, work: (tx: Tx) => Promise<T>, about?: About): Promise<T> {
    // A nested run takes a second connection and can starve the pool: compose functions that take `tx`.
    if (inside.getStore()) throw new Error(`${action}: a unit of work inside a unit of work`);
    const deed: Deed = { actor, action, about };
    try {
      assertCan(actor, action);
    } catch (refusal) {
      await this.note(deed, 'REFUSED');
      throw refusal;
    }
    try {
      return await inside.run(true, () => this.transact(deed, outcomeOf(action), work));
    } catch (error) {
      const known = translate(error);
      if (ACTIONS[action].audited && !isAuditFailure(known)) await this.note(deed, isRefusal(known) ? 'REFUSED' : 'FAILED');
      throw known;
    }
  }

  private async transact<T>(deed: Deed, outcome: Outcome | null, work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    const client = (await runner.connect()) as ClientBase;
    try {
      await runner.startTransaction();
      await enter(runner, deed, outcome);
      const result = await work(runner.manager);
      // COMMIT of a transaction in which a statement failed rolls back without an error: no data may
      // leave then, because its access row is gone too.
      const end = await client.query('COMMIT');
      if (end.command !== 'COMMIT') throw new Error('A failed statement was swallowed inside a unit of work');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((broken: Error) => discard(runner, broken));
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** A refusal's row is committed on its own, for the work's transaction is rolled back or was never opened. */
  private async note(deed: Deed, outcome: Outcome): Promise<void> {
    try {
      await this.transact(deed, outcome, () => Promise.resolve());
    } catch {
      throw auditUnavailable();
    }
  }
}

/** A connection that cannot even roll back must not carry its context to the next request. */
async function discard(runner: QueryRunner, error: Error): Promise<void> {
  // TypeORM's public `release` puts the connection back into the pool whatever its state.
  await (runner as unknown as { releasePostgresConnection(error: Error): Promise<void> }).releasePostgresConnection(error);
}

/** One statement sets the whole context and writes the access row; both end with the transaction. */
async function enter(runner: QueryRunner, { actor, action, about }: Deed, outcome: Outcome | null): Promise<void> {
  const rule = ACTIONS[action];
  // Whoever was refused enters at no wider scope than their own, only to leave the trace.
  const scope: Scope = outcome === 'REFUSED' || outcome === 'FAILED' ? 'own' : rule.scope;
  const timeout = rule.roles === 'SYSTEM' || action === 'imports.apply' ? LONG_TIMEOUT : TIMEOUT;
  const subject = about && looksLikeReference(about.reference) ? about.reference : null;
  try {
    await runner.query(`select set_config('hub.reach', $11, true), set_config('hub.opens', $12, true), hub.enter($1::uuid, $2::uuid, $3, $4, $5, $6, $7, $8, $9, $10)`, [
      actor.userId || null, actor.agencyId || null, scope, action, requestId(), timeout,
      outcome, about?.type ?? null, subject, about?.stage ?? rule.stage ?? null, rule.partners ?? '', rule.opens ?? '',
    ]);
  } catch (error) {
    throw outcome === null ? error : auditUnavailable();
  }
}

const outcomeOf = (action: Action): Outcome | null => (ACTIONS[action].audited ? 'ALLOWED' : null);

const auditUnavailable = (): DomainError =>
  new DomainError('AUDIT_UNAVAILABLE', 'The access log cannot be written, so nothing is shown. Try again later.');

const isAuditFailure = (error: unknown): boolean => error instanceof DomainError && error.code === 'AUDIT_UNAVAILABLE';

/** A hidden row answers "not found"; in the log that is a refusal (trust.md AUD-1). */
const isRefusal = (error: unknown): boolean =>
  error instanceof DomainError && (error.code === 'FORBIDDEN' || error.code === 'NOT_FOUND');
