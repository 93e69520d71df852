import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MIGRATIONS } from './migrations';
import { tryAuditSink } from './audit-sink';

/** What must hold before anything is served (trust.md REL-12, AUD-3). Each check is false or an error where it does not. */
@Injectable()
export class Readiness {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  async databaseAnswers(): Promise<boolean> {
    await this.source.query('select 1');
    return true;
  }

  /** At least this program's own migrations: a newer program may have brought more (expand, then contract). */
  async isMigrated(): Promise<boolean> {
    const applied: { name: string }[] = await this.source.query('select name from migration.applied');
    const names = new Set(applied.map(({ name }) => name));
    return MIGRATIONS.every((migration) => names.has(new migration().name ?? ''));
  }

  async auditIsWritable(): Promise<boolean> {
    await tryAuditSink(this.source);
    return true;
  }
}
