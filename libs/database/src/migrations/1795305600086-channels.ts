import { forwardOnly } from './forward-only';
import { acting, OWN, protect, unbarred } from './protect';

const OUTSIDE = `
-- Agencies outside the region: any council records one when a search reaches it, each once.
alter table hub.agency add column outside_kind text check (outside_kind in ('COUNCIL', 'REGIONAL', 'VOLUNTARY', 'OTHER')),
  add constraint agency_outside_kind check (outside_kind is null or kind = 'OUTSIDE');
create unique index agency_outside_name on hub.agency (lower(regexp_replace(btrim(name), '\\s+', ' ', 'g'))) where kind = 'OUTSIDE';
create policy reached on hub.agency for insert to hub_app with check (${acting('channels.record')} and kind = 'OUTSIDE');
drop trigger audit on hub.agency;
select audit.watch('hub.agency', '{}');
`;

const COMMON = `
  id uuid primary key,
  agency_id uuid not null references hub.agency,
  unit_id uuid not null,
  share_ids uuid[] not null,
  recorded_by uuid not null,
  at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  foreign key (unit_id, agency_id) references hub.unit (id, agency_id) on delete cascade,
  foreign key (recorded_by, agency_id) references hub.app_user (id, agency_id)`;

const TABLES = `
-- Where a search went beyond the region, and what came of it.
create table hub.search_channel (
  kind text not null check (kind in ('NATIONAL_SITE', 'ACTIVITY_DAY', 'EXCHANGE_EVENT', 'MAGAZINE', 'OTHER_AGENCY')),
  outside_agency_id uuid references hub.agency,
  started_on date not null,
  ended_on date check (ended_on >= started_on),
  result text check (result in ('NO_INTEREST', 'INTEREST', 'FOLLOWED_UP', 'FAMILY_FOUND', 'CANCELLED')),
  wrapped_key bytea,
  words bytea,
  check ((ended_on is null) = (result is null)),
  check ((kind = 'OTHER_AGENCY') = (outside_agency_id is not null)),
  check ((wrapped_key is null) = (words is null)),${COMMON}
);
create index search_channel_unit on hub.search_channel (unit_id);
create index search_channel_agency on hub.search_channel (agency_id);

-- A family of an agency outside whom a search reached. What that agency calls it is sealed: it may say who they are.
create table hub.outside_household (
  outside_agency_id uuid not null references hub.agency,
  household_kind text check (household_kind in ('SINGLE', 'COUPLE')),
  max_children smallint check (max_children between 1 and 10),
  age_min_months smallint check (age_min_months between 0 and 216),
  age_max_months smallint check (age_max_months between 0 and 216),
  on_date date not null,
  outcome text not null check (outcome in ('INTERESTED', 'CONSIDERED', 'DECLINED', 'RULED_OUT')),
  wrapped_key bytea not null,
  given_reference bytea not null,
  words bytea,${COMMON}
);
create index outside_household_unit on hub.outside_household (unit_id);
create index outside_household_agency on hub.outside_household (agency_id);
`;

const policies = [
  { name: 'own_select', on: 'select', when: OWN },
  { name: 'own_insert', on: 'insert', when: `${OWN} and ${acting('channels.record')} and recorded_by = (select hub.actor())` },
  { name: 'own_update', on: 'update', when: `${OWN} and ${acting('channels.record')}` },
] as const;

const PROTECTION = [
  protect('hub.search_channel', { policies, grant: 'select, insert, update (kind, outside_agency_id, started_on, ended_on, result, wrapped_key, share_ids, words, recorded_by, at, version)' }),
  protect('hub.outside_household', { policies, grant: 'select, insert, update (outside_agency_id, household_kind, max_children, age_min_months, age_max_months, on_date, outcome, wrapped_key, share_ids, given_reference, words, recorded_by, at, version)' }),
  "select hub.keep_rewrappable('hub.search_channel'), hub.keep_rewrappable('hub.outside_household');",
  unbarred('hub.search_channel', { unit_id: 'UNIT' }),
  unbarred('hub.outside_household', { unit_id: 'UNIT' }),
].join('\n');

/** Where searches go beyond the region, and whom they reach there. */
export const Channels = forwardOnly('Channels1795305600086', OUTSIDE + TABLES + PROTECTION);
