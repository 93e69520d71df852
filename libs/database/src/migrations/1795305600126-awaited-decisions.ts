import { forwardOnly } from './forward-only';

const AWAITED = `
-- Whether a decision on an item is still to be made, for its parties and the daily round: heard, not deferred, not decided, and what
-- it is about stands where a decision can follow. A link that ended, or a family that left, is nobody's to decide on any more.
create function hub.awaits_decision(p_item uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (
    select from hub.panel_item i
    left join hub.link l on l.id = i.link_id left join hub.household h on h.id = i.household_id
    where i.id = p_item and i.status = 'HEARD' and i.recommendation <> 'DEFERRED'
      and not exists (select from hub.agency_decision d where d.panel_item_id = i.id)
      and case i.kind when 'MATCH' then l.ended_at is null else h.state in ('AT_PANEL', 'QUALIFYING_DETERMINATION', 'ON_HOLD') end
      and (array[i.agency_id, i.panel_agency_id, i.household_agency_id] && array(select hub.visible_agencies()) or hub.acting('notices.remind'))
  )
$$;
grant execute on function hub.awaits_decision(uuid) to hub_app;
`;

/** Which recommendations wait for a decision. */
export const AwaitedDecisions = forwardOnly('AwaitedDecisions1795305600126', AWAITED);
