import { forwardOnly } from './forward-only';
import { acting, OWN, protect } from './protect';

const SECTIONS = `('WAITING', 'WAITS', 'APPLICATIONS', 'RECRUITMENT', 'PLACED', 'DISRUPTIONS', 'CHANGES', 'FINANCE')`;
const MOST_PENCE = 2_000_000_000;

const TABLES = `
-- What the executive side of an agency is told every six months (NMS 25.6). A signed one keeps what it said, sealed, and never changes.
create table hub.executive_report (
  id uuid primary key,
  agency_id uuid not null references hub.agency,
  -- The first day of its half-year.
  starts_on date not null check (extract(day from starts_on) = 1 and extract(month from starts_on) in (4, 10)),
  version integer not null default 1,
  budget_pence integer check (budget_pence between 0 and ${MOST_PENCE}),
  spent_pence integer check (spent_pence between 0 and ${MOST_PENCE}),
  begun_by uuid not null,
  signed_by uuid,
  signed_at timestamptz,
  -- Of the figures that were signed.
  data_date date,
  edition text check (edition ~ '^[0-9A-Za-z-]{1,40}$'),
  share_ids uuid[] not null,
  wrapped_key bytea,
  content bytea,
  created_at timestamptz not null default clock_timestamp(),
  unique (agency_id, starts_on),
  unique (id, agency_id),
  check ((signed_at is null) = (content is null) and (signed_at is null) = (signed_by is null) and (signed_at is null) = (data_date is null) and (content is null) = (wrapped_key is null)),
  foreign key (begun_by, agency_id) references hub.app_user (id, agency_id),
  foreign key (signed_by, agency_id) references hub.app_user (id, agency_id)
);

-- The words beside the figures of a section.
create table hub.executive_section (
  id uuid primary key,
  report_id uuid not null,
  agency_id uuid not null,
  section text not null check (section in ${SECTIONS}),
  version integer not null default 1,
  written_by uuid not null,
  at timestamptz not null default clock_timestamp(),
  share_ids uuid[] not null,
  wrapped_key bytea not null,
  words bytea not null,
  unique (report_id, section),
  foreign key (report_id, agency_id) references hub.executive_report (id, agency_id),
  foreign key (written_by, agency_id) references hub.app_user (id, agency_id)
);
create index executive_section_agency on hub.executive_section (agency_id);

-- What the agency undertakes to do better, who does it and when it is looked at. It outlives the report in which it was promised.
create table hub.executive_action (
  id uuid primary key,
  report_id uuid not null,
  agency_id uuid not null,
  section text not null check (section in ${SECTIONS}),
  owner_id uuid not null,
  due_on date not null,
  review_on date not null,
  done_on date,
  version integer not null default 1,
  written_by uuid not null,
  at timestamptz not null default clock_timestamp(),
  share_ids uuid[] not null,
  wrapped_key bytea not null,
  words bytea not null,
  foreign key (report_id, agency_id) references hub.executive_report (id, agency_id),
  foreign key (owner_id, agency_id) references hub.app_user (id, agency_id),
  foreign key (written_by, agency_id) references hub.app_user (id, agency_id)
);
create index executive_action_report on hub.executive_action (report_id);
create index executive_action_agency on hub.executive_action (agency_id, done_on);

-- Words beside an indicator, of one agency about its own figures. What is taken back stays in the trail alone.
create table hub.performance_comment (
  id uuid primary key,
  agency_id uuid not null references hub.agency,
  code text not null check (code ~ '^[A-Z0-9_.]{2,40}$'),
  -- The last month of the period that the words are about.
  month date not null check (extract(day from month) = 1),
  author_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  withdrawn_at timestamptz,
  share_ids uuid[] not null,
  wrapped_key bytea not null,
  words bytea not null,
  foreign key (author_id, agency_id) references hub.app_user (id, agency_id)
);
create index performance_comment_code on hub.performance_comment (agency_id, code, month);
`;

const READS = { name: 'own_select', on: 'select', when: OWN } as const;
const WRITES = acting('reports.write');
const writes = (by: string) => [
  READS,
  { name: 'own_insert', on: 'insert', when: `${OWN} and ${WRITES} and ${by} = (select hub.actor())` },
  { name: 'own_update', on: 'update', when: `${OWN} and ${WRITES}` },
] as const;

const PROTECTION = [
  protect('hub.executive_report', {
    policies: [READS, { name: 'own_insert', on: 'insert', when: `${OWN} and ${WRITES} and begun_by = (select hub.actor())` }, { name: 'own_update', on: 'update', when: `${OWN} and ${acting('reports.write', 'reports.sign')}` }],
    grant: 'select, insert, update (version, budget_pence, spent_pence, signed_by, signed_at, data_date, edition, wrapped_key, content)',
  }),
  protect('hub.executive_section', { policies: writes('written_by'), grant: 'select, insert, update (version, written_by, at, wrapped_key, words)' }),
  protect('hub.executive_action', { policies: writes('written_by'), grant: 'select, insert, update (done_on, version)' }),
  protect('hub.performance_comment', {
    policies: [
      READS, { name: 'own_insert', on: 'insert', when: `${OWN} and ${acting('performance.comment')} and author_id = (select hub.actor())` },
      { name: 'own_update', on: 'update', when: `${OWN} and ${acting('performance.comment')} and author_id = (select hub.actor())` },
    ],
    grant: 'select, insert, update (withdrawn_at)',
  }),
  ...['executive_report', 'executive_section', 'executive_action', 'performance_comment'].map((table) => `grant update (wrapped_key) on hub.${table} to hub_app; select hub.keep_rewrappable('hub.${table}');`),
].join('\n');

const GUARD = `
-- What was signed stays as it was signed; its data key alone is wrapped anew when the agency's key is changed.
create function hub.guard_executive_report() returns trigger language plpgsql as $$
begin
  if old.signed_at is not null and to_jsonb(new) - 'wrapped_key' is distinct from to_jsonb(old) - 'wrapped_key' then
    raise exception 'a signed report does not change' using errcode = 'check_violation';
  end if;
  if hub.acting('reports.sign') and (new.signed_by is distinct from hub.actor() or new.budget_pence is distinct from old.budget_pence or new.spent_pence is distinct from old.spent_pence) then
    raise exception 'who signs changes nothing' using errcode = '42501';
  end if;
  if hub.acting('reports.write') and new.signed_at is not null then
    raise exception 'a report is signed by who may sign' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger guard before update on hub.executive_report for each row execute function hub.guard_executive_report();

create function hub.guard_executive_part() returns trigger language plpgsql as $$
begin
  -- The row is locked whatever it says, so that nobody signs meanwhile.
  perform from hub.executive_report r where r.id = new.report_id for share;
  if exists (select from hub.executive_report r where r.id = new.report_id and r.signed_at is not null) then
    raise exception 'a signed report does not change' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger guard before insert or update of words on hub.executive_section for each row when (hub.has_context() and not hub.acting('keys.rotate')) execute function hub.guard_executive_part();
create trigger guard before insert on hub.executive_action for each row when (hub.has_context()) execute function hub.guard_executive_part();
`;

/** The six-monthly report to the executive, and words beside indicators (docs/adr/0034). */
export const ExecutiveReports = forwardOnly('ExecutiveReports1795305600148', TABLES + PROTECTION + GUARD);
