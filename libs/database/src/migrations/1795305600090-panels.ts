import { forwardOnly } from './forward-only';
import { acting, ANY_CONTEXT, forOwner, OWN, protect, unbarred } from './protect';

const ROLE = "role text not null check (role in ('CHAIR', 'VICE_CHAIR', 'MEDICAL_ADVISER', 'SOCIAL_WORKER', 'INDEPENDENT', 'OTHER'))";
const REFERENCE = (column: string): string => `${column} text check (${column} ~ '^[0-9A-Z]{4,8}$')`;

const PANEL = `
-- An adoption panel on a day, of one agency or joint with others. It names no case.
create table hub.panel (
  id uuid primary key,
  -- The host: who calls it and keeps its attendance.
  agency_id uuid not null references hub.agency,
  reference text not null unique check (reference ~ '^P-[0-9A-Z]{6}$'),
  meets_on date not null,
  starts_at text not null check (starts_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
  slot_count integer not null check (slot_count between 1 and 20),
  slot_minutes integer not null check (slot_minutes between 10 and 240),
  place text not null check (length(place) <= 200),
  papers_due_on date not null check (papers_due_on < meets_on),
  -- Other agencies that take part: a joint panel (AAR 2005 reg 5).
  part_ids uuid[] not null default '{}' check (agency_id <> all(part_ids)),
  status text not null default 'PLANNED' check (status in ('PLANNED', 'CANCELLED')),
  version integer not null default 1 check (version > 0),
  created_by uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (id, agency_id),
  foreign key (created_by, agency_id) references hub.app_user (id, agency_id)
);
create index panel_agency_day on hub.panel (agency_id, meets_on);
create index panel_day on hub.panel (meets_on);

-- The central list of the region (AAR 2005 reg 3): people of whom panels are made up, users of the hub or not.
create table hub.panel_member (
  id uuid primary key,
  -- Who keeps the entry.
  agency_id uuid not null references hub.agency,
  user_id uuid references hub.app_user,
  display_name text not null check (length(display_name) between 2 and 120),
  ${ROLE},
  is_independent boolean not null check (is_independent or role not in ('CHAIR', 'INDEPENDENT')),
  -- At whose panels the person may sit.
  sits_for uuid[] not null check (cardinality(sits_for) > 0),
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  version integer not null default 1 check (version > 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (id, agency_id)
);
create index panel_member_user on hub.panel_member (user_id) where user_id is not null;

-- Who is expected at a panel and who came, as the member was then.
create table hub.panel_attendance (
  panel_id uuid not null,
  agency_id uuid not null,
  member_id uuid not null references hub.panel_member,
  ${ROLE},
  is_independent boolean not null,
  attendance text not null default 'EXPECTED' check (attendance in ('EXPECTED', 'PRESENT', 'ABSENT')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (panel_id, member_id),
  foreign key (panel_id, agency_id) references hub.panel (id, agency_id) on delete cascade
);
create index panel_attendance_member on hub.panel_attendance (member_id);
`;

const CASES = `
-- What a panel considers: a match, for the child's agency, or the approval of a household, for its own.
create table hub.panel_item (
  id uuid primary key,
  reference text not null unique check (reference ~ '^B-[0-9A-Z]{6}$'),
  -- Whose decision maker decides.
  agency_id uuid not null references hub.agency,
  kind text not null check (kind in ('MATCH', 'APPROVAL')),
  panel_id uuid not null,
  panel_agency_id uuid not null,
  slot integer not null check (slot between 1 and 20),
  status text not null check (status in ('PROVISIONAL', 'CONFIRMED', 'HEARD', 'WITHDRAWN')),
  link_id uuid references hub.link on delete cascade,
  unit_id uuid,
  household_id uuid not null,
  household_agency_id uuid not null,
  -- As on links: neither agency reads the other's record. Filled in by the guard.
  ${REFERENCE('unit_reference')},
  household_reference text not null check (household_reference ~ '^[0-9A-Z]{4,8}$'),
  papers_in_on date,
  recommendation text check (recommendation in ('RECOMMENDED', 'NOT_RECOMMENDED', 'DEFERRED')),
  -- The day the decision maker has the recommendation and the final minutes: the clock of the decision begins.
  minutes_final_on date,
  version integer not null default 1 check (version > 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (id, agency_id),
  check ((kind = 'MATCH') = (link_id is not null) and (kind = 'MATCH') = (unit_id is not null)),
  check (kind = 'MATCH' or agency_id = household_agency_id),
  check ((status = 'HEARD') = (recommendation is not null)),
  check (minutes_final_on is null or recommendation is not null),
  foreign key (panel_id, panel_agency_id) references hub.panel (id, agency_id),
  foreign key (unit_id, agency_id) references hub.unit (id, agency_id) on delete cascade,
  foreign key (household_id, household_agency_id) references hub.household (id, agency_id) on delete cascade
);
create unique index panel_item_slot on hub.panel_item (panel_id, slot) where status <> 'WITHDRAWN';
create unique index panel_item_link on hub.panel_item (link_id) where status in ('PROVISIONAL', 'CONFIRMED');
create unique index panel_item_approval on hub.panel_item (household_id) where kind = 'APPROVAL' and status in ('PROVISIONAL', 'CONFIRMED');
create index panel_item_agency on hub.panel_item (agency_id);
create index panel_item_host on hub.panel_item (panel_agency_id);
create index panel_item_household on hub.panel_item (household_id);
create index panel_item_unit on hub.panel_item (unit_id);
create index panel_item_of_link on hub.panel_item (link_id);

-- What happened to an item: one row for each of its versions, as it was then.
create table hub.panel_item_event (
  item_id uuid not null,
  agency_id uuid not null,
  version integer not null,
  event text not null check (event ~ '^[A-Z_]{4,40}$'),
  panel_id uuid not null references hub.panel,
  slot integer not null,
  status text not null check (status in ('PROVISIONAL', 'CONFIRMED', 'HEARD', 'WITHDRAWN')),
  -- None: the hub itself, when what the item stood on ended.
  actor_id uuid,
  actor_agency_id uuid,
  at timestamptz not null default clock_timestamp(),
  primary key (item_id, version),
  check ((actor_id is null) = (actor_agency_id is null)),
  foreign key (item_id, agency_id) references hub.panel_item (id, agency_id) on delete cascade,
  foreign key (actor_id, actor_agency_id) references hub.app_user (id, agency_id)
);

-- A member who left the room for an item.
create table hub.panel_absence (
  item_id uuid not null,
  agency_id uuid not null,
  panel_id uuid not null,
  member_id uuid not null,
  reason text not null check (reason in ('KNOWS_CHILD', 'KNOWS_FAMILY', 'WORKED_ON_CASE', 'OTHER')),
  at timestamptz not null default clock_timestamp(),
  primary key (item_id, member_id),
  foreign key (item_id, agency_id) references hub.panel_item (id, agency_id) on delete cascade,
  foreign key (panel_id, member_id) references hub.panel_attendance (panel_id, member_id)
);

-- Why a panel recommends, what it advises, and why the decision maker decides: the item's own agency's alone.
create table hub.panel_text (
  id uuid primary key,
  item_id uuid not null,
  agency_id uuid not null,
  part text not null check (part in ('REASONS', 'ADVICE', 'DECISION')),
  share_ids uuid[] not null,
  wrapped_key bytea not null,
  words bytea not null,
  at timestamptz not null default clock_timestamp(),
  unique (item_id, part),
  foreign key (item_id, agency_id) references hub.panel_item (id, agency_id) on delete cascade
);

-- What the agency decision maker decided, once for an item.
create table hub.agency_decision (
  id uuid primary key,
  agency_id uuid not null references hub.agency,
  panel_item_id uuid not null unique,
  kind text not null check (kind in ('MATCH', 'APPROVAL')),
  outcome text not null check (outcome in ('APPROVED', 'NOT_APPROVED')),
  decided_on date not null,
  decided_by uuid not null,
  created_at timestamptz not null default now(),
  unique (id, agency_id),
  foreign key (panel_item_id, agency_id) references hub.panel_item (id, agency_id) on delete cascade,
  foreign key (decided_by, agency_id) references hub.app_user (id, agency_id)
);

-- Who was told of a decision, and how (NMS 17: orally, then in writing).
create table hub.decision_notice (
  decision_id uuid not null,
  agency_id uuid not null,
  recipient text not null check (recipient in ('PARENTS', 'ADOPTERS')),
  manner text not null check (manner in ('ORALLY', 'IN_WRITING')),
  told_on date not null,
  recorded_by uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (decision_id, recipient, manner),
  foreign key (decision_id, agency_id) references hub.agency_decision (id, agency_id) on delete cascade,
  foreign key (recorded_by, agency_id) references hub.app_user (id, agency_id)
);
`;

const BARRED = `
create function hub.barred_panel_items() returns setof uuid language sql stable security definer set search_path = '' as $$
  select i.id from hub.panel_item i where i.unit_id in (select hub.barred_units()) or i.household_id in (select hub.barred_households())
$$;
create function hub.barred_decisions() returns setof uuid language sql stable security definer set search_path = '' as $$
  select d.id from hub.agency_decision d where d.panel_item_id in (select hub.barred_panel_items())
$$;
grant execute on function hub.barred_panel_items(), hub.barred_decisions() to hub_app;
create or replace function hub.barred_references() returns setof text language sql stable security definer set search_path = '' as $$
  select u.reference from hub.unit u where u.id in (select hub.barred_units())
  union all select c.reference from hub.child c where c.id in (select hub.barred_children())
  union all select h.reference from hub.household h where h.id in (select hub.barred_households())
  union all select l.reference from hub.link l where l.id in (select hub.barred_links())
  union all select i.reference from hub.panel_item i where i.id in (select hub.barred_panel_items())
$$;
`;

/** Whoever reads or does anything with panels meets the central list and who came; neither is about a case. */
const OF_PANELS = acting('panels.read', 'panels.export', 'panels.plan', 'panels.book', 'panels.record', 'decisions.make', 'decisions.tell');
const PARTY = ['agency_id', 'panel_agency_id', 'household_agency_id'].map((column) => `${column} = any(array(select hub.visible_agencies()))`).join(' or ');
const HOST = 'panel_agency_id = any(array(select hub.visible_agencies()))';
const OF_ITEM = (table: string, column = 'item_id'): string => `exists (select from hub.panel_item i where i.id = ${table}.${column})`;
const BY_ACTOR = 'actor_id = (select hub.actor()) and actor_agency_id = (select hub.own_agency())';

const PROTECTION = [
  protect('hub.panel', {
    policies: [
      { name: 'all_select', on: 'select', when: ANY_CONTEXT }, { name: 'own_insert', on: 'insert', when: `${OWN} and ${acting('panels.plan')} and created_by = (select hub.actor())` },
      { name: 'own_update', on: 'update', when: `${OWN} and ${acting('panels.plan')}` }, forOwner(),
    ],
    grant: 'select, insert, update (meets_on, starts_at, slot_count, slot_minutes, place, papers_due_on, part_ids, status, version)',
  }),
  protect('hub.panel_member', {
    policies: [
      { name: 'panels_select', on: 'select', when: `(${OWN} or ${OF_PANELS})` }, { name: 'own_insert', on: 'insert', when: `${OWN} and ${acting('panels.plan')}` },
      { name: 'own_update', on: 'update', when: `${OWN} and ${acting('panels.plan')}` }, forOwner(),
    ],
    grant: 'select, insert, update (display_name, role, is_independent, sits_for, ends_on, version)',
  }),
  protect('hub.panel_attendance', {
    policies: [
      { name: 'panels_select', on: 'select', when: `(${OWN} or ${OF_PANELS})` }, { name: 'own_insert', on: 'insert', when: `${OWN} and ${acting('panels.plan', 'panels.record')}` },
      { name: 'own_update', on: 'update', when: `${OWN} and ${acting('panels.record')}` }, { name: 'own_delete', on: 'delete', when: `${OWN} and ${acting('panels.plan')}` }, forOwner(),
    ],
    grant: 'select, insert, delete, update (attendance)',
  }),
  protect('hub.panel_item', {
    policies: [
      { name: 'party_select', on: 'select', when: `(${PARTY})` }, { name: 'own_insert', on: 'insert', when: `${OWN} and ${acting('panels.book')}` },
      { name: 'own_update', on: 'update', when: `${OWN} and ${acting('panels.book', 'panels.record')}` }, { name: 'host_update', on: 'update', when: `${HOST} and ${acting('panels.plan')}` }, forOwner('all'),
    ],
    grant: 'select, insert, update (panel_id, panel_agency_id, slot, status, papers_in_on, recommendation, minutes_final_on, version)',
  }),
  protect('hub.panel_item_event', {
    policies: [{ name: 'party_select', on: 'select', when: OF_ITEM('panel_item_event') }, { name: 'party_insert', on: 'insert', when: `${BY_ACTOR} and ${OF_ITEM('panel_item_event')}` }, forOwner('all')],
    grant: 'select, insert',
  }),
  protect('hub.panel_absence', {
    policies: [{ name: 'party_select', on: 'select', when: OF_ITEM('panel_absence') }, { name: 'own_insert', on: 'insert', when: `${OWN} and ${acting('panels.record')}` }, forOwner()],
    grant: 'select, insert',
  }),
  protect('hub.panel_text', {
    policies: [{ name: 'own_select', on: 'select', when: OWN }, { name: 'own_insert', on: 'insert', when: `${OWN} and ${acting('panels.record', 'decisions.make')} and ${OF_ITEM('panel_text')}` }],
    grant: 'select, insert, update (wrapped_key)',
  }),
  protect('hub.agency_decision', {
    policies: [
      { name: 'party_select', on: 'select', when: OF_ITEM('agency_decision', 'panel_item_id') },
      { name: 'own_insert', on: 'insert', when: `${OWN} and ${acting('decisions.make')} and decided_by = (select hub.actor())` }, forOwner(),
    ],
    grant: 'select, insert',
  }),
  protect('hub.decision_notice', {
    policies: [
      { name: 'own_select', on: 'select', when: OWN }, { name: 'own_insert', on: 'insert', when: `${OWN} and ${acting('decisions.tell')} and recorded_by = (select hub.actor())` },
      { name: 'own_update', on: 'update', when: `${OWN} and ${acting('decisions.tell')}` },
    ],
    grant: 'select, insert, update (told_on, recorded_by)',
  }),
  "select hub.keep_rewrappable('hub.panel_text');",
  unbarred('hub.panel_item', { unit_id: 'UNIT', household_id: 'HOUSEHOLD', link_id: 'LINK' }),
  ...(['panel_item_event', 'panel_absence', 'panel_text'] as const).map((table) => `create policy unbarred on hub.${table} as restrictive for all to hub_app using (item_id <> all(array(select hub.barred_panel_items())));`),
  'create policy unbarred on hub.agency_decision as restrictive for all to hub_app using (panel_item_id <> all(array(select hub.barred_panel_items())));',
  'create policy unbarred on hub.decision_notice as restrictive for all to hub_app using (decision_id <> all(array(select hub.barred_decisions())));',
  `create policy unbarred_panels on audit.event as restrictive for all to hub_app using (
    (row_id is null or row_id <> all(array(select b::text from hub.barred_panel_items() b)) and row_id <> all(array(select b::text from hub.barred_decisions() b)))
    and coalesce(coalesce(after, before) ->> 'item_id', '') <> all(array(select b::text from hub.barred_panel_items() b))
    and coalesce(coalesce(after, before) ->> 'decision_id', '') <> all(array(select b::text from hub.barred_decisions() b)));`,
].join('\n');

/** Panels, the central list of their members, what they consider and recommend, and what the agency decision maker decides. */
export const Panels = forwardOnly('Panels1795305600090', PANEL + CASES + BARRED + PROTECTION);
