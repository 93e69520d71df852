import { forwardOnly } from './forward-only';
import { acting } from './protect';

const READ = ['child', 'child_birth', 'child_event', 'adoption_decision', 'household', 'household_event'];

const FACTS = `
-- What the reckoning of indicators reads of every agency: codes, dates and steps. No name, and no word that was written.
${READ.map((table) => `create policy reckon on hub.${table} for select to hub_app using (${acting('performance.reckon')});`).join('\n')}

-- Of one agency's children who moved in with adopters what indicators count: with whom they moved, when it ended, and what was done after the order. As it is known today.
create function hub.performance_placements(p_agency uuid) returns table (child_id uuid, household_agency_id uuid, home text, lives_there_since date, placed_on date, disrupted_on date, placed_together integer,
  celebrated_on date, life_story_on date, later_life_on date)
language sql stable security definer set search_path = '' as $$
  select c.child_id, p.household_agency_id, c.home, c.lives_there_since, c.placed_on, c.disrupted_on,
    (select count(*)::int from hub.placement_child s where s.placement_id = p.id and s.placed_on is not null),
    min(d.on_date) filter (where d.event = 'CELEBRATED'), min(d.on_date) filter (where d.event = 'LIFE_STORY_BOOK' and d.code = 'COMPLETE'), min(d.on_date) filter (where d.event = 'LATER_LIFE_LETTER')
  from hub.placement_child c join hub.placement p on p.id = c.placement_id
  left join lateral (
    select e.event, coalesce(n.on_date, e.on_date) as on_date, coalesce(n.code, e.code) as code
    from hub.placement_event e left join lateral (
      select r.on_date, r.code, r.event from hub.placement_event r where r.placement_id = e.placement_id and r.corrects = e.version and r.event in ('CORRECTED', 'STRUCK_OUT') order by r.version desc limit 1
    ) n on true
    where e.placement_id = p.id and e.corrects is null and n.event is distinct from 'STRUCK_OUT' and (e.child_id is null or e.child_id = c.child_id) and e.event in ('CELEBRATED', 'LIFE_STORY_BOOK', 'LATER_LIFE_LETTER')
  ) d on true
  where c.agency_id = p_agency and c.placed_on is not null and hub.acting('performance.reckon')
  group by c.id, p.id
$$;
grant execute on function hub.performance_placements(uuid) to hub_app;
`;

/** What indicators are counted from. */
export const FactsOfPerformance = forwardOnly('FactsOfPerformance1795305600144', FACTS);
