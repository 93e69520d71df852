import { forwardOnly } from './forward-only';

const LIVE = "c.state in ('MATCHED', 'PLACED', 'AO_APPLIED')";

/** The nightly check, with what is promised of placements. */
export const InvariantsOfPlacements = forwardOnly('InvariantsOfPlacements1795305600095', `
alter function hub.broken_invariants() rename to broken_before_placements;
revoke execute on function hub.broken_before_placements() from hub_app;
create function hub.broken_placements() returns table (invariant text, row_id uuid) language sql stable security definer set search_path = '' as $$
  -- I1: no child with two live placements.
  select 'I1', c.child_id from hub.placement_child c where ${LIVE} group by c.child_id having count(*) > 1
  union all
  -- I2: no family with two children or groups.
  select 'I2', p.household_id from hub.placement p where p.ended_at is null group by p.household_id having count(distinct p.unit_id) > 1
  union all
  -- I3: each stands on an approved match, whose link goes with it.
  select 'I3', p.id from hub.placement p where not exists (
    select from hub.agency_decision d join hub.panel_item i on i.id = d.panel_item_id where d.id = p.decision_id and d.kind = 'MATCH' and d.outcome = 'APPROVED' and i.link_id = p.link_id)
  union all
  select 'I3', p.id from hub.placement p join hub.link l on l.id = p.link_id where case when p.ended_at is null then l.state <> 'MATCHED' else l.ended_at is null end
  union all
  -- I7: histories have no gap, follow one another and end where the row stands; and the child's own record says the same.
  select distinct 'I7', p.id from hub.placement p left join (
    select e.placement_id, e.version, e.from_state, e.at, e.to_state, row_number() over w as place, lag(e.to_state) over w as before, lag(e.at) over w as earlier, count(*) over (partition by e.placement_id) as steps
    from hub.placement_event e window w as (partition by e.placement_id order by e.version)
  ) e on e.placement_id = p.id
  where e.placement_id is null or e.steps <> p.version or e.version <> e.place or e.from_state is distinct from e.before or e.at < e.earlier or (e.version = p.version and e.to_state <> p.state)
  union all
  select 'I7', c.id from hub.placement_child c join hub.child r on r.id = c.child_id
  where ${LIVE} and (r.state <> c.state and not (c.state = 'MATCHED' and r.state = 'INTRODUCTIONS') or r.placed_on is distinct from c.placed_on or r.ao_applied_on is distinct from c.ao_applied_on)
$$;
create function hub.broken_invariants() returns table (invariant text, row_id uuid) language sql stable security definer set search_path = '' as $$
  select b.invariant, b.row_id from (select * from hub.broken_before_placements() union all select * from hub.broken_placements()) b
  where hub.acting('invariants.check') order by 1, 2 limit 1000
$$;
grant execute on function hub.broken_invariants() to hub_app;
`);
