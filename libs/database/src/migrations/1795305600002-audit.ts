import { forwardOnly } from './forward-only';

const TABLES = `
create table audit.event (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  actor_id uuid,
  -- The agency that the row belongs to, not the actor's.
  agency_id uuid,
  action text,
  table_name text not null,
  row_id text,
  operation text not null check (operation in ('INSERT', 'UPDATE', 'DELETE')),
  before jsonb,
  after jsonb,
  request_id text
);
create index event_agency on audit.event (agency_id, at desc);
create index event_row on audit.event (row_id, table_name);

create table audit.access (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  actor_id uuid,
  -- The actor's agency.
  agency_id uuid,
  subject_agency_id uuid,
  action text not null,
  subject_type text check (subject_type in ('UNIT', 'CHILD', 'HOUSEHOLD', 'RUN', 'IMPORT', 'USER')),
  subject_reference text check (length(subject_reference) <= 40),
  stage text check (stage in ('S0', 'S1', 'OWN')),
  outcome text not null check (outcome in ('ALLOWED', 'REFUSED', 'FAILED')),
  request_id text
);
create index access_agency on audit.access (agency_id, at desc);
create index access_subject on audit.access (subject_agency_id, at desc) where subject_agency_id is not null;

-- Rows are added by the functions below, as the owner, and by nothing else. No policy allows anybody to
-- update or delete; the owner too is bound by FORCE.
alter table audit.event enable row level security;
alter table audit.event force row level security;
alter table audit.access enable row level security;
alter table audit.access force row level security;
create policy add on audit.event for insert to hub_owner with check (true);
create policy add on audit.access for insert to hub_owner with check (true);
create policy own_select on audit.event for select to hub_app
  using (agency_id = any(array(select hub.visible_agencies())));
-- The custodian of a record sees who looked at it, whatever agency they are of (trust.md AUD-7).
create policy own_select on audit.access for select to hub_app
  using (agency_id = any(array(select hub.visible_agencies())) or subject_agency_id = any(array(select hub.visible_agencies())));
grant select on audit.event, audit.access to hub_app;
`;

const TRIGGERS = `
create function audit.veil(p_row jsonb, p_sealed text[]) returns jsonb language sql immutable
return (
  select jsonb_object_agg(f.key, case when f.key = any (p_sealed) and f.value <> 'null' then '"(sealed)"' else f.value end)
  from jsonb_each(p_row) f
);

-- Arguments: key columns, sealed columns (only the fact of a change is kept), quiet columns; each joined by commas.
create function audit.note_change() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  sealed constant text[] := string_to_array(tg_argv[1], ',');
  quiet constant text[] := string_to_array(tg_argv[2], ',');
  was jsonb;
  becomes jsonb;
  whole jsonb;
begin
  if tg_op = 'UPDATE' then
    whole := to_jsonb(new);
    select jsonb_object_agg(o.key, o.value), jsonb_object_agg(o.key, whole -> o.key) into was, becomes
    from jsonb_each(to_jsonb(old)) o
    where o.value is distinct from whole -> o.key and o.key <> all (quiet) and o.key <> 'updated_at';
    if becomes is null then
      return null;
    end if;
  elsif tg_op = 'INSERT' then
    whole := to_jsonb(new);
    becomes := whole;
  else
    whole := to_jsonb(old);
    was := whole;
  end if;
  insert into audit.event (actor_id, agency_id, action, table_name, row_id, operation, before, after, request_id)
  values (hub.actor(), (whole ->> 'agency_id')::uuid, hub.setting('action'), tg_table_name,
    (select string_agg(whole ->> k.name, ':' order by k.at) from unnest(string_to_array(tg_argv[0], ',')) with ordinality k(name, at)),
    tg_op, audit.veil(was, sealed), audit.veil(becomes, sealed), hub.setting('request_id'));
  return null;
end $$;

create function audit.note_bulk() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into audit.event (actor_id, agency_id, action, table_name, operation, after, request_id)
  select hub.actor(), c.agency_id, hub.setting('action'), tg_table_name, tg_op,
    jsonb_build_object('rows', count(*)), hub.setting('request_id')
  from changed c group by c.agency_id;
  return null;
end $$;

create function audit.note_bulk_common() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into audit.event (actor_id, action, table_name, operation, after, request_id)
  select hub.actor(), hub.setting('action'), tg_table_name, tg_op, jsonb_build_object('rows', count(*)), hub.setting('request_id')
  from changed having count(*) > 0;
  return null;
end $$;

-- Sealed: every bytea, every hash, every blind index. Update triggers name the columns that matter, so that
-- a progress counter next to a sealed file does not unpack the file.
create function audit.watch(p_table regclass, p_quiet text[]) returns void language plpgsql as $$
declare
  keys text;
  sealed text;
  loud text;
begin
  select string_agg(a.attname, ',' order by array_position(i.indkey::int2[], a.attnum)) into keys
  from pg_catalog.pg_index i join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
  where i.indrelid = p_table and i.indisprimary;
  select string_agg(a.attname, ',') filter (where a.atttypid = 'bytea'::regtype or a.attname ~ '_(hash|index)$'),
    string_agg(quote_ident(a.attname), ', ') filter (where a.attname <> all (p_quiet) and a.attname <> 'updated_at')
  into sealed, loud
  from pg_catalog.pg_attribute a where a.attrelid = p_table and a.attnum > 0 and not a.attisdropped;
  execute format('create trigger audit after insert or delete or update of %s on %s for each row execute function audit.note_change(%L, %L, %L)',
    loud, p_table, keys, coalesce(sealed, ''), array_to_string(p_quiet, ','));
end $$;

create function audit.watch_bulk(p_table regclass) returns void language plpgsql as $$
declare
  note constant text := case when exists (
    select from pg_catalog.pg_attribute where attrelid = p_table and attname = 'agency_id' and not attisdropped
  ) then 'audit.note_bulk' else 'audit.note_bulk_common' end;
begin
  execute format('create trigger audit_insert after insert on %s referencing new table as changed for each statement execute function %s()', p_table, note);
  execute format('create trigger audit_update after update on %s referencing new table as changed for each statement execute function %s()', p_table, note);
  execute format('create trigger audit_delete after delete on %s referencing old table as changed for each statement execute function %s()', p_table, note);
end $$;
`;

/** The audit log: who changed what (by trigger) and who looked at what (by the unit of work). */
export const Audit = forwardOnly('Audit1795305600002', TABLES + TRIGGERS);
