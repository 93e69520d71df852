import { forwardOnly } from './forward-only';
import { acting, ANY_CONTEXT, forOwner, OWN, protect, type Policy } from './protect';

const REGISTERS = `
create table hub.agency (
  id uuid primary key default gen_random_uuid(),
  code text not null unique check (code ~ '^[A-Z0-9][A-Z0-9-]{0,19}$'),
  name text not null check (length(name) between 1 and 200),
  kind text not null check (kind in ('COUNCIL', 'VOLUNTARY', 'HUB', 'OUTSIDE')),
  region_band text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table hub.membership (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references hub.agency,
  starts_on date not null,
  -- The first day without; leaving therefore works at once.
  ends_on date check (ends_on >= starts_on),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index membership_agency on hub.membership (agency_id);

create table hub.agreement (
  id uuid primary key default gen_random_uuid(),
  reference text not null unique,
  title text not null check (length(title) between 1 and 200),
  purpose text not null check (purpose ~ '^[A-Z_]{2,40}$'),
  legal_basis text not null,
  starts_on date not null,
  -- The first day without; ending an agreement today stops the sharing today.
  ends_on date check (ends_on >= starts_on),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table hub.agreement_party (
  agreement_id uuid not null references hub.agreement,
  agency_id uuid not null references hub.agency,
  primary key (agreement_id, agency_id)
);
create index agreement_party_agency on hub.agreement_party (agency_id);

create table hub.place (
  outcode text primary key check (outcode ~ '^[A-Z]{1,3}[0-9][0-9A-Z]?$'),
  lat double precision not null check (lat between -90 and 90),
  lon double precision not null check (lon between -180 and 180)
);
`;

/** Readable by whoever acts; written by the hub's administrator. */
const register = (action: string): Policy[] => [
  { name: 'read', on: 'select', when: ANY_CONTEXT },
  { name: 'hub', on: 'all', when: acting(action) },
];

const USERS = `
create table hub.app_user (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references hub.agency,
  email text not null unique check (email = lower(email) and length(email) <= 254),
  display_name text not null check (length(display_name) between 1 and 100),
  roles text[] not null default '{}' check (roles <@ array['FAMILY_FINDER', 'CHILDS_WORKER', 'ADOPTERS_WORKER', 'APPROVING_MANAGER',
    'REVIEWING_OFFICER', 'PANEL_ADVISER', 'DECISION_MAKER', 'HUB_COORDINATOR', 'ANALYST', 'AGENCY_ADMIN', 'DATA_PROTECTION_OFFICER', 'HUB_ADMIN']),
  password_hash text,
  status text not null default 'INVITED' check (status in ('INVITED', 'ACTIVE', 'DISABLED')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (id, agency_id)
);
create index app_user_agency on hub.app_user (agency_id);

create table hub.session (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null,
  agency_id uuid not null,
  kind text not null check (kind in ('WEB', 'API')),
  label text check (length(label) <= 100),
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  foreign key (user_id, agency_id) references hub.app_user (id, agency_id)
);
create index session_user_id on hub.session (user_id);
create index session_agency on hub.session (agency_id);

create table hub.invitation (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null,
  agency_id uuid not null,
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null default now(),
  foreign key (user_id, agency_id) references hub.app_user (id, agency_id)
);
create index invitation_user_id on hub.invitation (user_id);
create index invitation_agency on hub.invitation (agency_id);

-- Failed attempts, by a keyed hash of account or address.
create table hub.sign_in_attempt (
  id bigint generated always as identity primary key,
  key_hash text not null check (key_hash ~ '^[0-9a-f]{64}$'),
  at timestamptz not null default now()
);
create index sign_in_attempt_key on hub.sign_in_attempt (key_hash, at);
`;

const MANAGES = acting('users.manage');
const MANAGES_ANY = acting('users.manageAny');
const SELF = 'user_id = (select hub.actor())';

// A password's hash and a token's hash are read by the definer functions alone, so hub_app has column privileges here.
const PROTECTION = [
  protect('hub.agency', { policies: [...register('agencies.manage'), forOwner('select'), forOwner('insert')], grant: 'select, insert, update' }),
  protect('hub.membership', { policies: [...register('agencies.manage'), forOwner('insert')], grant: 'select, insert, update' }),
  protect('hub.agreement', { policies: register('agreements.manage'), grant: 'select, insert, update' }),
  protect('hub.agreement_party', { policies: register('agreements.manage'), grant: 'select, insert, delete' }),
  protect('hub.place', { policies: register('places.manage'), grant: 'select, insert, update, delete', bulk: true }),
  protect('hub.app_user', {
    policies: [
      { name: 'own_select', on: 'select', when: OWN },
      { name: 'own_insert', on: 'insert', when: `${OWN} and ${MANAGES}` },
      { name: 'own_update', on: 'update', when: `${OWN} and ${MANAGES}` },
      { name: 'hub', on: 'all', when: MANAGES_ANY },
      // A job asks whether the person who started it still may.
      { name: 'job', on: 'select', when: acting('matching.execute', 'imports.execute') },
      forOwner('all'),
    ],
    grant: `select (id, agency_id, email, display_name, roles, status, created_at, updated_at),
      insert (id, agency_id, email, display_name, roles, status), update (email, display_name, roles, status)`,
  }),
  protect('hub.session', {
    policies: [
      { name: 'own_select', on: 'select', when: OWN },
      { name: 'own_insert', on: 'insert', when: `${OWN} and ${SELF} and ${acting('tokens.manage')}` },
      { name: 'own_update', on: 'update', when: `${OWN} and (${SELF} or ${MANAGES})` },
      { name: 'hub_select', on: 'select', when: MANAGES_ANY },
      { name: 'hub_update', on: 'update', when: MANAGES_ANY },
      forOwner('all'),
    ],
    grant: `select (id, user_id, agency_id, kind, label, created_at, last_seen_at, expires_at, ended_at),
      insert (id, user_id, agency_id, kind, label, token_hash, expires_at), update (label, ended_at)`,
    quiet: ['last_seen_at'],
  }),
  protect('hub.invitation', {
    policies: [{ name: 'own', on: 'all', when: `${OWN} and ${MANAGES}` }, { name: 'hub', on: 'all', when: MANAGES_ANY }, forOwner('all')],
    grant: `select (id, user_id, agency_id, expires_at, used_at, created_at),
      insert (id, user_id, agency_id, token_hash, expires_at), update (expires_at)`,
  }),
  protect('hub.sign_in_attempt', { policies: [forOwner('all')], grant: 'select (id)', bulk: true }),
].join('\n');

const PARTNERS = `
-- Both sides are members today and parties to one live family-finding agreement; the hub needs no membership.
-- It runs as the caller: the registers are readable in every context.
create function hub.partner_agencies() returns setof uuid language sql stable as $$
  with member as (
    select m.agency_id from hub.membership m
    where m.starts_on <= hub.today() and (m.ends_on is null or m.ends_on > hub.today())
    union
    select a.id from hub.agency a where a.kind = 'HUB'
  )
  select distinct theirs.agency_id
  from hub.agreement_party mine
  join hub.agreement a on a.id = mine.agreement_id
  join hub.agreement_party theirs on theirs.agreement_id = a.id and theirs.agency_id <> mine.agency_id
  where mine.agency_id = hub.own_agency()
    and a.purpose = 'FAMILY_FINDING' and a.starts_on <= hub.today() and (a.ends_on is null or a.ends_on > hub.today())
    and mine.agency_id in (select m.agency_id from member m)
    and theirs.agency_id in (select m.agency_id from member m)
$$;
grant execute on function hub.partner_agencies() to hub_app;
`;

/** Agencies, what they agreed, and the people who sign in. */
export const Agencies = forwardOnly('Agencies1795305600003', REGISTERS + USERS + PROTECTION + PARTNERS);
