import { forwardOnly } from './forward-only';

const CLOCKS = `
-- Children who were placed, with the days of what was done: of the own agency's, and for the daily round of every agency's. Days and
-- codes; no name, and no word that was written.
create function hub.placed_children() returns table (child_id uuid, agency_id uuid, worker_id uuid, reference text, member text, number integer, state text, home text, lives_there_since date,
  placed_on date, ao_applied_on date, adopted_on date, disrupted_on date, fell_on date, done jsonb)
language sql stable security definer set search_path = '' as $$
  select c.child_id, c.agency_id, p.child_worker_id, p.reference, k.reference, c.number, c.state, c.home, c.lives_there_since, c.placed_on, c.ao_applied_on, c.adopted_on, c.disrupted_on, c.fell_on,
    coalesce((select jsonb_agg(jsonb_build_object('event', e.event, 'child', case when e.child_id is null then null else c.number end, 'code', e.code, 'onDate', e.on_date) order by e.on_date, e.version)
      from hub.placement_event e where e.placement_id = p.id and (e.child_id is null or e.child_id = c.child_id)), '[]')
  from hub.placement_child c join hub.placement p on p.id = c.placement_id join hub.child k on k.id = c.child_id
  where c.state in ('PLACED', 'AO_APPLIED', 'ADOPTED')
    and (c.agency_id = any(array(select hub.visible_agencies())) or hub.acting('notices.remind'))
    and p.id <> all(array(select hub.barred_placements())) and c.child_id <> all(array(select hub.barred_children()))
$$;
grant execute on function hub.placed_children() to hub_app;
`;

/** Which visit, review and paper of a placement is due. */
export const ClocksOfPlacements = forwardOnly('ClocksOfPlacements1795305600108', CLOCKS);
