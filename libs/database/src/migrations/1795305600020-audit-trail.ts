import { DOOR, WRITERS } from './audit-trail-functions';
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
