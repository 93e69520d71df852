import { Client } from 'pg';

/**
 * Hands the log over to a role that nobody signs in with, so that neither the serving role nor the one that migrates can
 * change, empty, disable or drop it (trust.md AUD-4). Only a superuser can; running it again changes nothing.
 */
export const SEAL_AUDIT = `
do $$
declare
  each record;
begin
  if not exists (select from pg_catalog.pg_roles where rolname = 'hub_auditor') then
    create role hub_auditor nologin nosuperuser nobypassrls nocreaterole nocreatedb noinherit;
  end if;
  if exists (select from pg_catalog.pg_auth_members m where 'hub_auditor' in (m.roleid::regrole::text, m.member::regrole::text)) then
    raise exception 'hub_auditor is a member of a role, or has members: revoke that first';
  end if;
  alter schema audit owner to hub_auditor;
  for each in select c.oid::regclass as name from pg_catalog.pg_class c where c.relnamespace = 'audit'::regnamespace and c.relkind = 'r' loop
    execute format('alter table %s owner to hub_auditor', each.name);
  end loop;
  for each in select p.oid::regprocedure as name from pg_catalog.pg_proc p where p.pronamespace = 'audit'::regnamespace loop
    execute format('alter function %s owner to hub_auditor', each.name);
  end loop;
  for each in select p.polname as name, p.polrelid::regclass as place from pg_catalog.pg_policy p join pg_catalog.pg_class c on c.oid = p.polrelid
    where c.relnamespace = 'audit'::regnamespace and p.polroles = array['hub_owner'::regrole::oid] loop
    execute format('alter policy %I on %s to hub_auditor', each.name, each.place);
  end loop;
end $$;
-- hub_owner keeps what later migrations and the sign-in need: to have a table watched, and to add rows.
grant usage on schema audit to hub_owner, hub_app, hub_backup;
grant execute on all functions in schema audit to hub_owner;
grant select on all tables in schema audit to hub_owner;
`;

/** Gives the log back to hub_owner for as long as a migration needs that changes its tables. Only a superuser can; seal it again at once. */
export const OPEN_AUDIT = `
do $$
declare
  each record;
begin
  alter schema audit owner to hub_owner;
  for each in select c.oid::regclass as name from pg_catalog.pg_class c where c.relnamespace = 'audit'::regnamespace and c.relkind = 'r' loop
    execute format('alter table %s owner to hub_owner', each.name);
  end loop;
  for each in select p.oid::regprocedure as name from pg_catalog.pg_proc p where p.pronamespace = 'audit'::regnamespace loop
    execute format('alter function %s owner to hub_owner', each.name);
  end loop;
  for each in select p.polname as name, p.polrelid::regclass as place from pg_catalog.pg_policy p join pg_catalog.pg_class c on c.oid = p.polrelid
    where c.relnamespace = 'audit'::regnamespace and p.polroles <> array['hub_app'::regrole::oid] loop
    execute format('alter policy %I on %s to hub_owner', each.name, each.place);
  end loop;
end $$;
`;

/** True where schema audit belongs to the auditor. Any role may ask. */
export const IS_SEALED = `select pg_catalog.pg_get_userbyid(nspowner) = 'hub_auditor' as sealed from pg_catalog.pg_namespace where nspname = 'audit'`;

/** For a server that is the hub's own; elsewhere its administrator runs what `hub seal-audit` prints. */
export const sealAudit = (superuserUrl: string, database: string): Promise<void> => asSuperuser(superuserUrl, database, SEAL_AUDIT);

export const openAudit = (superuserUrl: string, database: string): Promise<void> => asSuperuser(superuserUrl, database, OPEN_AUDIT);

async function asSuperuser(superuserUrl: string, database: string, sql: string): Promise<void> {
  const url = new URL(superuserUrl);
  url.pathname = `/${encodeURIComponent(database)}`;
  const client = new Client({ connectionString: url.toString() });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
