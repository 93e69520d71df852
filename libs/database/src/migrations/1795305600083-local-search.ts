import { forwardOnly } from './forward-only';
import { acting, forOwner, OWN, protect, unbarred } from './protect';

const COLUMNS = `
alter table hub.unit
  -- When the search of now began; a pause does not begin it anew.
  add column search_started_on date,
  -- The first day on which partners see it; before that day its own agency alone does.
  add column widens_on date;
alter table hub.household
  -- When it was first on offer, or might soon be.
  add column offered_on date,
  add column widens_on date;
create index unit_widens_on on hub.unit (widens_on);
create index household_widens_on on hub.household (widens_on);
${['unit', 'household'].map((table) => `drop trigger audit on hub.${table};
select audit.watch('hub.${table}', '{}');`).join('\n')}
`;

const TABLES = `
-- For how many days a council keeps new records to itself, from a day on. The hub's rows are the region's default.
create table hub.local_search_policy (
  agency_id uuid not null references hub.agency,
  starts_on date not null,
  unit_days integer not null check (unit_days between 0 and 90),
  household_days integer not null check (household_days between 0 and 90),
  set_by uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (agency_id, starts_on),
  foreign key (set_by, agency_id) references hub.app_user (id, agency_id)
);

-- Where people changed the day for one record: kept for longer, or widened earlier.
create table hub.local_search_change (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references hub.agency,
  unit_id uuid,
  household_id uuid,
  was_on date,
  widens_on date not null,
  changed_by uuid not null,
  at timestamptz not null default clock_timestamp(),
  share_ids uuid[] not null default '{}',
  wrapped_key bytea,
  reason bytea,
  check (num_nonnulls(unit_id, household_id) = 1),
  check ((wrapped_key is null) = (reason is null)),
  foreign key (unit_id, agency_id) references hub.unit (id, agency_id) on delete cascade,
  foreign key (household_id, agency_id) references hub.household (id, agency_id) on delete cascade,
  foreign key (changed_by, agency_id) references hub.app_user (id, agency_id)
);
create index local_search_change_unit on hub.local_search_change (unit_id) where unit_id is not null;
create index local_search_change_household on hub.local_search_change (household_id) where household_id is not null;
create index local_search_change_agency on hub.local_search_change (agency_id);

-- Every change of family finding, as a trigger saw it: what clocks of the search are reckoned from.
create table hub.family_finding_event (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references hub.agency,
  unit_id uuid not null,
  status text not null check (status in ('NOT_STARTED', 'ACTIVE', 'PAUSED', 'CLOSED')),
  cause text check (cause ~ '^[A-Z_]{2,40}$'),
  on_date date not null,
  at timestamptz not null default clock_timestamp(),
  foreign key (unit_id, agency_id) references hub.unit (id, agency_id) on delete cascade
);
create index family_finding_event_unit on hub.family_finding_event (unit_id, at);
create index family_finding_event_agency on hub.family_finding_event (agency_id);
`;

const PROTECTION = [
  protect('hub.local_search_policy', {
    policies: [
      { name: 'own_select', on: 'select', when: `${OWN} or agency_id in (select a.id from hub.agency a where a.kind = 'HUB')` },
      { name: 'own_insert', on: 'insert', when: `${OWN} and ${acting('localSearchPolicy.set')} and set_by = (select hub.actor())` },
      { name: 'own_update', on: 'update', when: `${OWN} and ${acting('localSearchPolicy.set')}` },
      forOwner(),
    ],
    grant: 'select, insert, update (unit_days, household_days, set_by)',
  }),
  protect('hub.local_search_change', {
    policies: [
      { name: 'own_select', on: 'select', when: OWN },
      { name: 'own_insert', on: 'insert', when: `${OWN} and ${acting('localSearch.keep', 'localSearch.widen')} and changed_by = (select hub.actor())` },
    ],
    grant: 'select, insert, update (wrapped_key)',
  }),
  // Written by the trigger alone.
  protect('hub.family_finding_event', { policies: [{ name: 'own_select', on: 'select', when: OWN }, forOwner('all')], grant: 'select' }),
  "select hub.keep_rewrappable('hub.local_search_change');",
  unbarred('hub.local_search_change', { unit_id: 'UNIT', household_id: 'HOUSEHOLD' }),
  unbarred('hub.family_finding_event', { unit_id: 'UNIT' }),
].join('\n');

const TOLD = `
create function hub.note_family_finding() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into hub.family_finding_event (agency_id, unit_id, status, cause, on_date)
  values (new.agency_id, new.id, new.family_finding, new.family_finding_cause, coalesce(new.family_finding_since, hub.today()));
  return null;
end $$;
create trigger note_begun after insert on hub.unit for each row when (new.family_finding <> 'NOT_STARTED') execute function hub.note_family_finding();
create trigger note_family_finding after update of family_finding on hub.unit for each row
  when (new.family_finding is distinct from old.family_finding) execute function hub.note_family_finding();
`;

const KEPT = `
-- The days that hold for what begins on a day: the agency's own policy, else the region's, else none.
create function hub.local_search_days(p_agency uuid, p_subject text, p_on date) returns integer language sql stable as $$
  select coalesce((
    select case p_subject when 'UNIT' then p.unit_days else p.household_days end
    from hub.local_search_policy p join hub.agency a on a.id = p.agency_id
    where p.starts_on <= p_on and (p.agency_id = p_agency or a.kind = 'HUB')
    order by p.agency_id = p_agency desc, p.starts_on desc limit 1), 0)
$$;

-- What other agencies keep to themselves today. The day is compared here, on every read, so no job can be late with it.
create function hub.kept_elsewhere() returns setof uuid language sql stable security definer set search_path = '' as $$
  select u.id from hub.unit u where u.widens_on > hub.today() and u.agency_id <> hub.own_agency()
  union all
  select h.id from hub.household h where h.widens_on > hub.today() and h.agency_id <> hub.own_agency()
$$;
-- What was packed or counted before anybody asked who reads it is read without these.
create function hub.hidden_references() returns setof text language sql stable security definer set search_path = '' as $$
  select r from hub.barred_references() r
  union all select u.reference from hub.unit u where u.id in (select hub.kept_elsewhere())
  union all select h.reference from hub.household h where h.id in (select hub.kept_elsewhere())
$$;
grant execute on function hub.local_search_days(uuid, text, date), hub.kept_elsewhere(), hub.hidden_references() to hub_app;
${[['unit_card', 'unit_id'], ['household_card', 'household_id'], ['matching_result', 'subject_id'], ['matching_run', 'subject_id'], ['link', 'unit_id'], ['link', 'household_id']].map(([table, column]) =>
    `create policy kept_${column} on hub.${table} as restrictive for select to hub_app using (${table === 'matching_run' ? `${column} is null or ` : ''}${column} <> all(array(select hub.kept_elsewhere())));`).join('\n')}

-- No link between two agencies while one of its sides is kept, whoever asks for it.
create function hub.guard_local_search() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from hub.unit u where u.id = new.unit_id and u.widens_on > hub.today())
    or exists (select from hub.household h where h.id = new.household_id and h.widens_on > hub.today()) then
    raise exception 'kept by its own agency' using errcode = 'HB002';
  end if;
  return new;
end $$;
create trigger guard_local_search before insert on hub.link for each row when (new.agency_id <> new.household_agency_id) execute function hub.guard_local_search();
`;

const REMIND = `
-- What the daily round reads of every agency: when a search widens, and whose it is.
create policy remind on hub.unit for select to hub_app using (${acting('notices.remind')});
`;

// What is kept is compared with its own agency's side alone: other households than the agency's other units, so an evidence of its own.
const RESULTS = `
alter table hub.matching_result add column local_only boolean not null default false;
alter table hub.matching_offers add column local_only boolean not null default false,
  drop constraint matching_offers_pkey, add primary key (run_id, agency_id, local_only);
create policy kept on hub.matching_offers as restrictive for select to hub_app using (not local_only or ${OWN} or ${acting('matching.execute')});
`;

/** What an agency keeps to itself for a time before the region sees it (docs/adr/0021). */
export const LocalSearch = forwardOnly('LocalSearch1795305600083', COLUMNS + TABLES + PROTECTION + TOLD + KEPT + REMIND + RESULTS);
