import { forwardOnly } from './forward-only';
import { acting, OWN } from './protect';

/** What ends a search or takes a family out ends its links with it, in the same transaction. */
const ENDS = ['children.create', 'children.edit', 'familyFinding.change', 'imports.apply', 'adopters.create', 'adopters.edit'] as const;
const OF_OWN_SIDE = '(agency_id = any(array(select hub.visible_agencies())) or household_agency_id = any(array(select hub.visible_agencies())))';

const CLOSING = `
create policy party_ends on hub.link for update to hub_app using (${OF_OWN_SIDE} and ${acting(...ENDS)});
create policy own_ends on hub.link_reason for insert to hub_app with check (${OWN} and ${acting(...ENDS)} and exists (select from hub.link l where l.id = link_reason.link_id));
`;

const OVER_REGION = `hub.acting('drift.readRegion', 'drift.exportRegion')`;

const KEPT = `
-- An agenda's programme is for the region: what anybody keeps is not in it.
create or replace function hub.kept_elsewhere() returns setof uuid language sql stable security definer set search_path = '' as $$
  select u.id from hub.unit u where u.widens_on > hub.today() and (u.agency_id <> hub.own_agency() or hub.acting('meetings.propose'))
  union all
  select h.id from hub.household h where h.widens_on > hub.today() and (h.agency_id <> hub.own_agency() or hub.acting('meetings.propose'))
$$;
`;

const REMIND = `
-- As before, and for the daily round every agency's.
create or replace function hub.search_days() returns table (unit_id uuid, agency_id uuid, status text, started_on date, widens_on date, reviewed_on date, worker_id uuid, link_ended_on date, pauses jsonb)
language sql stable security definer set search_path = '' as $$
  with seen as (
    select u.* from hub.unit u
    where u.family_finding in ('ACTIVE', 'PAUSED')
      and (u.agency_id = hub.own_agency() or hub.acting('notices.remind') or ${OVER_REGION} and u.agency_id = any(array(select hub.partner_agencies())) and u.id <> all(array(select hub.kept_elsewhere())))
      and u.id <> all(array(select hub.barred_units()))
  ), rest as (
    select s.unit_id, jsonb_agg(jsonb_build_object('from', s.on_date, 'to', s.until, 'cause', s.cause) order by s.at) as pauses
    from (select e.*, lead(e.on_date) over (partition by e.unit_id order by e.at) as until from hub.family_finding_event e where e.unit_id in (select n.id from seen n)) s
    where s.status = 'PAUSED' group by s.unit_id
  ), ended as (
    select l.unit_id, max(l.ended_at) as at from hub.link l where l.ended_at is not null group by l.unit_id
  )
  select n.id, n.agency_id, n.family_finding, coalesce(n.search_started_on, n.family_finding_since), n.widens_on, n.search_reviewed_on,
    case when n.agency_id = hub.own_agency() or hub.acting('notices.remind') then n.named_worker_id end, (e.at at time zone 'Europe/London')::date, coalesce(r.pauses, '[]')
  from seen n left join rest r on r.unit_id = n.id left join ended e on e.unit_id = n.id
$$;

-- What the daily round needs to know of open links to tell whose move it is, and whom to tell.
create function hub.links_to_remind() returns table (link text, unit_id uuid, agency_id uuid, household_agency_id uuid, child_worker_id uuid, adopters_worker_id uuid, state text, interest_by text,
  child_live boolean, adopters_live boolean, moved_on date)
language sql stable security definer set search_path = '' as $$
  with live as (
    select g.id from hub.disclosure_grant g join hub.agreement a on a.id = g.agreement_id
    where g.stage = 'S2' and g.approved_at is not null and g.withdrawn_at is null and g.expires_on > hub.today()
      and a.starts_on <= hub.today() and (a.ends_on is null or a.ends_on > hub.today())
  )
  select l.reference, l.unit_id, l.agency_id, l.household_agency_id, c.id, h.id, l.state, l.interest_by,
    l.child_agreed and (l.agency_id = l.household_agency_id or l.child_grant_id in (select v.id from live v)),
    l.adopters_agreed and (l.agency_id = l.household_agency_id or l.adopters_grant_id in (select v.id from live v)),
    (select (max(e.at) at time zone 'Europe/London')::date from hub.link_event e where e.link_id = l.id and e.event <> 'HANDED_OVER')
  from hub.link l
  left join hub.app_user c on c.id = l.child_worker_id and c.status = 'ACTIVE' left join hub.app_user h on h.id = l.adopters_worker_id and h.status = 'ACTIVE'
  where hub.acting('notices.remind') and l.ended_at is null
$$;
grant execute on function hub.links_to_remind() to hub_app;
`;

/** Links end with the search or the approval that they stood on, and whoever has not moved one is told. */
export const ClosedLinks = forwardOnly('ClosedLinks1795305600085', CLOSING + KEPT + REMIND);
