import { DataSource } from 'typeorm';
import { PlainError } from '@hub/platform/plain-error';

export const OWNER = 'hub_owner';
export const APP = 'hub_app';
export const BACKUP = 'hub_backup';

const DANGERS = `
select r.rolsuper as superuser, r.rolbypassrls as bypass, r.rolcreaterole as grants,
  exists (select from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
          where n.nspname in ('hub', 'audit', 'bullmq', 'migration') and pg_has_role(r.oid, c.relowner, 'member')) as owns,
  exists (select from pg_catalog.pg_roles o
          where o.oid <> r.oid and pg_has_role(r.oid, o.oid, 'member') and (o.rolsuper or o.rolbypassrls or o.rolcreaterole)) as inherits,
  to_regprocedure('hub.enter(uuid,uuid,text,text,text[],text,integer)') is not null as migrated
from pg_catalog.pg_roles r where r.rolname = current_user`;

const WORDS: Readonly<Record<string, string>> = {
  superuser: 'is a superuser',
  bypass: 'has BYPASSRLS',
  grants: 'may create roles',
  owns: 'owns tables of the hub, or is a member of the role that does',
  inherits: 'is a member of a role with such rights',
};

/**
 * Row-level security binds nobody who can step around it (trust.md RLS-2), so the hub does not start with
 * such a role.
 */
export async function assertSafeRole(source: DataSource): Promise<void> {
  const [found] = (await source.query(DANGERS)) as Record<string, boolean>[];
  const wrong = Object.keys(WORDS).filter((key) => found?.[key]);
  if (wrong.length > 0) {
    throw new PlainError(`DATABASE_URL signs in as a role that ${wrong.map((key) => WORDS[key]).join(', ')}. Use ${APP}.`);
  }
  if (!found?.migrated) throw new PlainError('The database is not migrated, or DATABASE_URL signs in as a role without rights on it.');
}
