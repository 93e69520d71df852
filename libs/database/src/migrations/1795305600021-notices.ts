import { forwardOnly } from './forward-only';
import { acting, OWN, protect } from './protect';

const TABLE = `
-- The inbox inside the hub. It says what happened to what, and never to whom by name.
create table hub.notice (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references hub.agency,
  -- To one person, or to whoever holds the role.
  user_id uuid,
  role text check (role ~ '^[A-Z_]{2,40}$'),
  kind text not null check (kind ~ '^[A-Z_]{2,40}$'),
  subject_type text check (subject_type ~ '^[A-Z_]{2,20}$'),
  subject_reference text check (length(subject_reference) <= 40),
  -- Whose doing it is about.
  actor_id uuid,
  actor_agency_id uuid,
  at timestamptz not null default clock_timestamp(),
  on_date date not null default hub.today(),
  read_at timestamptz,
  check ((user_id is null) <> (role is null)),
  foreign key (user_id, agency_id) references hub.app_user (id, agency_id)
);
create index notice_agency on hub.notice (agency_id, at desc);
create index notice_actor on hub.notice (actor_id, at) where actor_id is not null;
-- The same look by the same person is told once a day.
create unique index notice_own_surname on hub.notice (agency_id, actor_id, subject_reference, on_date) where kind = 'OWN_SURNAME';
`;

const MINE = `${OWN} and (user_id = (select hub.actor()) or role = any(array(select hub.own_roles())))`;

const PROTECTION = protect('hub.notice', {
  policies: [
    { name: 'own_select', on: 'select', when: MINE },
    { name: 'own_update', on: 'update', when: MINE },
    // Whoever acts may leave one, also for another agency; only its addressees see it.
    { name: 'leave', on: 'insert', when: '(select hub.has_context())' },
    { name: 'watch', on: 'select', when: acting('audit.watch') },
  ],
  grant: 'select, insert, update (read_at)', quiet: ['read_at'],
});

/** Notices to people and roles of an agency. */
export const Notices = forwardOnly('Notices1795305600021', TABLE + PROTECTION);
