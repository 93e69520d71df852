import { forwardOnly } from './forward-only';
import { acting, forCards, forOwner, forRun, own, PARTNER, protect } from './protect';

const RECORD = `
create table hub.household (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references hub.agency,
  reference text not null unique,
  state text not null default 'ENQUIRY' check (state in ('ENQUIRY', 'INFO_GIVEN', 'ROI_SUBMITTED', 'ROI_DECLINED', 'STAGE1', 'STAGE1_PASSED',
    'STAGE1_NOT_SUITABLE', 'GAP', 'LAPSED', 'STAGE2', 'BRIEF_REPORT', 'AT_PANEL', 'QUALIFYING_DETERMINATION', 'REFUSED', 'APPROVED', 'APPROVAL_REVIEW',
    'APPROVAL_TERMINATED', 'LINKED', 'MATCHED', 'PLACED', 'DISRUPTED', 'AO_GRANTED', 'ON_HOLD', 'WITHDRAWN', 'RESIGNED', 'LEFT')),
  kind text not null check (kind in ('SINGLE', 'COUPLE')),
  enquiry_on date,
  roi_on date,
  stage1_started_on date,
  stage1_ended_on date,
  stage2_started_on date,
  stage2_ended_on date,
  application_on date,
  approved_on date,
  provisional_panel_on date,
  matched_on date,
  placed_on date,
  children_placed integer check (children_placed >= 0),
  ao_on date,
  left_on date,
  left_reason text check (left_reason in ('1', '2', '3')),
  on_hold_since date,
  on_hold_reason text,
  availability text check (availability in ('AVAILABLE', 'NOT_AVAILABLE')),
  share_consent boolean,
  share_consent_on date,
  max_children smallint check (max_children between 1 and 20),
  age_min_months smallint check (age_min_months >= 0),
  age_max_months smallint check (age_max_months >= age_min_months),
  sex_preference text check (sex_preference in ('any', 'F', 'M')),
  accepts jsonb not null default '{}' check (jsonb_typeof(accepts) = 'object'),
  early_permanence boolean,
  area text,
  contact smallint check (contact between 0 and 3),
  heritage text[],
  languages text[],
  religion text,
  -- Months of birth, YYYY-MM.
  children_at_home text[],
  pets boolean,
  smokers boolean,
  experience text check (length(experience) <= 20000),
  about text check (length(about) <= 20000),
  named_worker_id uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((age_min_months is null) = (age_max_months is null)),
  unique (id, agency_id),
  foreign key (named_worker_id, agency_id) references hub.app_user (id, agency_id)
);
create index household_state on hub.household (agency_id, state);
alter table hub.child add foreign key (matched_household_id) references hub.household;
create index child_matched_household on hub.child (matched_household_id) where matched_household_id is not null;

create table hub.household_event (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references hub.agency,
  household_id uuid not null,
  event text not null check (event ~ '^[A-Z][A-Z0-9_]{1,39}$'),
  on_date date not null,
  reason text,
  recorded_by uuid references hub.app_user,
  created_at timestamptz not null default now(),
  foreign key (household_id, agency_id) references hub.household (id, agency_id)
);
create index household_event_household on hub.household_event (household_id, on_date);
create index household_event_agency on hub.household_event (agency_id);

create table hub.adult (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references hub.agency,
  household_id uuid not null,
  gender text,
  ethnicity text check (ethnicity ~ '^[A-Z]{4}$'),
  disability boolean,
  fostering_for_adoption boolean,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (id, agency_id),
  foreign key (household_id, agency_id) references hub.household (id, agency_id) on delete cascade
);
create index adult_household on hub.adult (household_id);
create index adult_agency on hub.adult (agency_id);
`;

const IDENTITY = `
create table hub.household_identity (
  household_id uuid primary key,
  agency_id uuid not null references hub.agency,
  family_id_index text check (family_id_index ~ '^[0-9a-f]{64}$'),
  wrapped_key bytea not null,
  family_id bytea,
  names bytea,
  address bytea,
  phone bytea,
  email bytea,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (agency_id, family_id_index),
  foreign key (household_id, agency_id) references hub.household (id, agency_id) on delete cascade
);

create table hub.adult_identity (
  adult_id uuid primary key,
  agency_id uuid not null references hub.agency,
  external_id_index text check (external_id_index ~ '^[0-9a-f]{64}$'),
  wrapped_key bytea not null,
  external_id bytea,
  first_name bytea,
  last_name bytea,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (agency_id, external_id_index),
  foreign key (adult_id, agency_id) references hub.adult (id, agency_id) on delete cascade
);
`;

const SHARED = `
create table hub.household_card (
  household_id uuid primary key,
  agency_id uuid not null references hub.agency,
  reference text not null unique,
  age_min_months smallint,
  age_max_months smallint,
  max_children smallint,
  sex_preference text check (sex_preference in ('any', 'F', 'M')),
  accepts jsonb not null default '{}' check (jsonb_typeof(accepts) = 'object'),
  early_permanence boolean,
  region_band text not null,
  stage text not null check (stage in ('APPROVED', 'STAGE_TWO')),
  -- Available, or in stage two with a provisional panel date, and consent to be shown.
  listed boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  foreign key (household_id, agency_id) references hub.household (id, agency_id) on delete cascade
);
create index household_card_listed on hub.household_card (agency_id) where listed;

create table hub.household_profile (
  household_id uuid primary key,
  agency_id uuid not null references hub.agency,
  household_type text,
  experience text check (length(experience) <= 20000),
  about text check (length(about) <= 20000),
  heritage_groups text[] not null default '{}',
  release_id uuid,
  live boolean not null default false,
  expires_on date,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  foreign key (household_id, agency_id) references hub.household (id, agency_id) on delete cascade
);
create index household_profile_agency on hub.household_profile (agency_id);

-- One list of releases for both sides; the second person is never the first (trust.md AZ-6).
create table hub.profile_release (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references hub.agency,
  subject_type text not null check (subject_type in ('UNIT', 'HOUSEHOLD')),
  subject_id uuid not null,
  purpose text not null,
  requested_by uuid not null,
  requested_at timestamptz not null default now(),
  approved_by uuid,
  approved_at timestamptz,
  expires_on date,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  withdrawal_reason text,
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  check (approved_by <> requested_by),
  check ((approved_by is null) = (approved_at is null)),
  check (approved_at is null or expires_on is not null),
  unique (id, agency_id),
  foreign key (requested_by, agency_id) references hub.app_user (id, agency_id),
  foreign key (approved_by, agency_id) references hub.app_user (id, agency_id),
  foreign key (withdrawn_by, agency_id) references hub.app_user (id, agency_id)
);
create index profile_release_subject on hub.profile_release (subject_id, requested_at);
create index profile_release_waiting on hub.profile_release (agency_id) where approved_at is null and withdrawn_at is null;
alter table hub.unit_profile add foreign key (release_id, agency_id) references hub.profile_release (id, agency_id);
alter table hub.household_profile add foreign key (release_id, agency_id) references hub.profile_release (id, agency_id);
`;

const upkeep = { name: 'cards', on: 'all', when: acting('cards.refresh') } as const;
const ALL = 'select, insert, update, delete';

const PROTECTION = [
  protect('hub.household', { policies: [own(), forRun, forCards, forOwner()], grant: 'select, insert, update' }),
  protect('hub.household_event', { policies: [own()], grant: 'select, insert' }),
  protect('hub.adult', { policies: [own()], grant: ALL }),
  protect('hub.household_identity', { policies: [own()], grant: 'select, insert, update' }),
  protect('hub.adult_identity', { policies: [own()], grant: ALL }),
  protect('hub.household_card', {
    policies: [own(), forRun, upkeep, { name: 'partner', on: 'select', when: `${PARTNER} and listed` }],
    grant: ALL,
  }),
  protect('hub.household_profile', {
    policies: [own(), upkeep, {
      name: 'partner', on: 'select',
      when: `${PARTNER} and live and expires_on > (select hub.today()) and exists (select from hub.household_card c where c.household_id = household_profile.household_id)`,
    }],
    grant: ALL,
  }),
  protect('hub.profile_release', { policies: [own(), forCards], grant: 'select, insert, update' }),
].join('\n');

/** Adopters: the record, the identity apart from it, what is shared of a household, and the releases of both sides. */
export const Adopters = forwardOnly('Adopters1795305600006', RECORD + IDENTITY + SHARED + PROTECTION);
