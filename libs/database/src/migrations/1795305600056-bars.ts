import { forwardOnly } from './forward-only';
import { acting, forOwner, OWN, protect, unbarred } from './protect';

const TABLES = `
-- A person who must not meet a case: of the own or another agency, known to the hub or not.
create table hub.bar (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references hub.agency,
  unit_id uuid,
  household_id uuid,
  wrapped_key bytea not null,
  email bytea not null,
  -- Compared with the addresses of accounts. Salted for each bar, so that no two bars can be told to name the same person.
  salt bytea not null check (length(salt) = 16),
  email_hash text not null check (email_hash ~ '^[0-9a-f]{64}$'),
  reason bytea not null,
  barred_by uuid not null,
  barred_at timestamptz not null default now(),
  lifted_by uuid,
  lifted_at timestamptz,
  lifting_reason bytea,
  check ((unit_id is null) <> (household_id is null)),
  check ((lifted_by is null) = (lifted_at is null) and (lifted_by is null) = (lifting_reason is null)),
  foreign key (household_id, agency_id) references hub.household (id, agency_id) on delete cascade,
  foreign key (barred_by, agency_id) references hub.app_user (id, agency_id),
  foreign key (lifted_by, agency_id) references hub.app_user (id, agency_id)
);
create index bar_household on hub.bar (household_id) where household_id is not null;
create index bar_agency on hub.bar (agency_id);

-- The unit, and every other that a child of it has come to since: a bar follows the children.
create table hub.barred_unit (
  bar_id uuid not null references hub.bar on delete cascade,
  unit_id uuid not null,
  agency_id uuid not null references hub.agency,
  primary key (bar_id, unit_id),
  foreign key (unit_id, agency_id) references hub.unit (id, agency_id) on delete cascade
);
create index barred_unit_unit on hub.barred_unit (unit_id);
create index barred_unit_agency on hub.barred_unit (agency_id);

-- The accounts that a bar has met. Nobody reads it: it would tell whether a person named in a bar has an account.
create table hub.barred_person (
  bar_id uuid not null references hub.bar on delete cascade,
  user_id uuid not null references hub.app_user,
  primary key (bar_id, user_id)
);
create index barred_person_user on hub.barred_person (user_id, bar_id);
`;

const BARS = acting('disclosure.bar');

const PROTECTION = [
  protect('hub.bar', {
    policies: [
      { name: 'own_select', on: 'select', when: `${OWN} and ${BARS}` },
      { name: 'own_insert', on: 'insert', when: `${OWN} and ${BARS} and barred_by = (select hub.actor())` },
      { name: 'own_update', on: 'update', when: `${OWN} and ${BARS}` },
      forOwner('all'),
    ],
    grant: 'select, insert, update (lifted_by, lifted_at, lifting_reason, wrapped_key)',
  }),
  "select hub.keep_rewrappable('hub.bar');",
  protect('hub.barred_unit', { policies: [{ name: 'own_select', on: 'select', when: `${OWN} and ${BARS}` }, forOwner('all')], grant: 'select' }),
  protect('hub.barred_person', { policies: [forOwner('all')], grant: 'select (bar_id)' }),
  ...['adult_identity', 'child_identity', 'household_identity', 'unit_card', 'matching_result', 'adult', 'adoption_decision', 'child_event', 'household_event', 'matching_run']
    .map((table) => `create policy owner_select on hub.${table} for select to hub_owner using (true);`),
].join('\n');

// Whom a bar names is found by who makes or changes an account too: neither of them learns of it.
const PEOPLE = `
create function hub.bar_hash(p_salt bytea, p_email text) returns text language sql immutable parallel safe
return encode(sha256(p_salt || convert_to(lower(p_email), 'UTF8')), 'hex');

create function hub.spread_bar() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.unit_id is not null then
    insert into hub.barred_unit (bar_id, unit_id, agency_id) values (new.id, new.unit_id, new.agency_id);
  end if;
  insert into hub.barred_person (bar_id, user_id) select new.id, u.id from hub.app_user u where hub.bar_hash(new.salt, u.email) = new.email_hash;
  return null;
end $$;
create trigger spread_bar after insert on hub.bar for each row execute function hub.spread_bar();

-- What was met once stays met, whatever the address becomes.
create function hub.bar_account() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into hub.barred_person (bar_id, user_id) select b.id, new.id from hub.bar b where hub.bar_hash(b.salt, new.email) = b.email_hash on conflict do nothing;
  return null;
end $$;
create trigger bar_account after insert or update of email on hub.app_user for each row execute function hub.bar_account();

create function hub.carry_bars() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into hub.barred_unit (bar_id, unit_id, agency_id)
  select u.bar_id, new.unit_id, new.agency_id from hub.barred_unit u where u.unit_id = old.unit_id on conflict do nothing;
  return null;
end $$;
create trigger carry_bars after update of unit_id on hub.child for each row when (new.unit_id <> old.unit_id) execute function hub.carry_bars();
`;

const listing = (name: string, type: string, body: string): string =>
  `create function hub.${name}() returns setof ${type} language sql stable security definer set search_path = '' as $$ ${body} $$;\ngrant execute on function hub.${name}() to hub_app;\n`;

// Seen as another person, what either must not meet is not there.
const LIVE = `hub.barred_person p join hub.bar b on b.id = p.bar_id and b.lifted_at is null and p.user_id in (hub.actor(), hub.viewer())`;

// From whom the actor is barred. The hub's own jobs have no actor and are barred from nothing.
const BARRED = [
  listing('barred_units', 'uuid', `select u.unit_id from ${LIVE} join hub.barred_unit u on u.bar_id = b.id`),
  listing('barred_households', 'uuid', `select b.household_id from ${LIVE} where b.household_id is not null`),
  listing('barred_children', 'uuid', 'select c.id from hub.child c where c.unit_id in (select hub.barred_units())'),
  listing('barred_adults', 'uuid', 'select a.id from hub.adult a where a.household_id in (select hub.barred_households())'),
  listing('barred_subjects', 'uuid', 'select hub.barred_units() union all select hub.barred_children() union all select hub.barred_households()'),
  listing('barred_references', 'text', `select u.reference from hub.unit u where u.id in (select hub.barred_units())
    union all select c.reference from hub.child c where c.id in (select hub.barred_children())
    union all select h.reference from hub.household h where h.id in (select hub.barred_households())`),
  // The blind indexes under which files name them.
  listing('barred_keys', 'text', `select i.external_id_index from hub.child_identity i where i.child_id in (select hub.barred_children())
    union all select u.group_index from hub.unit u where u.id in (select hub.barred_units()) and u.group_index is not null
    union all select i.family_id_index from hub.household_identity i where i.household_id in (select hub.barred_households())
    union all select i.external_id_index from hub.adult_identity i where i.adult_id in (select hub.barred_adults())`),
].join('');

const POLICIES = [
  unbarred('hub.unit', { id: 'UNIT' }),
  unbarred('hub.child', { unit_id: 'UNIT' }),
  ...['child_event', 'adoption_decision', 'child_identity', 'child_birth', 'child_profile'].map((table) => unbarred(`hub.${table}`, { child_id: 'CHILD' })),
  ...['unit_card', 'unit_profile', 'barred_unit'].map((table) => unbarred(`hub.${table}`, { unit_id: 'UNIT' })),
  unbarred('hub.household', { id: 'HOUSEHOLD' }),
  ...['household_event', 'household_identity', 'adult', 'household_card', 'household_profile'].map((table) => unbarred(`hub.${table}`, { household_id: 'HOUSEHOLD' })),
  unbarred('hub.adult_identity', { adult_id: 'ADULT' }),
  ...['bar', 'ruled_out'].map((table) => unbarred(`hub.${table}`, { unit_id: 'UNIT', household_id: 'HOUSEHOLD' })),
  ...['disclosure_grant', 'matching_run', 'matching_result'].map((table) => unbarred(`hub.${table}`, { subject_id: 'SUBJECT' })),
  unbarred('hub.unit_traits', { unit_id: 'UNIT' }),
  unbarred('hub.child_identified', { child_id: 'CHILD', unit_id: 'UNIT' }),
  unbarred('hub.household_identified', { household_id: 'HOUSEHOLD' }),
  unbarred('hub.shredding', { subject_id: 'SUBJECT' }),
  unbarred('hub.notice', { subject_reference: 'REFERENCE' }),
  unbarred('audit.access', { subject_reference: 'REFERENCE' }),
  // What the person's own file says of the case they wrote themselves, and its report was made without it.
  'create policy unbarred on hub.import_batch as restrictive for all to hub_app using (requested_by = (select hub.actor()) or not coalesce(subject_index && array(select hub.barred_keys()), false));',
].join('\n');

const RUNS = `
-- The children and families that a file names, by blind index: an import is not there for whom one of them is not.
alter table hub.import_batch add column subject_index text[];
drop trigger audit on hub.import_batch;
select audit.watch('hub.import_batch', array['progress', 'step']);

-- How many of those that a run counts the actor must not know of: to be taken off its totals.
create function hub.hidden_in_run(p_run uuid) returns table (units integer, households integer) language sql stable security definer set search_path = '' as $$
  select
    (select count(*)::int from hub.unit_card k where k.unit_id in (select hub.barred_units()) and case when r.scope = 'REGION'
      then exists (select from hub.matching_result s where s.run_id = r.id and s.subject_id = k.unit_id) else k.listed and k.created_at < r.requested_at end),
    (select count(*)::int from hub.household h where h.id in (select hub.barred_households()) and h.state in ('APPROVED', 'LINKED', 'STAGE2', 'AT_PANEL') and h.created_at < r.requested_at)
  from hub.matching_run r where r.id = p_run
$$;
grant execute on function hub.hidden_in_run(uuid) to hub_app;
`;

const PAIRS = `
create or replace function hub.ruled_out_pairs() returns table (unit_id uuid, household_id uuid)
language sql stable security definer set search_path = '' as $$
  select distinct r.unit_id, r.household_id
  from hub.ruled_out r
  where r.lifted_at is null
    and (hub.own_agency() in (r.unit_agency_id, r.household_agency_id) or hub.acting('matching.readRegion'))
    and r.unit_id <> all(array(select hub.barred_units())) and r.household_id <> all(array(select hub.barred_households()))
$$;
`;

/** Conflicts of interest: a case that is not there for the people who are barred from it (docs/adr/0008). */
export const Bars = forwardOnly('Bars1795305600056', TABLES + PROTECTION + PEOPLE + BARRED + RUNS + POLICIES + PAIRS);
