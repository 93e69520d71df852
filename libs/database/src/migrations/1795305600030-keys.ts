import { forwardOnly } from './forward-only';
import { acting, OWN, own, protect } from './protect';

const REWRAP = `
-- The agency whose data keys the unit of work in hand may meet, and whose alone: null for every other action.
create function hub.rewrapping() returns uuid language sql stable parallel safe
return case when hub.acting('keys.rotate', 'keys.inspect') then hub.setting('rewrapped_agency')::uuid end;
grant execute on function hub.rewrapping() to hub_app;

-- A rotation moves no date by which people see that a record changed.
create or replace function hub.touch() returns trigger language plpgsql as $$
begin
  if not hub.acting('keys.rotate') then
    new.updated_at := now();
  end if;
  return new;
end $$;

create function hub.rewrap_only() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - 'wrapped_key' is distinct from to_jsonb(old) - 'wrapped_key' then
    raise exception 'a rotation changes wrapped keys alone' using errcode = '42501';
  end if;
  return new;
end $$;

-- Every table with wrapped data keys: a rotation of an agency's key has to find and change them.
create function hub.keep_rewrappable(p_table regclass) returns void language plpgsql as $$
begin
  execute format('create policy rewrap_select on %s for select to hub_app using (agency_id = (select hub.rewrapping()))', p_table);
  execute format('create policy rewrap_update on %s for update to hub_app using (agency_id = (select hub.rewrapping()) and (select hub.acting(''keys.rotate'')))', p_table);
  execute format('create trigger rewrap_only before update on %s for each row when (hub.acting(''keys.rotate'')) execute function hub.rewrap_only()', p_table);
end $$;

do $$
declare
  sealed regclass;
begin
  for sealed in select a.attrelid::regclass from pg_catalog.pg_attribute a join pg_catalog.pg_class c on c.oid = a.attrelid
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'hub' and c.relkind = 'r' and a.attname = 'wrapped_key' and not a.attisdropped
  loop
    perform hub.keep_rewrappable(sealed);
  end loop;
end $$;
`;

const SHREDDING = `
-- Records whose keys two people had destroyed (trust.md FLD-6). What was destroyed lies in the key store, outside the database;
-- this says who decided it, and which rows to destroy again when an older copy of the key store is put back.
create table hub.shredding (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references hub.agency,
  subject_type text not null check (subject_type in ('CHILD', 'HOUSEHOLD')),
  subject_id uuid not null unique,
  reference text not null,
  reason text not null check (length(reason) between 10 and 500),
  requested_by uuid not null,
  requested_at timestamptz not null default now(),
  confirmed_by uuid,
  confirmed_at timestamptz,
  row_ids uuid[],
  check (confirmed_by <> requested_by),
  check ((confirmed_by is null) = (confirmed_at is null) and (confirmed_by is null) = (row_ids is null)),
  foreign key (requested_by, agency_id) references hub.app_user (id, agency_id),
  foreign key (confirmed_by, agency_id) references hub.app_user (id, agency_id)
);
create index shredding_agency on hub.shredding (agency_id);
`;

const PROTECTION = protect('hub.shredding', {
  policies: [
    own('select'),
    { name: 'request', on: 'insert', when: `${OWN} and ${acting('keys.requestShredding')}` },
    { name: 'confirm', on: 'update', when: `${OWN} and ${acting('keys.confirmShredding')}` },
    { name: 'inspect', on: 'select', when: acting('keys.inspect') },
  ],
  grant: 'select, insert, update',
});

/** Rotation of agencies' keys, and the destroying of records' keys. */
export const Keys = forwardOnly('Keys1795305600030', REWRAP + SHREDDING + PROTECTION);
