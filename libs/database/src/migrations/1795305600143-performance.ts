import { forwardOnly } from './forward-only';
import { acting, own, protect } from './protect';

const TABLES = `
-- One reckoning of all indicators: what was known on the data date. The nightly one is current; one that was given a name is kept for ever (docs/adr/0031).
create table hub.performance_edition (
  id uuid primary key default gen_random_uuid(),
  reference text not null unique check (reference ~ '^PE-[0-9A-Z]{6}$'),
  name text check (length(name) between 1 and 200),
  data_date date not null,
  -- First days of the first and the last month.
  first_month date not null check (extract(day from first_month) = 1),
  last_month date not null check (extract(day from last_month) = 1 and last_month >= first_month),
  -- Whose children and households were counted, by id: from which source, and which indicators that cannot give.
  agencies jsonb not null check (jsonb_typeof(agencies) = 'object'),
  -- The version of each definition, by its code.
  definitions jsonb not null check (jsonb_typeof(definitions) = 'object'),
  is_current boolean not null,
  reckoned_at timestamptz not null default now(),
  check (is_current or name is not null)
);
create unique index performance_edition_current on hub.performance_edition (is_current) where is_current;

-- What a month of an agency holds of every indicator that its source can give, however few children it tells of.
create table hub.performance_month (
  edition_id uuid not null references hub.performance_edition on delete cascade,
  agency_id uuid not null references hub.agency,
  source text not null check (source in ('HUB', 'ANNEX_A', 'SSDA903')),
  month date not null check (extract(day from month) = 1),
  -- Whether figures are reckoned from this source, or it stands beside the one they are.
  is_used boolean not null,
  tallies jsonb not null check (jsonb_typeof(tallies) = 'object'),
  primary key (edition_id, agency_id, source, month)
);
create index performance_month_agency on hub.performance_month (agency_id);
create unique index performance_month_used on hub.performance_month (edition_id, agency_id, month) where is_used;

-- A run of months, or the end of one, of which everybody may know: nothing in it tells of one to five children (docs/adr/0031).
create table hub.performance_block (
  id uuid primary key default gen_random_uuid(),
  edition_id uuid not null references hub.performance_edition on delete cascade,
  -- Null: the region.
  agency_id uuid references hub.agency,
  -- Of the region alone: the members of today in every month, or those of each month.
  basis text check (basis in ('RESTATED', 'FROZEN')),
  code text not null check (code ~ '^[A-Z0-9_.]{2,40}$'),
  part text not null check (part in ('FLOW', 'STANDING')),
  from_month date not null check (extract(day from from_month) = 1),
  to_month date not null check (extract(day from to_month) = 1 and to_month >= from_month),
  tally jsonb not null check (jsonb_typeof(tally) = 'object'),
  check ((agency_id is null) = (basis is not null)),
  check (part = 'FLOW' or from_month = to_month),
  unique nulls not distinct (edition_id, code, agency_id, basis, part, to_month)
);
create index performance_block_agency on hub.performance_block (agency_id);

-- A member today, or the hub, which needs no membership.
create function hub.is_member() returns boolean language sql stable as $$
  select exists (select from hub.agency a where a.id = hub.own_agency() and a.kind = 'HUB')
    or exists (select from hub.membership m where m.agency_id = hub.own_agency() and m.starts_on <= hub.today() and (m.ends_on is null or m.ends_on > hub.today()))
$$;
grant execute on function hub.is_member() to hub_app;
`;

const MEMBERS = { name: 'members', on: 'select', when: '(select hub.is_member())' } as const;
const RECKONS = { name: 'reckons', on: 'all', when: acting('performance.reckon') } as const;

const PROTECTION = [
  protect('hub.performance_edition', { policies: [MEMBERS, RECKONS], grant: 'select, insert, update, delete', bulk: true }),
  protect('hub.performance_month', { policies: [own('select'), RECKONS], grant: 'select, insert, delete', bulk: true }),
  protect('hub.performance_block', { policies: [MEMBERS, RECKONS], grant: 'select, insert, delete', bulk: true }),
].join('\n');

/** Indicators rolled up by council and month, and what of them everybody may know. */
export const Performance = forwardOnly('Performance1795305600143', TABLES + PROTECTION);
