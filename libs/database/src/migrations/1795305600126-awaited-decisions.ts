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

-- As before, but without what is nobody's to decide on any more.
create or replace function hub.heard_items() returns table (item_id uuid, agency_id uuid, worker_id uuid, reference text, kind text, heard_on date, received_on date, decided_on date, told jsonb)
language sql stable security definer set search_path = '' as $$
  select i.id, i.agency_id, case when i.kind = 'MATCH' then u.named_worker_id else h.named_worker_id end, i.reference, i.kind, p.meets_on, i.minutes_final_on, d.decided_on,
    coalesce((select jsonb_agg(jsonb_build_object('recipient', t.recipient, 'manner', t.manner, 'on', t.told_on)) from hub.decision_notice t where t.decision_id = d.id), '[]')
  from hub.panel_item i join hub.panel p on p.id = i.panel_id
  left join hub.unit u on u.id = i.unit_id left join hub.household h on h.id = i.household_id
  left join hub.agency_decision d on d.panel_item_id = i.id
  where i.status = 'HEARD' and (d.id is not null or hub.awaits_decision(i.id))
    and (i.agency_id = any(array(select hub.visible_agencies())) or hub.acting('notices.remind')) and i.id <> all(array(select hub.barred_panel_items()))
$$;
`;

/** Which recommendations wait for a decision. */
export const AwaitedDecisions = forwardOnly('AwaitedDecisions1795305600126', AWAITED);
