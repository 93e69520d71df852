import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A migration that waits little for locks, so that it never stops the service behind a long reader,
 * and that is never undone: a mistake is corrected by the next one (docs/adr/0006).
 * `name` ends in a 13-digit instant, by which TypeORM orders migrations.
 */
export function forwardOnly(name: string, sql: string): new () => MigrationInterface {
  return class implements MigrationInterface {
    readonly name = name;

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(`set local lock_timeout = '5s'; set local statement_timeout = '120s'; set local client_min_messages = 'warning';`);
      await runner.query(sql);
    }

    down(): Promise<void> {
      throw new Error(`${name} cannot be undone: write the next migration`);
    }
  };
}
