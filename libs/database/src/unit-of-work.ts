import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import type { ClientBase } from 'pg';
import { DataSource, type QueryRunner } from 'typeorm';
import { ACTIONS, assertCan, type Action, type Scope } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import { DomainError } from '@hub/domain/errors';
import type { Logger } from '@hub/platform/logger';
import { closing, type About, type Deed, type Outcome, type Shown } from './access-row';
import { collisionOf, sqlStateOf, translate } from './database-error';
import { markRecorded, requestId } from './request-id';
import type { Tx } from './tx';

export type { About, Shown };

const SECOND = 1000;
const TIMEOUT = 10 * SECOND;
const LONG_TIMEOUT = 120 * SECOND;

const inside = new AsyncLocalStorage<Deed>();

/** Says inside a unit of work what it really shows. A later call adds to an earlier one, or puts right what that said. */
export function shown(what: Shown): void {
  const deed = inside.getStore();
  if (!deed) throw new Error('Something was shown outside a unit of work');
  deed.shown = { ...deed.shown, ...what };
}

/**
 * THE door to the data (docs/adr/0002): authorises, opens the transaction, tells row-level security and
 * the audit trigger who acts, runs the work, writes the access log, commits. Nothing else gets a `Tx`, and
 * no answer leaves before its row of the log is committed.
 */
@Injectable()
export class UnitOfWork {
  /** `mails`: this hub sends mails, so that what happens may promise some. `logger`: learns where two writers met. */
  constructor(private readonly source: DataSource, private readonly mails = false, private readonly logger?: Logger) {}

  async run<T>(actor: Actor, action: Action, work: (tx: Tx) => Promise<T>, about?: About): Promise<T> {
    // A nested run takes a second connection and can starve the pool: compose functions that take `tx`.
    if (inside.getStore()) throw new Error(`${action}: a unit of work inside a unit of work`);
    const deed: Deed = { actor, action, about, shown: {} };
    try {
      assertCan(actor, action);
    } catch (refusal) {
      await this.note(deed, 'REFUSED');
      throw refusal;
    }
    try {
      return await inside.run(deed, () => this.transact(deed, outcomeOf(action), work));
    } catch (error) {
      const known = translate(error);
      const collision = collisionOf(error);
      if (collision) this.logger?.event('warn', 'collision', { action, ...collision });
      if (ACTIONS[action].audited && !isAuditFailure(known)) await this.note(deed, isRefusal(known) ? 'REFUSED' : 'FAILED');
      throw known;
    }
  }

  private async transact<T>(deed: Deed, outcome: Outcome | null, work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    const client = (await runner.connect()) as ClientBase;
    try {
      await runner.startTransaction();
      await enter(runner, deed, outcome, this.mails);
      const result = await work(runner.manager);
      await (outcome === null ? commit(client) : record(client, closing(deed, outcome)));
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
      await this.transact({ ...deed, shown: {} }, outcome, () => Promise.resolve());
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

/** COMMIT of a transaction in which a statement failed rolls back without an error: no data may leave then. */
async function commit(client: ClientBase): Promise<void> {
  const end = await client.query('COMMIT');
  if (end.command !== 'COMMIT') throw swallowed();
}

const IN_FAILED_TRANSACTION = '25P02';

/** Whatever goes wrong from here on is the log's: its row, its chain, or the COMMIT of both (trust.md AUD-2). */
async function record(client: ClientBase, statement: string): Promise<void> {
  try {
    await client.query(statement);
  } catch (error) {
    throw sqlStateOf(error) === IN_FAILED_TRANSACTION ? swallowed() : auditUnavailable();
  }
  markRecorded();
}

const swallowed = (): Error => new Error('A failed statement was swallowed inside a unit of work');

/** One statement sets the whole context, which ends with the transaction. */
async function enter(runner: QueryRunner, { actor, action }: Deed, outcome: Outcome | null, mails: boolean): Promise<void> {
  const rule = ACTIONS[action];
  // Whoever was refused enters at no wider scope than their own, only to leave the trace.
  const scope: Scope = outcome === 'REFUSED' || outcome === 'FAILED' ? 'own' : rule.scope;
  const timeout = rule.roles === 'SYSTEM' || action === 'imports.apply' ? LONG_TIMEOUT : TIMEOUT;
  await runner.query(`select set_config('hub.reach', $8, true), set_config('hub.opens', $9, true), set_config('hub.mails', $10, true), hub.enter($1::uuid, $2::uuid, $3, $4, $5::text[], $6, $7)`, [
    actor.userId || null, actor.agencyId || null, scope, action, actor.roles, requestId(), timeout, rule.partners ?? '', rule.opens ?? '', mails ? 'on' : '',
  ]);
}

const outcomeOf = (action: Action): Outcome | null => (ACTIONS[action].audited ? 'ALLOWED' : null);

const auditUnavailable = (): DomainError =>
  new DomainError('AUDIT_UNAVAILABLE', 'The access log cannot be written, so nothing is shown. Try again later.');

const isAuditFailure = (error: unknown): boolean => error instanceof DomainError && error.code === 'AUDIT_UNAVAILABLE';

/** A hidden row answers "not found"; in the log that is a refusal (trust.md AUD-1). */
const isRefusal = (error: unknown): boolean =>
  error instanceof DomainError && (error.code === 'FORBIDDEN' || error.code === 'NOT_FOUND');
