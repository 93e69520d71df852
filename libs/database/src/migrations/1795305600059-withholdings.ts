import { forwardOnly } from './forward-only';
import { acting, forOwner, OWN, protect, unbarred } from './protect';

const TABLE = `
-- That information on a child was not shared because sharing would be more detrimental than not (Children Act 2004 s.16LA(3)).
create table hub.withholding (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references hub.agency,
  child_id uuid not null,
  wrapped_key bytea not null,
  with_whom bytea not null,
  what bytea not null,
  reason bytea not null,
  decided_on date not null,
  decided_by uuid not null,
  recorded_at timestamptz not null default now(),
  outcome text check (outcome in ('APPROVED', 'DECLINED')),
  settled_by uuid,
  settled_at timestamptz,
  check ((outcome is null) = (settled_by is null) and (settled_by is null) = (settled_at is null)),
  -- The second person is never the first.
  check (settled_by <> decided_by),
  foreign key (child_id, agency_id) references hub.child (id, agency_id) on delete cascade,
  foreign key (decided_by, agency_id) references hub.app_user (id, agency_id),
  foreign key (settled_by, agency_id) references hub.app_user (id, agency_id)
);
create index withholding_child on hub.withholding (child_id, decided_on);
create index withholding_waiting on hub.withholding (agency_id) where outcome is null;
`;

const PROTECTION = [
  protect('hub.withholding', {
    policies: [
      { name: 'own_select', on: 'select', when: OWN },
      { name: 'own_insert', on: 'insert', when: `${OWN} and ${acting('disclosure.withhold')} and decided_by = (select hub.actor())` },
      { name: 'own_update', on: 'update', when: `${OWN} and ${acting('disclosure.settleWithholding')}` },
      forOwner(),
    ],
    grant: 'select, insert, update (outcome, settled_by, settled_at, wrapped_key)',
  }),
  "select hub.keep_rewrappable('hub.withholding');",
  unbarred('hub.withholding', { child_id: 'CHILD' }),
].join('\n');

const KEYED = ['unit_id', 'child_id', 'household_id', 'adult_id', 'subject_id'];
const EVENTS = [
  'row_id is null or row_id <> all(array(select hub.barred_rows()))',
  ...KEYED.map((key) => `coalesce(coalesce(after, before) ->> '${key}', '') <> all(array(select hub.barred_rows()))`),
].map((when) => `(${when})`).join(' and ');

const ID = (table: string, column: string, of: string): string => `select r.id::text from hub.${table} r where r.${column} in (select hub.${of}())`;
// Of an update the audit trail keeps what changed alone, so that the row's own id has to tell whose it is.
const ROWS = [
  'select hub.barred_subjects()::text', 'select hub.barred_adults()::text', ID('child_event', 'child_id', 'barred_children'), ID('adoption_decision', 'child_id', 'barred_children'),
  ID('withholding', 'child_id', 'barred_children'), ID('household_event', 'household_id', 'barred_households'), ID('shredding', 'subject_id', 'barred_subjects'), ID('adopter_consent', 'household_id', 'barred_households'),
  ID('disclosure_grant', 'subject_id', 'barred_subjects'), ID('matching_run', 'subject_id', 'barred_subjects'),
  ...['ruled_out', 'break_glass'].flatMap((table) => [ID(table, 'unit_id', 'barred_units'), ID(table, 'household_id', 'barred_households')]),
  "select n.id::text from hub.notice n where n.subject_reference in (select hub.barred_references())",
  'select b.id::text from hub.barred_person p join hub.bar b on b.id = p.bar_id and b.lifted_at is null where p.user_id = hub.actor()',
].join(' union all ');

const TRAIL = `
create policy owner_select on hub.notice for select to hub_owner using (true);
create policy owner_select on hub.shredding for select to hub_owner using (true);
create function hub.barred_rows() returns setof text language sql stable security definer set search_path = '' as $$ ${ROWS} $$;
grant execute on function hub.barred_rows() to hub_app;
create policy unbarred on audit.event as restrictive for all to hub_app using (${EVENTS});
`;

/** Decisions not to share; and the audit trail of barred cases, now that every table of a case is there. */
export const Withholdings = forwardOnly('Withholdings1795305600059', TABLE + PROTECTION + TRAIL);
