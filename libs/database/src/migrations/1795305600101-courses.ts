import { forwardOnly } from './forward-only';
import { acting, forOwner, OWN, PARTNER, protect, unbarred } from './protect';

const TABLES = `
-- A course for people on their way to approval. It tells of no case.
create table hub.course (
  id uuid primary key,
  -- Who plans it and says who came.
  agency_id uuid not null references hub.agency,
  reference text not null unique check (reference ~ '^C-[0-9A-Z]{6}$'),
  kind text not null check (kind in ('INFORMATION', 'PREPARATION', 'EARLY_PERMANENCE')),
  setting text not null check (setting in ('IN_PERSON', 'ONLINE')),
  venue_agency_id uuid not null references hub.agency,
  days date[] not null check (cardinality(days) between 1 and 12),
  first_on date not null,
  last_on date not null check (last_on >= first_on),
  status text not null default 'PLANNED' check (status in ('PLANNED', 'CANCELLED')),
  planned_by uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (days[1] = first_on and days[cardinality(days)] = last_on),
  unique (id, agency_id),
  foreign key (planned_by, agency_id) references hub.app_user (id, agency_id)
);
create index course_first_on on hub.course (first_on);
create index course_agency on hub.course (agency_id);

-- Each place is a row, so that no race can book one twice, or one that is not there.
create table hub.course_place (
  course_id uuid not null,
  agency_id uuid not null references hub.agency,
  number smallint not null check (number between 1 and 60),
  primary key (course_id, number),
  foreign key (course_id, agency_id) references hub.course (id, agency_id)
);
create index course_place_agency on hub.course_place (agency_id);

create table hub.course_booking (
  id uuid primary key,
  -- The household's agency. Others meet the booking by its own reference: a household's would say whose card it is.
  agency_id uuid not null references hub.agency,
  reference text not null unique check (reference ~ '^K-[0-9A-Z]{6}$'),
  course_id uuid not null references hub.course,
  household_id uuid not null,
  place smallint,
  state text not null check (state in ('BOOKED', 'WAITING', 'ATTENDED', 'ABSENT', 'CANCELLED')),
  booked_by uuid not null,
  booked_at timestamptz not null default clock_timestamp(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((state in ('BOOKED', 'ATTENDED', 'ABSENT')) = (place is not null)),
  unique (course_id, place),
  foreign key (course_id, place) references hub.course_place (course_id, number),
  foreign key (household_id, agency_id) references hub.household (id, agency_id) on delete cascade,
  foreign key (booked_by, agency_id) references hub.app_user (id, agency_id)
);
create unique index course_booking_once on hub.course_booking (course_id, household_id) where state <> 'CANCELLED';
create index course_booking_household on hub.course_booking (household_id);
create index course_booking_agency on hub.course_booking (agency_id);
create index course_booking_waiting on hub.course_booking (course_id, booked_at) where state = 'WAITING';
`;

const SHOWN = `${OWN} or ${PARTNER} and ${acting('courses.read', 'courses.plan', 'courses.book')}`;
const PLANS = `${OWN} and ${acting('courses.plan')}`;
const BOOKS = `${OWN} and ${acting('courses.book')}`;

const PROTECTION = [
  protect('hub.course', {
    policies: [
      { name: 'shown', on: 'select', when: SHOWN },
      { name: 'own_insert', on: 'insert', when: `${PLANS} and planned_by = (select hub.actor())` },
      { name: 'own_update', on: 'update', when: PLANS },
      forOwner(),
    ],
    grant: 'select, insert, update (setting, venue_agency_id, days, first_on, last_on, status, version)',
  }),
  protect('hub.course_place', {
    policies: [{ name: 'shown', on: 'select', when: SHOWN }, { name: 'own_insert', on: 'insert', when: PLANS }, { name: 'own_delete', on: 'delete', when: PLANS }, forOwner()],
    grant: 'select, insert, delete',
    bulk: true,
  }),
  protect('hub.course_booking', {
    policies: [
      { name: 'own_select', on: 'select', when: OWN },
      { name: 'own_insert', on: 'insert', when: `${BOOKS} and booked_by = (select hub.actor())` },
      { name: 'own_update', on: 'update', when: BOOKS },
      forOwner('all'),
    ],
    grant: 'select, insert, update (place, state)',
  }),
  unbarred('hub.course_booking', { household_id: 'HOUSEHOLD' }),
].join('\n');

// Who may know of a course: asked inside, for what acts as the owner meets every row.
const MAY_KNOW = `(c.agency_id = hub.own_agency() or c.agency_id = any(array(select hub.partner_agencies())))`;

const FUNCTIONS = `
create function hub.guard_course_booking() returns trigger language plpgsql as $$
begin
  if new.state in ('BOOKED', 'WAITING') and exists (select from hub.course c where c.id = new.course_id and (c.status = 'CANCELLED' or c.first_on <= hub.today())) then
    raise exception 'this course is not open for booking' using errcode = '23514';
  end if;
  if new.state in ('ATTENDED', 'ABSENT') and current_user = 'hub_app' then
    raise exception 'the agency that plans the course says who came' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger guard before insert or update of state, place on hub.course_booking for each row execute function hub.guard_course_booking();

-- How many places are taken and how many wait, of whatever agency: numbers alone.
create function hub.course_counts(p_courses uuid[]) returns table (course_id uuid, taken integer, waiting integer) language sql stable security definer set search_path = '' as $$
  select c.id, count(*) filter (where b.place is not null)::integer, count(*) filter (where b.state = 'WAITING')::integer
  from hub.course c left join hub.course_booking b on b.course_id = c.id
  where hub.acting('courses.read', 'courses.plan', 'courses.book') and c.id = any(p_courses) and ${MAY_KNOW}
  group by c.id
$$;

-- The lowest place that nobody has, or none. Whoever asks holds the course until the end of the transaction, so that people who are waiting keep their order.
create function hub.free_course_place(p_course uuid) returns smallint language plpgsql volatile security definer set search_path = '' as $$
begin
  if not hub.acting('courses.book') or not exists (select from hub.course c where c.id = p_course and ${MAY_KNOW}) then return null; end if;
  perform pg_advisory_xact_lock(hashtextextended(p_course::text, 101));
  if exists (select from hub.course_booking b where b.course_id = p_course and b.state = 'WAITING') then return null; end if;
  return (select min(p.number) from hub.course_place p where p.course_id = p_course and not exists (select from hub.course_booking b where b.course_id = p.course_id and b.place = p.number));
end $$;

-- Gives free places to whoever has waited longest, of whatever agency; answers whom to tell.
create function hub.fill_course(p_course uuid) returns table (agency_id uuid, person_id uuid, household text) language plpgsql volatile security definer set search_path = '' as $$
declare
  free smallint;
  next uuid;
begin
  if not hub.acting('courses.book', 'courses.plan') or not exists (select from hub.course c where c.id = p_course and c.status = 'PLANNED' and c.first_on > hub.today() and ${MAY_KNOW}) then return; end if;
  perform pg_advisory_xact_lock(hashtextextended(p_course::text, 101));
  loop
    free := (select min(p.number) from hub.course_place p where p.course_id = p_course and not exists (select from hub.course_booking b where b.course_id = p.course_id and b.place = p.number));
    next := (select b.id from hub.course_booking b where b.course_id = p_course and b.state = 'WAITING' order by b.booked_at, b.id limit 1);
    exit when free is null or next is null;
    update hub.course_booking b set state = 'BOOKED', place = free where b.id = next;
    return query select b.agency_id, coalesce(h.named_worker_id, b.booked_by), h.reference from hub.course_booking b join hub.household h on h.id = b.household_id where b.id = next;
  end loop;
end $$;

-- Frees everybody whom a cancelled course had booked; answers whom to tell.
create function hub.free_course(p_course uuid) returns table (agency_id uuid, person_id uuid, household text) language plpgsql volatile security definer set search_path = '' as $$
begin
  if not hub.acting('courses.plan') or not exists (select from hub.course c where c.id = p_course and c.status = 'CANCELLED' and c.agency_id = hub.own_agency()) then return; end if;
  return query
    update hub.course_booking b set state = 'CANCELLED', place = null from hub.household h
    where b.course_id = p_course and b.state in ('BOOKED', 'WAITING') and h.id = b.household_id
    returning b.agency_id, coalesce(h.named_worker_id, b.booked_by), h.reference;
end $$;

-- Who has a place on a course of the own agency, by the booking's reference and the agency: no household.
create function hub.course_register(p_course uuid) returns table (booking text, agency_id uuid, state text) language sql stable security definer set search_path = '' as $$
  select b.reference, b.agency_id, b.state from hub.course_booking b join hub.course c on c.id = b.course_id
  where hub.acting('courses.read', 'courses.plan', 'courses.book') and c.id = p_course and c.agency_id = hub.own_agency() and b.state <> 'CANCELLED'
    and b.household_id <> all(array(select hub.barred_households()))
$$;

-- The agency that plans the course says who came; false where there is no such place.
create function hub.record_course_attendance(p_course uuid, p_booking text, p_attended boolean) returns boolean language plpgsql volatile security definer set search_path = '' as $$
begin
  update hub.course_booking b set state = case when p_attended then 'ATTENDED' else 'ABSENT' end from hub.course c
  where hub.acting('courses.plan') and c.id = p_course and c.id = b.course_id and c.agency_id = hub.own_agency() and c.status = 'PLANNED' and c.last_on <= hub.today()
    and b.reference = p_booking and b.place is not null and b.household_id <> all(array(select hub.barred_households()));
  return found;
end $$;
-- Which courses a household of the own agency was booked on, whoever planned them and whether or not their agency still shares.
create function hub.courses_of_household(p_household uuid) returns table (course text, kind text, last_on date, state text) language sql stable security definer set search_path = '' as $$
  select c.reference, c.kind, c.last_on, b.state from hub.course_booking b join hub.course c on c.id = b.course_id
  where hub.acting('recruitment.read') and b.household_id = p_household and b.agency_id = hub.own_agency() and b.household_id <> all(array(select hub.barred_households()))
$$;
grant execute on function hub.courses_of_household(uuid), hub.course_counts(uuid[]), hub.free_course_place(uuid), hub.fill_course(uuid), hub.free_course(uuid), hub.course_register(uuid), hub.record_course_attendance(uuid, text, boolean) to hub_app;
`;

/** Courses over the region, with places that any member agency books for its households. */
export const Courses = forwardOnly('Courses1795305600101', TABLES + PROTECTION + FUNCTIONS);
