import { forwardOnly } from './forward-only';
import { acting } from './protect';

const REMIND = ['child', 'child_birth', 'child_event', 'household_event'];

const CLOCKS = `
-- What the daily round reads of every agency to tell what falls due: dates, steps and whose case it is. No name, no word that was
-- written; of births only those on which a rule's length depends are opened.
${REMIND.map((table) => `create policy remind on hub.${table} for select to hub_app using (${acting('notices.remind')});`).join('\n')}

-- Since when a match is pursued for a unit or a household: of the own agency's, and for the daily round of every agency's. A day, and nothing of the other side.
create function hub.linked_since() returns table (subject_id uuid, since date) language sql stable security definer set search_path = '' as $$
  select s.id, (min(s.created_at) at time zone 'Europe/London')::date from (
    select l.unit_id as id, l.agency_id, l.created_at from hub.link l where l.ended_at is null and l.state <> 'SUGGESTED'
    union all select l.household_id, l.household_agency_id, l.created_at from hub.link l where l.ended_at is null and l.state <> 'SUGGESTED'
  ) s where s.agency_id = any(array(select hub.visible_agencies())) or hub.acting('notices.remind') group by s.id
$$;
grant execute on function hub.linked_since() to hub_app;
`;

/** What falls due is told by the daily round. */
export const Clocks = forwardOnly('Clocks1795305600106', CLOCKS);
