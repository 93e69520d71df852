import { forwardOnly } from './forward-only';
import { acting, forOwner, OWN, protect } from './protect';

/** A unit or household of an agency, which the key names too: a foreign key looks past row-level security (docs/adr/0002). */
const SUBJECT = (unitAgency: string, householdAgency: string): string => `
  foreign key (unit_id, ${unitAgency}) references hub.unit (id, agency_id) on delete cascade,
  foreign key (household_id, ${householdAgency}) references hub.household (id, agency_id) on delete cascade`;

const TABLES = `
-- What people keep by hand: for an own unit or household, or free-standing under a name.
create table hub.selection (
  id uuid primary key,
  agency_id uuid not null references hub.agency,
  holds text not null check (holds in ('UNIT', 'HOUSEHOLD')),
  unit_id uuid,
  household_id uuid,
  wrapped_key bytea,
  share_ids uuid[] not null default '{}',
  name bytea,
  -- Read and changed by those of the agency who look for families; otherwise by its owner alone.
  shared boolean not null,
  owner_id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  ended_at timestamptz,
  unique (id, agency_id),
  check (num_nonnulls(unit_id, household_id, name) = 1),
  check (case holds when 'UNIT' then unit_id is null else household_id is null end),
  foreign key (owner_id, agency_id) references hub.app_user (id, agency_id),${SUBJECT('agency_id', 'agency_id')}
);
create index selection_agency on hub.selection (agency_id, changed_at desc) where ended_at is null;
create index selection_unit on hub.selection (unit_id) where unit_id is not null;
create index selection_household on hub.selection (household_id) where household_id is not null;

create table hub.selection_entry (
  id uuid primary key,
  agency_id uuid not null references hub.agency,
  selection_id uuid not null,
  unit_id uuid,
  household_id uuid,
  subject_agency_id uuid not null,
  place integer not null,
  wrapped_key bytea,
  share_ids uuid[] not null default '{}',
  note bytea,
  kept_by uuid not null,
  kept_at timestamptz not null default now(),
  removed_at timestamptz,
  check (num_nonnulls(unit_id, household_id) = 1),
  foreign key (selection_id, agency_id) references hub.selection (id, agency_id) on delete cascade,
  foreign key (kept_by, agency_id) references hub.app_user (id, agency_id),${SUBJECT('subject_agency_id', 'subject_agency_id')}
);
create unique index selection_entry_once on hub.selection_entry (selection_id, coalesce(unit_id, household_id)) where removed_at is null;
create index selection_entry_agency on hub.selection_entry (agency_id);
create index selection_entry_unit on hub.selection_entry (unit_id) where unit_id is not null;
create index selection_entry_household on hub.selection_entry (household_id) where household_id is not null;

create table hub.selection_change (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references hub.agency,
  selection_id uuid not null,
  what text not null check (what in ('CREATED', 'KEPT', 'NOTED', 'MOVED', 'REMOVED', 'ENDED')),
  unit_id uuid,
  household_id uuid,
  subject_agency_id uuid,
  changed_by uuid not null,
  changed_at timestamptz not null default now(),
  check (num_nonnulls(unit_id, household_id) = case when what in ('CREATED', 'ENDED') then 0 else 1 end),
  foreign key (selection_id, agency_id) references hub.selection (id, agency_id) on delete cascade,
  foreign key (changed_by, agency_id) references hub.app_user (id, agency_id),${SUBJECT('subject_agency_id', 'subject_agency_id')}
);
create index selection_change_selection on hub.selection_change (selection_id, changed_at desc);
create index selection_change_agency on hub.selection_change (agency_id);
create index selection_change_unit on hub.selection_change (unit_id) where unit_id is not null;
create index selection_change_household on hub.selection_change (household_id) where household_id is not null;
`;

const KEEPS = acting('search.keep');
const MINE = `${OWN} and (shared or owner_id = (select hub.actor()))`;
// Through the selection, whose own policies answer: nobody meets an entry of a selection that they do not.
const OF_MINE = `${OWN} and selection_id in (select s.id from hub.selection s)`;
const UNBARRED = `(unit_id is null or unit_id <> all(array(select hub.barred_units()))) and (household_id is null or household_id <> all(array(select hub.barred_households())))`;

const PROTECTION = [
  protect('hub.selection', {
    policies: [
      { name: 'own_select', on: 'select', when: MINE },
      { name: 'own_insert', on: 'insert', when: `${OWN} and ${KEEPS} and owner_id = (select hub.actor())` },
      { name: 'own_update', on: 'update', when: `${MINE} and ${KEEPS}` },
      forOwner(),
    ],
    grant: 'select, insert, update (version, changed_at, ended_at, wrapped_key)', quiet: ['version', 'changed_at'],
  }),
  protect('hub.selection_entry', {
    policies: [
      { name: 'own_select', on: 'select', when: OF_MINE },
      { name: 'own_insert', on: 'insert', when: `${OF_MINE} and ${KEEPS} and kept_by = (select hub.actor())` },
      { name: 'own_update', on: 'update', when: `${OF_MINE} and ${KEEPS}` },
      forOwner(),
    ],
    grant: 'select, insert, update (place, wrapped_key, share_ids, note, removed_at)',
  }),
  protect('hub.selection_change', {
    policies: [
      { name: 'own_select', on: 'select', when: OF_MINE },
      { name: 'own_insert', on: 'insert', when: `${OF_MINE} and ${KEEPS} and changed_by = (select hub.actor())` },
      forOwner(),
    ],
    grant: 'select, insert', bulk: true,
  }),
  `select hub.keep_rewrappable('hub.selection'), hub.keep_rewrappable('hub.selection_entry');`,
  `create policy unbarred on hub.selection as restrictive for all to hub_app using (${UNBARRED});`,
  ...['selection_entry', 'selection_change'].map((table) =>
    `create policy unbarred on hub.${table} as restrictive for all to hub_app using (${UNBARRED} and selection_id in (select s.id from hub.selection s));`),
].join('\n');

// Of an update the audit trail keeps what changed alone, so that the row's own id has to tell whose it is.
const BARRED_ROWS = ['selection', 'selection_entry', 'selection_change'].map((table) =>
  `select r.id::text from hub.${table} r where r.unit_id in (select hub.barred_units()) or r.household_id in (select hub.barred_households())`).concat(
  ['selection_entry', 'selection_change'].map((table) => `select r.id::text from hub.${table} r join hub.selection s on s.id = r.selection_id where s.unit_id in (select hub.barred_units()) or s.household_id in (select hub.barred_households())`),
).join(' union all ');

const TRAIL = `
create function hub.barred_selections() returns setof text language sql stable security definer set search_path = '' as $$ ${BARRED_ROWS} $$;
grant execute on function hub.barred_selections() to hub_app;
create policy unbarred_selections on audit.event as restrictive for all to hub_app using (row_id is null or row_id <> all(array(select hub.barred_selections())));
`;

/** Selections: what people keep by hand out of a search, with notes and a history. */
export const Selections = forwardOnly('Selections1795305600075', TABLES + PROTECTION + TRAIL);
