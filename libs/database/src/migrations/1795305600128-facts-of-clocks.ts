import { forwardOnly } from './forward-only';

const FACTS = `
create policy owner_select on hub.link_preparation for select to hub_owner using (true);

-- What panels consider or heard and an agency decides: days and whose case it is, of the own agency, and for the daily round of every
-- agency. No reason and no advice that was written, and nothing that is nobody's to decide on.
drop function hub.heard_items();
create function hub.panel_item_days() returns table (item_id uuid, agency_id uuid, worker_id uuid, reference text, kind text, status text, meets_on date, papers_due_on date, papers_in_on date,
  report_given_on date, views_given_on date, received_on date, decided_on date, told jsonb)
language sql stable security definer set search_path = '' as $$
  select i.id, i.agency_id, case when i.kind = 'MATCH' then u.named_worker_id else h.named_worker_id end, i.reference, i.kind, i.status, p.meets_on, p.papers_due_on, i.papers_in_on,
    (select max(r.on_date) from hub.link_preparation r where r.link_id = i.link_id and r.kind = 'APR_GIVEN'),
    (select max(r.on_date) from hub.link_preparation r where r.link_id = i.link_id and r.kind = 'ADOPTERS_VIEWS'),
    i.minutes_final_on, d.decided_on,
    coalesce((select jsonb_agg(jsonb_build_object('recipient', t.recipient, 'manner', t.manner, 'on', t.told_on)) from hub.decision_notice t where t.decision_id = d.id), '[]')
  from hub.panel_item i join hub.panel p on p.id = i.panel_id
  left join hub.unit u on u.id = i.unit_id left join hub.household h on h.id = i.household_id
  left join hub.agency_decision d on d.panel_item_id = i.id
  where (i.status in ('PROVISIONAL', 'CONFIRMED') or i.status = 'HEARD' and (d.id is not null or hub.awaits_decision(i.id)))
    and (i.agency_id = any(array(select hub.visible_agencies())) or hub.acting('notices.remind')) and i.id <> all(array(select hub.barred_panel_items()))
$$;

-- When children's cases were reviewed in placements, whatever became of these.
create function hub.placement_reviews() returns table (child_id uuid, held_on date) language sql stable security definer set search_path = '' as $$
  select c.child_id, e.on_date from hub.placement_event e join hub.placement_child c on c.placement_id = e.placement_id and (e.child_id is null or e.child_id = c.child_id)
  where e.event = 'REVIEWED' and (c.agency_id = any(array(select hub.visible_agencies())) or hub.acting('notices.remind'))
$$;
grant execute on function hub.panel_item_days(), hub.placement_reviews() to hub_app;
`;

/** When adopters were given a report and papers came, and which reviews a placement had. */
export const FactsOfClocks = forwardOnly('FactsOfClocks1795305600128', FACTS);
