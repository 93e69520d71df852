import { forwardOnly } from './forward-only';
import { acting, ANY_CONTEXT, forOwner, OWN, protect } from './protect';

const PROVIDER = "provider text not null check (provider in ('VAA', 'LA_RAA'))";
const PENCE = (column: string): string => `${column} integer check (${column} between 1 and 100000000)`;
const PLAN = "plan text check (plan in ('FULL', 'THIRDS'))";
const BOTH_SIDES = 'agency_id uuid not null references hub.agency,\n  payee_agency_id uuid not null references hub.agency check (payee_agency_id <> agency_id)';

const REGISTERS = `
-- A London agency's adopters cost a tenth more (domain.md 5.7).
alter table hub.agency add column is_london boolean not null default false;
drop trigger audit on hub.agency;
select audit.watch('hub.agency', '{}');

-- Rates that people entered because none is published. Never changed: the latest entry for a day holds, and what it led to keeps what it was.
create table hub.fee_rate (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references hub.agency,
  kind text not null check (kind in ('FEE', 'MONTHLY')),
  ${PROVIDER},
  children smallint not null check (children between 1 and 10),
  starts_on date not null,
  -- The last day.
  ends_on date check (ends_on >= starts_on),
  ${PENCE('amount_pence')} not null,
  ${PLAN},
  source text not null check (length(source) between 1 and 300),
  entered_by uuid not null,
  at timestamptz not null default clock_timestamp(),
  check ((kind = 'FEE') = (plan is not null)),
  check (kind = 'FEE' or provider = 'VAA'),
  foreign key (entered_by, agency_id) references hub.app_user (id, agency_id)
);
create index fee_rate_agency on hub.fee_rate (agency_id);

-- What the agencies of a partnership or consortium owe each other for a placement, from a day on.
create table hub.fee_partnership (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(name) between 1 and 200),
  terms text not null check (terms in ('NIL', 'FEE')),
  starts_on date not null,
  -- The first day without.
  ends_on date check (ends_on >= starts_on),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table hub.fee_partner (
  partnership_id uuid not null references hub.fee_partnership,
  agency_id uuid not null references hub.agency,
  primary key (partnership_id, agency_id)
);
create index fee_partner_agency on hub.fee_partner (agency_id);
`;

const FEES = `
-- The fee of a placement between two agencies, as it was fixed when the children moved in. A missing rate that is entered later makes a version of its own.
create table hub.fee (
  placement_id uuid not null references hub.placement on delete cascade,
  version integer not null check (version > 0),
  placement_reference text not null check (placement_reference ~ '^PL-[0-9A-Z]{6}$'),
  -- Who pays: the child's agency. Who is paid: the adopters'.
  ${BOTH_SIDES},
  moved_in_on date not null,
  children smallint not null check (children > 0),
  ${PROVIDER},
  basis text not null check (basis in ('PARTNERSHIP', 'SAME_REGION', 'INTER_AGENCY')),
  partnership_id uuid references hub.fee_partnership,
  is_due boolean not null,
  is_london boolean not null,
  -- Without the addition for London; null while the rate is unknown.
  ${PENCE('amount_pence')},
  ${PLAN},
  rate_id uuid references hub.fee_rate,
  source text not null check (length(source) between 1 and 300),
  at timestamptz not null default clock_timestamp(),
  primary key (placement_id, version),
  check ((basis = 'PARTNERSHIP') = (partnership_id is not null)),
  check (is_due or (amount_pence is null and rate_id is null))
);
create index fee_agency on hub.fee (agency_id);
create index fee_payee on hub.fee (payee_agency_id);

-- A sum that fell due: an instalment, or a month after the first year. How it stands is what its events say.
create table hub.fee_item (
  id uuid primary key default gen_random_uuid(),
  placement_id uuid not null references hub.placement on delete cascade,
  placement_reference text not null check (placement_reference ~ '^PL-[0-9A-Z]{6}$'),
  ${BOTH_SIDES},
  trigger text not null check (trigger in ('MOVED_IN', 'AO_OR_12_MONTHS', 'MONTHLY')),
  number smallint not null check (number > 0),
  due_on date not null,
  ${PENCE('amount_pence')} not null,
  at timestamptz not null default clock_timestamp(),
  unique (placement_id, trigger, number)
);
create index fee_item_agency on hub.fee_item (agency_id, due_on);
create index fee_item_payee on hub.fee_item (payee_agency_id, due_on);

-- What happened to it, one version after the other. Two who write the same version at once: one of them wins.
create table hub.fee_event (
  item_id uuid not null references hub.fee_item on delete cascade,
  version integer not null check (version > 0),
  placement_id uuid not null references hub.placement on delete cascade,
  agency_id uuid not null references hub.agency,
  side text check (side in ('PAYER', 'PAYEE')),
  event text not null check (event in ('FELL_DUE', 'INVOICED', 'PAID', 'DISPUTED', 'SETTLED', 'WAIVED')),
  on_date date not null,
  ${PENCE('sum_pence')},
  invoice_number text check (length(invoice_number) between 1 and 40),
  actor_id uuid,
  at timestamptz not null default clock_timestamp(),
  primary key (item_id, version),
  check ((event = 'FELL_DUE') = (version = 1) and (event = 'FELL_DUE') = (actor_id is null) and (event = 'FELL_DUE') = (side is null)),
  check ((event in ('PAID', 'WAIVED')) = (sum_pence is not null)),
  check ((event = 'INVOICED') = (invoice_number is not null)),
  foreign key (actor_id, agency_id) references hub.app_user (id, agency_id)
);
create index fee_event_agency on hub.fee_event (agency_id);
create index fee_event_placement on hub.fee_event (placement_id);

-- What the two agencies write about it: why a sum is disputed or waived, what was agreed after a disruption.
create table hub.fee_note (
  id uuid primary key,
  placement_id uuid not null references hub.placement on delete cascade,
  -- Of the event that it explains.
  item_id uuid references hub.fee_item on delete cascade,
  version integer,
  agency_id uuid not null references hub.agency,
  author_id uuid not null,
  share_ids uuid[] not null,
  wrapped_key bytea not null,
  words bytea not null,
  at timestamptz not null default clock_timestamp(),
  check ((item_id is null) = (version is null)),
  foreign key (author_id, agency_id) references hub.app_user (id, agency_id)
);
create index fee_note_placement on hub.fee_note (placement_id, at);
create index fee_note_agency on hub.fee_note (agency_id);
`;

const PARTY = '(agency_id = any(array(select hub.visible_agencies())) or payee_agency_id = any(array(select hub.visible_agencies())))';
const FALLS_DUE = acting('fees.fallDue');
const RECORDS = acting('fees.record');
const register = [
  { name: 'read', on: 'select', when: ANY_CONTEXT },
  { name: 'hub', on: 'all', when: acting('feeTerms.set') },
] as const;
/** Whoever sees the sum: row-level security of the sum itself decides. */
const OF_ITEM = 'exists (select from hub.fee_item i where i.id = fee_event.item_id)';
const OF_FEE = 'exists (select from hub.fee f where f.placement_id = fee_note.placement_id)';
const job = (table: string): string => `create policy fees on hub.${table} for select to hub_app using (${FALLS_DUE});`;

const PROTECTION = [
  protect('hub.fee_rate', {
    policies: [{ name: 'read', on: 'select', when: ANY_CONTEXT }, { name: 'own_insert', on: 'insert', when: `${OWN} and ${acting('feeRates.enter')} and entered_by = (select hub.actor())` }],
    grant: 'select, insert',
  }),
  protect('hub.fee_partnership', { policies: register, grant: 'select, insert, update (ends_on, version)' }),
  protect('hub.fee_partner', { policies: register, grant: 'select, insert' }),
  protect('hub.fee', { policies: [{ name: 'party_select', on: 'select', when: PARTY }, { name: 'job', on: 'all', when: FALLS_DUE }, forOwner()], grant: 'select, insert' }),
  protect('hub.fee_item', { policies: [{ name: 'party_select', on: 'select', when: PARTY }, { name: 'job', on: 'all', when: FALLS_DUE }, forOwner()], grant: 'select, insert' }),
  protect('hub.fee_event', {
    policies: [
      { name: 'party_select', on: 'select', when: OF_ITEM },
      { name: 'own_insert', on: 'insert', when: `${OWN} and ${RECORDS} and actor_id = (select hub.actor()) and ${OF_ITEM}` },
      { name: 'job', on: 'insert', when: `${FALLS_DUE} and event = 'FELL_DUE'` }, forOwner(),
    ],
    grant: 'select, insert',
  }),
  protect('hub.fee_note', {
    policies: [{ name: 'party_select', on: 'select', when: OF_FEE }, { name: 'own_insert', on: 'insert', when: `${OWN} and ${RECORDS} and author_id = (select hub.actor()) and ${OF_FEE}` }],
    grant: 'select, insert, update (wrapped_key)',
  }),
  "select hub.keep_rewrappable('hub.fee_note');",
  ...['placement', 'placement_child'].map(job),
  ...['fee', 'fee_item', 'fee_event', 'fee_note'].map((table) => `create policy unbarred on hub.${table} as restrictive for all to hub_app using (placement_id <> all(array(select hub.barred_placements())));`),
].join('\n');

// What the pure rules say of one sum at a time, held also where two write at once.
const GUARD = `
create function hub.guard_fee_event() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  i hub.fee_item;
  v_paid integer;
  v_last integer;
  v_closed boolean;
begin
  select * into i from hub.fee_item where id = new.item_id;
  select coalesce(max(e.version), 0), coalesce(sum(e.sum_pence), 0), coalesce(bool_or(e.event = 'WAIVED'), false) into v_last, v_paid, v_closed from hub.fee_event e where e.item_id = new.item_id;
  -- Somebody else was quicker: the key says so.
  if new.version <= v_last then
    return new;
  end if;
  if new.version > v_last + 1 or new.placement_id <> i.placement_id or v_closed or v_paid = i.amount_pence or v_paid + coalesce(new.sum_pence, 0) > i.amount_pence
    or new.side is not null and new.agency_id <> (case new.side when 'PAYER' then i.agency_id else i.payee_agency_id end) then
    raise exception 'a sum of a fee cannot stand so' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger guard before insert on hub.fee_event for each row execute function hub.guard_fee_event();

-- A sum without the row of history of its falling due is none (trust.md I7).
create function hub.assert_fee_item_told() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from hub.fee_event e where e.item_id = new.id and e.version = 1) then
    raise exception 'a sum fell due without its row of history' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger told after insert on hub.fee_item deferrable initially deferred for each row execute function hub.assert_fee_item_told();
`;

/** The inter-agency fee of placements: rates, terms, sums that fell due and what became of them (docs/adr/0028). */
export const Fees = forwardOnly('Fees1795305600103', REGISTERS + FEES + PROTECTION + GUARD);
