import { forwardOnly } from './forward-only';
import { acting, forOwner, OWN, protect, unbarred } from './protect';

const TABLES = `
-- A filter that a person keeps, and when it tells them of what is new.
create table hub.search (
  id uuid primary key,
  agency_id uuid not null references hub.agency,
  owner_id uuid not null,
  holds text not null check (holds in ('UNIT', 'HOUSEHOLD')),
  wrapped_key bytea not null,
  share_ids uuid[] not null,
  name bytea not null,
  filter bytea not null,
  -- Read by those of the agency who look for families; otherwise by its owner alone. Its owner alone changes it and is told.
  shared boolean not null,
  tells text not null check (tells in ('HOURLY', 'DAILY', 'WEEKLY', 'NEVER')),
  paused boolean not null default false,
  last_run_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  unique (id, agency_id),
  foreign key (owner_id, agency_id) references hub.app_user (id, agency_id)
);
create index search_agency on hub.search (agency_id);
create index search_owner on hub.search (owner_id);

-- Whom it has found, once each: whoever leaves the pool and comes back is not new twice.
create table hub.search_find (
  search_id uuid not null,
  agency_id uuid not null references hub.agency,
  unit_id uuid,
  household_id uuid,
  subject_agency_id uuid not null,
  first_found_at timestamptz not null default now(),
  -- To its owner.
  told boolean not null,
  gone_at timestamptz,
  check (num_nonnulls(unit_id, household_id) = 1),
  foreign key (search_id, agency_id) references hub.search (id, agency_id) on delete cascade,
  foreign key (unit_id, subject_agency_id) references hub.unit (id, agency_id) on delete cascade,
  foreign key (household_id, subject_agency_id) references hub.household (id, agency_id) on delete cascade
);
create unique index search_find_once on hub.search_find (search_id, coalesce(unit_id, household_id));
create index search_find_agency on hub.search_find (agency_id);
create index search_find_unit on hub.search_find (unit_id) where unit_id is not null;
create index search_find_household on hub.search_find (household_id) where household_id is not null;

-- When each person opened it last.
create table hub.search_visit (
  search_id uuid not null,
  user_id uuid not null,
  agency_id uuid not null references hub.agency,
  at timestamptz not null,
  primary key (search_id, user_id),
  foreign key (search_id, agency_id) references hub.search (id, agency_id) on delete cascade,
  foreign key (user_id, agency_id) references hub.app_user (id, agency_id)
);
create index search_visit_agency on hub.search_visit (agency_id);
create index search_visit_user on hub.search_visit (user_id);
`;

const MINE = `${OWN} and owner_id = (select hub.actor())`;
// Through the search, whose own policies answer.
const OF_MINE = `${OWN} and search_id in (select s.id from hub.search s)`;
const NOTES = acting('search.keep', 'search.look');
const KEEPS = acting('search.keep');
const ROUND = acting('search.round');

const PROTECTION = [
  protect('hub.search', {
    policies: [
      { name: 'own_select', on: 'select', when: `${OWN} and (shared or owner_id = (select hub.actor()))` },
      { name: 'round', on: 'select', when: ROUND },
      { name: 'own_insert', on: 'insert', when: `${MINE} and ${KEEPS}` },
      { name: 'own_update', on: 'update', when: `${MINE} and ${NOTES}` },
      { name: 'own_delete', on: 'delete', when: `${MINE} and ${KEEPS}` },
      forOwner(),
    ],
    grant: 'select, insert, update (name, wrapped_key, shared, tells, paused, last_run_at), delete', quiet: ['last_run_at'],
  }),
  protect('hub.search_find', {
    policies: [
      { name: 'own_select', on: 'select', when: OF_MINE },
      { name: 'own_insert', on: 'insert', when: `${OF_MINE} and ${NOTES}` },
      { name: 'own_update', on: 'update', when: `${OF_MINE} and ${NOTES}` },
      { name: 'own_delete', on: 'delete', when: `${OF_MINE} and ${NOTES}` },
      forOwner(),
    ],
    grant: 'select, insert, update (told, gone_at), delete', bulk: true,
  }),
  protect('hub.search_visit', {
    policies: [{ name: 'own_all', on: 'all', when: `${OF_MINE} and user_id = (select hub.actor())` }, forOwner()],
    grant: 'select, insert, update (at)', bulk: true,
  }),
  `select hub.keep_rewrappable('hub.search');`,
  unbarred('hub.search_find', { unit_id: 'UNIT', household_id: 'HOUSEHOLD' }),
  `create policy searches on hub.app_user for select to hub_app using (${ROUND});`,
].join('\n');

const NOTICES = `
-- How many, where a notice tells of several.
alter table hub.notice add column count integer check (count > 0);
drop trigger audit on hub.notice;
select audit.watch('hub.notice', array['read_at']);

create or replace function hub.promise_mails() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  with promised as (
    insert into hub.mail (agency_id, user_id, kind, notice_id, counts)
    select u.agency_id, u.id, 'NOTICE', new.id, jsonb_build_object(new.kind, coalesce(new.count, 1))
    from hub.app_user u join hub.mail_choice c on c.user_id = u.id and c.choice = 'EACH'
    where u.agency_id = new.agency_id and u.status = 'ACTIVE' and (u.id = new.user_id or new.role = any (u.roles))
    returning id
  )
  insert into hub.outbox (name, queue, payload) select 'mail.send', 'mail', jsonb_build_object('mailId', p.id) from promised p;
  return null;
end $$;
`;

/** Saved searches, whom they have found, and who was told. */
export const SavedSearches = forwardOnly('SavedSearches1795305600081', TABLES + PROTECTION + NOTICES);
