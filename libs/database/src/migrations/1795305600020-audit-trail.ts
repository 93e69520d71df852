import { forwardOnly } from './forward-only';
import { acting } from './protect';

const COLUMNS = `
-- What a look really showed, for what, under what, and from where (trust.md AUD-1). Names of fields, never their values.
alter table audit.access
  drop constraint access_subject_type_check, add constraint access_subject_type_check check (subject_type ~ '^[A-Z_]{2,20}$'),
  drop constraint access_stage_check, add constraint access_stage_check check (stage ~ '^(S[0-4]|OWN)$'),
  add column actor_roles text[],
  add column fields text[],
  add column row_count integer check (row_count >= 0),
  add column purpose text check (purpose ~ '^[A-Z_]{2,40}$'),
  add column reason text check (length(reason) between 1 and 1000),
  add column grant_reference text check (length(grant_reference) <= 40),
  add column agreement_reference text check (length(agreement_reference) <= 40),
  add column client_address inet,
  add constraint access_reason_purpose check (reason is null or purpose = 'BREAK_GLASS');
create index access_looked_at on audit.access (subject_reference, id desc) where subject_reference is not null;
create index access_beyond_card on audit.access (at) where stage <> 'S0';
create index access_actor on audit.access (actor_id, subject_agency_id);

create function audit.this_transaction() returns bigint language sql volatile
return pg_current_xact_id()::text::bigint;

-- Rows of one transaction are chained together when it commits.
alter table audit.access add column tx bigint not null default audit.this_transaction();
alter table audit.event add column tx bigint not null default audit.this_transaction();
create index access_tx on audit.access (tx);
create index event_tx on audit.event (tx);
`;

const CHAIN = `
-- docs/adr/0010. One chain for each agency; rows that belong to none are in that of the nil id.
create table audit.chain (
  agency_id uuid not null,
  seq bigint not null check (seq > 0),
  kind text not null check (kind in ('access', 'event')),
  row_id bigint not null,
  hash bytea not null check (length(hash) = 32),
  primary key (agency_id, seq),
  unique (kind, row_id)
);

create table audit.chain_head (
  agency_id uuid primary key,
  seq bigint not null,
  hash bytea not null check (length(hash) = 32)
);

-- What is hashed of a row: its columns that hold something, as jsonb writes them. A column that a later version adds
-- is null in older rows and does not change them.
create function audit.canonical(p_row jsonb) returns text language sql immutable
return (select jsonb_object_agg(f.key, f.value)::text from jsonb_each(p_row) f where f.value <> 'null'::jsonb);

-- All rows of the transaction in hand that are in no chain yet: agency by agency in one order, so that two transactions
-- never wait for each other's heads. Plans are kept from when the tables were empty: hence no sequential scan.
create function audit.link_all() returns void language plpgsql security invoker set search_path = '' set timezone = 'UTC' set enable_seqscan = off as $$
declare
  -- A volatile function in a condition would keep its index from being used.
  this constant bigint := audit.this_transaction();
  head audit.chain_head;
  entry record;
begin
  for entry in
    select p.agency_id, p.kind, p.row_id, audit.canonical(p.content) as content
    from (
      select coalesce(a.subject_agency_id, a.agency_id, '00000000-0000-0000-0000-000000000000') as agency_id, 'access' as kind, a.id as row_id, to_jsonb(a) as content
      from audit.access a where a.tx = this
      union all
      select coalesce(e.agency_id, '00000000-0000-0000-0000-000000000000'), 'event', e.id, to_jsonb(e)
      from audit.event e where e.tx = this
    ) p
    where not exists (select from audit.chain c where c.kind = p.kind and c.row_id = p.row_id)
    order by p.agency_id, p.kind desc, p.row_id
  loop
    if head.agency_id is distinct from entry.agency_id then
      update audit.chain_head h set seq = head.seq, hash = head.hash where h.agency_id = head.agency_id;
      insert into audit.chain_head values (entry.agency_id, 0, decode(repeat('00', 32), 'hex')) on conflict do nothing;
      select * into strict head from audit.chain_head h where h.agency_id = entry.agency_id for update;
    end if;
    head.seq := head.seq + 1;
    head.hash := sha256(head.hash || convert_to(entry.content, 'UTF8'));
    insert into audit.chain (agency_id, seq, kind, row_id, hash) values (entry.agency_id, head.seq, entry.kind, entry.row_id, head.hash);
  end loop;
  update audit.chain_head h set seq = head.seq, hash = head.hash where h.agency_id = head.agency_id;
end $$;

-- Runs at COMMIT, so that a head is locked for a moment only. The transaction's first row brings all others along.
create function audit.link() returns trigger language plpgsql security definer set search_path = '' set enable_seqscan = off as $$
begin
  if not exists (select from audit.chain c where c.kind = tg_table_name and c.row_id = new.id) then
    perform audit.link_all();
  end if;
  return null;
end $$;

create constraint trigger chain after insert on audit.access deferrable initially deferred for each row execute function audit.link();
create constraint trigger chain after insert on audit.event deferrable initially deferred for each row execute function audit.link();
`;

const DELIVERY = `
-- That an answer was sent. A look without it was recorded and never arrived (trust.md AUD-2).
create table audit.delivery (
  request_id text primary key check (length(request_id) <= 64),
  at timestamptz not null default clock_timestamp()
);

create function audit.deliver(p_requests text[]) returns void language sql security definer set search_path = '' as $$
  insert into audit.delivery (request_id) select distinct left(r.id, 64) from unnest(p_requests) r(id) on conflict do nothing
$$;
grant execute on function audit.deliver(text[]) to hub_app;
`;

// What is not hub_owner's own must not be run by functions that may write the log: hence no function of schema hub in these.
const WRITERS = `
create function audit.setting(p_key text) returns text language sql stable
return nullif(current_setting('hub.' || p_key, true), '');

create or replace function audit.note_change() returns trigger language plpgsql security definer set search_path = '' as $$
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
  values (audit.setting('actor_id')::uuid, (whole ->> 'agency_id')::uuid, audit.setting('action'), tg_table_name,
    (select string_agg(whole ->> k.name, ':' order by k.at) from unnest(string_to_array(tg_argv[0], ',')) with ordinality k(name, at)),
    tg_op, audit.veil(was, sealed), audit.veil(becomes, sealed), audit.setting('request_id'));
  return null;
end $$;

create or replace function audit.note_bulk() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into audit.event (actor_id, agency_id, action, table_name, operation, after, request_id)
  select audit.setting('actor_id')::uuid, c.agency_id, audit.setting('action'), tg_table_name, tg_op,
    jsonb_build_object('rows', count(*)), audit.setting('request_id')
  from changed c group by c.agency_id;
  return null;
end $$;

create or replace function audit.note_bulk_common() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into audit.event (actor_id, action, table_name, operation, after, request_id)
  select audit.setting('actor_id')::uuid, audit.setting('action'), tg_table_name, tg_op, jsonb_build_object('rows', count(*)), audit.setting('request_id')
  from changed having count(*) > 0;
  return null;
end $$;

-- Asks schema hub whose account it is, so it runs with the rights of its caller, who is hub_owner.
create or replace function audit.add_sign_in(p_user uuid, p_action text, p_outcome text, p_request text)
returns void language sql security invoker set search_path = '' as $$
  select audit.add_access(p_user, (select u.agency_id from hub.app_user u where u.id = p_user), null, p_action, 'USER', p_user::text, null, p_outcome, p_request)
$$;

-- One row of the access log. Who acts and what is done come from the context, the rest from hub.note_access alone.
create function audit.append(p_row jsonb, p_subject_agency uuid, p_agreement text)
returns void language plpgsql security definer set search_path = '' as $$
begin
  if audit.setting('action') is null then
    raise exception 'no unit of work' using errcode = '42501';
  end if;
  insert into audit.access (actor_id, actor_roles, agency_id, subject_agency_id, action, subject_type, subject_reference, stage, outcome, request_id,
    fields, row_count, purpose, reason, grant_reference, agreement_reference, client_address)
  values (audit.setting('actor_id')::uuid, string_to_array(audit.setting('roles'), ','), audit.setting('agency_id')::uuid, p_subject_agency,
    audit.setting('action'), p_row ->> 'type', p_row ->> 'reference', p_row ->> 'stage', p_row ->> 'outcome', audit.setting('request_id'),
    (select array_agg(f.name) from jsonb_array_elements_text(nullif(p_row -> 'fields', 'null')) f(name)), (p_row ->> 'count')::integer,
    p_row ->> 'purpose', p_row ->> 'reason', p_row ->> 'grant', p_agreement, (p_row ->> 'address')::inet);
end $$;
`;

const DOOR = `
drop function hub.enter(uuid, uuid, text, text, text, integer, text, text, text, text);
drop function audit.note_access(text, text, text, text);

create policy owner_select on hub.agreement for select to hub_owner using (true);
create policy owner_select on hub.agreement_party for select to hub_owner using (true);

-- The unit of work's first statement: the whole context, local to the transaction (trust.md RLS-5).
create function hub.enter(p_actor uuid, p_agency uuid, p_scope text, p_action text, p_roles text[], p_request text, p_timeout integer)
returns void language plpgsql as $$
begin
  perform set_config('hub.actor_id', coalesce(p_actor::text, ''), true), set_config('hub.agency_id', coalesce(p_agency::text, ''), true),
    set_config('hub.scope', p_scope, true), set_config('hub.action', p_action, true), set_config('hub.roles', array_to_string(p_roles, ','), true),
    set_config('hub.request_id', left(p_request, 64), true), set_config('statement_timeout', p_timeout::text, true);
end $$;

-- The roles of who acts. A set, to be asked once per query.
create function hub.own_roles() returns setof text language sql stable parallel safe as
$$ select unnest(string_to_array(hub.setting('roles'), ',')) $$;

-- The last statement before COMMIT: the rows of the access log. Whose record it is and which agreement covers the look
-- is found here, past row-level security, and told to nobody but the log.
create function hub.note_access(p_rows jsonb) returns void language plpgsql security definer set search_path = '' as $$
declare
  entry jsonb;
  subject_agency uuid;
  agreement text;
begin
  if not hub.has_context() then
    raise exception 'no unit of work' using errcode = '42501';
  end if;
  for entry in select r.value from jsonb_array_elements(p_rows) r loop
    subject_agency := case entry ->> 'type'
      when 'UNIT' then (select u.agency_id from hub.unit u where u.reference = entry ->> 'reference')
      when 'CHILD' then (select c.agency_id from hub.child c where c.reference = entry ->> 'reference')
      when 'HOUSEHOLD' then (select h.agency_id from hub.household h where h.reference = entry ->> 'reference')
    end;
    agreement := entry ->> 'agreement';
    if agreement is null and entry ->> 'outcome' = 'ALLOWED' and subject_agency <> hub.own_agency() then
      select a.reference into agreement
      from hub.agreement_party mine
      join hub.agreement_party theirs on theirs.agreement_id = mine.agreement_id and theirs.agency_id = subject_agency
      join hub.agreement a on a.id = mine.agreement_id
      where mine.agency_id = hub.own_agency() and a.purpose = 'FAMILY_FINDING' and a.starts_on <= hub.today() and (a.ends_on is null or a.ends_on > hub.today())
      order by a.starts_on desc, a.reference limit 1;
    end if;
    perform audit.append(entry, subject_agency, agreement);
  end loop;
end $$;
grant execute on function hub.enter(uuid, uuid, text, text, text[], text, integer), hub.own_roles(), hub.note_access(jsonb) to hub_app;
`;

const READERS = acting('audit.whoLooked', 'audit.search');
const ALL_ROWS = acting('audit.verify');

const PROTECTION = `
alter table audit.chain enable row level security;
alter table audit.chain force row level security;
alter table audit.chain_head enable row level security;
alter table audit.chain_head force row level security;
alter table audit.delivery enable row level security;
alter table audit.delivery force row level security;

-- What the functions above need; FORCE binds the owner too. Nothing updates or deletes but a head, which moves on.
create policy link_select on audit.access for select to hub_owner using (true);
create policy link_select on audit.event for select to hub_owner using (true);
create policy add on audit.chain for insert to hub_owner with check (true);
create policy link_select on audit.chain for select to hub_owner using (true);
create policy link on audit.chain_head for all to hub_owner using (true) with check (true);
create policy add on audit.delivery for insert to hub_owner with check (true);
create policy add_select on audit.delivery for select to hub_owner using (true);

-- The log is read by those who answer for it, and in no other action.
drop policy own_select on audit.access;
drop policy own_select on audit.event;
create policy own_select on audit.access for select to hub_app
  using (${READERS} and (agency_id = any(array(select hub.visible_agencies())) or subject_agency_id = any(array(select hub.visible_agencies()))));
create policy own_select on audit.event for select to hub_app
  using (${READERS} and agency_id = any(array(select hub.visible_agencies())));
create policy read on audit.delivery for select to hub_app using (${READERS});
create policy watch on audit.access for select to hub_app using (${acting('audit.watch')});
create policy verify on audit.access for select to hub_app using (${ALL_ROWS});
create policy verify on audit.event for select to hub_app using (${ALL_ROWS});
create policy verify on audit.chain for select to hub_app using (${ALL_ROWS});
create policy verify on audit.chain_head for select to hub_app using (${acting('audit.verify', 'audit.watch')});
grant select on audit.chain, audit.chain_head, audit.delivery to hub_app;

-- The names of those who looked at the own agency's records, whatever agency they are of.
create policy looked on hub.app_user for select to hub_app
  using (${READERS} and exists (
    select from audit.access l where l.actor_id = app_user.id and l.subject_agency_id = any(array(select hub.visible_agencies()))));
`;

/** The access log says what was shown, each agency's rows are chained, and deliveries are noted. */
export const AuditTrail = forwardOnly('AuditTrail1795305600020', COLUMNS + CHAIN + DELIVERY + WRITERS + DOOR + PROTECTION);
