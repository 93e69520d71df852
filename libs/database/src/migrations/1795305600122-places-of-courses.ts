import { forwardOnly } from './forward-only';

const PLACES = `
drop policy own_delete on hub.course_place;
revoke delete on hub.course_place from hub_app;
create policy owner_delete on hub.course_place for delete to hub_owner using (true);

-- Takes away the highest places that nobody has, of whatever agency, until so many are left; answers how many are, which is more where more are taken.
create function hub.trim_course(p_course uuid, p_places integer) returns integer language plpgsql volatile security definer set search_path = '' as $$
begin
  if not hub.acting('courses.plan') or not exists (select from hub.course c where c.id = p_course and c.agency_id = hub.own_agency()) then return null; end if;
  perform pg_advisory_xact_lock(hashtextextended(p_course::text, 101));
  delete from hub.course_place p where p.course_id = p_course and p.number in (
    select f.number from hub.course_place f where f.course_id = p_course and not exists (select from hub.course_booking b where b.course_id = f.course_id and b.place = f.number)
    order by f.number desc limit greatest(0, (select count(*) from hub.course_place a where a.course_id = p_course) - p_places));
  return (select count(*)::integer from hub.course_place p where p.course_id = p_course);
end $$;
grant execute on function hub.trim_course(uuid, integer) to hub_app;
`;

/** A course is made smaller by the places that are free, whichever numbers they have. */
export const PlacesOfCourses = forwardOnly('PlacesOfCourses1795305600122', PLACES);
