import { forwardOnly } from './forward-only';

const CAPS = `
create function hub.link_caps(p_agency uuid) returns table (per_unit integer, per_household integer) language sql stable as $$
  select coalesce(c.per_unit, r.per_unit, 4), coalesce(c.per_household, r.per_household, 3)
  from (select p_agency as id) a
  left join hub.link_cap c on c.agency_id = a.id
  left join (select l.per_unit, l.per_household from hub.link_cap l join hub.agency h on h.id = l.agency_id and h.kind = 'HUB') r on true
$$;
grant execute on function hub.link_caps(uuid) to hub_app;
`;

// It counts links of other agencies, of which the caller sees none: all it tells is that there is no room.
const GUARD = `
create function hub.guard_link() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    select u.reference, coalesce(new.child_worker_id, w.id) into new.unit_reference, new.child_worker_id
    from hub.unit u left join hub.app_user w on w.id = u.named_worker_id and w.status <> 'DISABLED' where u.id = new.unit_id;
    select h.reference, coalesce(new.adopters_worker_id, w.id) into new.household_reference, new.adopters_worker_id
    from hub.household h left join hub.app_user w on w.id = h.named_worker_id and w.status <> 'DISABLED' where h.id = new.household_id;
  end if;
  -- A suggestion of the hub's takes nobody's place.
  if new.state = 'SUGGESTED' or new.ended_at is not null or (tg_op = 'UPDATE' and old.state <> 'SUGGESTED') then
    return new;
  end if;
  -- The unit's lock always before the household's, so that two of them never wait for each other.
  perform pg_advisory_xact_lock(hashtextextended('hub.link.unit ' || new.unit_id, 0));
  perform pg_advisory_xact_lock(hashtextextended('hub.link.household ' || new.household_id, 0));
  if (select count(*) from hub.link l where l.unit_id = new.unit_id and l.id <> new.id and l.ended_at is null and l.state <> 'SUGGESTED')
    >= (select c.per_unit from hub.link_caps(new.agency_id) c) then
    raise exception 'no room for another link' using errcode = 'HB001', constraint = 'link_cap_unit';
  end if;
  if (select count(*) from hub.link l where l.household_id = new.household_id and l.id <> new.id and l.ended_at is null and l.state <> 'SUGGESTED')
    >= (select c.per_household from hub.link_caps(new.household_agency_id) c) then
    raise exception 'no room for another link' using errcode = 'HB001', constraint = 'link_cap_household';
  end if;
  return new;
end $$;
create trigger guard before insert or update of state on hub.link for each row execute function hub.guard_link();
`;

// Every version of a link has its row of history, so that no path writes the one without the other (trust.md I7).
const TOLD = `
create function hub.assert_link_told() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and new.version <> old.version + 1 then
    raise exception 'a link changes by one version at a time' using errcode = 'check_violation';
  end if;
  if not exists (select from hub.link_event e where e.link_id = new.id and e.version = new.version and e.to_state = new.state) then
    raise exception 'a step of a link without its row of history' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger told after insert or update on hub.link deferrable initially deferred for each row execute function hub.assert_link_told();
`;

// With the link go both sides' grants, the other agency's too, unless another open link stands on them.
const ENDED = `
create policy owner_update on hub.disclosure_grant for update to hub_owner using (true);
create function hub.end_link_grants() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update hub.disclosure_grant g set withdrawn_at = now(), withdrawn_by = case when g.agency_id = hub.own_agency() then hub.actor() end, withdrawal_cause = 'LINK_ENDED'
  where g.id in (new.child_grant_id, new.adopters_grant_id) and g.withdrawn_at is null
    and not exists (select from hub.link o where o.id <> new.id and o.ended_at is null and g.id in (o.child_grant_id, o.adopters_grant_id));
  return null;
end $$;
create trigger end_grants after update of ended_at on hub.link for each row when (new.ended_at is not null and old.ended_at is null) execute function hub.end_link_grants();
`;

const PEOPLE = `
-- Who acts for each side of links that the viewer is a party to. Of another agency nobody is named before it has answered: a
-- card does not say whose it is.
create function hub.link_people(p_links uuid[]) returns table (link_id uuid, agency_id uuid, user_id uuid, display_name text, is_active boolean)
language sql stable security definer set search_path = '' as $$
  with mine as (
    select l.* from hub.link l where l.id = any(p_links) and (hub.own_agency() in (l.agency_id, l.household_agency_id) or l.suggested_by = hub.actor())
      and l.id <> all(array(select hub.barred_links()))
  ), person as (
    select m.id, m.agency_id, m.child_worker_id as user_id from mine m
    union select m.id, m.household_agency_id, m.adopters_worker_id from mine m
    union select e.link_id, e.agency_id, e.actor_id from hub.link_event e where e.link_id in (select m.id from mine m)
    union select s.link_id, s.agency_id, s.author_id from hub.link_message s where s.link_id in (select m.id from mine m)
  )
  select p.id, p.agency_id, u.id, u.display_name, u.status <> 'DISABLED'
  from person p join hub.app_user u on u.id = p.user_id
  where p.agency_id = hub.own_agency()
    or exists (select from hub.link_event e where e.link_id = p.id and e.agency_id = p.agency_id)
    or exists (select from hub.link_message s where s.link_id = p.id and s.agency_id = p.agency_id)
$$;
grant execute on function hub.link_people(uuid[]) to hub_app;
`;

/** What the database itself holds links to: caps against races, a row of history for each version, and grants that end with them. */
export const GuardOfLinks = forwardOnly('GuardOfLinks1795305600071', CAPS + GUARD + TOLD + ENDED + PEOPLE);
