// What is not hub_owner's own must not be run by functions that may write the log: hence no function of schema hub in these.
export const WRITERS = `
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

export const DOOR = `
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
