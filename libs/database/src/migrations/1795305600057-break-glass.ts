import { forwardOnly } from './forward-only';
import { acting, forOwner, OWN, protect, unbarred } from './protect';

const TABLE = `
-- A case opened in an emergency, past the ladder of stages. The row is the record of it, and the officers' to-do.
create table hub.break_glass (
  id uuid primary key default gen_random_uuid(),
  -- The record's agency, whose data protection officers answer for it.
  agency_id uuid not null references hub.agency,
  subject_type text not null check (subject_type in ('UNIT', 'HOUSEHOLD')),
  unit_id uuid,
  household_id uuid,
  reference text not null,
  opened_by uuid not null,
  opener_agency_id uuid not null references hub.agency,
  -- Officers may not see the accounts of another agency.
  opener_name text not null check (length(opener_name) between 1 and 100),
  wrapped_key bytea not null,
  reason bytea not null,
  opened_at timestamptz not null default now(),
  until timestamptz not null,
  reviewed_by uuid,
  reviewed_at timestamptz,
  review_note bytea,
  check (case subject_type when 'UNIT' then household_id is null else household_id is not null and unit_id is null end),
  check (until > opened_at and until <= opened_at + interval '4 hours'),
  check ((reviewed_by is null) = (reviewed_at is null) and (reviewed_by is null) = (review_note is null)),
  -- Nobody answers for their own look.
  check (reviewed_by <> opened_by),
  foreign key (unit_id, agency_id) references hub.unit (id, agency_id) on delete set null (unit_id),
  foreign key (household_id, agency_id) references hub.household (id, agency_id),
  foreign key (opened_by, opener_agency_id) references hub.app_user (id, agency_id),
  foreign key (reviewed_by, agency_id) references hub.app_user (id, agency_id)
);
create index break_glass_agency on hub.break_glass (agency_id, opened_at desc);
create index break_glass_opener on hub.break_glass (opened_by);
create index break_glass_unit on hub.break_glass (unit_id) where unit_id is not null;
create index break_glass_household on hub.break_glass (household_id) where household_id is not null;
`;

const OPENS = acting('disclosure.breakGlass');
const REVIEWS = acting('disclosure.reviewBreakGlass');
const REACH = '(agency_id = (select hub.own_agency()) or agency_id = any(array(select hub.partner_agencies())))';

const PROTECTION = [
  protect('hub.break_glass', {
    policies: [
      { name: 'opener_select', on: 'select', when: `opened_by = (select hub.actor()) and ${OPENS}` },
      { name: 'opener_insert', on: 'insert', when: `${OPENS} and opened_by = (select hub.actor()) and opener_agency_id = (select hub.own_agency()) and ${REACH}` },
      { name: 'officer_select', on: 'select', when: `${OWN} and ${REVIEWS}` },
      { name: 'officer_update', on: 'update', when: `${OWN} and ${REVIEWS}` },
      forOwner(),
    ],
    grant: 'select, insert, update (reviewed_by, reviewed_at, review_note, wrapped_key)',
  }),
  "select hub.keep_rewrappable('hub.break_glass');",
  unbarred('hub.break_glass', { unit_id: 'UNIT', household_id: 'HOUSEHOLD' }),
  'create policy break_glass on hub.child_birth for select to hub_owner using (true);',
].join('\n');

const OPENING = `
-- The case of a reference, for who is about to open it: of the own agency or a partner, in the pool or not.
create function hub.emergency_case(p_type text, p_reference text) returns table (id uuid, agency_id uuid)
language sql stable security definer set search_path = '' as $$
  select c.id, c.agency_id from (
    select 'UNIT' as type, u.id, u.agency_id, u.reference from hub.unit u where u.id <> all(array(select hub.barred_units()))
    union all
    select 'HOUSEHOLD', h.id, h.agency_id, h.reference from hub.household h where h.id <> all(array(select hub.barred_households()))
  ) c
  where hub.acting('disclosure.breakGlass') and c.type = p_type and c.reference = p_reference
    and (c.agency_id = hub.own_agency() or c.agency_id in (select hub.partner_agencies()))
$$;

-- The opening in hand: the actor's own, of this moment, of a case that they are not barred from and of an agency that still shares.
create function hub.live_opening(p_id uuid) returns setof hub.break_glass language sql stable security definer set search_path = '' as $$
  select b.* from hub.break_glass b
  where b.id = p_id and hub.acting('disclosure.breakGlass') and b.opened_by = hub.actor() and now() < b.until
    and (b.agency_id = hub.own_agency() or b.agency_id in (select hub.partner_agencies()))
    and (b.unit_id is null or b.unit_id <> all(array(select hub.barred_units())))
    and (b.household_id is null or b.household_id <> all(array(select hub.barred_households())))
$$;

-- Names and, of children, the date of birth: nothing else of the record is read.
create function hub.opened_children(p_opening uuid) returns table (child_id uuid, agency_id uuid, identity_key bytea, first_name bytea, last_name bytea, birth_key bytea, date_of_birth bytea)
language sql stable security definer set search_path = '' as $$
  select c.id, c.agency_id, i.wrapped_key, i.first_name, i.last_name, b.wrapped_key, b.date_of_birth
  from hub.live_opening(p_opening) o join hub.child c on c.unit_id = o.unit_id
    join hub.child_identity i on i.child_id = c.id left join hub.child_birth b on b.child_id = c.id
  order by c.created_at, c.id
$$;
create function hub.opened_adults(p_opening uuid) returns table (adult_id uuid, agency_id uuid, identity_key bytea, first_name bytea, last_name bytea)
language sql stable security definer set search_path = '' as $$
  select a.id, a.agency_id, i.wrapped_key, i.first_name, i.last_name
  from hub.live_opening(p_opening) o join hub.adult a on a.household_id = o.household_id join hub.adult_identity i on i.adult_id = a.id
  order by a.created_at, a.id
$$;
create function hub.opened_household(p_opening uuid) returns table (household_id uuid, agency_id uuid, identity_key bytea, names bytea)
language sql stable security definer set search_path = '' as $$
  select i.household_id, i.agency_id, i.wrapped_key, i.names from hub.live_opening(p_opening) o join hub.household_identity i on i.household_id = o.household_id
$$;
-- Whom to ask: the case's named worker.
create function hub.opened_contact(p_opening uuid) returns table (display_name text, email text) language sql stable security definer set search_path = '' as $$
  select w.display_name, w.email
  from hub.live_opening(p_opening) o left join hub.unit u on u.id = o.unit_id left join hub.household h on h.id = o.household_id
    join hub.app_user w on w.id = coalesce(u.named_worker_id, h.named_worker_id) and w.status = 'ACTIVE'
$$;
grant execute on function hub.emergency_case(text, text), hub.opened_children(uuid), hub.opened_adults(uuid), hub.opened_household(uuid), hub.opened_contact(uuid) to hub_app;
`;

/** Opening a case in an emergency, for a while, with a reason, under the eyes of its officers (docs/adr/0008). */
export const BreakGlass = forwardOnly('BreakGlass1795305600057', TABLE + PROTECTION + OPENING);
