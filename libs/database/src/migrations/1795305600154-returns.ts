import { forwardOnly } from './forward-only';
import { acting, own, OWN, protect } from './protect';

const TABLES = `
-- A file that figures can be reckoned from beside the hub's own records: Annex A, or the children looked after return (SSDA903) of a year. No child and no text of it is kept:
-- what it tells by month, and where its rules are broken.
create table hub.performance_return (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references hub.agency,
  source text not null check (source in ('ANNEX_A', 'SSDA903')),
  -- Of a return: the year in which it ends.
  year smallint check (year between 2000 and 2100),
  as_at date not null,
  -- How the hub calls each file, and how many rows it has.
  files jsonb not null check (jsonb_typeof(files) = 'array'),
  -- Rule, file, row, column and the rule's words, never a value.
  warnings jsonb not null check (jsonb_typeof(warnings) = 'array'),
  warning_count integer not null check (warning_count >= 0),
  uploaded_by uuid not null,
  at timestamptz not null default clock_timestamp(),
  check ((source = 'SSDA903') = (year is not null)),
  unique (id, agency_id),
  foreign key (uploaded_by, agency_id) references hub.app_user (id, agency_id)
);
create index performance_return_agency on hub.performance_return (agency_id, at);

create table hub.performance_return_month (
  return_id uuid not null,
  agency_id uuid not null,
  month date not null check (extract(day from month) = 1),
  tallies jsonb not null check (jsonb_typeof(tallies) = 'object'),
  primary key (return_id, month),
  foreign key (return_id, agency_id) references hub.performance_return (id, agency_id) on delete cascade
);
create index performance_return_month_agency on hub.performance_return_month (agency_id);

-- Which source an agency's figures are reckoned from; without a row the hub's own records.
create table hub.performance_source_choice (
  agency_id uuid primary key references hub.agency,
  source text not null check (source in ('HUB', 'ANNEX_A', 'SSDA903')),
  chosen_by uuid not null,
  updated_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  foreign key (chosen_by, agency_id) references hub.app_user (id, agency_id)
);
`;

const LOADS = acting('returns.load');
const reckons = { name: 'reckons', on: 'select', when: acting('performance.reckon') } as const;

const PROTECTION = [
  protect('hub.performance_return', {
    policies: [own('select'), reckons, { name: 'own_insert', on: 'insert', when: `${OWN} and ${LOADS} and uploaded_by = (select hub.actor())` }, { name: 'own_delete', on: 'delete', when: `${OWN} and ${LOADS}` }],
    grant: 'select, insert, delete', bulk: true,
  }),
  protect('hub.performance_return_month', { policies: [own('select'), reckons, { name: 'own_insert', on: 'insert', when: `${OWN} and ${LOADS}` }, { name: 'own_delete', on: 'delete', when: `${OWN} and ${LOADS}` }], grant: 'select, insert, delete', bulk: true }),
  protect('hub.performance_source_choice', {
    policies: [own('select'), reckons, { name: 'own_insert', on: 'insert', when: `${OWN} and ${acting('returns.choose')} and chosen_by = (select hub.actor())` }, { name: 'own_update', on: 'update', when: `${OWN} and ${acting('returns.choose')} and chosen_by = (select hub.actor())` }],
    grant: 'select, insert, update (source, chosen_by)',
  }),
].join('\n');

/** Files as sources of figures, and which source an agency is counted from (docs/adr/0035). */
export const Returns = forwardOnly('Returns1795305600154', TABLES + PROTECTION);
