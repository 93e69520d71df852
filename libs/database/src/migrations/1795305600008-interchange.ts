import { forwardOnly } from './forward-only';
import { acting, own, protect } from './protect';

const TABLES = `
create table hub.import_batch (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references hub.agency,
  reference text not null unique,
  kind text not null check (kind in ('ANNEX_A', 'PROFILE_SHEET', 'PLACES')),
  status text not null default 'QUEUED' check (status in ('QUEUED', 'CHECKING', 'CHECKED', 'APPLYING', 'APPLIED', 'FAILED', 'DISCARDED')),
  progress smallint not null default 0 check (progress between 0 and 100),
  step text,
  file_hash text not null,
  requested_by uuid not null,
  wrapped_key bytea not null,
  file_name bytea,
  file bytea,
  -- Sealed like the file: it quotes bad values.
  report bytea,
  counts jsonb,
  error_code text,
  only_if_all_good boolean not null default false,
  requested_at timestamptz not null default now(),
  checked_at timestamptz,
  applied_at timestamptz,
  updated_at timestamptz not null default now(),
  foreign key (requested_by, agency_id) references hub.app_user (id, agency_id)
);
create index import_batch_agency on hub.import_batch (agency_id, requested_at desc);

-- Sealed already, hence incompressible: do not try on each of ten megabytes.
alter table hub.import_batch alter column file set storage external, alter column report set storage external;

create table hub.outbox (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  queue text not null,
  -- Ids only: a queue is no place for a child's details.
  payload jsonb not null,
  created_at timestamptz not null default clock_timestamp(),
  -- The transaction that left the job: it may read back what it wrote, and nothing else.
  put_in bigint not null default hub.this_transaction()
);
create index outbox_created on hub.outbox (created_at);
`;

const SIGNAL = `
-- Wakes the relay when the transaction commits; it polls as well.
create function hub.signal_outbox() returns trigger language plpgsql as $$
begin
  perform pg_catalog.pg_notify('hub_outbox', '');
  return null;
end $$;
create trigger signal after insert on hub.outbox for each statement execute function hub.signal_outbox();
`;

const PROTECTION = [
  protect('hub.import_batch', {
    policies: [
      own(),
      { name: 'job_select', on: 'select', when: acting('imports.execute') },
      { name: 'job_update', on: 'update', when: acting('imports.execute') },
    ],
    grant: 'select, insert, update', quiet: ['progress', 'step'],
  }),
  // Whoever acts may leave a job; only the relay sees and takes them.
  protect('hub.outbox', {
    policies: [
      { name: 'leave', on: 'insert', when: '(select hub.has_context())' },
      { name: 'leave_select', on: 'select', when: '(select hub.has_context()) and put_in = (select hub.this_transaction())' },
      { name: 'relay_select', on: 'select', when: acting('outbox.relay') },
      { name: 'relay_delete', on: 'delete', when: acting('outbox.relay') },
    ],
    // Locking rows with "for update skip locked" needs the privilege and a policy for update.
    grant: 'select, insert, update, delete', bulk: true,
  }),
  `create policy relay_update on hub.outbox for update to hub_app using (${acting('outbox.relay')}) with check (false);`,
].join('\n');

const DOOR = `
-- The access row of the unit of work in hand. Who acts and what is done come from the context, never from the caller.
create function audit.note_access(p_outcome text, p_type text, p_reference text, p_stage text)
returns void language plpgsql security definer set search_path = '' as $$
declare
  subject_agency uuid;
begin
  if hub.setting('action') is null then
    raise exception 'no unit of work' using errcode = '42501';
  end if;
  if p_type = 'UNIT' then
    select u.agency_id into subject_agency from hub.unit u where u.reference = p_reference;
  elsif p_type = 'CHILD' then
    select c.agency_id into subject_agency from hub.child c where c.reference = p_reference;
  elsif p_type = 'HOUSEHOLD' then
    select h.agency_id into subject_agency from hub.household h where h.reference = p_reference;
  end if;
  perform audit.add_access(hub.actor(), hub.own_agency(), subject_agency, hub.setting('action'), p_type, p_reference, p_stage, p_outcome, hub.setting('request_id'));
end $$;
grant execute on function audit.note_access(text, text, text, text) to hub_app;

-- The unit of work's first statement: the whole context, and the access row where p_outcome is given.
-- All settings are local to the transaction (trust.md RLS-5).
create function hub.enter(p_actor uuid, p_agency uuid, p_scope text, p_action text, p_request text, p_timeout integer,
  p_outcome text, p_type text, p_reference text, p_stage text)
returns void language plpgsql as $$
begin
  perform set_config('hub.actor_id', coalesce(p_actor::text, ''), true), set_config('hub.agency_id', coalesce(p_agency::text, ''), true),
    set_config('hub.scope', p_scope, true), set_config('hub.action', p_action, true), set_config('hub.request_id', left(p_request, 64), true),
    set_config('statement_timeout', p_timeout::text, true);
  if p_outcome is not null then
    perform audit.note_access(p_outcome, p_type, p_reference, p_stage);
  end if;
end $$;
grant execute on function hub.enter(uuid, uuid, text, text, text, integer, text, text, text, text) to hub_app;
`;

/** Imports, the outbox, and the function through which every unit of work enters. */
export const Interchange = forwardOnly('Interchange1795305600008', TABLES + SIGNAL + PROTECTION + DOOR);
