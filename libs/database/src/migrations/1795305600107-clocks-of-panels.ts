import { forwardOnly } from './forward-only';

const CLOCKS = `
create policy owner_select on hub.decision_notice for select to hub_owner using (true);

-- What panels heard and an agency decides: days and whose case it is, of the own agency, and for the daily round of every agency.
-- No reason and no advice that was written. A deferred recommendation asks for no decision: the case comes back to a panel.
create function hub.heard_items() returns table (item_id uuid, agency_id uuid, worker_id uuid, reference text, kind text, heard_on date, received_on date, decided_on date, told jsonb)
language sql stable security definer set search_path = '' as $$
  select i.id, i.agency_id, case when i.kind = 'MATCH' then u.named_worker_id else h.named_worker_id end, i.reference, i.kind, p.meets_on, i.minutes_final_on, d.decided_on,
    coalesce((select jsonb_agg(jsonb_build_object('recipient', t.recipient, 'manner', t.manner, 'on', t.told_on)) from hub.decision_notice t where t.decision_id = d.id), '[]')
  from hub.panel_item i join hub.panel p on p.id = i.panel_id
  left join hub.unit u on u.id = i.unit_id left join hub.household h on h.id = i.household_id
  left join hub.agency_decision d on d.panel_item_id = i.id
  where i.status = 'HEARD' and i.recommendation <> 'DEFERRED'
    and (i.agency_id = any(array(select hub.visible_agencies())) or hub.acting('notices.remind')) and i.id <> all(array(select hub.barred_panel_items()))
$$;

-- When panels considered a match for a unit, whatever they recommended.
create function hub.proposed_matches() returns table (unit_id uuid, heard_on date) language sql stable security definer set search_path = '' as $$
  select i.unit_id, p.meets_on from hub.panel_item i join hub.panel p on p.id = i.panel_id
  where i.kind = 'MATCH' and i.status = 'HEARD' and (i.agency_id = any(array(select hub.visible_agencies())) or hub.acting('notices.remind'))
$$;
grant execute on function hub.heard_items(), hub.proposed_matches() to hub_app;
`;

/** Which decision and which notice of it is due. */
export const ClocksOfPanels = forwardOnly('ClocksOfPanels1795305600107', CLOCKS);
