import { forwardOnly } from './forward-only';
import { acting, forOwner, OWN, protect } from './protect';

const OUTCOMES = (column: string): string => `${column} text check (${column} in ('PURSUE', 'HOLD', 'RULE_OUT', 'MORE_INFORMATION', 'NO_FAMILY_TODAY'))`;

const MEETING = `
-- A matching meeting, convened by the hub. It names no case: title and place are read by every agency that is invited.
create table hub.meeting (
  id uuid primary key,
  agency_id uuid not null references hub.agency,
  reference text not null unique check (reference ~ '^M-[0-9A-Z]{6}$'),
  title text not null check (length(title) between 1 and 120),
  place text not null check (length(place) <= 200),
  starts_at timestamptz not null,
  minutes integer not null check (minutes between 15 and 600),
  minutes_per_item integer not null check (minutes_per_item between 1 and 120),
  status text not null default 'PLANNED' check (status in ('PLANNED', 'LIVE', 'CLOSED', 'CANCELLED')),
  max_links integer not null check (max_links between 1 and 200),
  per_unit integer not null check (per_unit between 1 and 20),
  per_household integer not null check (per_household between 1 and 20),
  agenda_status text not null default 'NONE' check (agenda_status in ('NONE', 'QUEUED', 'READY', 'FAILED')),
  -- Raised by each wish for an agenda: what an older one found is not stored any more.
  agenda_wish integer not null default 0,
  agenda_run text check (agenda_run ~ '^[A-Z]-[0-9A-Z]{6}$'),
  agenda_value double precision,
  agenda_bound double precision,
  agenda_gap double precision check (agenda_gap >= 0),
  agenda_account text,
  agenda_error text check (agenda_error ~ '^[A-Z_]{4,40}$'),
  -- How often time or place changed, as a calendar counts it (RFC 5545, SEQUENCE).
  sequence integer not null default 0,
  version integer not null default 1 check (version > 0),
  created_by uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  started_at timestamptz,
  ended_at timestamptz,
  unique (id, agency_id),
  check ((started_at is not null) = (status in ('LIVE', 'CLOSED'))),
  check ((ended_at is not null) = (status in ('CLOSED', 'CANCELLED'))),
  foreign key (created_by, agency_id) references hub.app_user (id, agency_id)
);
create index meeting_agency_start on hub.meeting (agency_id, starts_at desc);

-- Of all further tables agency_id is the convening agency.
create table hub.meeting_agency (
  meeting_id uuid not null,
  agency_id uuid not null,
  invited_id uuid not null references hub.agency,
  created_at timestamptz not null default now(),
  primary key (meeting_id, invited_id),
  foreign key (meeting_id, agency_id) references hub.meeting (id, agency_id) on delete cascade
);
create index meeting_agency_invited on hub.meeting_agency (invited_id);

create table hub.meeting_person (
  id uuid primary key default gen_random_uuid(),
  meeting_id uuid not null,
  agency_id uuid not null,
  user_id uuid not null,
  user_agency_id uuid not null,
  -- By which the API names them: people of other agencies have no id there.
  number integer not null check (number > 0),
  role text not null check (role in ('CHAIR', 'MINUTE_TAKER', 'FAMILY_FINDER', 'ADOPTERS_WORKER', 'ADVISER', 'OBSERVER')),
  attendance text not null default 'EXPECTED' check (attendance in ('EXPECTED', 'PRESENT', 'APOLOGIES', 'LEFT')),
  arrived_at timestamptz,
  left_at timestamptz,
  unique (meeting_id, user_id),
  unique (meeting_id, number),
  check ((arrived_at is not null) = (attendance in ('PRESENT', 'LEFT'))),
  check ((left_at is not null) = (attendance = 'LEFT')),
  foreign key (meeting_id, agency_id) references hub.meeting (id, agency_id) on delete cascade,
  foreign key (user_id, user_agency_id) references hub.app_user (id, agency_id)
);

-- A place on the agenda. Whose it is stands apart: all who are invited count the items, also those that are not shown to them.
create table hub.meeting_item (
  id uuid primary key,
  meeting_id uuid not null,
  agency_id uuid not null,
  -- None where people left it off.
  position integer check (position > 0),
  status text not null default 'WAITING' check (status in ('WAITING', 'CURRENT', 'DONE')),
  since timestamptz,
  done_at timestamptz,
  unique (id, meeting_id),
  unique (meeting_id, position) deferrable initially deferred,
  check (status = 'WAITING' or position is not null),
  check ((since is not null) = (status = 'CURRENT')),
  foreign key (meeting_id, agency_id) references hub.meeting (id, agency_id) on delete cascade
);
create unique index meeting_item_current on hub.meeting_item (meeting_id) where status = 'CURRENT';
`;

const CASES = `
-- The child or group of an item.
create table hub.meeting_unit (
  item_id uuid primary key,
  meeting_id uuid not null,
  agency_id uuid not null,
  unit_id uuid not null,
  unit_agency_id uuid not null,
  unit_reference text not null check (unit_reference ~ '^[0-9A-Z]{4,8}$'),
  -- As the run reckoned it; null where people put the unit on the agenda.
  priority double precision,
  ${OUTCOMES('outcome')},
  version integer not null default 1 check (version > 0),
  decided_by uuid,
  decided_at timestamptz,
  unique (meeting_id, unit_id),
  check (outcome in ('HOLD', 'MORE_INFORMATION', 'NO_FAMILY_TODAY')),
  check ((outcome is null) = (decided_by is null) and (outcome is null) = (decided_at is null)),
  foreign key (item_id, meeting_id) references hub.meeting_item (id, meeting_id) on delete cascade,
  foreign key (meeting_id, agency_id) references hub.meeting (id, agency_id) on delete cascade,
  foreign key (unit_id, unit_agency_id) references hub.unit (id, agency_id) on delete cascade
);
create index meeting_unit_unit on hub.meeting_unit (unit_id);

-- A family beside the child or group of an item.
create table hub.meeting_pair (
  id uuid primary key,
  item_id uuid not null,
  meeting_id uuid not null,
  agency_id uuid not null,
  unit_id uuid not null,
  household_id uuid not null,
  household_agency_id uuid not null,
  household_reference text not null check (household_reference ~ '^[0-9A-Z]{4,8}$'),
  position integer not null check (position > 0),
  proposed_by text not null check (proposed_by in ('PROGRAMME', 'PERSON')),
  pinned boolean not null default false,
  left_out boolean not null default false,
  rank double precision,
  low double precision,
  high double precision,
  band text check (band in ('A', 'B', 'C', 'D')),
  ${OUTCOMES('outcome')},
  reason text check (reason ~ '^[A-Z_]{4,40}$'),
  version integer not null default 1 check (version > 0),
  decided_by uuid,
  decided_at timestamptz,
  unique (item_id, household_id),
  check (outcome <> 'NO_FAMILY_TODAY'),
  check ((outcome = 'RULE_OUT') = (reason is not null) or outcome is null and reason is null),
  check ((outcome is null) = (decided_by is null) and (outcome is null) = (decided_at is null)),
  check (not (pinned and left_out)),
  foreign key (item_id, meeting_id) references hub.meeting_item (id, meeting_id) on delete cascade,
  foreign key (meeting_id, agency_id) references hub.meeting (id, agency_id) on delete cascade,
  foreign key (meeting_id, unit_id) references hub.meeting_unit (meeting_id, unit_id) on delete cascade,
  foreign key (household_id, household_agency_id) references hub.household (id, agency_id) on delete cascade
);
create index meeting_pair_meeting on hub.meeting_pair (meeting_id);
create index meeting_pair_unit on hub.meeting_pair (unit_id);
create index meeting_pair_household on hub.meeting_pair (household_id);

-- Somebody who left the room for an item.
create table hub.meeting_absence (
  id uuid primary key,
  meeting_id uuid not null,
  agency_id uuid not null,
  item_id uuid not null,
  user_id uuid not null,
  reason text not null check (reason in ('KNOWS_FAMILY', 'OTHER')),
  at timestamptz not null default clock_timestamp(),
  unique (item_id, user_id),
  foreign key (item_id, meeting_id) references hub.meeting_item (id, meeting_id) on delete cascade,
  foreign key (meeting_id, agency_id) references hub.meeting (id, agency_id) on delete cascade,
  foreign key (meeting_id, user_id) references hub.meeting_person (meeting_id, user_id)
);

create table hub.meeting_action (
  id uuid primary key,
  meeting_id uuid not null,
  agency_id uuid not null,
  number integer not null check (number > 0),
  item_id uuid,
  owner_id uuid not null,
  owner_agency_id uuid not null,
  due_on date not null,
  done_on date,
  done_by uuid,
  unique (meeting_id, number),
  check ((done_on is null) = (done_by is null)),
  foreign key (item_id, meeting_id) references hub.meeting_item (id, meeting_id) on delete cascade,
  foreign key (meeting_id, agency_id) references hub.meeting (id, agency_id) on delete cascade,
  foreign key (owner_id, owner_agency_id) references hub.app_user (id, agency_id)
);
create index meeting_action_owner on hub.meeting_action (owner_id) where done_on is null;

-- What happened: one row for each version of the meeting, with the words that were written, which are changed by nobody.
create table hub.meeting_event (
  id uuid primary key,
  meeting_id uuid not null,
  agency_id uuid not null,
  version integer not null,
  event text not null check (event ~ '^[A-Z_]{4,40}$'),
  -- None: the hub itself.
  actor_id uuid,
  actor_agency_id uuid,
  at timestamptz not null default clock_timestamp(),
  item_id uuid,
  pair_id uuid references hub.meeting_pair on delete cascade,
  action_id uuid references hub.meeting_action on delete cascade,
  user_id uuid,
  -- Of an outcome: the version of the unit's or pair's that it made, and what it is from then on.
  of_version integer,
  ${OUTCOMES('outcome')},
  reason text check (reason ~ '^[A-Z_]{4,40}$'),
  -- The children and the household that the words are about: with any of them the words' own share goes.
  about uuid[] not null default '{}',
  share_ids uuid[] not null default '{}',
  wrapped_key bytea,
  words bytea,
  unique (meeting_id, version),
  check ((wrapped_key is null) = (words is null)),
  check ((actor_id is null) = (actor_agency_id is null)),
  foreign key (item_id, meeting_id) references hub.meeting_item (id, meeting_id) on delete cascade,
  foreign key (meeting_id, agency_id) references hub.meeting (id, agency_id) on delete cascade,
  foreign key (actor_id, actor_agency_id) references hub.app_user (id, agency_id)
);
create index meeting_event_pair on hub.meeting_event (pair_id, of_version) where pair_id is not null;
create index meeting_event_item on hub.meeting_event (item_id, of_version) where item_id is not null;
create index meeting_event_about on hub.meeting_event using gin (about);
`;

const MEETINGS = `
-- Meetings that the viewer's agency convened or is invited to.
create function hub.met_meetings() returns setof uuid language sql stable security definer set search_path = '' as $$
  select m.id from hub.meeting m where m.agency_id = hub.own_agency()
  union select a.meeting_id from hub.meeting_agency a where a.invited_id = hub.own_agency()
$$;
-- Meetings that the viewer may record: convened by their agency, or they are its chair or take its minutes.
create function hub.recorded_meetings() returns setof uuid language sql stable security definer set search_path = '' as $$
  select m.id from hub.meeting m where m.agency_id = hub.own_agency()
  union select p.meeting_id from hub.meeting_person p join hub.meeting_agency a on a.meeting_id = p.meeting_id and a.invited_id = p.user_agency_id
    where p.user_id = hub.actor() and p.user_agency_id = hub.own_agency() and p.role in ('CHAIR', 'MINUTE_TAKER')
$$;
grant execute on function hub.met_meetings(), hub.recorded_meetings() to hub_app;
create function hub.barred_meeting_items() returns setof uuid language sql stable security definer set search_path = '' as $$
  select u.item_id from hub.meeting_unit u where u.unit_id in (select hub.barred_units())
$$;
create function hub.barred_meeting_pairs() returns setof uuid language sql stable security definer set search_path = '' as $$
  select p.id from hub.meeting_pair p where p.unit_id in (select hub.barred_units()) or p.household_id in (select hub.barred_households())
$$;
create function hub.barred_meeting_rows() returns setof text language sql stable security definer set search_path = '' as $$
  with item as (select hub.barred_meeting_items() as id), pair as (select hub.barred_meeting_pairs() as id)
  select i.id::text from item i union all select p.id::text from pair p
  union all select e.id::text from hub.meeting_event e where e.item_id in (select i.id from item i) or e.pair_id in (select p.id from pair p)
  union all select a.id::text from hub.meeting_action a where a.item_id in (select i.id from item i)
  union all select a.id::text from hub.meeting_absence a where a.item_id in (select i.id from item i)
$$;
grant execute on function hub.barred_meeting_items(), hub.barred_meeting_pairs(), hub.barred_meeting_rows() to hub_app;
`;

const MET = (column = 'meeting_id'): string => `${column} = any(array(select hub.met_meetings()))`;
const PLANS = `${OWN} and ${acting('meetings.plan')}`;
const RECORDS = (column = 'meeting_id'): string => `${column} = any(array(select hub.recorded_meetings())) and ${acting('meetings.record')}`;
const ATTENDS = (column = 'meeting_id'): string => `${MET(column)} and ${acting('meetings.attend')}`;
const PROPOSES = acting('meetings.propose');
const WRITES = `(${PLANS} or ${RECORDS()} or ${PROPOSES})`;
// As everywhere: the own record, or the card that a partner shows today.
const UNIT_SHOWN = "(unit_agency_id = any(array(select hub.visible_agencies())) or exists (select from hub.unit_card k where k.unit_id = meeting_unit.unit_id))";
const HOUSEHOLD_SHOWN = "(household_agency_id = any(array(select hub.visible_agencies())) or exists (select from hub.household_card k where k.household_id = meeting_pair.household_id))";
const ITEM_SHOWN = (table: string): string => `(item_id is null or exists (select from hub.meeting_unit u where u.item_id = ${table}.item_id))`;
const PAIR_SHOWN = "(pair_id is null or exists (select from hub.meeting_pair p where p.id = meeting_event.pair_id))";

const PROTECTION = [
  protect('hub.meeting', {
    policies: [
      { name: 'met_select', on: 'select', when: MET('id') }, { name: 'plan_insert', on: 'insert', when: `${PLANS} and created_by = (select hub.actor())` },
      { name: 'met_update', on: 'update', when: `(${PLANS} or ${RECORDS('id')} or ${ATTENDS('id')})` }, { name: 'propose', on: 'all', when: PROPOSES }, forOwner(),
    ],
    grant: `select, insert, update (title, place, starts_at, minutes, minutes_per_item, status, max_links, per_unit, per_household, agenda_status, agenda_wish, agenda_run, agenda_value, agenda_bound,
      agenda_gap, agenda_account, agenda_error, sequence, version, started_at, ended_at)`,
  }),
  protect('hub.meeting_agency', {
    policies: [{ name: 'met_select', on: 'select', when: MET() }, { name: 'plan_insert', on: 'insert', when: PLANS }, { name: 'plan_delete', on: 'delete', when: PLANS }, { name: 'propose', on: 'select', when: PROPOSES }, forOwner()],
    grant: 'select, insert, delete',
  }),
  protect('hub.meeting_person', {
    policies: [
      { name: 'met_select', on: 'select', when: MET() },
      { name: 'met_insert', on: 'insert', when: `(${PLANS} or ${ATTENDS()}) and user_agency_id = (select hub.own_agency())` },
      { name: 'met_update', on: 'update', when: `(${PLANS} or ${RECORDS()} or ${ATTENDS()} and user_agency_id = (select hub.own_agency()))` },
      { name: 'met_delete', on: 'delete', when: `(${PLANS} or ${ATTENDS()} and user_agency_id = (select hub.own_agency()))` }, forOwner(),
    ],
    grant: 'select, insert, delete, update (role, attendance, arrived_at, left_at)',
  }),
  protect('hub.meeting_item', {
    policies: [{ name: 'met_select', on: 'select', when: MET() }, { name: 'write_insert', on: 'insert', when: WRITES }, { name: 'write_update', on: 'update', when: WRITES }, { name: 'propose', on: 'select', when: PROPOSES }, forOwner()],
    grant: 'select, insert, update (position, status, since, done_at)',
  }),
  protect('hub.meeting_unit', {
    policies: [
      { name: 'shown_select', on: 'select', when: `${MET()} and ${UNIT_SHOWN}` }, { name: 'write_insert', on: 'insert', when: WRITES }, { name: 'write_update', on: 'update', when: WRITES },
      { name: 'propose', on: 'select', when: PROPOSES }, forOwner(),
    ],
    grant: 'select, insert, update (priority, outcome, version, decided_by, decided_at)',
  }),
  protect('hub.meeting_pair', {
    policies: [
      { name: 'shown_select', on: 'select', when: `${MET()} and ${ITEM_SHOWN('meeting_pair')} and ${HOUSEHOLD_SHOWN}` }, { name: 'write_insert', on: 'insert', when: WRITES }, { name: 'write_update', on: 'update', when: WRITES },
      { name: 'propose', on: 'all', when: PROPOSES }, forOwner(),
    ],
    grant: 'select, insert, delete, update (position, pinned, left_out, rank, low, high, band, outcome, reason, version, decided_by, decided_at)',
  }),
  protect('hub.meeting_absence', {
    policies: [{ name: 'shown_select', on: 'select', when: `${MET()} and ${ITEM_SHOWN('meeting_absence')}` }, { name: 'record_insert', on: 'insert', when: RECORDS() }, forOwner()],
    grant: 'select, insert',
  }),
  protect('hub.meeting_action', {
    policies: [{ name: 'met_select', on: 'select', when: MET() }, { name: 'record_insert', on: 'insert', when: RECORDS() }, { name: 'attend_update', on: 'update', when: `${ATTENDS()} and owner_agency_id = (select hub.own_agency())` }, forOwner()],
    grant: 'select, insert, update (done_on, done_by)',
  }),
  protect('hub.meeting_event', {
    policies: [
      { name: 'shown_select', on: 'select', when: `${MET()} and ${ITEM_SHOWN('meeting_event')} and ${PAIR_SHOWN}` },
      { name: 'own_insert', on: 'insert', when: `actor_id = (select hub.actor()) and actor_agency_id = (select hub.own_agency()) and (${PLANS} or ${RECORDS()} or ${ATTENDS()})` },
      { name: 'propose', on: 'insert', when: `actor_id is null and ${PROPOSES}` }, forOwner(),
    ],
    grant: 'select, insert, update (wrapped_key)',
  }),
  "select hub.keep_rewrappable('hub.meeting_event');",
].join('\n');

const NO_ITEM = '(item_id is null or item_id <> all(array(select hub.barred_meeting_items())))';
const NO_PAIR = (column: string): string => `(${column} is null or ${column} <> all(array(select hub.barred_meeting_pairs())))`;
const BARS = `
create policy unbarred on hub.meeting_unit as restrictive for all to hub_app using (unit_id <> all(array(select hub.barred_units())));
create policy unbarred on hub.meeting_pair as restrictive for all to hub_app using (
  ${NO_ITEM} and unit_id <> all(array(select hub.barred_units())) and household_id <> all(array(select hub.barred_households())));
create policy unbarred on hub.meeting_event as restrictive for all to hub_app using (${NO_ITEM} and ${NO_PAIR('pair_id')});
create policy unbarred on hub.meeting_action as restrictive for all to hub_app using (${NO_ITEM});
create policy unbarred on hub.meeting_absence as restrictive for all to hub_app using (${NO_ITEM});
create policy unbarred_meetings on audit.event as restrictive for all to hub_app using (row_id is null or row_id <> all(array(select hub.barred_meeting_rows())));
`;

/** Matching meetings: who is invited, the agenda, what was decided on it and what follows. */
export const Meetings = forwardOnly('Meetings1795305600076', MEETING + CASES + MEETINGS + PROTECTION + BARS);
