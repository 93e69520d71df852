import { forwardOnly } from './forward-only';

/** Schemas, default privileges and the functions by which policies learn who acts. */
export const Foundation = forwardOnly('Foundation1795305600001', `
create schema hub;
create schema audit;
create schema bullmq;

grant usage on schema hub, audit, bullmq to hub_app, hub_backup;

-- A function is callable by those it is granted to, and by nobody else.
alter default privileges for role hub_owner revoke execute on functions from public;
alter default privileges for role hub_owner in schema hub grant select on tables to hub_backup;
alter default privileges for role hub_owner in schema hub grant select on sequences to hub_backup;
alter default privileges for role hub_owner in schema audit grant select on tables to hub_backup;
alter default privileges for role hub_owner in schema audit grant select on sequences to hub_backup;

-- The queue's own tables hold ids only; BullMQ makes them as hub_owner and works on them as hub_app.
alter default privileges for role hub_owner in schema bullmq grant all on tables to hub_app;
alter default privileges for role hub_owner in schema bullmq grant all on sequences to hub_app;
alter default privileges for role hub_owner in schema bullmq grant execute on functions to hub_app;
alter default privileges for role hub_owner in schema bullmq grant select on tables to hub_backup;
alter default privileges for role hub_owner in schema bullmq grant select on sequences to hub_backup;

-- After COMMIT a transaction-local setting reads as '' and not as null (trust.md 2.5): hence nullif.
create function hub.setting(p_key text) returns text language sql stable parallel safe
return nullif(current_setting('hub.' || p_key, true), '');

create function hub.actor() returns uuid language sql stable parallel safe
return hub.setting('actor_id')::uuid;

create function hub.own_agency() returns uuid language sql stable parallel safe
return hub.setting('agency_id')::uuid;

create function hub.has_context() returns boolean language sql stable parallel safe
return hub.setting('scope') is not null;

create function hub.acting(variadic p_actions text[]) returns boolean language sql stable parallel safe
return coalesce(hub.setting('action') = any (p_actions), false);

-- A set, so that policies can write = any(array(select …)) and later grants can widen it in one place.
create function hub.visible_agencies() returns setof uuid language sql stable parallel safe as
$$ select hub.own_agency() where hub.own_agency() is not null $$;

-- Membership and agreements are dated in local time.
create function hub.today() returns date language sql stable parallel safe
return (now() at time zone 'Europe/London')::date;

create function hub.this_transaction() returns bigint language sql volatile
return pg_current_xact_id()::text::bigint;

create function hub.touch() returns trigger language plpgsql as $$
begin
  new.updated_at := now();
  return new;
end $$;

create function hub.keep_touched(p_table regclass) returns void language plpgsql as $$
begin
  if exists (select from pg_catalog.pg_attribute where attrelid = p_table and attname = 'updated_at' and not attisdropped) then
    execute format('create trigger touch before update on %s for each row execute function hub.touch()', p_table);
  end if;
end $$;

grant execute on function hub.setting(text), hub.actor(), hub.own_agency(), hub.has_context(), hub.acting(text[]),
  hub.visible_agencies(), hub.today(), hub.this_transaction() to hub_app;
`);
