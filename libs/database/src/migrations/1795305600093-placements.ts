import { forwardOnly } from './forward-only';
import { acting, forOwner, OWN, protect } from './protect';

const STATES = "'MATCHED', 'PLAN_AGREED', 'INTRODUCTIONS', 'PLACED', 'ADOPTED', 'DISRUPTED', 'FELL'";
const CHILD_STATES = "'MATCHED', 'PLACED', 'AO_APPLIED', 'ADOPTED', 'DISRUPTED', 'FELL'";

// A trusted extension: whoever owns the database's schemas may create it. Apart, so that none of its functions stands among the hub's.
const EXTENSION = 'create schema extension; create extension btree_gist with schema extension;';

const TABLES = `
-- A child or sibling group with a family from the approved match on, of two agencies or within one (domain.md 2.1, 2.4).
create table hub.placement (
  id uuid primary key,
  reference text not null unique check (reference ~ '^PL-[0-9A-Z]{6}$'),
  -- The child's agency.
  agency_id uuid not null references hub.agency,
  household_agency_id uuid not null references hub.agency,
  link_id uuid not null unique references hub.link on delete cascade,
  decision_id uuid not null unique,
  unit_id uuid not null,
  household_id uuid not null,
  -- What both call the two; neither agency reads the other's record. Filled in by the guard.
  unit_reference text not null check (unit_reference ~ '^[0-9A-Z]{4,8}$'),
  household_reference text not null check (household_reference ~ '^[0-9A-Z]{4,8}$'),
  state text not null check (state in (${STATES})),
  decided_on date not null,
  plan_agreed_on date,
  introductions_on date,
  child_worker_id uuid,
  adopters_worker_id uuid,
  version integer not null default 1 check (version > 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  ended_at timestamptz,
  unique (id, agency_id),
  check ((ended_at is null) = (state in ('MATCHED', 'PLAN_AGREED', 'INTRODUCTIONS', 'PLACED'))),
  check (introductions_on >= plan_agreed_on),
  foreign key (decision_id, agency_id) references hub.agency_decision (id, agency_id) on delete cascade,
  foreign key (unit_id, agency_id) references hub.unit (id, agency_id) on delete cascade,
  foreign key (household_id, household_agency_id) references hub.household (id, agency_id) on delete cascade,
  foreign key (child_worker_id, agency_id) references hub.app_user (id, agency_id),
  foreign key (adopters_worker_id, household_agency_id) references hub.app_user (id, agency_id),
  -- A family has one child or sibling group at a time (trust.md I2).
  constraint placement_household exclude using gist (household_id extension.gist_uuid_ops with operator(pg_catalog.=), unit_id extension.gist_uuid_ops with operator(pg_catalog.<>)) where (ended_at is null)
);
create index placement_agency on hub.placement (agency_id);
create index placement_household_agency on hub.placement (household_agency_id);
create index placement_unit on hub.placement (unit_id);

-- Each child of it, with the dates of its own way there: brothers and sisters are not always placed or adopted on one day.
create table hub.placement_child (
  id uuid primary key,
  placement_id uuid not null,
  agency_id uuid not null,
  child_id uuid not null,
  -- As the children are told apart by those who are not to read the record.
  number integer not null check (number > 0),
  state text not null check (state in (${CHILD_STATES})),
  home text check (home in ('EARLY_PERMANENCE', 'FOSTER_CARERS')),
  lives_there_since date,
  placed_on date,
  ao_applied_on date,
  adopted_on date,
  disrupted_on date,
  fell_on date,
  -- Stage S4: what both agencies call the child by. Sealed with the child's share.
  share_ids uuid[] not null default '{}',
  wrapped_key bytea,
  first_name bytea,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (placement_id, child_id),
  unique (placement_id, number),
  check ((wrapped_key is null) = (first_name is null)),
  check ((home is null) = (lives_there_since is null)),
  check ((placed_on is null) = (state in ('MATCHED', 'FELL'))),
  check (lives_there_since <= placed_on),
  check (state not in ('AO_APPLIED', 'ADOPTED') or ao_applied_on >= placed_on),
  check ((adopted_on is not null) = (state = 'ADOPTED') and adopted_on >= ao_applied_on),
  check ((disrupted_on is not null) = (state = 'DISRUPTED') and disrupted_on >= placed_on),
  check ((fell_on is not null) = (state = 'FELL')),
  foreign key (placement_id, agency_id) references hub.placement (id, agency_id) on delete cascade,
  foreign key (child_id, agency_id) references hub.child (id, agency_id) on delete cascade
);
-- One family at a time (trust.md I1).
create unique index placement_child_live on hub.placement_child (child_id) where state in ('MATCHED', 'PLACED', 'AO_APPLIED');
create index placement_child_child on hub.placement_child (child_id);
create index placement_child_agency on hub.placement_child (agency_id);

-- What happened, step by step: one row for each version of the placement. Visits, reviews, notices and papers stand here and nowhere else.
create table hub.placement_event (
  id uuid primary key,
  placement_id uuid not null references hub.placement on delete cascade,
  version integer not null,
  -- Whose step it was.
  agency_id uuid not null references hub.agency,
  side text not null check (side in ('CHILD', 'ADOPTERS')),
  event text not null check (event ~ '^[A-Z_]{4,40}$'),
  child_id uuid references hub.child on delete cascade,
  code text check (code ~ '^[A-Z_]{2,40}$'),
  from_state text check (from_state in (${STATES})),
  to_state text not null check (to_state in (${STATES})),
  on_date date not null,
  at timestamptz not null default clock_timestamp(),
  actor_id uuid not null,
  -- The children and the household that the words are about: with any of them the words' own share goes.
  about uuid[] not null default '{}',
  share_ids uuid[] not null default '{}',
  wrapped_key bytea,
  words bytea,
  unique (placement_id, version),
  check ((wrapped_key is null) = (words is null)),
  foreign key (actor_id, agency_id) references hub.app_user (id, agency_id)
);
create index placement_event_agency on hub.placement_event (agency_id);
create index placement_event_child on hub.placement_event (child_id) where child_id is not null;
create index placement_event_about on hub.placement_event using gin (about);
`;

const PARTY = '(agency_id = any(array(select hub.visible_agencies())) or household_agency_id = any(array(select hub.visible_agencies())))';
/** Whoever sees the placement: row-level security of the placement itself decides. */
const OF_PLACEMENT = (table: string): string => `exists (select from hub.placement p where p.id = ${table}.placement_id)`;
const OPENS = acting('decisions.make');
const MOVES = acting('placements.move');

const PROTECTION = [
  protect('hub.placement', {
    policies: [
      { name: 'party_select', on: 'select', when: PARTY }, { name: 'own_insert', on: 'insert', when: `${OWN} and ${OPENS}` }, { name: 'party_update', on: 'update', when: `${PARTY} and ${MOVES}` }, forOwner('all'),
    ],
    grant: 'select, insert, update (state, plan_agreed_on, introductions_on, child_worker_id, adopters_worker_id, version, ended_at)',
  }),
  protect('hub.placement_child', {
    policies: [
      { name: 'party_select', on: 'select', when: OF_PLACEMENT('placement_child') }, { name: 'own_insert', on: 'insert', when: `${OWN} and ${OPENS} and ${OF_PLACEMENT('placement_child')}` },
      { name: 'own_update', on: 'update', when: `${OWN} and ${MOVES}` }, forOwner(),
    ],
    grant: 'select, insert, update (state, home, lives_there_since, placed_on, ao_applied_on, adopted_on, disrupted_on, fell_on, wrapped_key)',
  }),
  protect('hub.placement_event', {
    policies: [
      { name: 'party_select', on: 'select', when: OF_PLACEMENT('placement_event') },
      { name: 'own_insert', on: 'insert', when: `${OWN} and actor_id = (select hub.actor()) and (${OPENS} or ${MOVES}) and ${OF_PLACEMENT('placement_event')}` }, forOwner(),
    ],
    grant: 'select, insert, update (wrapped_key)',
  }),
  "select hub.keep_rewrappable('hub.placement_child'), hub.keep_rewrappable('hub.placement_event');",
  // The link of a match goes on beside its placement and ends with it; other links of a child who is placed end then, with their reason.
  `create policy placement_ends on hub.link for update to hub_app using (${PARTY} and ${MOVES});`,
  `create policy placement_reasons on hub.link_reason for insert to hub_app with check (${OWN} and ${MOVES} and exists (select from hub.link l where l.id = link_reason.link_id));`,
].join('\n');

// A group that changed since may have left a barred child in an older placement of it.
const NOT_BARRED = (table: string, ...keys: readonly (readonly [column: string, of: string])[]): string =>
  `create policy unbarred on hub.${table} as restrictive for all to hub_app using (${keys.map(([column, of]) => `(${column} is null or ${column} <> all(array(select hub.barred_${of}())))`).join(' and ')});`;

const BARS = `
create function hub.barred_placements() returns setof uuid language sql stable security definer set search_path = '' as $$
  select p.id from hub.placement p where p.unit_id in (select hub.barred_units()) or p.household_id in (select hub.barred_households())
    or exists (select from hub.placement_child c where c.placement_id = p.id and c.child_id in (select hub.barred_children()))
$$;
grant execute on function hub.barred_placements() to hub_app;
create or replace function hub.barred_references() returns setof text language sql stable security definer set search_path = '' as $$
  select u.reference from hub.unit u where u.id in (select hub.barred_units())
  union all select c.reference from hub.child c where c.id in (select hub.barred_children())
  union all select h.reference from hub.household h where h.id in (select hub.barred_households())
  union all select l.reference from hub.link l where l.id in (select hub.barred_links())
  union all select i.reference from hub.panel_item i where i.id in (select hub.barred_panel_items())
  union all select p.reference from hub.placement p where p.id in (select hub.barred_placements())
$$;
${NOT_BARRED('placement', ['unit_id', 'units'], ['household_id', 'households'], ['link_id', 'links'], ['decision_id', 'decisions'], ['id', 'placements'])}
${NOT_BARRED('placement_child', ['child_id', 'children'], ['placement_id', 'placements'])}
${NOT_BARRED('placement_event', ['child_id', 'children'], ['placement_id', 'placements'])}
create policy unbarred_placements on audit.event as restrictive for all to hub_app using (
  (row_id is null or row_id <> all(array(select b::text from hub.barred_placements() b))) and coalesce(coalesce(after, before) ->> 'placement_id', '') <> all(array(select b::text from hub.barred_placements() b)));
`;

/** Placements from the approved match on, each child's own dates, and what happened. */
export const Placements = forwardOnly('Placements1795305600093', EXTENSION + TABLES + PROTECTION + BARS);
