import { forwardOnly } from './forward-only';
import { acting, ANY_CONTEXT, forOwner, own, protect } from './protect';

const TABLES = `
-- One row: how many units must look alike, and which share of releases may carry an override.
create table hub.anonymity_setting (
  id boolean primary key default true check (id),
  k smallint not null default 5 check (k between 1 and 1000),
  override_percent smallint not null default 10 check (override_percent between 0 and 100),
  updated_at timestamptz not null default now()
);
insert into hub.anonymity_setting default values;

-- What a stranger could know of each unit, as recorded: what the guard counts. It is no projection for others.
create table hub.unit_traits (
  unit_id uuid primary key,
  agency_id uuid not null references hub.agency,
  youngest_band text not null,
  oldest_band text not null,
  sex text not null check (sex in ('F', 'M', 'MIXED', 'UNKNOWN')),
  heritage text[] not null,
  group_size smallint not null check (group_size > 0),
  region_band text not null,
  needs jsonb not null check (jsonb_typeof(needs) = 'object'),
  -- The first day on which the unit counts no more; null while it is current.
  counts_until date,
  updated_at timestamptz not null default now(),
  foreign key (unit_id, agency_id) references hub.unit (id, agency_id) on delete cascade
);
create index unit_traits_agency on hub.unit_traits (agency_id);

alter table hub.unit_card
  add column generalisation smallint not null default 0 check (generalisation between 0 and 20),
  add column group_open boolean not null default false,
  add column needs_up_to jsonb not null default '{}' check (jsonb_typeof(needs_up_to) = 'object'),
  drop constraint unit_card_sex_check,
  add constraint unit_card_sex_check check (sex in ('F', 'M', 'MIXED', 'UNKNOWN', 'NOT_SHOWN'));

alter table hub.profile_release
  -- The text as recorded and as the software suggested it, by field; what was approved stands in content.
  add column texts jsonb not null default '[]' check (jsonb_typeof(texts) = 'array'),
  -- How general the unit is shown; null for a household.
  add column generalisation smallint check (generalisation between 0 and 20),
  -- A person asked to show the facts as recorded, whatever the guard says.
  add column as_recorded boolean not null default false,
  -- Fewer than k units look like what is shown.
  add column below_k boolean not null default false,
  add column override_reason text check (length(override_reason) between 1 and 500),
  -- The record changed under it: nobody else sees it until two people have decided again.
  add column returned_at timestamptz,
  add column returned_reason text,
  add constraint profile_release_override check (approved_at is null or not below_k or override_reason is not null),
  add constraint profile_release_returned check ((returned_at is null) = (returned_reason is null));

drop trigger audit on hub.unit_card;
select audit.watch('hub.unit_card', array['refreshed_on']::text[]);
drop trigger audit on hub.profile_release;
select audit.watch('hub.profile_release', array[]::text[]);
`;

const upkeep = { name: 'cards', on: 'all', when: acting('cards.refresh') } as const;

const PROTECTION = [
  protect('hub.anonymity_setting', { policies: [{ name: 'read', on: 'select', when: ANY_CONTEXT }, forOwner('all')], grant: 'select' }),
  protect('hub.unit_traits', { policies: [own(), upkeep, forOwner('select')], grant: 'select, insert, update, delete', bulk: true }),
  // The nightly round makes what is shown more general, or takes it down.
  `create policy cards_update on hub.profile_release for update to hub_app using (${acting('cards.refresh')}) with check (${acting('cards.refresh')});`,
  'create policy owner_select on hub.profile_release for select to hub_owner using (true);',
].join('\n');

/** Work that makes cards and releases, and nothing else, may ask how common a unit is. */
const ASKS = `hub.acting('children.create', 'children.edit', 'familyFinding.change', 'imports.apply', 'imports.execute', 'releases.request', 'releases.approve', 'releases.withdraw', 'cards.refresh')`;

const COUNTS = `
-- Counts alone: no reference, no agency, no date (trust.md ANON-2).
create function hub.anonymity_population() returns table (youngest_band text, oldest_band text, sex text, heritage text[], group_size smallint, region_band text, units integer)
language sql stable security definer set search_path = '' as $$
  select t.youngest_band, t.oldest_band, t.sex, t.heritage, t.group_size, t.region_band, count(*)::integer
  from hub.unit_traits t where ${ASKS} and (t.counts_until is null or t.counts_until > hub.today())
  group by t.youngest_band, t.oldest_band, t.sex, t.heritage, t.group_size, t.region_band
$$;
create function hub.anonymity_needs() returns table (need text, level integer, units integer)
language sql stable security definer set search_path = '' as $$
  select n.key, n.value::integer, count(*)::integer
  from hub.unit_traits t cross join jsonb_each_text(t.needs) n
  where ${ASKS} and (t.counts_until is null or t.counts_until > hub.today()) and n.value is not null
  group by n.key, n.value
$$;
-- Releases of children that were ever approved in the region, and those of them that carried an override.
create function hub.anonymity_overrides() returns table (approved integer, overridden integer)
language sql stable security definer set search_path = '' as $$
  select count(*)::integer, count(*) filter (where r.override_reason is not null)::integer
  from hub.profile_release r where hub.acting('releases.approve') and r.subject_type = 'UNIT' and r.approved_at is not null
$$;
grant execute on function hub.anonymity_population(), hub.anonymity_needs(), hub.anonymity_overrides() to hub_app;
`;

/** What the anonymisation guard counts, and how general it has made what others see. */
export const Anonymity = forwardOnly('Anonymity1795305600040', TABLES + PROTECTION + COUNTS);
