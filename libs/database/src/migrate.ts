import { DataSource } from 'typeorm';
import { PlainError } from '@hub/platform/plain-error';
import { owning } from './data-source';
import { APP, BACKUP, OWNER } from './roles';

export interface MigrateOptions {
  readonly log?: (line: string) => void;
}

/** Only one process migrates at a time, whichever starts first. */
const LOCK = '7205759403792793';

/** Brings the database to the newest schema; does nothing when it is there. BullMQ's own tables are the queue's. */
export async function migrate(ownerUrl: string, { log = () => undefined }: MigrateOptions = {}): Promise<void> {
  const source = await owning(ownerUrl).initialize();
  try {
    await source.query(`select pg_advisory_lock(${LOCK})`);
    await assertOwner(source);
    await ensureRoles(source, log);
    await source.query('create schema if not exists migration');
    const done = await source.runMigrations({ transaction: 'each' });
    // Names only: readiness compares them with the program's own list.
    await source.query(`grant usage on schema migration to ${APP}; grant select on migration.applied to ${APP}`);
    for (const { name } of done) log(`migrated ${name}`);
  } finally {
    await source.destroy();
  }
}

/** Whether `migrate` would do anything to a database that it has migrated before. */
export async function isBehind(ownerUrl: string): Promise<boolean> {
  const source = await owning(ownerUrl).initialize();
  try {
    return await source.showMigrations();
  } finally {
    await source.destroy();
  }
}

async function assertOwner(source: DataSource): Promise<void> {
  const [me] = (await source.query('select current_user::text as name, has_database_privilege(current_database(), \'CREATE\') as creates, current_setting(\'server_version_num\')::int as version')) as
    { name: string; creates: boolean; version: number }[];
  if (!me || me.version < 150000) throw new PlainError('PostgreSQL 15 or later is needed.');
  // Policies name the role, so another one would be shut out of its own functions.
  if (me.name !== OWNER) throw new PlainError(`DATABASE_OWNER_URL must sign in as ${OWNER}, not as ${me.name}.`);
  if (!me.creates) throw new PlainError(`${OWNER} may not create schemas in this database. Make it the owner: alter database … owner to ${OWNER}.`);
}

async function ensureRoles(source: DataSource, log: (line: string) => void): Promise<void> {
  const wanted = [
    { role: APP, options: 'login nosuperuser nobypassrls nocreaterole nocreatedb noinherit' },
    { role: BACKUP, options: 'login nosuperuser bypassrls nocreaterole nocreatedb' },
  ];
  const missing: typeof wanted = [];
  for (const { role, options } of wanted) {
    const found = (await source.query('select from pg_catalog.pg_roles where rolname = $1', [role])) as unknown[];
    if (found.length > 0) continue;
    await source.query(`create role ${role} ${options}`).then(() => log(`created role ${role}; give it a password`), () => missing.push({ role, options }));
  }
  if (missing.length === 0) return;
  const statements = missing.map(({ role, options }) => `create role ${role} ${options} password '…';`).join(' ');
  throw new PlainError(`These roles are missing, and ${OWNER} may not create them: ${missing.map(({ role }) => role).join(', ')}. As a superuser run: ${statements}`);
}
