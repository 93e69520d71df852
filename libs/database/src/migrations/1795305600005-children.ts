import { forwardOnly } from './forward-only';
import { forCards, forOwner, forRun, own, PARTNER, protect, acting } from './protect';

const RECORD = `
create table hub.unit (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references hub.agency,
  reference text not null unique,
  plan text not null default 'SINGLE' check (plan in ('SINGLE', 'TOGETHER', 'APART', 'TOGETHER_PREFERRED')),
  family_finding text not null default 'NOT_STARTED' check (family_finding in ('NOT_STARTED', 'ACTIVE', 'PAUSED', 'CLOSED')),
  family_finding_reason text,
  family_finding_since date,
  named_worker_id uuid,
  group_index text check (group_index ~ '^[0-9a-f]{64}$'),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (id, agency_id),
  unique (agency_id, group_index),
  foreign key (named_worker_id, agency_id) references hub.app_user (id, agency_id)
);
create index unit_finding on hub.unit (agency_id, family_finding);

create table hub.child (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references hub.agency,
  unit_id uuid not null,
  reference text not null unique,
  sex text not null check (sex in ('F', 'M', 'U', 'N')),
  ethnicity text check (ethnicity ~ '^[A-Z]{4}$'),
  disability boolean,
  state text not null default 'LOOKED_AFTER' check (state in ('LOOKED_AFTER', 'ADOPTION_CONSIDERED', 'EP_PLACED', 'ADM_DECIDED', 'AUTHORITY_TO_PLACE',
    'LINKED', 'MATCHED', 'INTRODUCTIONS', 'PLACED', 'AO_APPLIED', 'ADOPTED', 'DISRUPTED', 'PLAN_CHANGED', 'LEFT_CARE_OTHER')),
  entered_care_on date,
  adm_decided_on date,
  -- Placement order or consent: a fact of its own, which may come before or after the match (domain.md 2.1).
  authority_on date,
  authority_type text check (authority_type in ('PO', 'CONSENT')),
  authority_revoked_on date,
  matched_on date,
  introductions_on date,
  placed_on date,
  ao_applied_on date,
  adopted_on date,
  disrupted_on date,
  decision_reversed_on date,
  reversal_reason text check (reversal_reason in ('RD1', 'RD2', 'RD3', 'RD4')),
  early_permanence_placed_on date,
  left_care_on date,
  matched_household_id uuid,
  named_worker_id uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (id, agency_id),
  foreign key (unit_id, agency_id) references hub.unit (id, agency_id),
  foreign key (named_worker_id, agency_id) references hub.app_user (id, agency_id)
);
create index child_unit on hub.child (unit_id);
create index child_state on hub.child (agency_id, state);

create table hub.child_event (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references hub.agency,
  child_id uuid not null,
  event text not null check (event ~ '^[A-Z][A-Z0-9_]{1,39}$'),
  on_date date not null,
  reason text,
  recorded_by uuid references hub.app_user,
  created_at timestamptz not null default now(),
  foreign key (child_id, agency_id) references hub.child (id, agency_id)
);
create index child_event_child on hub.child_event (child_id, on_date);
create index child_event_agency on hub.child_event (agency_id);

create table hub.adoption_decision (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references hub.agency,
  child_id uuid not null,
  decided_on date not null,
  reversed_on date check (reversed_on >= decided_on),
  reason text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  foreign key (child_id, agency_id) references hub.child (id, agency_id)
);
create index adoption_decision_child on hub.adoption_decision (child_id, decided_on);
create index adoption_decision_agency on hub.adoption_decision (agency_id);
-- A new decision needs the earlier one closed (903 rules 579 and 583).
create unique index adoption_decision_open on hub.adoption_decision (child_id) where reversed_on is null;
`;

const IDENTITY = `
create table hub.child_identity (
  child_id uuid primary key,
  agency_id uuid not null references hub.agency,
  external_id_index text check (external_id_index ~ '^[0-9a-f]{64}$'),
  wrapped_key bytea not null,
  external_id bytea,
  first_name bytea,
  last_name bytea,
  address bytea,
  birth_family bytea,
  notes bytea,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (agency_id, external_id_index),
  foreign key (child_id, agency_id) references hub.child (id, agency_id) on delete cascade
);

-- Apart from the names, because a run reckons ages and must not be able to read who it is.
create table hub.child_birth (
  child_id uuid primary key,
  agency_id uuid not null references hub.agency,
  wrapped_key bytea not null,
  date_of_birth bytea,
  updated_at timestamptz not null default now(),
  foreign key (child_id, agency_id) references hub.child (id, agency_id) on delete cascade
);
create index child_birth_agency on hub.child_birth (agency_id);

-- Null: not recorded, which is never the same as none or 0.
create table hub.child_profile (
  child_id uuid primary key,
  agency_id uuid not null references hub.agency,
  needs jsonb not null default '{}' check (jsonb_typeof(needs) = 'object'),
  essential text[] not null default '{}',
  early_permanence boolean,
  avoid_areas text[],
  contact smallint check (contact between 0 and 3),
  heritage text[],
  languages text[],
  religion text,
  pets_risk boolean,
  waiting_since date,
  home_area text,
  about text check (length(about) <= 20000),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  foreign key (child_id, agency_id) references hub.child (id, agency_id) on delete cascade
);
create index child_profile_agency on hub.child_profile (agency_id);
`;

const SHARED = `
-- S0: bands, never points.
create table hub.unit_card (
  unit_id uuid primary key,
  agency_id uuid not null references hub.agency,
  reference text not null unique,
  group_size smallint not null check (group_size > 0),
  youngest_band text not null,
  oldest_band text not null,
  sex text not null check (sex in ('F', 'M', 'MIXED', 'UNKNOWN')),
  needs jsonb not null default '{}' check (jsonb_typeof(needs) = 'object'),
  highest_need smallint check (highest_need between 0 and 3),
  early_permanence boolean not null default false,
  region_band text not null,
  waiting_band text not null,
  listed boolean not null default false,
  refreshed_on date not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  foreign key (unit_id, agency_id) references hub.unit (id, agency_id) on delete cascade
);
create index unit_card_listed on hub.unit_card (agency_id) where listed;

-- S1: only while a release is live.
create table hub.unit_profile (
  unit_id uuid primary key,
  agency_id uuid not null references hub.agency,
  heritage_groups text[] not null default '{}',
  contact smallint check (contact between 0 and 3),
  progress text,
  about text check (length(about) <= 20000),
  release_id uuid,
  live boolean not null default false,
  expires_on date,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  foreign key (unit_id, agency_id) references hub.unit (id, agency_id) on delete cascade
);
create index unit_profile_agency on hub.unit_profile (agency_id);

-- Early-permanence children are shown only where the viewer's agency has a household approved for it (product.md).
create function hub.own_ep_approval() returns boolean language plpgsql stable as $$
begin
  return exists (select from hub.agency a where a.id = hub.own_agency() and a.kind = 'HUB')
    or exists (
      select from hub.household h
      where h.agency_id = hub.own_agency() and h.early_permanence and h.availability = 'AVAILABLE' and h.approved_on is not null and h.left_on is null
    );
end $$;
grant execute on function hub.own_ep_approval() to hub_app;
`;

const EP_GATE = '(not early_permanence or (select hub.own_ep_approval()))';
const upkeep = { name: 'cards', on: 'all', when: acting('cards.refresh') } as const;
const ALL = 'select, insert, update, delete';

const PROTECTION = [
  protect('hub.unit', { policies: [own(), forRun, forCards, forOwner()], grant: ALL }),
  protect('hub.child', { policies: [own(), forRun, forCards, forOwner()], grant: 'select, insert, update' }),
  protect('hub.child_event', { policies: [own()], grant: 'select, insert' }),
  protect('hub.adoption_decision', { policies: [own()], grant: 'select, insert, update' }),
  // Identity: the own agency and nobody else, in no scope.
  protect('hub.child_identity', { policies: [own()], grant: 'select, insert, update' }),
  protect('hub.child_birth', { policies: [own(), forRun, forCards], grant: 'select, insert, update' }),
  protect('hub.child_profile', { policies: [own(), forRun, forCards], grant: 'select, insert, update' }),
  protect('hub.unit_card', {
    policies: [own(), forRun, upkeep, { name: 'partner', on: 'select', when: `${PARTNER} and listed and ${EP_GATE}` }],
    grant: ALL, quiet: ['refreshed_on'],
  }),
  // A profile is seen only by whom its card is shown to, so pausing or the early-permanence gate hides both.
  protect('hub.unit_profile', {
    policies: [own(), upkeep, {
      name: 'partner', on: 'select',
      when: `${PARTNER} and live and expires_on > (select hub.today()) and exists (select from hub.unit_card c where c.unit_id = unit_profile.unit_id)`,
    }],
    grant: ALL,
  }),
].join('\n');

/** Children: the record, the identity apart from it, and what is shared of a unit at S0 and S1. */
export const Children = forwardOnly('Children1795305600005', RECORD + IDENTITY + SHARED + PROTECTION);

