import { forwardOnly } from './forward-only';
import { acting, ANY_CONTEXT, OWN, protect } from './protect';

const TABLES = `
-- What an agency, or the hub for the region, wishes an indicator to come to. Never changed: of one agency the latest entry for a day holds, unless it was withdrawn. National thresholds are shipped with the hub.
create table hub.performance_target (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references hub.agency,
  code text not null check (code ~ '^[A-Z0-9._]{2,40}$'),
  -- Days, per cent or children, as the indicator is reckoned.
  value numeric(6, 1) not null check (value >= 0),
  -- The first and the last day on which a period measured by it may end.
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  source text not null check (length(source) between 1 and 300),
  note text check (length(note) between 1 and 300),
  entered_by uuid not null,
  at timestamptz not null default clock_timestamp(),
  withdrawn_at timestamptz,
  foreign key (entered_by, agency_id) references hub.app_user (id, agency_id)
);
create index performance_target_agency on hub.performance_target (agency_id);

-- England as the Department for Education publishes it: times between the stages of adoption in whole months, by year to 31 March and age on starting the final period of care.
create table hub.performance_england (
  year smallint not null check (year between 2000 and 2100),
  stage text not null check (stage in ('EC_ADM', 'ADM_M', 'M_P', 'EC_P', 'P_AO', 'EC_AO', 'PLACED_12')),
  age_group text not null check (length(age_group) between 1 and 40),
  value integer check (value >= 0),
  symbol text check (symbol in ('c', 'k', 'low', 'u', 'x', 'z')),
  -- The file.
  source text not null check (length(source) between 1 and 300),
  created_at timestamptz not null default now(),
  primary key (year, stage, age_group),
  check ((value is null) = (symbol is not null))
);

-- Councils of England by the number that the Department gives them, and which agency of the hub each is.
create table hub.performance_council (
  number text primary key check (number ~ '^[0-9]{3}$'),
  name text not null check (length(name) between 1 and 100),
  agency_id uuid unique references hub.agency,
  source text not null check (length(source) between 1 and 300),
  created_at timestamptz not null default now()
);
create table hub.performance_neighbour (
  council text not null check (council ~ '^[0-9]{3}$') references hub.performance_council on delete cascade,
  rank smallint not null check (rank between 1 and 10),
  neighbour text not null check (neighbour ~ '^[0-9]{3}$'),
  closeness text not null check (closeness in ('EXTREMELY', 'VERY', 'CLOSE', 'SOMEWHAT', 'NOT')),
  created_at timestamptz not null default now(),
  primary key (council, rank),
  check (neighbour <> council)
);
`;

const SETS = acting('performanceTargets.set');
const published = [
  { name: 'read', on: 'select', when: ANY_CONTEXT },
  { name: 'hub', on: 'all', when: acting('benchmarks.load') },
] as const;

const PROTECTION = [
  protect('hub.performance_target', {
    policies: [
      { name: 'read', on: 'select', when: ANY_CONTEXT },
      { name: 'own_insert', on: 'insert', when: `${OWN} and ${SETS} and entered_by = (select hub.actor())` },
      { name: 'own_update', on: 'update', when: `${OWN} and ${SETS}` },
    ],
    grant: 'select, insert, update (withdrawn_at)',
  }),
  protect('hub.performance_england', { policies: published, grant: 'select, insert, update', bulk: true }),
  protect('hub.performance_council', { policies: published, grant: 'select, insert, update, delete', bulk: true }),
  protect('hub.performance_neighbour', { policies: published, grant: 'select, insert, update, delete', bulk: true }),
].join('\n');

/** Dated targets, and what indicators are compared with beyond the region (docs/adr/0035). */
export const TargetsAndBenchmarks = forwardOnly('TargetsAndBenchmarks1795305600153', TABLES + PROTECTION);
