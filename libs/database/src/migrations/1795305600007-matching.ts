import { forwardOnly } from './forward-only';
import { acting, forOwner, OWN, own, PARTNER, protect } from './protect';

const TABLES = `
create table hub.ruled_out (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references hub.agency,
  unit_id uuid not null,
  household_id uuid not null,
  unit_agency_id uuid not null,
  household_agency_id uuid not null,
  reason text not null check (length(reason) <= 2000),
  ruled_by uuid not null,
  ruled_at timestamptz not null default now(),
  lifted_at timestamptz,
  check (agency_id in (unit_agency_id, household_agency_id)),
  foreign key (unit_id, unit_agency_id) references hub.unit (id, agency_id) on delete cascade,
  foreign key (household_id, household_agency_id) references hub.household (id, agency_id) on delete cascade,
  foreign key (ruled_by, agency_id) references hub.app_user (id, agency_id)
);
create unique index ruled_out_once on hub.ruled_out (unit_id, household_id, agency_id) where lifted_at is null;
create index ruled_out_household on hub.ruled_out (household_id);
create index ruled_out_agency on hub.ruled_out (agency_id);

create table hub.matching_run (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references hub.agency,
  reference text not null unique,
  requested_by uuid not null,
  scope text not null check (scope in ('REGION', 'UNIT', 'HOUSEHOLD')),
  subject_id uuid,
  status text not null default 'QUEUED' check (status in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
  progress smallint not null default 0 check (progress between 0 and 100),
  step text,
  as_at date not null,
  policy jsonb not null,
  policy_id text not null,
  policy_version integer not null,
  data_hash text,
  units integer,
  households integer,
  error_code text,
  requested_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  attempt integer not null default 0,
  check ((scope = 'REGION') = (subject_id is null)),
  foreign key (requested_by, agency_id) references hub.app_user (id, agency_id)
);
create index matching_run_agency on hub.matching_run (agency_id, requested_at desc);

create table hub.matching_result (
  run_id uuid not null references hub.matching_run on delete cascade,
  subject_type text not null check (subject_type in ('UNIT', 'HOUSEHOLD')),
  subject_id uuid not null,
  -- The subject's agency, which alone reads the row.
  agency_id uuid not null references hub.agency,
  eligible integer not null,
  conditional integer not null,
  blocked integer not null,
  ruled_out integer not null,
  priority double precision,
  -- Deflated JSON, safe to show at S0.
  evidence bytea not null,
  primary key (run_id, subject_type, subject_id)
);
create index matching_result_subject on hub.matching_result (subject_id);
create index matching_result_agency on hub.matching_result (agency_id);
`;

const EXECUTES = acting('matching.execute');
const READS_REGION = acting('matching.readRegion');

const PROTECTION = [
  // The reason stays with who gave it; that a pair is ruled out is told by hub.ruled_out_pairs() (product.md, stages).
  protect('hub.ruled_out', {
    policies: [own(), { name: 'run', on: 'select', when: EXECUTES }, forOwner()],
    grant: 'select, insert, update',
  }),
  protect('hub.matching_run', {
    policies: [
      own('select'),
      { name: 'own_insert', on: 'insert', when: `${OWN} and requested_by = (select hub.actor())` },
      own('update'),
      // A regional run belongs to the region: each agency reads its own results, so it must see the run they are of.
      { name: 'partner', on: 'select', when: `${PARTNER} and scope = 'REGION'` },
      { name: 'run_select', on: 'select', when: EXECUTES },
      { name: 'run_update', on: 'update', when: EXECUTES },
      { name: 'region', on: 'select', when: READS_REGION },
    ],
    grant: 'select, insert, update', quiet: ['progress', 'step'],
  }),
  protect('hub.matching_result', {
    policies: [own('select'), { name: 'run', on: 'all', when: EXECUTES }, { name: 'region', on: 'select', when: READS_REGION }],
    grant: 'select, insert, delete', bulk: true,
  }),
].join('\n');

const PAIRS = `
-- Which pairs of the own agency's units or households anybody ruled out; why is not told.
create function hub.ruled_out_pairs() returns table (unit_id uuid, household_id uuid)
language sql stable security definer set search_path = '' as $$
  select distinct r.unit_id, r.household_id
  from hub.ruled_out r
  where r.lifted_at is null
    and (hub.own_agency() in (r.unit_agency_id, r.household_agency_id) or hub.acting('matching.readRegion'))
$$;
grant execute on function hub.ruled_out_pairs() to hub_app;
`;

/** Runs, their results, and the pairs that people ruled out. */
export const Matching = forwardOnly('Matching1795305600007', TABLES + PROTECTION + PAIRS);
