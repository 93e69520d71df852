import { forwardOnly } from './forward-only';
import { acting, ANY_CONTEXT, OWN, protect, unbarred } from './protect';

const TABLES = `
-- Which agency's team answers people of a postcode district.
create table hub.enquiry_district (
  district text primary key check (district ~ '^[A-Z]{1,2}[0-9][0-9A-Z]?$'),
  agency_id uuid not null references hub.agency,
  created_at timestamptz not null default now()
);
create index enquiry_district_agency on hub.enquiry_district (agency_id);

-- Somebody who asked about adopting, until the agency whose it is has taken them up as a household or handed them on: then nothing of
-- who they are stays here. Whoever takes an enquiry for another agency seals it with that agency's key, and cannot read it.
create table hub.enquiry (
  id uuid primary key,
  agency_id uuid not null references hub.agency,
  reference text not null unique check (reference ~ '^E-[0-9A-Z]{6}$'),
  district text check (district ~ '^[A-Z]{1,2}[0-9][0-9A-Z]?$'),
  how text not null check (how in ('PHONE', 'WEB', 'EVENT', 'OTHER_AGENCY', 'OTHER')),
  received_on date not null,
  taken_by uuid not null,
  taken_by_agency_id uuid not null,
  state text not null default 'NEW' check (state in ('NEW', 'TAKEN_UP', 'HANDED_ON', 'CLOSED')),
  ended_on date,
  household_id uuid,
  wrapped_key bytea,
  names bytea,
  phone bytea,
  email bytea,
  words bytea,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((state = 'NEW') = (wrapped_key is not null and names is not null)),
  check (state = 'NEW' or num_nonnulls(wrapped_key, names, phone, email, words) = 0),
  check ((state = 'NEW') = (ended_on is null)),
  check ((state = 'TAKEN_UP') = (household_id is not null)),
  foreign key (household_id, agency_id) references hub.household (id, agency_id) on delete cascade,
  foreign key (taken_by, taken_by_agency_id) references hub.app_user (id, agency_id)
);
create index enquiry_agency on hub.enquiry (agency_id, received_on);
create index enquiry_household on hub.enquiry (household_id) where household_id is not null;
`;

const TAKES = `${acting('enquiries.take', 'enquiries.answer')} and taken_by = (select hub.actor()) and taken_by_agency_id = (select hub.own_agency())
  and (agency_id = (select hub.own_agency()) or agency_id = any(array(select hub.partner_agencies())))`;

const PROTECTION = [
  protect('hub.enquiry_district', {
    policies: [
      { name: 'all_select', on: 'select', when: ANY_CONTEXT },
      { name: 'own_insert', on: 'insert', when: `${OWN} and ${acting('enquiries.route')}` },
      { name: 'own_delete', on: 'delete', when: `${OWN} and ${acting('enquiries.route')}` },
    ],
    grant: 'select, insert, delete',
  }),
  protect('hub.enquiry', {
    policies: [
      { name: 'own_select', on: 'select', when: OWN },
      { name: 'taken', on: 'insert', when: TAKES },
      { name: 'own_update', on: 'update', when: `${OWN} and ${acting('enquiries.answer')}` },
    ],
    grant: 'select, insert, update (state, ended_on, household_id, wrapped_key, names, phone, email, words)',
  }),
  "create policy opened on hub.enquiry as restrictive for select to hub_app using ((select hub.opens('HOUSEHOLD')));",
  "select hub.keep_rewrappable('hub.enquiry');",
  unbarred('hub.enquiry', { household_id: 'HOUSEHOLD' }),
].join('\n');

/** Enquiries of people who think of adopting, routed to the agency of their district. */
export const Enquiries = forwardOnly('Enquiries1795305600102', TABLES + PROTECTION);
