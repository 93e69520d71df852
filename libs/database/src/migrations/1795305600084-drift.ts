import { forwardOnly } from './forward-only';
import { acting, ANY_CONTEXT, forOwner, OWN, protect } from './protect';

const TABLES = `
-- From how many days on something is slow, stuck, too long without a link, or to be reviewed. The hub's row is the region's default.
create table hub.drift_limit (
  agency_id uuid primary key references hub.agency,
  slow_days integer not null check (slow_days between 1 and 365),
  stuck_days integer not null check (stuck_days between 1 and 365),
  without_link_days integer not null check (without_link_days between 1 and 365),
  review_days integer not null check (review_days between 1 and 365),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (stuck_days > slow_days)
);
-- When people last looked whether the search goes the right way.
alter table hub.unit add column search_reviewed_on date;
drop trigger audit on hub.unit;
select audit.watch('hub.unit', '{}');
create index link_unit on hub.link (unit_id);
`;

const PROTECTION = protect('hub.drift_limit', {
  policies: [
    { name: 'all_select', on: 'select', when: ANY_CONTEXT },
    { name: 'own_insert', on: 'insert', when: `${OWN} and ${acting('driftLimits.set')}` },
    { name: 'own_update', on: 'update', when: `${OWN} and ${acting('driftLimits.set')}` },
    forOwner(),
  ],
  grant: 'select, insert, update (slow_days, stuck_days, without_link_days, review_days)',
});

const OVER_REGION = `hub.acting('drift.readRegion', 'drift.exportRegion')`;

const READS = `
create function hub.drift_limits(p_agency uuid) returns table (slow_days integer, stuck_days integer, without_link_days integer, review_days integer) language sql stable as $$
  select coalesce(o.slow_days, r.slow_days), coalesce(o.stuck_days, r.stuck_days), coalesce(o.without_link_days, r.without_link_days), coalesce(o.review_days, r.review_days)
  from (select p_agency as id) a
  left join hub.drift_limit o on o.agency_id = a.id
  left join (select l.* from hub.drift_limit l join hub.agency h on h.id = l.agency_id and h.kind = 'HUB') r on true
$$;

-- The days of searches: of the own agency's, and to the hub's coordinators of what their partners share. Dates and pauses alone; no
-- record, no reason and, of another agency, no person. Whoever asks joins it with the cards, which their own policies show.
create function hub.search_days() returns table (unit_id uuid, agency_id uuid, status text, started_on date, widens_on date, reviewed_on date, worker_id uuid, link_ended_on date, pauses jsonb)
language sql stable security definer set search_path = '' as $$
  with seen as (
    select u.* from hub.unit u
    where u.family_finding in ('ACTIVE', 'PAUSED')
      and (u.agency_id = hub.own_agency() or ${OVER_REGION} and u.agency_id = any(array(select hub.partner_agencies())) and u.id <> all(array(select hub.kept_elsewhere())))
      and u.id <> all(array(select hub.barred_units()))
  ), rest as (
    select s.unit_id, jsonb_agg(jsonb_build_object('from', s.on_date, 'to', s.until, 'cause', s.cause) order by s.at) as pauses
    from (select e.*, lead(e.on_date) over (partition by e.unit_id order by e.at) as until from hub.family_finding_event e where e.unit_id in (select n.id from seen n)) s
    where s.status = 'PAUSED' group by s.unit_id
  ), ended as (
    select l.unit_id, max(l.ended_at) as at from hub.link l where l.ended_at is not null group by l.unit_id
  )
  select n.id, n.agency_id, n.family_finding, coalesce(n.search_started_on, n.family_finding_since), n.widens_on, n.search_reviewed_on,
    case when n.agency_id = hub.own_agency() then n.named_worker_id end, (e.at at time zone 'Europe/London')::date, coalesce(r.pauses, '[]')
  from seen n left join rest r on r.unit_id = n.id left join ended e on e.unit_id = n.id
$$;

-- Of the region's open links where they stand and whose move it is: neither family nor person, and no word that was written.
create function hub.region_links() returns table (unit_id uuid, agency_id uuid, household_agency_id uuid, state text, interest_by text, child_live boolean, adopters_live boolean, moved_on date)
language sql stable security definer set search_path = '' as $$
  with live as (
    select g.id from hub.disclosure_grant g join hub.agreement a on a.id = g.agreement_id
    where g.stage = 'S2' and g.approved_at is not null and g.withdrawn_at is null and g.expires_on > hub.today()
      and a.starts_on <= hub.today() and (a.ends_on is null or a.ends_on > hub.today())
  )
  select l.unit_id, l.agency_id, l.household_agency_id, l.state, l.interest_by,
    l.child_agreed and (l.agency_id = l.household_agency_id or l.child_grant_id in (select v.id from live v)),
    l.adopters_agreed and (l.agency_id = l.household_agency_id or l.adopters_grant_id in (select v.id from live v)),
    (select (max(e.at) at time zone 'Europe/London')::date from hub.link_event e where e.link_id = l.id and e.event <> 'HANDED_OVER')
  from hub.link l
  where ${OVER_REGION} and l.ended_at is null
    and l.agency_id = any(array(select hub.partner_agencies())) and l.household_agency_id = any(array(select hub.partner_agencies()))
    and l.unit_id <> all(array(select hub.barred_units())) and l.household_id <> all(array(select hub.barred_households()))
$$;
grant execute on function hub.drift_limits(uuid), hub.search_days(), hub.region_links() to hub_app;
`;

/** What shows how searches go: their days, where links stand, and from when on it is too long. */
export const Drift = forwardOnly('Drift1795305600084', TABLES + PROTECTION + READS);
