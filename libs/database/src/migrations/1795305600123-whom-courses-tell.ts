import { forwardOnly } from './forward-only';

const MAY_KNOW = '(c.agency_id = hub.own_agency() or c.agency_id = any(array(select hub.partner_agencies())))';

const FUNCTIONS = `
drop function hub.fill_course(uuid), hub.free_course(uuid);

-- Gives free places to whoever has waited longest, of whatever agency; answers whom to tell, and not of which household.
create function hub.fill_course(p_course uuid) returns table (agency_id uuid, person_id uuid) language plpgsql volatile security definer set search_path = '' as $$
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
    return query select b.agency_id, coalesce(h.named_worker_id, b.booked_by) from hub.course_booking b join hub.household h on h.id = b.household_id where b.id = next;
  end loop;
end $$;

-- Frees everybody whom a cancelled course had booked; answers whom to tell, and not of which household.
create function hub.free_course(p_course uuid) returns table (agency_id uuid, person_id uuid) language plpgsql volatile security definer set search_path = '' as $$
begin
  if not hub.acting('courses.plan') or not exists (select from hub.course c where c.id = p_course and c.status = 'CANCELLED' and c.agency_id = hub.own_agency()) then return; end if;
  return query
    update hub.course_booking b set state = 'CANCELLED', place = null from hub.household h
    where b.course_id = p_course and b.state in ('BOOKED', 'WAITING') and h.id = b.household_id
    returning b.agency_id, coalesce(h.named_worker_id, b.booked_by);
end $$;
grant execute on function hub.fill_course(uuid), hub.free_course(uuid) to hub_app;
`;

/** Whoever plans a course, or frees a place on it, is told no household of another agency (docs/adr/0027). */
export const WhomCoursesTell = forwardOnly('WhomCoursesTell1795305600123', FUNCTIONS);
