import { forwardOnly } from './forward-only';
import { acting, ANY_CONTEXT, forOwner, OWN, protect, unbarred } from './protect';

const STATES = "'SUGGESTED', 'EXPRESSED_INTEREST', 'SHORTLISTED', 'EXPLORING', 'CPR_SHARED', 'VISITED', 'APR_DRAFTED', 'PANEL_BOOKED', 'DECLINED_BY_CHILD_AGENCY', 'DECLINED_BY_ADOPTERS', 'WITHDRAWN_CHILD_PLAN_CHANGED'";
const SIDE = (column: string): string => `${column} text check (${column} in ('CHILD', 'ADOPTERS'))`;

const TABLES = `
-- A pair under enquiry, of two agencies or within one (domain.md 2.4).
create table hub.link (
  id uuid primary key default gen_random_uuid(),
  reference text not null unique check (reference ~ '^L-[0-9A-Z]{6}$'),
  -- The child's agency.
  agency_id uuid not null references hub.agency,
  household_agency_id uuid not null references hub.agency,
  unit_id uuid not null,
  household_id uuid not null,
  -- Neither agency reads the other's record: what both call the two stands here, filled in by the guard below.
  unit_reference text not null check (unit_reference ~ '^[0-9A-Z]{4,8}$'),
  household_reference text not null check (household_reference ~ '^[0-9A-Z]{4,8}$'),
  state text not null check (state in (${STATES})),
  ${SIDE('interest_by')},
  suggested_by uuid,
  child_worker_id uuid,
  adopters_worker_id uuid,
  -- That a side agreed to explore; between agencies its grant says how that stands.
  child_agreed boolean not null default false,
  adopters_agreed boolean not null default false,
  child_grant_id uuid references hub.disclosure_grant,
  adopters_grant_id uuid references hub.disclosure_grant,
  panel_on date,
  version integer not null default 1 check (version > 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  ended_at timestamptz,
  check ((ended_at is null) = (state in ('SUGGESTED', 'EXPRESSED_INTEREST', 'SHORTLISTED', 'EXPLORING', 'CPR_SHARED', 'VISITED', 'APR_DRAFTED', 'PANEL_BOOKED'))),
  check (state <> 'PANEL_BOOKED' or panel_on is not null),
  foreign key (unit_id, agency_id) references hub.unit (id, agency_id) on delete cascade,
  foreign key (household_id, household_agency_id) references hub.household (id, agency_id) on delete cascade,
  foreign key (child_worker_id, agency_id) references hub.app_user (id, agency_id),
  foreign key (adopters_worker_id, household_agency_id) references hub.app_user (id, agency_id)
);
-- One link of a pair at a time, and one on the way to a panel for a child or group (domain.md 2.4, Rules).
create unique index link_pair on hub.link (unit_id, household_id) where ended_at is null;
create unique index link_panel on hub.link (unit_id) where state = 'PANEL_BOOKED';
create index link_agency on hub.link (agency_id);
create index link_household_agency on hub.link (household_agency_id);
create index link_household on hub.link (household_id) where ended_at is null;

-- What happened, step by step: one row for each version of the link, with what it was then.
create table hub.link_event (
  id uuid primary key default gen_random_uuid(),
  link_id uuid not null references hub.link on delete cascade,
  version integer not null,
  -- Whose step it was.
  agency_id uuid not null references hub.agency,
  ${SIDE('side')},
  event text not null check (event ~ '^[A-Z_]{4,40}$'),
  from_state text check (from_state in (${STATES})),
  to_state text not null check (to_state in (${STATES})),
  on_date date not null,
  at timestamptz not null default clock_timestamp(),
  actor_id uuid not null,
  panel_on date,
  child_worker_id uuid,
  adopters_worker_id uuid,
  unique (link_id, version),
  foreign key (actor_id, agency_id) references hub.app_user (id, agency_id)
);
create index link_event_agency on hub.link_event (agency_id);

-- Why a side ended the link: its own agency's alone, so it stands apart (product.md, Stages of disclosure).
create table hub.link_reason (
  id uuid primary key default gen_random_uuid(),
  link_id uuid not null references hub.link on delete cascade,
  agency_id uuid not null references hub.agency,
  version integer not null,
  code text not null check (code ~ '^[A-Z_]{4,40}$'),
  share_ids uuid[] not null default '{}',
  wrapped_key bytea,
  words bytea,
  unique (link_id, version),
  check ((wrapped_key is null) = (words is null))
);
create index link_reason_agency on hub.link_reason (agency_id);

-- Between the two sides' workers. Sealed by the agency that wrote it; its rows are read by both.
create table hub.link_message (
  id uuid primary key default gen_random_uuid(),
  link_id uuid not null references hub.link on delete cascade,
  agency_id uuid not null references hub.agency,
  side text not null check (side in ('CHILD', 'ADOPTERS')),
  author_id uuid not null,
  share_ids uuid[] not null,
  wrapped_key bytea not null,
  body bytea not null,
  at timestamptz not null default clock_timestamp(),
  foreign key (author_id, agency_id) references hub.app_user (id, agency_id)
);
create index link_message_link on hub.link_message (link_id, at);
create index link_message_agency on hub.link_message (agency_id);

-- How many links may be open at once. The hub's row is the region's default.
create table hub.link_cap (
  agency_id uuid primary key references hub.agency,
  per_unit integer not null check (per_unit between 1 and 50),
  per_household integer not null check (per_household between 1 and 50),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
`;

const PARTY = '(agency_id = any(array(select hub.visible_agencies())) or household_agency_id = any(array(select hub.visible_agencies())))';
/** Whoever sees the link: row-level security of the link itself decides. */
const OF_LINK = (table: string): string => `exists (select from hub.link l where l.id = ${table}.link_id)`;
const STEPS = acting('links.move', 'links.write', 'links.handOver', 'disclosure.approve');

const PROTECTION = [
  protect('hub.link', {
    policies: [
      { name: 'party_select', on: 'select', when: PARTY },
      // Whoever in the hub suggested a pair sees what becomes of it.
      { name: 'suggested_select', on: 'select', when: 'suggested_by = (select hub.actor())' },
      { name: 'party_insert', on: 'insert', when: `${PARTY} and ${acting('links.move')} and suggested_by is null` },
      { name: 'suggested_insert', on: 'insert', when: `suggested_by = (select hub.actor()) and ${acting('links.suggest')} and state = 'SUGGESTED'` },
      { name: 'party_update', on: 'update', when: `${PARTY} and ${STEPS}` },
      forOwner('all'),
    ],
    grant: `select, insert, update (state, interest_by, child_worker_id, adopters_worker_id, child_agreed, adopters_agreed, child_grant_id, adopters_grant_id, panel_on, version, ended_at)`,
  }),
  protect('hub.link_event', {
    policies: [
      { name: 'party_select', on: 'select', when: OF_LINK('link_event') },
      { name: 'own_insert', on: 'insert', when: `${OWN} and actor_id = (select hub.actor()) and ${OF_LINK('link_event')}` },
      forOwner(),
    ],
    grant: 'select, insert',
  }),
  protect('hub.link_reason', {
    policies: [{ name: 'own_select', on: 'select', when: OWN }, { name: 'own_insert', on: 'insert', when: `${OWN} and ${acting('links.move')} and ${OF_LINK('link_reason')}` }],
    grant: 'select, insert, update (wrapped_key)',
  }),
  protect('hub.link_message', {
    policies: [
      { name: 'party_select', on: 'select', when: OF_LINK('link_message') },
      { name: 'own_insert', on: 'insert', when: `${OWN} and ${acting('links.write')} and author_id = (select hub.actor()) and ${OF_LINK('link_message')}` },
      forOwner(),
    ],
    grant: 'select, insert, update (wrapped_key)',
  }),
  protect('hub.link_cap', {
    policies: [
      { name: 'all_select', on: 'select', when: ANY_CONTEXT },
      { name: 'own_insert', on: 'insert', when: `${OWN} and ${acting('linkCaps.set')}` },
      { name: 'own_update', on: 'update', when: `${OWN} and ${acting('linkCaps.set')}` },
      forOwner(),
    ],
    grant: 'select, insert, update (per_unit, per_household)',
  }),
  "select hub.keep_rewrappable('hub.link_reason'), hub.keep_rewrappable('hub.link_message');",
].join('\n');

const BARS = `
create function hub.barred_links() returns setof uuid language sql stable security definer set search_path = '' as $$
  select l.id from hub.link l where l.unit_id in (select hub.barred_units()) or l.household_id in (select hub.barred_households())
$$;
grant execute on function hub.barred_links() to hub_app;
create or replace function hub.barred_references() returns setof text language sql stable security definer set search_path = '' as $$
  select u.reference from hub.unit u where u.id in (select hub.barred_units())
  union all select c.reference from hub.child c where c.id in (select hub.barred_children())
  union all select h.reference from hub.household h where h.id in (select hub.barred_households())
  union all select l.reference from hub.link l where l.id in (select hub.barred_links())
$$;
${unbarred('hub.link', { unit_id: 'UNIT', household_id: 'HOUSEHOLD' })}
${['link_event', 'link_reason', 'link_message'].map((table) => unbarred(`hub.${table}`, { link_id: 'LINK' })).join('\n')}
-- Of an update the trail keeps what changed alone, so the row's own id has to tell whose it is; what happened to a link names the link.
create policy unbarred_links on audit.event as restrictive for all to hub_app using (
  (row_id is null or row_id <> all(array(select b::text from hub.barred_links() b))) and coalesce(coalesce(after, before) ->> 'link_id', '') <> all(array(select b::text from hub.barred_links() b)));
`;

/** Links, their history, what the two sides write to each other, and how many may be open. */
export const Links = forwardOnly('Links1795305600070', TABLES + PROTECTION + BARS);
